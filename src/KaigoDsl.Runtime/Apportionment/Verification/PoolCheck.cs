using System.Numerics;

namespace KaigoDsl.Runtime;

/// <summary>Checks one division of a budget.</summary>
internal sealed class PoolCheck
{
    private readonly FaultList _faults;
    private readonly string _place;
    private readonly ExactFraction _budget;
    private readonly IReadOnlyList<PaperRow> _rows;
    private readonly PaperRounding? _shareRounding;
    private readonly PaperRounding? _rounding;
    private readonly string? _bounds;
    private readonly ExactFraction? _level;
    private readonly ExactFraction _weightSum;

    public PoolCheck(Fields fields, ExactFraction budget, IReadOnlyList<PaperRow> rows, FaultList faults)
    {
        _faults = faults;
        _place = fields.Place;
        _budget = budget;
        _rows = rows;
        _shareRounding = PaperRounding.Read(fields, "shareRounding", faults);
        _rounding = PaperRounding.Read(fields, "rounding", faults);
        _bounds = fields.OptionalText("bounds");
        _level = fields.OptionalNumber("level");
        _weightSum = Sum(_rows.Select(r => r.Weight));
        faults.Same(_weightSum, fields.Number("weightSum"), _place, "weightSum");
        faults.Same(SumOf(r => r.Floor), fields.OptionalNumber("floorSum"), _place, "floorSum");
        faults.Same(SumOf(r => r.Cap), fields.OptionalNumber("capSum"), _place, "capSum");
        faults.Same(SumOf(r => r.TieKey), fields.OptionalNumber("tieKeySum"), _place, "tieKeySum");
        faults.Require(_bounds is null or "once" or "settled", _place, "bounds");
        faults.Require(_bounds is not null || rows.All(r => r.Floor is null && r.Cap is null), _place, "bounds");
        faults.Require(_bounds is null || _shareRounding is null, _place, "bounds");
        foreach (var row in rows)
        {
            faults.Require(row.Weight.Sign >= 0 && (row.Cap ?? 0).Sign >= 0 && (row.Floor ?? 0).Sign >= 0, row.Place, "negative");
        }
    }

    /// <summary>What nobody could have.</summary>
    public ExactFraction Unallocated { get; private set; }

    /// <summary>What rounding left.</summary>
    public ExactFraction RoundingResidue { get; private set; }

    /// <summary>Σ rounding units written here.</summary>
    public ExactFraction UnitSum => (_shareRounding?.Unit ?? 0) + (_rounding?.Unit ?? 0);

    public void Run(Fields fields)
    {
        CheckLevel();
        var unallocated = CheckQuotas();
        _faults.Same(unallocated, fields.Number("unallocated"), _place, "unallocated");
        CheckAmounts(fields.Text("residueRule"), fields.Text("tieOrder"), unallocated);

        var paid = Sum(_rows.Where(r => !r.Withheld).Select(r => r.Amount));
        var withheld = Sum(_rows.Where(r => r.Withheld).Select(r => r.Amount));
        _faults.Same(paid, fields.Number("paid"), _place, "paid");
        _faults.Same(withheld, fields.Number("withheld"), _place, "withheld");
        (Unallocated, RoundingResidue) = (unallocated, _budget - unallocated - paid - withheld);
        _faults.Same(RoundingResidue, fields.Number("roundingResidue"), _place, "roundingResidue");
        _faults.Same(_budget - paid, fields.Number("rest"), _place, "rest");
    }

    /// <summary>Whether the level is one that floors (and, until settled, caps) decide.</summary>
    private bool IsSettled => _bounds == "settled" || (_bounds == "once" && _rows.Any(r => r.Floor is not null));

    private void CheckLevel()
    {
        if (!IsSettled)
        {
            ExactFraction? level = _weightSum.Sign == 0 ? null : _budget / _weightSum;
            _faults.Same(level, _level, _place, "level");
        }
        else if (_level is { Sign: not 0 } l)
        {
            // The sum at the level is the budget (checked with the quotas); it is the smallest level if somebody's amount still moves there.
            _faults.Require(
                l.Sign > 0 && _rows.Any(r => r.Weight.Sign > 0 && r.FloorIn(_rounding) < l * r.Weight && (_bounds == "once" || !(r.CapIn(_rounding) < l * r.Weight))),
                _place,
                "level");
        }
        else if (_level is null)
        {
            _faults.Require(_rows.All(r => r.Weight.Sign == 0 || (_bounds == "settled" && r.Cap is not null)), _place, "level");
        }
    }

