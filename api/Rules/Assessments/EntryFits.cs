using System.Globalization;

namespace SocietyParty.Rules.Assessments;

/// <summary>What an entry of a round allows at its stage (004 第五条, 第六条).</summary>
public static class EntryFits
{
    /// <summary>Null where the committee has not decided.</summary>
    public static Breach? NotReviewed(AssessmentStage stage, string clause, string field) =>
        stage is AssessmentStage.Reviewed or AssessmentStage.Issued
            ? new("WRONG_STAGE.Entries", [("stage", stage)], clause, Path: [field])
            : null;

    /// <summary>Null where the result is not issued: from then on it is corrected.</summary>
    public static Breach? NotIssued(AssessmentStage stage, string field) =>
        stage == AssessmentStage.Issued
            ? new("WRONG_STAGE.AssessmentEntryIsIssued", [], StageOrder.Clause(AssessmentStage.Issued), Path: [field])
            : null;

    /// <summary>Null where the branch rates itself still.</summary>
    public static Breach? IsSelf(AssessmentStage stage) =>
        stage == AssessmentStage.Self
            ? null
            : new("WRONG_STAGE.SubmitSelfAssessment", [("stage", stage)], StageOrder.Clause(AssessmentStage.Self), Path: ["entry"]);

    /// <param name="open">Claims that nobody has decided on.</param>
    public static Breach? BonusDecided(int open) =>
        open > 0 ? new("BONUS_NOT_DECIDED", [("open", open)], "004 第五条（六）", Path: ["entry"]) : null;

    public static Breach? Satisfaction(decimal? rate) =>
        rate is < 0 or > 1 ? Breach.OfInput("SATISFACTION_OUT_OF_RANGE", [], "satisfactionRate") : null;

    /// <summary>Warns of a score that differs from what the records suggest.</summary>
    public static IEnumerable<Breach> Differs(IReadOnlyList<ItemScore> given, IReadOnlyList<ItemScore> suggested)
    {
        for (var i = 0; i < given.Count; i++)
        {
            if (suggested.FirstOrDefault(score => score.Item == given[i].Item) is { } other && other.Score != given[i].Score)
            {
                yield return new(
                    "DIFFERS_FROM_SUGGESTION",
                    [("item", given[i].Item), ("score", other.Score), ("confirmed", given[i].Score)],
                    "004 第五条",
                    Severity.Warning,
                    "scores",
                    i.ToString(CultureInfo.InvariantCulture),
                    "score"
                );
            }
        }
    }
}
