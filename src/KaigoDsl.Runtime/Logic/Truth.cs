namespace KaigoDsl.Runtime;

/// <summary>Three-valued truth; only <see cref="True"/> scores. <c>default</c> is unknown.</summary>
public enum Truth : byte
{
    /// <summary>Not known: a value it depends on is missing.</summary>
    Unknown = 0,

    /// <summary>偽.</summary>
    False = 1,

    /// <summary>真.</summary>
    True = 2,
}
