namespace SocietyParty.Rules.Inputs;

/// <summary>A text that has to be given: what it is of.</summary>
public enum NeededText
{
    ActivityTitle,
    DocumentTitle,
    BonusEvidence,
    BonusDescription,
    FindingEvidence,
    ClosingReason,
    CorrectionReason,
    BonusReason,
    DismissalReason,
    ReturnReason,
    WithdrawalReason,
    CategoryReason,
    YearPlanReason,
    Explanation,
    Place,
    Reference,
    PersonName,
}

/// <summary>What has to be said is said; blanks say nothing.</summary>
public static class RequiredText
{
    /// <summary>Null where the text says something.</summary>
    public static Breach? Check(NeededText what, string? text, params IReadOnlyList<string> path) =>
        string.IsNullOrWhiteSpace(text) ? Missing(what) with { Path = path } : null;

    /// <summary>As <see cref="Check"/>, of what may be left out: only a text of blanks is refused.</summary>
    public static Breach? CheckGiven(NeededText what, string? text, params IReadOnlyList<string> path) =>
        text is null ? null : Check(what, text, path);

    private static Breach Missing(NeededText what) =>
        what switch
        {
            NeededText.ActivityTitle => Breach.OfInput("TITLE_MISSING.ActivityChecks", []),
            NeededText.DocumentTitle => Breach.OfInput("TITLE_MISSING.IssueResults", []),
            NeededText.BonusEvidence => Breach.OfInput("EVIDENCE_MISSING.ClaimBonus", []),
            NeededText.BonusDescription => Breach.OfInput("EVIDENCE_MISSING.Description", []),
            NeededText.FindingEvidence => Breach.OfInput("EVIDENCE_MISSING.RecordFailFinding", []),
            NeededText.ClosingReason => Breach.OfInput("REASON_MISSING.CloseUnsubmittedAssessment", []),
            NeededText.CorrectionReason => Breach.OfInput("REASON_MISSING.CorrectResult", []),
            NeededText.BonusReason => Breach.OfInput("REASON_MISSING.DecideBonus", []),
            NeededText.DismissalReason => Breach.OfInput("REASON_MISSING.DismissFinding", []),
            NeededText.ReturnReason => Breach.OfInput("REASON_MISSING.ReturnAssessment", []),
            NeededText.WithdrawalReason => Breach.OfInput("REASON_MISSING.WithdrawFailFinding", []),
            NeededText.CategoryReason => Breach.OfInput("REASON_EMPTY", []),
            NeededText.YearPlanReason => Breach.OfInput("REASON_MISSING.RecordYearPlan", []),
            NeededText.Explanation => Breach.OfInput("EXPLANATION_MISSING", []),
            NeededText.Place => Breach.OfInput("PLACE_EMPTY", []),
            NeededText.Reference => Breach.OfInput("REFERENCE_EMPTY", []),
            NeededText.PersonName => Breach.OfInput("NAME_INVALID.RegisterPerson", []),
            _ => throw new ArgumentOutOfRangeException(nameof(what), what, "Nobody says how this text is missed."),
        };
}
