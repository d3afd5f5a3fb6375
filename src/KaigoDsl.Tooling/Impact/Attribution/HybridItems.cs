namespace KaigoDsl.Tooling.Impact.Attribution;

/// <summary>The items that are there before and after, each made once.</summary>
internal sealed class HybridItems(Worlds worlds)
{
    private readonly Dictionary<(int Old, int New), HybridItem?> _items = [];

    /// <summary>An item between the worlds; <see langword="null"/> while it is being made, so that prerequisites in a circle end.</summary>
    public HybridItem? Of(int oldItem, int newItem)
    {
        if (!_items.TryGetValue((oldItem, newItem), out var item))
        {
            _items.Add((oldItem, newItem), null);
            _items[(oldItem, newItem)] = item = new HybridItem(worlds, oldItem, newItem);
        }

        return item;
    }
}
