namespace SocietyParty.Rules.Assessments;

/// <summary>A round is opened once a year, for branches that stand and have no result of that year (004 第二条, 第四条).</summary>
public static class RoundFits
{
    public static Breach? CutOff(int year, DateOnly? cutOffOn) =>
        cutOffOn is { } day && day.Year != year ? Breach.OfInput("CUT_OFF_OUTSIDE_YEAR", [("year", year)], "cutOffOn") : null;

    public static Breach? Once(int year, bool isOpened) =>
        isOpened ? new("ROUND_OPENED_ALREADY.OpenAssessmentRound", [("year", year)], "004 第四条", Path: ["year"]) : null;

    /// <param name="standing">Branches that stood on the cut-off day.</param>
    /// <param name="known">Those of them that have a result or an entry of the year.</param>
    public static Breach? Assesses(int standing, int known, int year, DateOnly cutOffOn) =>
        standing == known ? new("NOBODY_TO_ASSESS", [("cutOff", cutOffOn)], "004 第二条", Path: ["committee"])
        : known > 0 ? new("ASSESSED_ALREADY", [("known", known), ("year", year)], "004 第二条", Severity.Warning, "committee")
        : null;
}
