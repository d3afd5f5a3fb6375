namespace KaigoDsl.Engine;

/// <summary>A class of municipalities by 第1号被保険者数.</summary>
/// <param name="Label">Its number and bounds, as a heading.</param>
/// <param name="Below">Persons that a municipality of the class has fewer than; <see langword="null"/> for the largest class.</param>
public sealed record SizeClass(string Label, int? Below);
