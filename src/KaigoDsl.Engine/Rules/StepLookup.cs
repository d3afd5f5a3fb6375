using KaigoDsl.Compiler.Lowering;
using KaigoDsl.Runtime;

namespace KaigoDsl.Engine;

/// <summary>A step table (段階) ready to be asked.</summary>
internal sealed class StepLookup
{
    private readonly (Rational Below, bool Included)[] _boundaries;
    private readonly Rational[] _values;

    public StepLookup(StepTablePlan plan)
    {
        _boundaries = [.. plan.Rows
            .Where(static row => row.Below is not null)
            .Select(static row => ((row.Below ?? default).ToRational(), row.BelowIncluded))];
        _values = [.. plan.Rows.Select(static row => row.Value.ToRational())];
    }

    /// <summary>The row an argument falls into; -1 for a missing one.</summary>
    public int RowOf(Rational argument)
    {
        if (argument.IsMissing)
        {
            return -1;
        }

        // The first row whose boundary the argument has not passed; boundaries ascend.
        var (low, high) = (0, _boundaries.Length);
        while (low < high)
        {
            var middle = (low + high) / 2;
            var order = argument.CompareTo(_boundaries[middle].Below);
            if (order < 0 || (order == 0 && _boundaries[middle].Included))
            {
                high = middle;
            }
            else
            {
                low = middle + 1;
            }
        }

        return low;
    }

    /// <summary>The value for an argument; missing for a missing one.</summary>
    public Rational this[Rational argument] => RowOf(argument) is var row and >= 0 ? _values[row] : Rational.Missing;
}
