using KaigoDsl.Runtime;

namespace KaigoDsl.Synthesis.Solving;

/// <summary>A cut of a ranking: the best <paramref name="Hits"/> rows are in, and the value at rank <paramref name="K"/> is the cut-off.</summary>
/// <param name="K">⌊q·N⌋, or <paramref name="Hits"/> for a cut that is no tier.</param>
/// <param name="Hits">At least <paramref name="K"/>; more when rows share the cut-off value.</param>
internal readonly record struct RankingCut(int K, int Hits)
{
    /// <summary>How many rows must have exactly the cut-off value.</summary>
    public int Ties => Hits - K + 1;
}

/// <summary>
/// Gives the rows of a ranking values of its measure so that every cut comes out exactly: strict where it must be strict, tied where
/// the published count exceeds ⌊q·N⌋. Bands between cuts are numbered from the best, 0; the last is below every cut.
/// </summary>
internal sealed class RankingSolver
{
    private const int Attempts = 80;

    private readonly MeasureDriver _driver;
    private readonly int[] _rows;
    private readonly List<RankingCut> _cuts;
    private readonly Rational[] _cutOffs;
    private readonly bool[] _aligned;
    private readonly int[] _bands;
    private readonly bool[] _exact;
    private readonly long[] _steps;
    private readonly bool _fixedBands;
    private readonly RandomSource _random;
    private Rational[] _wishes = [];

    /// <param name="driver">The measure.</param>
    /// <param name="rows">The rows ranked, in the order wanted, best first.</param>
    /// <param name="cuts">The cuts, best first; of equal Hits only the one with the smallest K.</param>
    /// <param name="bands">By position in <paramref name="rows"/>: the band the row must be in; <see langword="null"/> when only the order is a wish.</param>
    /// <param name="random">Breaks ties.</param>
    public RankingSolver(MeasureDriver driver, int[] rows, List<RankingCut> cuts, int[]? bands, RandomSource random)
    {
        _driver = driver;
        _rows = rows;
        _cuts = cuts;
        _cutOffs = new Rational[cuts.Count];
        _aligned = new bool[cuts.Count];
        _exact = new bool[rows.Length];
        _steps = new long[rows.Length];
        _fixedBands = bands is not null;
        _random = random;
        _bands = bands ?? [.. Enumerable.Range(0, rows.Length).Select(BandOfRank)];
    }

    /// <summary>Sets the driver of every row.</summary>
    /// <returns><see langword="null"/>, or why it cannot be done.</returns>
    public string? Solve()
    {
        if (_rows.Length == 0)
        {
            return null;
        }

        var goodness = new List<Rational>(_rows.Length);
        foreach (var row in _rows)
        {
            var value = _driver.GoodnessAt(row, _driver.Redraw(row));
            for (var attempt = 0; value.IsMissing && attempt < Attempts; attempt++)
            {
                value = _driver.GoodnessAt(row, _driver.Redraw(row));
            }

            if (value.IsMissing)
            {
                return "the measure has no value for some municipality";
            }

            goodness.Add(value);
        }

        goodness.Sort((a, b) => b.CompareTo(a));
        _wishes = [.. goodness];
        return ChooseCutOffs() ?? ChooseExact() ?? Place();
    }

    private int BandOfRank(int rank)
    {
        var band = 0;
        while (band < _cuts.Count && rank >= _cuts[band].Hits)
        {
            band++;
        }

        return band;
    }

    /// <summary>From the worst cut to the best: the plausible value at its rank, or the next better one that leaves room below.</summary>
    private string? ChooseCutOffs()
    {
        var below = _cuts.Count > 0 && _cuts[^1].Hits < _rows.Length ? _wishes[^1] : Rational.Missing;
        for (var cut = _cuts.Count - 1; cut >= 0; cut--)
        {
            var (k, hits) = _cuts[cut];
            var natural = _wishes[Math.Min(hits, _rows.Length) - 1];
            var candidate = IsAbove(natural, below) ? natural : NextWish(below);
            if (candidate.IsMissing)
            {
                return $"the values at ranks {k} and {hits} cannot be told apart";
            }

            if (_cuts[cut].Ties > 1)
            {
                candidate = Popular(cut, below, candidate);
                if (candidate.IsMissing)
                {
                    return $"no value can be shared by {_cuts[cut].Ties} municipalities at rank {k}";
                }
            }

            _cutOffs[cut] = candidate;
            below = candidate;
        }

        return null;
    }

