using System.Text.Json;
using SocietyParty.Rules;
using SocietyParty.Rules.Organizations;

namespace SocietyParty.Etl.Import;

/// <summary>The words that lists use, and what they are in the graph.</summary>
public static class RosterWords
{
    private static readonly Dictionary<string, string> Categories = new(StringComparer.Ordinal)
    {
        ["A"] = "A",
        ["B"] = "B",
        ["C"] = "C",
        ["UNCLASSIFIED"] = "UNCLASSIFIED",
        ["未分类"] = "UNCLASSIFIED",
    };

    private static readonly Dictionary<string, string> Statuses = new(StringComparer.Ordinal)
    {
        ["ESTABLISHED"] = "ESTABLISHED",
        ["PROPOSED"] = "PROPOSED",
        ["DISSOLVED"] = "DISSOLVED",
        ["已成立"] = "ESTABLISHED",
        ["推进中"] = "PROPOSED",
        ["已撤销"] = "DISSOLVED",
    };

    // The longest first: every 联合党支部 ends with 党支部, too.
    private static readonly (string Ending, string Form)[] Endings =
    [
        ("功能型特设党支部", "FUNCTIONAL_BRANCH"),
        ("党的工作小组", "WORK_GROUP"),
        ("联合党支部", "JOINT_BRANCH"),
        ("党支部", "BRANCH"),
        ("党总支", "GENERAL_BRANCH"),
        ("党委", "PARTY_COMMITTEE"),
    ];

    /// <summary>Category of <c>A</c>, <c>a</c>, <c>Ａ</c>, <c>A类</c>, <c>UNCLASSIFIED</c> or <c>未分类</c>; null for any other word.</summary>
    public static string? Category(string word)
    {
        var plain = Plain(word);
        return Categories.GetValueOrDefault(plain.EndsWith('类') && plain.Length > 1 && plain != "未分类" ? plain[..^1].TrimEnd() : plain);
    }

    public static string? Status(string word) => Statuses.GetValueOrDefault(Plain(word));

    public static string? Form(string word)
    {
        var plain = Plain(word);
        foreach (var (ending, form) in Endings)
        {
            if (plain == ending || plain == form)
            {
                return form;
            }
        }
        return null;
    }

    /// <summary>Splits a branch's name; null where it has no known ending. Nothing else of the name is touched.</summary>
    public static (string Society, string Form)? Split(string branch)
    {
        foreach (var (ending, form) in Endings)
        {
            if (branch.EndsWith(ending, StringComparison.Ordinal))
            {
                return (branch[..^ending.Length], form);
            }
        }
        return null;
    }

    /// <summary>Kind that the society's name states by its suffix; null where it states none.</summary>
    public static string? Kind(string society) =>
        SocietyKinds.Of(society) is { } kind ? JsonNamingPolicy.SnakeCaseUpper.ConvertName(kind.ToString()) : null;

    /// <summary>Functional branches are what category C is (000 §二); any other ending than 党支部 speaks for itself.</summary>
    public static (string Form, bool Stated) FormOf(string? column, string byName, string category) =>
        column is not null ? (column, true)
        : byName != "BRANCH" ? (byName, true)
        : (category == "C" ? "FUNCTIONAL_BRANCH" : "BRANCH", false);

    /// <summary>Full-width letters, digits and signs as their plain ones.</summary>
    public static string Narrow(string text) => PlainText.Narrow(text);

    private static string Plain(string word) => Narrow(word).Trim().ToUpperInvariant();
}
