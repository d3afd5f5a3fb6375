namespace KaigoDsl.Compiler.Symbols;

/// <summary>
/// Declarations of one sort, found by label. The same label may be declared in several files (every year has its 成果指標):
/// a use sees the declaration in its own file first, then one in its folder, then any other; two equally near ones are ambiguous.
/// </summary>
/// <typeparam name="T">The sort of symbol.</typeparam>
internal sealed class NamedSet<T>
    where T : Symbol
{
    private readonly Dictionary<string, List<T>> _byLabel = new(StringComparer.Ordinal);

    public IEnumerable<string> Labels => _byLabel.Keys;

    public IEnumerable<T> All => _byLabel.Values.SelectMany(v => v);

    /// <summary>Adds a symbol; returns the one of the same label in the same file, if there is one already.</summary>
    public T? Add(T symbol)
    {
        if (!_byLabel.TryGetValue(symbol.Label, out var list))
        {
            _byLabel.Add(symbol.Label, list = []);
        }

        var clash = list.Find(s => string.Equals(s.Location.Path, symbol.Location.Path, StringComparison.Ordinal));
        list.Add(symbol);
        return clash;
    }

    /// <summary>The nearest symbol of a label; <see langword="null"/> when there is none or, with <paramref name="rivals"/> filled, when several are equally near.</summary>
    public T? Find(string label, string fromPath, out IReadOnlyList<T> rivals)
    {
        rivals = [];
        if (!_byLabel.TryGetValue(label, out var list))
        {
            return null;
        }

        var folder = NameDistance.FolderOf(fromPath);
        var best = list.Min(s => Distance(s, fromPath, folder));
        var nearest = list.FindAll(s => Distance(s, fromPath, folder) == best);

        // Two in one file are already reported as duplicates; take the first.
        if (nearest.Count == 1 || best == 0)
        {
            return nearest[0];
        }

        rivals = nearest;
        return null;
    }

    private static int Distance(T symbol, string path, string folder) => NameDistance.Between(symbol.Location.Path, path, folder);
}
