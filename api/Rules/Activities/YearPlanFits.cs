namespace SocietyParty.Rules.Activities;

/// <summary>A year is planned, then summed up (004 组织建设-1).</summary>
public static class YearPlanFits
{
    private const string Clause = "004 组织建设-1";

    private const int LastMonth = 12;

    public static Breach? HasDay(DateOnly? plannedOn, DateOnly? summarizedOn) =>
        plannedOn is null && summarizedOn is null ? Breach.OfInput("YEAR_PLAN_WITHOUT_DAY", [], "plannedOn") : null;

    /// <summary>Null where the summary follows the plan and comes at the year's end (年底完成工作总结): in its last month or later.</summary>
    public static Breach? Check(int year, DateOnly? plannedOn, DateOnly? summarizedOn) =>
        summarizedOn < plannedOn ? new("SUMMARY_BEFORE_PLAN", [("plannedOn", plannedOn)], Clause, Path: ["summarizedOn"])
        : summarizedOn < new DateOnly(year, LastMonth, 1)
            ? new("SUMMARY_BEFORE_YEAR_END", [("year", year), ("from", new DateOnly(year, LastMonth, 1))], Clause, Path: ["summarizedOn"])
        : null;
}
