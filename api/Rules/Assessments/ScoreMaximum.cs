namespace SocietyParty.Rules.Assessments;

/// <summary>A person's points for one item.</summary>
public sealed record ItemScore(string Item, decimal Score);

/// <summary>Points stay between 0 and the item's maximum, and every item has them once (004 第五条).</summary>
public static class ScoreMaximum
{
    /// <param name="field">The input's field, for the path: <c>["scores"]</c> gives <c>scores 3 score</c>.</param>
    public static IEnumerable<Breach> Breaches(IReadOnlyList<ItemScore> scores, AssessmentRules rules, string field)
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        for (var i = 0; i < scores.Count; i++)
        {
            var (code, score) = scores[i];
            if (rules.Item(code) is not { } item)
            {
                yield return new(
                    "ITEM_UNKNOWN",
                    [("code", code), ("items", rules.Items.Select(known => known.Code))],
                    "004 第五条",
                    Path: [field, $"{i}", "item"]
                );
            }
            else if (!seen.Add(code))
            {
                yield return new("ITEM_REPEATED", [("code", code)], "004 第五条", Path: [field, $"{i}", "item"]);
            }
            else if (score > item.Points)
            {
                yield return new(
                    "SCORE_EXCEEDS_MAXIMUM",
                    [("code", code), ("text", item.Text), ("points", item.Points), ("score", score)],
                    ClauseOf(item),
                    Path: [field, $"{i}", "score"]
                );
            }
            else if (score < 0)
            {
                yield return new("SCORE_IS_NEGATIVE", [("code", code), ("score", score)], ClauseOf(item), Path: [field, $"{i}", "score"]);
            }
            else if (decimal.Round(score, 2) != score)
            {
                yield return new("SCORE_IS_TOO_FINE", [("code", code), ("score", score)], null, Path: [field, $"{i}", "score"]);
            }
        }
    }

    /// <summary>Items that nobody scored, each a breach.</summary>
    public static IEnumerable<Breach> Missing(IEnumerable<string> scored, AssessmentRules rules, string field) =>
        rules
            .Items.ExceptBy(scored, item => item.Code)
            .Select(item => new Breach("ITEM_NOT_SCORED", [("code", item.Code), ("text", item.Text)], ClauseOf(item), Path: [field]));

    private static string ClauseOf(SchemeItem item) => item.Maximum.Source;
}
