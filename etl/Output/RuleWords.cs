using System.Text.Json;
using SocietyParty.Etl.WhatIf;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Output;

/// <summary>Places and values of rule sets in words that a committee reads.</summary>
internal static class RuleWords
{
    private const string Keys = "RuleKey.";
    private const string Values = "RuleValue.";

    // A code stands where its key says; one that stands in two of them means nearly the same.
    private static readonly string[] Enums =
    [
        "OrganizationForm",
        "BranchStatus",
        "CategoryCondition",
        "BranchCategory",
        "AssessmentGrade",
        "BonusLevel",
        "Level",
        "AssessmentSection",
        "BreachSeverity",
        "ClarityAspect",
        "SyncOccasion",
        "ScoreKind",
        "EvidenceNature",
        "EvidenceType",
        "ActivityKind",
        "Post",
    ];

    private static readonly Dictionary<string, string> EnumOfKey = new()
    {
        ["measure"] = "CoverageMeasure",
        ["subject"] = "EvidenceSubject",
        ["level"] = "Level",
        ["levels"] = "BonusLevel",
    };

    /// <summary>The way to a value, without the section, which is said once.</summary>
    public static string Place(RuleDifference difference, Language language)
    {
        var steps = difference
            .Place.Skip(difference.Section.Length > 0 && difference.Place.Count > 1 ? 1 : 0)
            // Behind another step it tells nothing.
            .Where((step, index) => index == 0 || step.Key != "value")
            .Select(step => Step(step, language));
        return string.Join(" › ", steps);
    }

    /// <summary>What a key is called; as it stands where it has no words, which only a file that is wrong has.</summary>
    public static string Key(string key, Language language) =>
        SentenceBook.Of(language).Texts.TryGetValue(Keys + key, out var words) ? words : key;

    /// <summary>A value of a key.</summary>
    public static string Value(JsonElement value, string key, Language language) =>
        value.ValueKind switch
        {
            JsonValueKind.True => Say("RuleDiff.Yes", language),
            JsonValueKind.False => Say("RuleDiff.No", language),
            JsonValueKind.Null => Say("RuleDiff.Null", language),
            JsonValueKind.String => Word(value.GetString()!, key, language),
            JsonValueKind.Array => string.Join(Between(language), value.EnumerateArray().Select(one => Value(one, key, language))),
            JsonValueKind.Object => string.Join(
                Between(language),
                value
                    .EnumerateObject()
                    .Where(member => member.Name is not ("source" or "clause"))
                    .Select(member => Member(member, language))
            ),
            _ => value.GetRawText(),
        };

    private static string Member(JsonProperty member, Language language) =>
        member.Value is { ValueKind: JsonValueKind.Object } inner && inner.TryGetProperty("value", out var value)
            ? $"{Key(member.Name, language)} {Value(value, member.Name, language)}"
            : $"{Key(member.Name, language)} {Value(member.Value, member.Name, language)}";

    private static string Step(RulePlace step, Language language) =>
        step.Name is { } name ? $"{Key(step.Key, language)} {Word(name, step.Key, language)}" : Key(step.Key, language);

    private static string Word(string code, string key, Language language)
    {
        if (SentenceBook.Of(language).Texts.TryGetValue(Values + code, out var words))
        {
            return words;
        }

        // First those of the key, where it has its own.
        var enums = EnumOfKey.GetValueOrDefault(key) is { } own ? Enums.Prepend(own) : Enums;
        return new Sentence("RuleDiff.Word", [("word", EnumWords.OfName(code, [.. enums]))]).In(language);
    }

    private static string Between(Language language) => language == Language.Chinese ? "、" : ", ";

    private static string Say(string key, Language language) => new Sentence(key, []).In(language);
}
