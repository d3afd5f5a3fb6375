namespace KaigoDsl.Compiler.Emit;

/// <summary>Why no code can be printed for a framework.</summary>
public enum UnsupportedReason
{
    /// <summary>It can.</summary>
    None,

    /// <summary>It aggregates the members of its entities (管内), whose scores the generated code does not see yet.</summary>
    MemberAggregate,
}
