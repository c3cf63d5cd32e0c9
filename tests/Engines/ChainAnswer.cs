namespace SocietyParty.Engines;

/// <summary>A flat document of a chain of fragments, each of which spreads the next, judged by the peer in a process of its own.</summary>
internal static class ChainAnswer
{
    public const string Verb = "chain";
    public const int Links = 1_240;

    public static string Document { get; } =
        "{ ...F0 } "
        + string.Concat(Enumerable.Range(0, Links).Select(i => $"fragment F{i} on Query {{ ...F{i + 1} }} "))
        + $"fragment F{Links} on Query {{ count }}";

    /// <summary>The process' exit code: 0 where the document was taken. A stack overflow leaves no choice of it.</summary>
    public static async Task<int> GiveAsync() =>
        await Task.Run(() => new PeerEngine("type Query { count: Int }").IsValidAsync(Document)) ? 0 : 2;
}
