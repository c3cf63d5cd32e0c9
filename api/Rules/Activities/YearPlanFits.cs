namespace SocietyParty.Rules.Activities;

/// <summary>A year is planned, then summed up (004 组织建设-1).</summary>
public static class YearPlanFits
{
    private const string Clause = "004 组织建设-1";

    public static Breach? HasDay(DateOnly? plannedOn, DateOnly? summarizedOn) =>
        plannedOn is null && summarizedOn is null ? Breach.OfInput("YEAR_PLAN_WITHOUT_DAY", [], "plannedOn") : null;

    public static Breach? Check(DateOnly? plannedOn, DateOnly? summarizedOn) =>
        summarizedOn < plannedOn ? new("SUMMARY_BEFORE_PLAN", [("plannedOn", plannedOn)], Clause, Path: ["summarizedOn"]) : null;
}
