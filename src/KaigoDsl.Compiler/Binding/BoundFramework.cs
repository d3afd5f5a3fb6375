using System.Collections.Immutable;
using KaigoDsl.Compiler.Symbols;
using KaigoDsl.Compiler.Syntax;

namespace KaigoDsl.Compiler.Binding;

/// <summary>A framework's symbols with the syntax each came from, for the passes that bind expressions.</summary>
internal sealed record BoundFramework(FrameworkSymbol Symbol, ImmutableArray<NodeSyntaxPair> Nodes);

/// <summary>A node and its declaration.</summary>
internal readonly record struct NodeSyntaxPair(NodeSymbol Node, NodeDeclarationSyntax Syntax);
