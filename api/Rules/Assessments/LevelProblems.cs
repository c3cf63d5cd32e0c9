using SocietyParty.Rules.Sentences;

namespace SocietyParty.Rules.Assessments;

/// <summary>What does not fit in the levels of a scheme's bonus, which it may name itself.</summary>
internal static class LevelProblems
{
    private static readonly string[] Usual = ["DEPARTMENT", "MUNICIPAL", "CENTRAL"];

    public static IEnumerable<(string Path, Sentence Problem)> Of(AssessmentRules rules) =>
        [
            .. Names(rules.Bonus.Levels ?? []),
            .. rules.Bonus.Items.SelectMany(item =>
                SchemeProblems.Repeated($".bonus.items[{item.Code}].levels", item.Levels.Select(level => level.Level))
            ),
            .. Unknown(rules),
            .. WorthLess(rules),
            .. BeyondCap(rules),
        ];

    private static IEnumerable<(string Path, Sentence Problem)> Names(IReadOnlyList<BonusLevelWord> levels)
    {
        for (var i = 0; i < levels.Count; i++)
        {
            // A usual level needs no names; one that nobody else knows does.
            if ((levels[i].Name is null) != (levels[i].EnglishName is null) || (levels[i].Name is null && !Usual.Contains(levels[i].Code)))
            {
                yield return ($".bonus.levels[{i}]", new("Rules.OwnWord", []));
            }

            if (levels[i].Code == OwnWords.Other)
            {
                yield return ($".bonus.levels[{i}].code", new("Rules.UsualCode", [("code", levels[i].Code)]));
            }
        }

        foreach (
            var problem in SchemeProblems
                .Repeated(".bonus.levels", levels.Select(level => level.Code))
                .Concat(SchemeProblems.Repeated(".bonus.levels", levels.Select(level => level.Name).OfType<string>()))
        )
        {
            yield return problem;
        }
    }

    private static IEnumerable<(string Path, Sentence Problem)> Unknown(AssessmentRules rules) =>
        from item in rules.Bonus.Items
        from level in item.Levels
        where rules.Bonus.Known.All(known => known.Code != level.Level)
        select (
            $".bonus.items[{item.Code}].levels",
            new Sentence("Rules.NoLevel", [("level", level.Level), ("levels", rules.Bonus.Known.Select(known => known.Code))])
        );

    /// <summary>What one claim alone gives is not more than all together may.</summary>
    private static IEnumerable<(string Path, Sentence Problem)> BeyondCap(AssessmentRules rules) =>
        rules.Bonus.Items.SelectMany(item => item.Levels).Select(level => level.Points.Value).DefaultIfEmpty().Max() is var most
        && rules.Bonus.Cap.Value < most
            ? [(".bonus.cap.value", new Sentence("Rules.CapTooLow", [("cap", rules.Bonus.Cap.Value), ("most", most)]))]
            : [];

    /// <summary>What is of a higher level is not worth less.</summary>
    private static IEnumerable<(string Path, Sentence Problem)> WorthLess(AssessmentRules rules) =>
        from item in rules.Bonus.Items
        from lower in item.Levels
        from higher in item.Levels
        where Place(rules, lower.Level) < Place(rules, higher.Level) && lower.Points.Value > higher.Points.Value
        select (
            $".bonus.items[{item.Code}].levels",
            new Sentence(
                "Rules.LevelWorthLess",
                [
                    ("points", higher.Points.Value),
                    ("level", rules.Bonus.Word(higher.Level)),
                    ("lowerPoints", lower.Points.Value),
                    ("lower", rules.Bonus.Word(lower.Level)),
                ]
            )
        );

    /// <summary>Place of a level from the lowest; null of what is none, which is neither above nor below another.</summary>
    private static int? Place(AssessmentRules rules, string code) =>
        rules.Bonus.Known.Select((level, place) => (level.Code, place: (int?)place)).FirstOrDefault(one => one.Code == code).place;
}
