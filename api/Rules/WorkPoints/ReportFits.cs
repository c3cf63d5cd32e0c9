namespace SocietyParty.Rules.WorkPoints;

/// <summary>双高经费报告 A report tells of a whole period, so it is handed in when that is over, and by its day (001 §11).</summary>
public static class ReportFits
{
    private const string Clause = "001 §11";

    /// <summary>Null where it comes in time; a warning where it is late.</summary>
    /// <param name="endsOn">First day after the period. On its last day a report is taken.</param>
    public static Breach? Check(string period, DateOnly endsOn, DateOnly dueOn, DateOnly submittedOn)
    {
        var lastDay = endsOn.AddDays(-1);
        return submittedOn < lastDay
                ? new("REPORT_NOT_DUE.PeriodRuns", [("period", period), ("lastDay", lastDay)], Clause, Path: ["submittedOn"])
            : submittedOn > dueOn ? new("REPORT_LATE", [("dueOn", dueOn)], Clause, Severity.Warning, "submittedOn")
            : null;
    }
}