    /// <summary>Checks every quota and gives what nobody may have.</summary>
    private ExactFraction CheckQuotas()
    {
        foreach (var row in _rows)
        {
            _faults.Same(Quota(row), row.Quota, row.Place, "quota");
        }

        switch (_bounds)
        {
            case "settled":
                var rest = _budget - Sum(_rows.Select(Quota));
                _faults.Require(_level is null ? rest.Sign > 0 : rest.Sign == 0, _place, "settled");
                return rest;
            case "once" when IsSettled:
                // Before the caps cut anything off, floors and shares make up the budget.
                var offered = Sum(_rows.Select(Uncapped));
                _faults.Require(_level is null ? offered < _budget : offered == _budget, _place, "settled");
                return _budget - Sum(_rows.Select(Quota));
            case "once" when _weightSum.Sign > 0:
                return Sum(_rows.Select(r => ExactFraction.Max(0, Share(r) - Quota(r))));
            default:
                return _weightSum.Sign == 0 ? _budget : 0;
        }
    }

    private ExactFraction Share(PaperRow row) => _weightSum.Sign == 0 ? 0 : _budget * row.Weight / _weightSum;

    private ExactFraction Uncapped(PaperRow row) =>
        row.Weight.Sign == 0 || _level is null ? row.FloorIn(_rounding) : ExactFraction.Max(row.FloorIn(_rounding), _level.Value * row.Weight);

    private ExactFraction Quota(PaperRow row)
    {
        if (IsSettled)
        {
            return row.At(_level, _rounding);
        }

        if (_weightSum.Sign == 0)
        {
            return 0;
        }

        var quota = _shareRounding is null ? Share(row) : _budget * _shareRounding.Round(row.Weight / _weightSum);
        return row.CapIn(_rounding) is { } cap ? ExactFraction.Min(cap, quota) : quota;
    }

    private void CheckAmounts(string rule, string tieOrder, ExactFraction unallocated)
    {
        _faults.Require(rule is "report" or "largestRemainder" && tieOrder is "ascending" or "descending", _place, "rules");
        var rounded = _rows.Select(r => _rounding?.Round(r.Quota) ?? r.Quota).ToArray();
        var moves = new ExactFraction[_rows.Count];
        if (rule == "largestRemainder" && _rounding is not null)
        {
            Move(rounded, moves, tieOrder == "descending", _budget - unallocated);
        }

        for (var i = 0; i < moves.Length; i++)
        {
            var unit = _rounding?.Unit ?? 0;
            _faults.Same(moves[i], _rows[i].Moved, _rows[i].Place, "unitsMoved");
            _faults.Same(rounded[i] + (moves[i] * unit), _rows[i].Amount, _rows[i].Place, "amount");
            _faults.Require(_rows[i].Amount.Sign >= 0, _rows[i].Place, "negative");
        }
    }

    /// <summary>Who gets or gives back a unit: those farthest from their exact amounts, then by key, then by name.</summary>
    private void Move(ExactFraction[] rounded, ExactFraction[] moves, bool largestKeyFirst, ExactFraction target)
    {
        var unit = _rounding?.Unit ?? 1;
        var wanted = ((target - Sum(rounded)) / unit).Floor();
        var direction = wanted.Sign;
        var candidates = Enumerable.Range(0, moves.Length)
            .Select(i => (Index: i, Far: (_bounds is null ? Share(_rows[i]) : _rows[i].Quota) - rounded[i]))
            .Select(c => (c.Index, Far: direction < 0 ? -c.Far : c.Far))
            .Where(c => c.Far.Sign > 0 && (direction > 0 || rounded[c.Index] >= unit))
            .ToList();
        candidates.Sort((a, b) =>
        {
            var order = ExactFraction.Compare(b.Far, a.Far);
            order = order != 0 ? order : CompareKeys(_rows[a.Index].TieKey, _rows[b.Index].TieKey, largestKeyFirst);
            return order != 0 ? order : string.CompareOrdinal(_rows[a.Index].Key, _rows[b.Index].Key);
        });
        foreach (var (index, _) in candidates.Take((int)BigInteger.Min(BigInteger.Abs(wanted), candidates.Count)))
        {
            moves[index] = direction;
        }
    }

    /// <summary>Who has no key comes last.</summary>
    private static int CompareKeys(ExactFraction? a, ExactFraction? b, bool largestFirst) => (a, b) switch
    {
        ({ } x, { } y) => largestFirst ? ExactFraction.Compare(y, x) : ExactFraction.Compare(x, y),
        _ => (a is null).CompareTo(b is null),
    };

    private static ExactFraction Sum(IEnumerable<ExactFraction> values) => values.Aggregate((ExactFraction)0, (a, b) => a + b);

    private ExactFraction? SumOf(Func<PaperRow, ExactFraction?> part)
    {
        var values = _rows.Select(part).OfType<ExactFraction>().ToArray();
        return values.Length == 0 ? null : Sum(values);
    }
}
