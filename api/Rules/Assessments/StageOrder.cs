namespace SocietyParty.Rules.Assessments;

/// <summary>考核步骤 The order of the stages (004 第六条).</summary>
public static class StageOrder
{
    /// <summary>The stages from which an entry comes to a stage. Whoever is in no consortium is not ranked (（二）: 其余党支部直接报送).</summary>
    public static AssessmentStage Before(AssessmentStage stage, bool isInConsortium) =>
        stage switch
        {
            AssessmentStage.Supervised => AssessmentStage.Self,
            AssessmentStage.Debriefed => isInConsortium ? AssessmentStage.Supervised : AssessmentStage.Self,
            AssessmentStage.Reviewed => AssessmentStage.Debriefed,
            AssessmentStage.Issued => AssessmentStage.Reviewed,
            _ => throw new ArgumentOutOfRangeException(nameof(stage), stage, "Every entry begins with its self-assessment."),
        };

    /// <summary>The breach of moving on out of order; null where it is the entry's turn.</summary>
    /// <param name="isSubmitted">Whether the branch handed in its self-assessment.</param>
    public static Breach? Breach(AssessmentStage now, AssessmentStage to, bool isInConsortium, bool isSubmitted)
    {
        var before = Before(to, isInConsortium);
        if (now != before)
        {
            return new("WRONG_STAGE.StageOrder", [("to", to), ("before", before), ("now", now)], Clause(to));
        }

        return now == AssessmentStage.Self && !isSubmitted
            ? new("WRONG_STAGE.NotHandedInForStage", [("to", to)], Clause(AssessmentStage.Self))
            : null;
    }

    /// <summary>
    /// The stage to which a step back leads: the one before, and from a decision without a self-assessment the first one.
    /// </summary>
    public static AssessmentStage Back(AssessmentStage now, bool isInConsortium, bool isSubmitted) =>
        now == AssessmentStage.Reviewed && !isSubmitted ? AssessmentStage.Self : Before(now, isInConsortium);

    /// <summary>The breach of a step back from where there is none; null where it is possible.</summary>
    public static Breach? CannotGoBack(AssessmentStage now) =>
        now switch
        {
            AssessmentStage.Self => new("WRONG_STAGE.NothingToUndo", [], Clause(AssessmentStage.Self), Path: ["entry"]),
            AssessmentStage.Issued => new("WRONG_STAGE.AssessmentEntryIsIssued", [], Clause(AssessmentStage.Issued), Path: ["entry"]),
            _ => null,
        };

    /// <summary>The breaches of deciding without a self-assessment: it was handed in, or there is time for it still.</summary>
    public static IEnumerable<Breach> Unsubmitted(AssessmentStage now, DateOnly? submittedOn, DateOnly cutOffOn, DateOnly decidedOn)
    {
        if (now != AssessmentStage.Self)
        {
            yield return new("WRONG_STAGE.Unsubmitted", [("stage", now)], Clause(AssessmentStage.Reviewed), Path: ["entry"]);
        }
        else if (submittedOn is { } day)
        {
            yield return new("SELF_SUBMITTED", [("day", day)], Clause(AssessmentStage.Self), Path: ["entry"]);
        }

        if (decidedOn <= cutOffOn)
        {
            yield return new("UNSUBMITTED_TOO_EARLY", [("cutOffOn", cutOffOn)], Clause(AssessmentStage.Self), Path: ["decidedOn"]);
        }
    }

    /// <summary>Where a stage stands in the document.</summary>
    public static string Clause(AssessmentStage stage) =>
        stage switch
        {
            AssessmentStage.Self => "004 第六条（一）",
            AssessmentStage.Supervised => "004 第六条（二）",
            AssessmentStage.Debriefed => "004 第六条（三）",
            _ => "004 第六条（四）",
        };
}
