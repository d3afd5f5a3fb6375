using KaigoDsl.Data;
using KaigoDsl.Runtime;

namespace KaigoDsl.Cli;

/// <summary>A table and where it came from.</summary>
/// <param name="Table">The data.</param>
/// <param name="Description">In the reader's language: a file's name, or which fictional nation.</param>
/// <param name="Report">For a file: how its columns were matched; otherwise <see langword="null"/>.</param>
internal sealed record DataSource(EntityTable Table, string Description, BindingReport? Report);
