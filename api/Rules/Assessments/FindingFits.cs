namespace SocietyParty.Rules.Assessments;

/// <summary>不合格情形 What makes a branch fail is found, confirmed or dismissed, and withdrawn where it was wrong (004 第五条（七）).</summary>
public static class FindingFits
{
    private const string Clause = "004 第五条（七）";

    /// <summary>A breach for each thing that the graph knows and nobody has confirmed or dismissed yet.</summary>
    public static IEnumerable<Breach> Settled(IEnumerable<FindingCause> open) =>
        open.Select(cause => new Breach("FINDING_OPEN", [("cause", cause)], Clause, Path: ["entry"]));

    /// <param name="proposed">What the graph knows.</param>
    public static Breach? IsProposed(FindingCause cause, IEnumerable<FindingCause> proposed) =>
        proposed.Contains(cause) ? null : new("FINDING_NOT_PROPOSED", [("cause", cause)], Clause, Path: ["cause"]);

    /// <param name="clause">Of the rule that was found broken.</param>
    public static Breach? Stands(DateOnly? withdrawnOn, string clause) =>
        withdrawnOn is { } day ? new("WRONG_STAGE.WithdrawFailFinding", [("day", day)], clause, Path: ["finding"]) : null;

    /// <summary>Warns of what the records show, with the rule that it breaks.</summary>
    public static Breach Found(FailRule rule, string evidence) =>
        new("FAIL_FOUND", [("rule", rule.Text), ("evidence", evidence)], rule.Clause, Severity.Warning, "entry") { Code = rule.Code };
}
