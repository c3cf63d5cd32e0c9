using SocietyParty.Rules.Categories;
using SocietyParty.Service.Model.Categories;
using static SocietyParty.Graph.Tests.Rules.Answers;

namespace SocietyParty.Graph.Tests.Rules.Categories;

/// <summary>Proposals of another category, their documents, and what dues amount to: a row a case.</summary>
public sealed class ReclassificationRulesTests
{
    [Fact]
    public void Another_category_is_proposed_once_and_decided_once() =>
        Answers.ShouldBe(
            (ReclassificationSteps.StandingBranch("合成", isDissolved: false), ""),
            (ReclassificationSteps.StandingBranch("合成", isDissolved: true), "WRONG_STAGE.ProposeReclassification 000 §四 @branch"),
            (ReclassificationSteps.Changes(Category.A, Category.B, "category"), ""),
            (ReclassificationSteps.Changes(null, Category.B, "category"), ""),
            (ReclassificationSteps.Changes(Category.B, Category.B, "category"), "CATEGORY_UNCHANGED 000 §四 @category"),
            (ReclassificationSteps.Once(isOpen: false), ""),
            (ReclassificationSteps.Once(isOpen: true), "RECLASSIFICATION_OPEN 000 §四 @branch"),
            (ReclassificationSteps.IsOpen(ReclassificationState.Proposed, null, isOpen: true), ""),
            (
                ReclassificationSteps.IsOpen(ReclassificationState.Rejected, Day("2026-06-10"), isOpen: false),
                "WRONG_STAGE.ReclassificationStates 000 §四 @reclassification"
            ),
            (ReclassificationSteps.IsLast(isLast: true), ""),
            (ReclassificationSteps.IsLast(isLast: false), "CATEGORY_DATE_TOO_EARLY input @effectiveOn")
        );

    [Fact]
    public void A_document_is_known_by_its_number() =>
        Answers.ShouldBe(
            (DecisionDocument.HasTitle(null, null), ""),
            (DecisionDocument.HasTitle("合成〔2026〕1号", "通知"), ""),
            (DecisionDocument.HasTitle("合成〔2026〕1号", null), "DOCUMENT_TITLE_MISSING input @documentTitle"),
            (DecisionDocument.SameTitle("合成〔2026〕1号", "通知", "通知"), ""),
            (DecisionDocument.SameTitle("合成〔2026〕1号", "通知", "通报"), "DOCUMENT_TITLE_DIFFERS told @documentTitle")
        );

    [Fact]
    public void Dues_are_whole_fen_for_up_to_a_year() =>
        Answers.ShouldBe(
            (DuesAmounts.Amount(0.01m, "amount"), ""),
            (DuesAmounts.Amount(0, "amount"), "AMOUNT_WRONG input @amount"),
            (DuesAmounts.Amount(0.001m, "amount"), "AMOUNT_WRONG input @amount"),
            (DuesAmounts.Amount(100_000_000, "amount"), "AMOUNT_WRONG input @amount"),
            (DuesAmounts.Months(1), ""),
            (DuesAmounts.Months(12), ""),
            (DuesAmounts.Months(0), "MONTHS_WRONG input @monthCount"),
            (DuesAmounts.Months(13), "MONTHS_WRONG input @monthCount"),
            // 000 §三: 党费收缴.
            (DuesAmounts.AsStandard(null, 3, 10), ""),
            (DuesAmounts.AsStandard(10, 3, 30), ""),
            (DuesAmounts.AsStandard(10, 3, 20), "DUES_DIFFER_FROM_STANDARD 000 §三 told @amount"),
            (DuesAmounts.IsPaid(isPaid: true, Day("2026-06-01")), ""),
            (DuesAmounts.IsPaid(isPaid: false, Day("2026-06-01")), "DUES_NOT_PAID input @month"),
            (DuesAmounts.StandardIsLast(isLast: true), ""),
            (DuesAmounts.StandardIsLast(isLast: false), "DUES_STANDARD_DATE_TOO_EARLY input @validFrom")
        );
}
