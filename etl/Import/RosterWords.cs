using System.Text.Json;
using System.Text.RegularExpressions;
using SocietyParty.Rules;
using SocietyParty.Rules.Organizations;

namespace SocietyParty.Etl.Import;

/// <summary>The words that lists use, and what they are in the graph.</summary>
public static partial class RosterWords
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
    };

    // Full names of organizations: 中共X支部委员会.
    private static readonly (string Ending, string Form)[] OfficialEndings =
    [
        ("联合支部委员会", "JOINT_BRANCH"),
        ("总支部委员会", "GENERAL_BRANCH"),
        ("支部委员会", "BRANCH"),
        ("委员会", "PARTY_COMMITTEE"),
        ("联合支部", "JOINT_BRANCH"),
        ("总支部", "GENERAL_BRANCH"),
        ("支部", "BRANCH"),
    ];

    private static readonly string[] PartyNames = ["中国共产党", "中共"];

    // The longest first: every 联合党支部 ends with 党支部, too.
    private static readonly (string Ending, string Form)[] Endings =
    [
        ("功能型特设党支部", "FUNCTIONAL_BRANCH"),
        ("党的工作小组", "WORK_GROUP"),
        ("联合党支部委员会", "JOINT_BRANCH"),
        ("联合党支部", "JOINT_BRANCH"),
        ("党支部委员会", "BRANCH"),
        ("党支部", "BRANCH"),
        ("党总支部委员会", "GENERAL_BRANCH"),
        ("党总支部", "GENERAL_BRANCH"),
        ("党总支", "GENERAL_BRANCH"),
        ("党委", "PARTY_COMMITTEE"),
    ];

    /// <summary>Category of <c>A</c>, <c>a</c>, <c>Ａ</c>, <c>A类</c>, <c>UNCLASSIFIED</c> or <c>未分类</c>; null for any other word.</summary>
    public static string? Category(string word)
    {
        var plain = Plain(word);
        return Categories.GetValueOrDefault(plain.EndsWith('类') && plain.Length > 1 && plain != "未分类" ? plain[..^1].TrimEnd() : plain);
    }

    public static string? Status(string word) => Statuses.GetValueOrDefault(Plain(word)) ?? StatusMark.Status(Plain(word));

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

    /// <summary>
    /// Splits a branch's name into what it is of, without 中共 in front and an ordinal behind it, and its form; null where it has no known
    /// ending.
    /// </summary>
    public static (string Society, string Form)? Split(string branch)
    {
        var party = PartyNames.FirstOrDefault(name => branch.StartsWith(name, StringComparison.Ordinal));
        foreach (var (ending, form) in party is null ? Endings : [.. Endings, .. OfficialEndings])
        {
            if (branch.EndsWith(ending, StringComparison.Ordinal))
            {
                return (WithoutOrdinal(branch[Math.Min(party?.Length ?? 0, branch.Length - ending.Length)..^ending.Length]), form);
            }
        }
        return null;
    }

    /// <summary>What a branch's name is of, without 中共 in front, an ordinal and an ending that the rules name.</summary>
    public static string Without(string ending, string branch)
    {
        var party = PartyNames.FirstOrDefault(name => branch.StartsWith(name, StringComparison.Ordinal))?.Length ?? 0;
        return WithoutOrdinal(branch[Math.Min(party, branch.Length - ending.Length)..^ending.Length]);
    }

    /// <summary>What a joint branch's name lists: 甲学会、乙学会联合党支部.</summary>
    public static IReadOnlyList<string> Societies(string listed) =>
        listed.Split(['、', '，', ','], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);

    private static string WithoutOrdinal(string name)
    {
        var match = Ordinal().Match(name);
        return match is { Success: true, Index: > 0 } ? name[..match.Index] : name;
    }

    [GeneratedRegex("第(?:[0-9０-９]{1,2}|[一二三四五六七八九十]{1,3})$")]
    private static partial Regex Ordinal();

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
