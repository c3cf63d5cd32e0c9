namespace SocietyParty.Rules.Assessments;

/// <summary>自评 A branch scores itself once its round is open, and leaves the debrief to those who vote on it (004 第六条（一）, （三）).</summary>
public static class SelfAssessmentFits
{
    public static IEnumerable<Breach> Breaches(
        IReadOnlyList<ItemScore> scores,
        DateOnly openedOn,
        DateOnly submittedOn,
        AssessmentRules rules
    )
    {
        if (submittedOn < openedOn)
        {
            yield return new("SELF_BEFORE_ROUND", [("openedOn", openedOn)], StageOrder.Clause(AssessmentStage.Self), Path: ["submittedOn"]);
        }

        for (var i = 0; i < scores.Count; i++)
        {
            if (scores[i].Item == rules.Debrief.Item)
            {
                yield return new(
                    "DEBRIEF_NOT_SELF_SCORED",
                    [("code", scores[i].Item), ("text", rules.Item(scores[i].Item)?.Text)],
                    StageOrder.Clause(AssessmentStage.Debriefed),
                    Path: ["scores", $"{i}", "item"]
                );
            }
        }
    }
}
