namespace KaigoDsl.Runtime;

/// <summary>What becomes of what a cap cuts off (再配分).</summary>
public enum BoundsRule
{
    /// <summary>1回: every recipient is offered its share once (after floors have been paid by the others); what caps cut off is left over.</summary>
    Once,

    /// <summary>収束まで: what caps cut off goes to the others by the same weights, and what floors need comes from them, until all is settled.</summary>
    UntilSettled,
}
