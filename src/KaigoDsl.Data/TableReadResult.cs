using System.Collections.Immutable;
using KaigoDsl.Runtime;

namespace KaigoDsl.Data;

/// <summary>What came of reading a data file.</summary>
/// <param name="Table">The table; <see langword="null"/> when there is any error, so that nothing is computed from half a file.</param>
/// <param name="Report">How the columns were matched; also there when reading failed.</param>
/// <param name="Errors">Every problem found, in the order of the file: whole-file problems first, then by row and column.</param>
public sealed record TableReadResult(EntityTable? Table, BindingReport Report, ImmutableArray<CellError> Errors);
