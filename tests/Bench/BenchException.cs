namespace SocietyParty.Bench;

/// <summary>What a person who measures can mend; the message says how.</summary>
internal sealed class BenchException(string code, string message) : Exception($"{code} {message}");
