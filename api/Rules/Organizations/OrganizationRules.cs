using SocietyParty.Rules.Sentences;

namespace SocietyParty.Rules.Organizations;

/// <summary>
/// The section <c>organizations</c> of a rule set: what a city calls posts and forms of its own. Each stands for a usual one, by which
/// everything derives.
/// </summary>
/// <param name="Posts">Posts beside the usual ones; null: none.</param>
/// <param name="Forms">Forms beside the usual ones; null: none.</param>
public sealed record OrganizationRules(IReadOnlyList<PostWord>? Posts = null, IReadOnlyList<FormWord>? Forms = null) : ISection
{
    public static string Key => "organizations";

    public IEnumerable<(string Path, Sentence Problem)> Problems() =>
        Of(".posts", "Post", [.. (Posts ?? []).Select(word => (word.Code, word.Name, word.EnglishName))])
            .Concat(Of(".forms", "OrganizationForm", [.. (Forms ?? []).Select(word => (word.Code, word.Name, word.EnglishName))]));

    /// <summary>Nothing means two things: neither a code nor a name, of the usual ones too.</summary>
    private static IEnumerable<(string Path, Sentence Problem)> Of(
        string path,
        string usual,
        IReadOnlyList<(string Code, string Name, string EnglishName)> words
    )
    {
        foreach (var twice in Twice(words.Select(word => word.Code)).Concat(Twice(words.Select(word => word.Name))))
        {
            yield return (path, new("Rules.HasTwice", [("name", twice)]));
        }

        for (var i = 0; i < words.Count; i++)
        {
            if (EnumWords.Has(usual, words[i].Code))
            {
                yield return ($"{path}[{i}].code", new("Rules.UsualCode", [("code", words[i].Code)]));
            }

            if (EnumWords.IsWord(usual, words[i].Name) || EnumWords.IsWord(usual, words[i].EnglishName))
            {
                yield return ($"{path}[{i}].name", new("Rules.UsualName", [("name", words[i].Name)]));
            }
        }
    }

    private static IEnumerable<string> Twice(IEnumerable<string> names) =>
        names.GroupBy(name => name, StringComparer.OrdinalIgnoreCase).Where(group => group.Count() > 1).Select(group => group.Key);
}

/// <summary>职务 A post of the rule set's own.</summary>
/// <param name="Post">The usual post that it stands for: where it is held, by whom and how many at a time follow from that.</param>
/// <param name="Source">The clause that names it.</param>
public sealed record PostWord(string Post, string Code, string Name, string EnglishName, string Source)
{
    public object Word => new OwnName(Name, EnglishName);
}

/// <summary>组织形式 A form of the rule set's own.</summary>
/// <param name="Form">The usual form that it stands for: whom it leads, whether it counts and what it must do follow from that.</param>
/// <param name="Source">The clause that names it.</param>
public sealed record FormWord(string Form, string Code, string Name, string EnglishName, string Source)
{
    public object Word => new OwnName(Name, EnglishName);
}
