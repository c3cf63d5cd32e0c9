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
