namespace KaigoDsl.Synthesis.Nation;

/// <summary>A fictional municipality before any indicator is thought of.</summary>
/// <param name="Prefecture">Where it lies.</param>
/// <param name="Code">団体コード: prefecture, three digits that no real municipality has, check digit.</param>
/// <param name="Name">With 市, 区, 町 or 村.</param>
/// <param name="Insured">第1号被保険者数.</param>
/// <param name="SizeClass">0 to 4: under 3, 10, 50 and 100 thousand insured persons, and larger.</param>
/// <param name="IsDepopulated">過疎地域.</param>
/// <param name="Quality">How good it is at everything, standard normal in fixed point: what makes its answers agree with each other.</param>
internal sealed record Municipality(
    Prefecture Prefecture, string Code, string Name, int Insured, int SizeClass, bool IsDepopulated, int Quality);