    /// <summary>The worst wish that is better than a bound; one step more for a plain input that has no such wish.</summary>
    private Rational NextWish(Rational below)
    {
        for (var i = _wishes.Length - 1; i >= 0; i--)
        {
            if (IsAbove(_wishes[i], below))
            {
                return _wishes[i];
            }
        }

        var row = _rows[0];
        var (from, to) = _driver.IsPlain ? _driver.Range(row, below, Rational.Missing) : (1, 0);
        for (var steps = from; steps <= to; steps++)
        {
            var value = _driver.GoodnessAt(row, steps);
            if (IsAbove(value, below))
            {
                return value;
            }
        }

        return Rational.Missing;
    }

    private static bool IsAbove(Rational value, Rational bound) => bound.IsMissing || value.CompareTo(bound) > 0;

    /// <summary>A value near a cut's ranks that enough rows can have exactly: the most common one, which is a simple fraction.</summary>
    private Rational Popular(int cut, Rational below, Rational natural)
    {
        var (k, hits) = _cuts[cut];
        if (_driver.IsPlain)
        {
            return natural;
        }

        // A share at which a large part of the best ones meet is the full share.
        var full = Rational.One;
        if (_driver.IsShare && _driver.HighestIsBest && cut == 0 && _cuts[0].Ties * 20 > _rows.Length && IsAbove(full, below))
        {
            return full;
        }

        for (var reach = Math.Max(1, _rows.Length / 40); reach <= _rows.Length / 3; reach *= 2)
        {
            var better = _wishes[Math.Max(0, ((k + hits) / 2) - 1 - reach)];
            var worse = _wishes[Math.Min(_rows.Length - 1, ((k + hits) / 2) - 1 + reach)];
            worse = IsAbove(worse, below) ? worse : below;
            var counts = new Dictionary<Rational, int>();
            foreach (var row in _rows)
            {
                var (from, to) = _driver.Range(row, worse, better);
                for (var steps = from; steps <= to && steps < from + 60; steps++)
                {
                    var value = _driver.GoodnessAt(row, steps);
                    if (IsAbove(value, below))
                    {
                        counts[value] = counts.GetValueOrDefault(value) + 1;
                    }
                }
            }

            var found = counts.OrderByDescending(c => c.Value).ThenBy(c => c.Key).FirstOrDefault();
            var enough = _driver.CanRedraw ? Math.Min(3, _cuts[cut].Ties) : _cuts[cut].Ties;
            if (found.Value >= enough)
            {
                return found.Key;
            }
        }

        return Simple(cut, below);
    }

    /// <summary>A simple fraction near a cut's ranks, for rows whose other inputs can be rounded so that they have it exactly.</summary>
    private Rational Simple(int cut, Rational below)
    {
        var (k, hits) = _cuts[cut];
        var reach = Math.Max(1, _rows.Length / 40);
        var better = _wishes[Math.Max(0, k - 1 - reach)];
        var worse = _wishes[Math.Min(_rows.Length - 1, hits - 1 + reach)];
        worse = IsAbove(worse, below) ? worse : below;
        _aligned[cut] = _driver.CanRedraw && better.CompareTo(worse) > 0;
        return _aligned[cut] ? SimpleFraction.Between(worse, better) : Rational.Missing;
    }

    /// <summary>Picks the rows that share each cut-off value, the nearest in the order wanted, and moves them into its band.</summary>
    private string? ChooseExact()
    {
        for (var cut = 0; cut < _cuts.Count; cut++)
        {
            var ties = _cuts[cut].Ties;
            if (ties <= 1)
            {
                continue;
            }

            var middle = (_cuts[cut].K + _cuts[cut].Hits) / 2;
            var found = 0;
            foreach (var position in Enumerable.Range(0, _rows.Length).OrderBy(p => Math.Abs(p - middle)).ThenBy(p => p))
            {
                if (found == ties)
                {
                    break;
                }

                if (_exact[position] || (_fixedBands && _bands[position] != cut) || !TryReachExactly(_rows[position], cut))
                {
                    continue;
                }

                if (_bands[position] != cut)
                {
                    // Somebody else of this band takes the place it leaves; the one furthest from the cut-off's own ranks.
                    var other = PartnerIn(cut, _bands[position], middle);
                    if (other < 0)
                    {
                        continue;
                    }

                    (_bands[position], _bands[other]) = (_bands[other], _bands[position]);
                }

                _exact[position] = true;
                found++;
            }

            if (found < ties)
            {
                return $"only {found} of {ties} municipalities can share the value at rank {_cuts[cut].K}";
            }
        }

        return null;
    }

