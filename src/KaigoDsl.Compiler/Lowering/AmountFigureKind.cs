namespace KaigoDsl.Compiler.Lowering;

/// <summary>Figures published about an allocation (配分), one of its 枠 or one of their 区分.</summary>
public enum AmountFigureKind
{
    /// <summary>予算, in 円.</summary>
    Budget,

    /// <summary>交付額: what is paid, in 円; in a block about one entity, what it is paid.</summary>
    Payment,

    /// <summary>残余: what is not paid, in 円.</summary>
    Rest,

    /// <summary>団体数: those paid something; of a 区分 all who belong to it.</summary>
    EntityCount,
}
