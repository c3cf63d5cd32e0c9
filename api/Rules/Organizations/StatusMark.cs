namespace SocietyParty.Rules.Organizations;

/// <summary>
/// A mark behind the name of a party organization, 合成学会党支部（筹）, states its status and is no part of the name: published lists have
/// the organization without it once it is established.
/// </summary>
public static class StatusMark
{
    private static readonly Dictionary<string, string> Statuses = new(StringComparer.Ordinal)
    {
        ["已成立"] = "ESTABLISHED",
        ["推进中"] = "PROPOSED",
        ["筹"] = "PROPOSED",
        ["筹建"] = "PROPOSED",
        ["已撤销"] = "DISSOLVED",
    };

    /// <summary>The words in the brackets of a mark.</summary>
    public static IEnumerable<string> Words => Statuses.Keys;

    /// <summary>The status that a mark's word states; null where it is none.</summary>
    public static string? Status(string word) => Statuses.GetValueOrDefault(word);

    /// <summary>The name without its mark, and the mark's status; null where there is no mark.</summary>
    public static (string Name, string Mark, string Status)? Of(string name)
    {
        var plain = name.TrimEnd();
        var open = plain.LastIndexOfAny(['(', '（']);
        return open > 0 && plain[^1] is ')' or '）' && Status(plain[(open + 1)..^1].Trim()) is { } status
            ? (plain[..open].TrimEnd(), plain[open..], status)
            : null;
    }

    /// <summary>Null where the name has no mark.</summary>
    public static Breach? NoneIn(string name, string field) =>
        Of(name) is var (plain, mark, _) ? Breach.OfInput("NAME_INVALID.StatusMark", [("mark", mark), ("name", plain)], field) : null;
}