    private int PartnerIn(int band, int wanted, int middle)
    {
        var best = -1;
        for (var position = 0; position < _rows.Length; position++)
        {
            if (_bands[position] == band && !_exact[position]
                && (best < 0 || Math.Abs(position - middle) > Math.Abs(best - middle))
                && CanReach(_rows[position], wanted))
            {
                best = position;
            }
        }

        return best;
    }

    private bool TryReachExactly(int row, int cut)
    {
        var value = _cutOffs[cut];
        for (var attempt = 0; ; attempt++)
        {
            if (_driver.Exactly(row, value) >= 0 || (_aligned[cut] && _driver.TryAlign(row, value)))
            {
                return true;
            }

            if (!_driver.CanRedraw || attempt == Attempts)
            {
                return false;
            }

            _driver.Redraw(row);
        }
    }

    private (long From, long To) RangeOf(int row, int band) => _driver.Range(
        row,
        band < _cuts.Count ? _cutOffs[band] : Rational.Missing,
        band > 0 ? _cutOffs[band - 1] : Rational.Missing);

    private bool CanReach(int row, int band)
    {
        var (from, to) = RangeOf(row, band);
        return from <= to || _driver.CanRedraw;
    }

    /// <summary>Gives every row a value of its band, near what its place in the order suggests; rows that cannot have one change places.</summary>
    private string? Place()
    {
        var stuck = new List<int>();
        var wishes = WishesByPosition();
        for (var position = 0; position < _rows.Length; position++)
        {
            if (!TryPlace(position, wishes[position]))
            {
                stuck.Add(position);
            }
        }

        var reason = stuck.All(position => !_fixedBands && TryChangePlaces(position, wishes))
            ? null
            : $"{stuck.Count} municipalities cannot have a value where they must stand";

        // Only now: every question put to the driver moves it.
        for (var position = 0; position < _rows.Length; position++)
        {
            _driver.Set(_rows[position], _steps[position]);
        }

        return reason;
    }

    private bool TryPlace(int position, Rational wish)
    {
        var row = _rows[position];
        if (_exact[position])
        {
            _steps[position] = _driver.Exactly(row, _cutOffs[_bands[position]]);
            return true;
        }

        for (var attempt = 0; ; attempt++)
        {
            var (from, to) = RangeOf(row, _bands[position]);
            if (from <= to)
            {
                _steps[position] = _driver.Nearest(row, wish, from, to);
                return true;
            }

            if (!_driver.CanRedraw || attempt == Attempts)
            {
                return false;
            }

            _driver.Redraw(row);
        }
    }

    private bool TryChangePlaces(int position, Rational[] wishes)
    {
        var row = _rows[position];
        var band = _bands[position];
        foreach (var other in Enumerable.Range(0, _cuts.Count + 1).Where(b => b != band).OrderBy(b => Math.Abs(b - band)))
        {
            var (from, to) = RangeOf(row, other);
            if (from > to)
            {
                continue;
            }

            foreach (var partner in Enumerable.Range(0, _rows.Length).Where(p => _bands[p] == other && !_exact[p]).OrderBy(p => Math.Abs(p - position)))
            {
                var (partnerFrom, partnerTo) = RangeOf(_rows[partner], band);
                if (partnerFrom <= partnerTo)
                {
                    (_bands[position], _bands[partner]) = (other, band);
                    return TryPlace(position, wishes[position]) && TryPlace(partner, wishes[partner]);
                }
            }
        }

        return false;
    }

    /// <summary>The sorted plausible values, dealt out band by band; within a band in the order wanted, or at random when bands are given.</summary>
    private Rational[] WishesByPosition()
    {
        var wishes = new Rational[_rows.Length];
        var rank = 0;
        for (var band = 0; band <= _cuts.Count; band++)
        {
            var members = Enumerable.Range(0, _rows.Length).Where(p => _bands[p] == band).ToList();
            if (_fixedBands)
            {
                _random.Shuffle(members);
            }

            foreach (var position in members)
            {
                wishes[position] = _wishes[rank++];
            }
        }

        return wishes;
    }
}
