using SocietyParty.Rules.Mending;

namespace SocietyParty.Graph.Tests.Rules.Mending;

public sealed class MendingFitsTests
{
    [Theory]
    [InlineData(RecordKind.Activity, MendingAction.Voided, null, true, false, "", "004 第六条（四）: nothing is issued")]
    [InlineData(
        RecordKind.Activity,
        MendingAction.Voided,
        2024,
        true,
        false,
        "RECORD_IN_ISSUED_RESULT 004 第六条（四）",
        "004 第六条（四）"
    )]
    [InlineData(RecordKind.Activity, MendingAction.Corrected, 2024, false, false, "", "004 第六条（四）: words count nowhere")]
    [InlineData(
        RecordKind.YearPlan,
        MendingAction.Voided,
        2024,
        true,
        false,
        "RECORD_IN_ISSUED_RESULT 004 第六条（四）",
        "004 第六条（四）"
    )]
    [InlineData(RecordKind.BonusClaim, MendingAction.Corrected, null, true, true, "RECORD_DECIDED 004 第五条（六）", "004 第五条（六）")]
    [InlineData(RecordKind.BonusClaim, MendingAction.Voided, null, true, false, "", "004 第五条（六）")]
    [InlineData(RecordKind.LeadingGroupMeeting, MendingAction.Voided, null, true, true, "RECORD_DECIDED 003 第二十条", "003 第二十条")]
    [InlineData(RecordKind.LeadingGroupMeeting, MendingAction.Voided, null, true, false, "", "003 第十五条: called, not held")]
    [InlineData(RecordKind.CheckIn, MendingAction.Voided, null, true, false, "", "001 §12: nothing rests on it")]
    public void What_others_rest_on_stays(
        RecordKind kind,
        MendingAction action,
        int? issued,
        bool figures,
        bool decided,
        string expected,
        string clause
    ) =>
        string.Join(
                ", ",
                MendingFits.Breaches(new(kind, action, issued, figures, decided), "node").Select(breach => $"{breach.Code} {breach.Clause}")
            )
            .ShouldBe(expected, clause);
}
