namespace SocietyParty.Service.Http;

/// <summary>An option that cannot be used; the program tells it and ends.</summary>
public sealed class OptionsException(string code, string problem) : Exception($"{code} {problem}");
