using SocietyParty.Rules.WorkPoints;
using static SocietyParty.Graph.Tests.Rules.Answers;

namespace SocietyParty.Graph.Tests.Rules.WorkPoints;

public sealed class WorkFitsTests
{
    [Fact]
    public void Work_is_about_one_and_done_by_who_may() =>
        Answers.ShouldBe(
            // 001 §7: a problem is a society's or a branch's.
            (WorkFits.OneSubject(hasSociety: true, hasBranch: false), ""),
            (WorkFits.OneSubject(hasSociety: false, hasBranch: true), ""),
            (WorkFits.OneSubject(hasSociety: true, hasBranch: true), "ONE_SUBJECT.OpenRectification input @branch"),
            (WorkFits.OneSubject(hasSociety: false, hasBranch: false), "ONE_SUBJECT.OpenRectification input @society"),
            (WorkFits.IsCommitteeMember(isMember: true, "合成党支部", Day("2026-06-10")), ""),
            (WorkFits.IsCommitteeMember(isMember: false, "合成党支部", Day("2026-06-10")), "NOT_A_COMMITTEE_MEMBER 001 §16 @person"),
            (WorkFits.NotPlanned("合成学会", "2026Q1"), "REPORT_NOT_DUE.NotPlanned 001 §11 @period"),
            (WorkFits.FiledOnce(isKnown: false, null, isFiled: false), ""),
            (WorkFits.FiledOnce(isKnown: true, null, isFiled: true), ""),
            (WorkFits.FiledOnce(isKnown: true, null, isFiled: false), "EVENT_FILED.EventFilingOnce 004 政治建设-4 @event"),
            (WorkFits.FiledOnce(isKnown: true, Day("2026-06-10"), isFiled: true), "EVENT_FILED.FileEvent 004 政治建设-4 @event")
        );
}
