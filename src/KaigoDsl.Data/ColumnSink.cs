using System.Runtime.InteropServices;
using KaigoDsl.Runtime;

namespace KaigoDsl.Data;

/// <summary>
/// Collects the cells of one column. What Runtime's ColumnBuilder does, without a rational number per cell: nearly every quantity is
/// a short decimal, kept as a 64-bit mantissa over the column's denominator from the start.
/// </summary>
internal abstract class ColumnSink
{
    public static ColumnSink Create(ColumnType type) => type switch
    {
        ColumnType.Answer => new AnswerSink(),
        ColumnType.Truth => new TruthSink(),
        ColumnType.Text or ColumnType.Enumeration => new TextSink(),
        _ => new QuantitySink(),
    };

    /// <summary>Adds a cell as the parser read it.</summary>
    public abstract void Add(in CellValue cell);

    public abstract TableColumn ToColumn();

    private sealed class AnswerSink : ColumnSink
    {
        private readonly List<Answer> _values = [];

        public override void Add(in CellValue cell) => _values.Add(cell.Answer);

        public override TableColumn ToColumn() => AnswerColumn.FromValues(CollectionsMarshal.AsSpan(_values));
    }

    private sealed class TruthSink : ColumnSink
    {
        private readonly List<Truth> _values = [];

        public override void Add(in CellValue cell) => _values.Add(cell.Truth);

        public override TableColumn ToColumn() => TruthColumn.FromValues(CollectionsMarshal.AsSpan(_values));
    }

    private sealed class TextSink : ColumnSink
    {
        private readonly List<string?> _values = [];

        public override void Add(in CellValue cell) => _values.Add(cell.Text);

        public override TableColumn ToColumn() => TextColumn.FromValues(CollectionsMarshal.AsSpan(_values));
    }

    private sealed class QuantitySink : ColumnSink
    {
        private readonly List<long> _mantissas = [];
        private readonly List<bool> _missing = [];
        private readonly List<Rational> _rationals = [];
        private long _denominator = 1;
        private bool _scaled = true;

        public override void Add(in CellValue cell)
        {
            if (!_scaled)
            {
                _rationals.Add(cell.Quantity);
                return;
            }

            if (cell.Quantity.IsMissing)
            {
                _mantissas.Add(0);
                _missing.Add(true);
            }
            else if (cell.Quantity.TryGetInt64(out var numerator, out var denominator) && TryScale(numerator, denominator, out var mantissa))
            {
                _mantissas.Add(mantissa);
                _missing.Add(false);
            }
            else
            {
                FallBack();
                _rationals.Add(cell.Quantity);
            }
        }

        public override TableColumn ToColumn() => _scaled
            ? QuantityColumn.FromMantissas(CollectionsMarshal.AsSpan(_mantissas), _denominator, CollectionsMarshal.AsSpan(_missing))
            : QuantityColumn.FromValues(CollectionsMarshal.AsSpan(_rationals));

        /// <summary>A value over the column's denominator, which grows to the least common one when it must.</summary>
        private bool TryScale(long numerator, long denominator, out long mantissa)
        {
            mantissa = numerator;
            if (denominator == _denominator)
            {
                return true;
            }

            var factor = _denominator / denominator;
            if (factor * denominator != _denominator)
            {
                var common = (Int128)_denominator / Gcd(_denominator, denominator) * denominator;
                if (common > long.MaxValue || !TryMultiplyAll((long)(common / _denominator)))
                {
                    return false;
                }

                _denominator = (long)common;
                factor = _denominator / denominator;
            }

            var product = (Int128)numerator * factor;
            mantissa = (long)product;
            return mantissa == product;
        }

        private bool TryMultiplyAll(long factor)
        {
            var mantissas = CollectionsMarshal.AsSpan(_mantissas);
            foreach (var mantissa in mantissas)
            {
                if ((Int128)mantissa * factor is var product && product != (long)product)
                {
                    return false;
                }
            }

            foreach (ref var mantissa in mantissas)
            {
                mantissa *= factor;
            }

            return true;
        }

        private void FallBack()
        {
            _scaled = false;
            for (var i = 0; i < _mantissas.Count; i++)
            {
                _rationals.Add(_missing[i] ? Rational.Missing : Rational.Create(_mantissas[i], _denominator));
            }
        }

        private static long Gcd(long a, long b)
        {
            while (b != 0)
            {
                (a, b) = (b, a % b);
            }

            return a;
        }
    }
}
