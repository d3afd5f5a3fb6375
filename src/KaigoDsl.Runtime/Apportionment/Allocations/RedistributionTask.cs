namespace KaigoDsl.Runtime;

/// <summary>再配分: what caps cut off is divided again.</summary>
/// <param name="Weight">By what; <see langword="null"/> for 案 in the whole, for the pool's own weights in a 枠.</param>
/// <param name="Rounds">How often; <see langword="null"/> for 収束まで.</param>
/// <param name="Members">対象; <see langword="null"/> for everyone below the cap.</param>
public sealed record RedistributionTask(Lazy<QuantityRows>? Weight, int? Rounds, Lazy<TruthRows>? Members);
