namespace SocietyParty.Engines;

/// <summary>How often an engine's word differs from the oracle's, with the shortest document of each kind.</summary>
internal sealed class Verdicts(string engine)
{
    private readonly List<string> accepted = [];
    private readonly List<string> refused = [];

    /// <param name="isValid">What the oracle says.</param>
    /// <param name="isTaken">What the engine says.</param>
    public void Add(bool isValid, bool isTaken, string document)
    {
        if (isValid != isTaken)
        {
            (isTaken ? accepted : refused).Add(document);
        }
    }

    public override string ToString() =>
        $"{engine}: {accepted.Count} invalid documents accepted{Shortest(accepted)}, {refused.Count} valid ones refused{Shortest(refused)}";

    private static string Shortest(List<string> documents) =>
        documents.Count == 0 ? "" : $" (such as {documents.MinBy(document => document.Length)!.ReplaceLineEndings(" ")})";
}
