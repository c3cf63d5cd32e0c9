namespace SocietyParty.Rules.Assessments;

/// <summary>述职测评 The debrief's item by the mean rate of its ballots (004 （五）: 按比例得分).</summary>
public static class DebriefScore
{
    /// <param name="rates">From 0 to 1, at least one.</param>
    /// <returns>Maximum × mean, rounded to hundredths of a point, half up.</returns>
    public static decimal Of(IReadOnlyCollection<decimal> rates, AssessmentRules rules) =>
        decimal.Round(rules.Item(rules.Debrief.Item)!.Points * rates.Sum() / rates.Count, 2, MidpointRounding.AwayFromZero);

    public static IEnumerable<Breach> Breaches(IReadOnlyList<decimal> rates, AssessmentRules rules)
    {
        if (rates.Count == 0)
        {
            yield return new("BALLOTS_MISSING", [], rules.Debrief.Source, Path: ["ballotRates"]);
        }

        for (var i = 0; i < rates.Count; i++)
        {
            if (rates[i] is < 0 or > 1)
            {
                yield return new("BALLOT_RATE_OUT_OF_RANGE", [("rates", rates[i])], rules.Debrief.Source, Path: ["ballotRates", $"{i}"]);
            }
        }
    }
}
