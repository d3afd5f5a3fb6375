using System.Collections.Immutable;

namespace KaigoDsl.Cli;

/// <summary>A table ready to be shown: headings and cells as text, in the reader's language.</summary>
/// <param name="Headings">One per column.</param>
/// <param name="Rows">One cell per column each.</param>
internal sealed record TextTable(ImmutableArray<TableHeading> Headings, ImmutableArray<ImmutableArray<string>> Rows);

/// <summary>The head of a column.</summary>
/// <param name="Text">Its name.</param>
/// <param name="IsNumeric">Whether its cells stand to the right.</param>
/// <param name="MayShorten">Whether its cells are cut where the terminal is too narrow; at most one column may be.</param>
internal sealed record TableHeading(string Text, bool IsNumeric = false, bool MayShorten = false);
