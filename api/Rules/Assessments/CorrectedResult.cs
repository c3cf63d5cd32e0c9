namespace SocietyParty.Rules.Assessments;

/// <summary>更正 A result that stands is corrected (004 第六条（四）).</summary>
public static class CorrectedResult
{
    /// <summary>More than all bonus items together give; what is larger is a slip.</summary>
    private const int BonusMax = 100;

    public static Breach? IsCurrent(bool isCurrent, int version) =>
        isCurrent ? null : new("RESULT_SUPERSEDED.CorrectResult", [("resultVersion", version)], "004 第六条（四）", Path: ["assessment"]);

    public static Breach? Bonus(decimal? bonus) =>
        bonus < 0 ? Breach.OfInput("BONUS_NEGATIVE", [], "bonusScore")
        : bonus is { } given && (given > BonusMax || decimal.Round(given, 2) != given)
            ? Breach.OfInput("BONUS_OUT_OF_RANGE", [("bonusMax", BonusMax)], "bonusScore")
        : null;
}
