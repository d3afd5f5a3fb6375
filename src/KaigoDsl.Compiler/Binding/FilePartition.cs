using System.Collections.Immutable;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Syntax;

namespace KaigoDsl.Compiler.Binding;

/// <summary>
/// Divides files into groups that cannot see each other: whatever a name in one means, nothing outside its group can change it. Files are
/// joined when one says what another declares and no nearer file declares (<see cref="NamedSet{T}"/>), or when they speak of one
/// framework or allocation. Joining too much costs time only; joining too little would change meanings, so a word counts wherever it stands.
/// </summary>
internal sealed class FilePartition
{
    private readonly ImmutableArray<SyntaxTree> _trees;
    private readonly FileNames[] _names;
    private readonly string[] _folders;
    private readonly int[] _parents;
    private readonly List<(DeclaredSort Sort, int[] Files, int[] Asking)> _declared = [];

    private FilePartition(ImmutableArray<SyntaxTree> trees)
    {
        _trees = trees;
        _names = [.. trees.Select(t => t.Names)];
        _folders = [.. trees.Select(t => NameDistance.FolderOf(t.Source.Path))];
        _parents = [.. Enumerable.Range(0, trees.Length)];
        var declared = new Dictionary<(DeclaredSort Sort, string Name), List<int>>();
        for (var file = 0; file < _names.Length; file++)
        {
            foreach (var key in _names[file].Declared)
            {
                if (!declared.TryGetValue(key, out var files))
                {
                    declared.Add(key, files = []);
                }

                files.Add(file);
            }
        }

        foreach (var pair in declared)
        {
            var (sort, name) = pair.Key;
            _declared.Add((sort, [.. pair.Value.Distinct()], FilesThat(n => n.AsksFor(sort, name))));
        }
    }

    /// <summary>The groups, each in the order of the files, by their first files.</summary>
    /// <param name="trees">The files, ordered by path.</param>
    public static ImmutableArray<ImmutableArray<SyntaxTree>> Divide(ImmutableArray<SyntaxTree> trees)
    {
        var partition = new FilePartition(trees);

        // Places are told apart by path.
        for (var file = 1; file < trees.Length; file++)
        {
            if (string.Equals(trees[file].Source.Path, trees[file - 1].Source.Path, StringComparison.Ordinal))
            {
                partition.Join(file - 1, file);
            }
        }

        // What a file says, all files of its group may ask for: an expression may meet the type of a column that another file declares.
        while (partition.JoinNames() | partition.JoinFrameworks())
        {
        }

        return
        [
            .. Enumerable.Range(0, trees.Length).GroupBy(partition.RootOf).OrderBy(g => g.First())
                .Select(g => g.Select(file => trees[file]).ToImmutableArray()),
        ];
    }

    private bool JoinNames()
    {
        var joined = false;
        foreach (var (sort, files, asking) in _declared)
        {
            // Mostly a name is asked for by the files it has joined already.
            var root = RootOf(files[0]);
            if (Array.TrueForAll(files, file => RootOf(file) == root) && Array.TrueForAll(asking, file => RootOf(file) == root))
            {
                continue;
            }

            var roots = RootsOf(asking);
            for (var file = 0; file < _trees.Length; file++)
            {
                if (!roots.Contains(RootOf(file)))
                {
                    continue;
                }

                var nearest = sort == DeclaredSort.EnumerationMember ? int.MaxValue : files.Min(other => Distance(file, other));
                foreach (var other in files)
                {
                    joined |= Distance(file, other) <= nearest && Join(file, other);
                }
            }
        }

        return joined;
    }

    private bool JoinFrameworks()
    {
        var joined = false;
        for (var declaring = 0; declaring < _trees.Length; declaring++)
        {
            foreach (var (year, entity) in _names[declaring].Frameworks.Concat(_names[declaring].Allocations))
            {
                // The year and the entity may be said by two files of a group: a shared group aggregates for the framework that refers to it.
                var dated = RootsOf(FilesThat(n => n.Years.Contains(year)));
                foreach (var file in RootsOf(FilesThat(n => n.Says(entity))).Where(dated.Contains))
                {
                    joined |= Join(declaring, file);
                }
            }
        }

        return joined;
    }

    private int[] FilesThat(Func<FileNames, bool> condition) => [.. Enumerable.Range(0, _names.Length).Where(file => condition(_names[file]))];

    private HashSet<int> RootsOf(int[] files) => [.. files.Select(RootOf)];

    private int Distance(int asking, int declaring) =>
        NameDistance.Between(_trees[declaring].Source.Path, _trees[asking].Source.Path, _folders[asking]);

    private int RootOf(int file)
    {
        while (_parents[file] != file)
        {
            file = _parents[file] = _parents[_parents[file]];
        }

        return file;
    }

    private bool Join(int one, int other)
    {
        var (first, second) = (RootOf(one), RootOf(other));
        _parents[Math.Max(first, second)] = Math.Min(first, second);
        return first != second;
    }
}
