namespace SocietyParty.Rules.Assessments;

/// <summary>更正 A result that stands is corrected (004 第六条（四）).</summary>
public static class CorrectedResult
{
    /// <summary>More than all bonus items together give; what is larger is a slip.</summary>
    private const int BonusMax = 100;

    public static Breach? IsCurrent(bool isCurrent, int version) =>
        isCurrent ? null : new("RESULT_SUPERSEDED.CorrectResult", [("resultVersion", version)], "004 第六条（四）", Path: ["assessment"]);

    /// <summary>
    /// Null where the total stays what its items add up to: of a result that came with a total alone, one item cannot be corrected.
    /// </summary>
    /// <param name="total">Of the result: without bonus.</param>
    /// <param name="known">How many items the result has.</param>
    /// <param name="given">Items that the correction gives.</param>
    public static Breach? AddsUp(decimal total, int known, IReadOnlyCollection<string> given, AssessmentRules rules)
    {
        var missing = rules.Items.Where(item => !given.Contains(item.Code)).Select(item => item.Text).ToList();
        return known > 0 || total == 0 || given.Count == 0 || missing.Count == 0
            ? null
            : new("TOTAL_WITHOUT_ITEMS", [("total", total), ("missing", missing)], "004 第六条（四）", Path: ["scores"]);
    }

    public static Breach? Bonus(decimal? bonus) =>
        bonus < 0 ? Breach.OfInput("BONUS_NEGATIVE", [], "bonusScore")
        : bonus is { } given && (given > BonusMax || decimal.Round(given, 2) != given)
            ? Breach.OfInput("BONUS_OUT_OF_RANGE", [("bonusMax", BonusMax)], "bonusScore")
        : null;
}
