using KaigoDsl.Compiler.Lowering;

namespace KaigoDsl.Synthesis.Solving;

/// <summary>The published numbers of entities that score each item (booked), and the number of all entities they refer to.</summary>
internal sealed class PublishedTargets
{
    private readonly int[] _counts;
    private readonly int _entities;
    private readonly Dictionary<int, int> _adjusted = [];

    /// <param name="plan">The framework.</param>
    /// <param name="published">Its published values; of a count published twice the later one holds.</param>
    /// <param name="entities">Entities of the nation to be made; counts are scaled when it differs from the published number.</param>
    public PublishedTargets(FrameworkPlan plan, IEnumerable<PublishedPlan> published, int entities)
    {
        _entities = entities;
        _counts = new int[plan.Items.Count];
        Array.Fill(_counts, -1);
        Published = entities;
        foreach (var value in published.SelectMany(p => p.Values))
        {
            if (value.Statistic == StatisticKind.EntityCount && value.Node == 0)
            {
                Published = (int)value.Value.Numerator;
            }

            var item = plan.Nodes[value.Node].Item;
            if (value.Statistic == StatisticKind.MetCount && item >= 0)
            {
                _counts[item] = (int)value.Value.Numerator;
            }
        }
    }

    /// <summary>The number of entities that the published counts refer to.</summary>
    public int Published { get; }

    /// <summary>Whether a count was published for the item.</summary>
    public bool Has(int item) => _counts[item] >= 0;

    /// <summary>As published.</summary>
    public int OfPublished(int item) => _counts[item];

    /// <summary>For the nation to be made.</summary>
    public int Of(int item) => _adjusted.TryGetValue(item, out var adjusted) ? adjusted : Scale(_counts[item]);

    /// <summary>
    /// Sets what a tier is to have in a nation of another size, where scaling alone would contradict ⌊q·N⌋. In one of the
    /// published size the published count stays.
    /// </summary>
    public void Adjust(int item, int count)
    {
        if (_entities != Published)
        {
            _adjusted[item] = count;
        }
    }

    /// <summary>A number of entities of the published nation in the one to be made; the same number when both are of one size.</summary>
    public int Scale(int count) => Published == 0 ? 0 : (int)(((long)count * _entities) / Published);
}
