using SocietyParty.Rules.Sentences;

namespace SocietyParty.Rules.Assessments;

/// <summary>What does not add up in a scheme; a file with any of it is not loaded.</summary>
internal static class SchemeProblems
{
    /// <summary>
    /// Items add up to their heading, headings and survey to the total; where the document does not, an override says why.
    /// </summary>
    public static IEnumerable<(string Path, Sentence Problem)> Weights(AssessmentRules rules)
    {
        for (var i = 0; i < rules.Sections.Count; i++)
        {
            var section = rules.Sections[i];
            for (var j = 0; j < section.Items.Count; j++)
            {
                if (section.Items[j] is { Override: { } change } item && change.Stated != item.Maximum.Value)
                {
                    yield return (
                        $".sections[{i}].items[{j}].override.stated",
                        new("Rules.OverrideStated", [("given", change.Stated), ("maximum", item.Maximum.Value)])
                    );
                }
            }

            var sum = section.Items.Sum(item => item.Points);
            if (sum != section.Stated.Value)
            {
                yield return (
                    $".sections[{i}]",
                    new("WEIGHTS_DO_NOT_ADD_UP.Section", [("section", section.Code), ("sum", sum), ("stated", section.Stated.Value)])
                );
            }
        }

        var total = rules.Sections.Sum(section => section.Stated.Value) + rules.SatisfactionWeight.Value;
        if (total != rules.Total.Value)
        {
            yield return (".total", new("WEIGHTS_DO_NOT_ADD_UP.Total", [("sum", total), ("total", rules.Total.Value)]));
        }
    }

    /// <summary>A code names one thing, and what is named is there.</summary>
    public static IEnumerable<(string Path, Sentence Problem)> Names(AssessmentRules rules) =>
        [
            .. Repeated(".sections", rules.Sections.Select(section => section.Code)),
            .. Repeated(".sections[*].items", rules.Items.Select(item => item.Code)),
            .. Sections(rules),
            .. Repeated(".bonus.items", rules.Bonus.Items.Select(item => item.Code)),
            .. Repeated(".failRules", rules.FailRules.Select(rule => rule.Code)),
            .. Repeated(".activities.minimums", rules.Activities.Minimums.Select(minimum => minimum.Category.ToString())),
            .. Enum.GetValues<ActivityCategory>()
                .Except(rules.Activities.Minimums.Select(minimum => minimum.Category))
                .Select(category => (".activities.minimums", new Sentence("Rules.CategoryMissing", [("category", category.ToString())]))),
            .. Repeated(
                ".activities.kinds",
                (rules.Activities.Kinds ?? []).Select(kind => kind.Code).Concat((rules.Activities.Kinds ?? []).Select(kind => kind.Name))
            ),
            .. Unknown(rules, ".activities.item", rules.Activities.Item),
            .. Unknown(rules, ".activities.planItem", rules.Activities.PlanItem),
            .. Unknown(rules, ".debrief.item", rules.Debrief.Item),
            .. rules.FailRules.Any(rule => rule.Code == rules.Inactivity.FailRule)
                ? Array.Empty<(string, Sentence)>()
                : [(".inactivity.failRule", new Sentence("Rules.NoFailRule", [("code", rules.Inactivity.FailRule)]))],
            .. rules.Activities.Shares
                is { Activities.Value: var activities, Appraisals.Value: var appraisals, Documents.Value: var documents }
            && activities + appraisals + documents != 1
                ? [(".activities.shares", new Sentence("Rules.Shares", [("sum", activities + appraisals + documents)]))]
                : Array.Empty<(string, Sentence)>(),
        ];

    // An item's code tells its section wherever it stands alone. OTHER is what readers see of all that they do not know.
    private static IEnumerable<(string Path, Sentence Problem)> Sections(AssessmentRules rules) =>
        rules.Sections.SelectMany(
            (section, i) =>
                section
                    .Items.Select((item, j) => (item, j))
                    .Where(one => one.item.Code[..one.item.Code.LastIndexOf('_')] != section.Code)
                    .Select(one =>
                        (
                            $".sections[{i}].items[{one.j}].code",
                            new Sentence("Rules.ItemOfSection", [("code", one.item.Code), ("section", section.Code)])
                        )
                    )
                    .Concat(
                        section.Code == OwnWords.Other
                            ? [($".sections[{i}].code", new Sentence("Rules.UsualCode", [("code", section.Code)]))]
                            : []
                    )
        );

    /// <summary>Points that a branch can have at most, by the score that is graded; null where nothing limits them.</summary>
    public static decimal? Most(AssessmentRules rules) =>
        rules.Grades.Score.Value != GradedScore.Total || rules.Bonus.Items.Count == 0
            ? rules.Total.Value
            : rules.Total.Value + rules.Bonus.Cap.Value;

    public static IEnumerable<(string Path, Sentence Problem)> Repeated(string path, IEnumerable<string> names) =>
        names
            .GroupBy(name => name)
            .Where(group => group.Count() > 1)
            .Select(group => (path, new Sentence("Rules.NamedTwice", [("name", group.Key)])));

    private static IEnumerable<(string Path, Sentence Problem)> Unknown(AssessmentRules rules, string path, string code) =>
        rules.Item(code) is null ? [(path, new Sentence("Rules.NoItem", [("code", code)]))] : [];
}
