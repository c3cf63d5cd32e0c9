using SocietyParty.Rules.Inputs;

namespace SocietyParty.Graph.Tests.Rules.Inputs;

/// <summary>What every input holds to, a row a case. These are rules of this software, so no row has a clause.</summary>
public sealed class InputRulesTests
{
    [Fact]
    public void A_text_says_something_and_can_be_kept() =>
        Answers.ShouldBe(
            (TextFits.Check(null, "reason"), ""),
            (TextFits.Check("补登", "reason"), ""),
            (TextFits.Check(" \u3000", "reason"), "TEXT_INVALID.Texts input @reason"),
            (TextFits.Check(new('长', 2_000), "reason"), ""),
            (TextFits.Check(new('长', 2_001), "agenda", "0", "title"), "TEXT_INVALID.Texts input @agenda.0.title"),
            (TextFits.CanBeKept("", "note"), ""),
            (TextFits.CanBeKept(new('长', 20_000), "note"), ""),
            (TextFits.CanBeKept(new('长', 20_001), "note"), "TEXT_INVALID.InputBounds input @note"),
            (TextFits.CanBeKept("a\0b", "note"), "TEXT_INVALID.InputBounds input @note")
        );

    [Theory]
    [InlineData(NeededText.ActivityTitle, "TITLE_MISSING.ActivityChecks")]
    [InlineData(NeededText.DocumentTitle, "TITLE_MISSING.IssueResults")]
    [InlineData(NeededText.BonusEvidence, "EVIDENCE_MISSING.ClaimBonus")]
    [InlineData(NeededText.BonusDescription, "EVIDENCE_MISSING.Description")]
    [InlineData(NeededText.FindingEvidence, "EVIDENCE_MISSING.RecordFailFinding")]
    [InlineData(NeededText.ClosingReason, "REASON_MISSING.CloseUnsubmittedAssessment")]
    [InlineData(NeededText.CorrectionReason, "REASON_MISSING.CorrectResult")]
    [InlineData(NeededText.BonusReason, "REASON_MISSING.DecideBonus")]
    [InlineData(NeededText.DismissalReason, "REASON_MISSING.DismissFinding")]
    [InlineData(NeededText.ReturnReason, "REASON_MISSING.ReturnAssessment")]
    [InlineData(NeededText.WithdrawalReason, "REASON_MISSING.WithdrawFailFinding")]
    [InlineData(NeededText.CategoryReason, "REASON_EMPTY")]
    [InlineData(NeededText.YearPlanReason, "REASON_MISSING.RecordYearPlan")]
    [InlineData(NeededText.Explanation, "EXPLANATION_MISSING")]
    [InlineData(NeededText.Place, "PLACE_EMPTY")]
    [InlineData(NeededText.Reference, "REFERENCE_EMPTY")]
    [InlineData(NeededText.PersonName, "NAME_INVALID.RegisterPerson")]
    public void What_has_to_be_said_is_said(NeededText what, string key) =>
        Answers.ShouldBe(
            (RequiredText.Check(what, "说明", "f"), ""),
            (RequiredText.Check(what, null, "f"), $"{key} input @f"),
            (RequiredText.Check(what, "  ", "f"), $"{key} input @f"),
            (RequiredText.CheckGiven(what, null, "f"), ""),
            (RequiredText.CheckGiven(what, "", "f"), $"{key} input @f")
        );

    [Fact]
    public void Every_text_that_has_to_be_given_says_how_it_is_missed() =>
        Enum.GetValues<NeededText>().Select(what => RequiredText.Check(what, null, "f")!.Key).Distinct().Count().ShouldBe(17);

    [Fact]
    public void An_unchanged_save_is_told_of() =>
        Answers.ShouldBe((Unchanged.Check(changes: true), ""), (Unchanged.Check(changes: false), "NOTHING_TO_CHANGE.Unchanged told"));

    [Fact]
    public void What_is_named_is_there() =>
        Answers.ShouldBe(
            (KnownRow.NoIdentity("Branch", "x", "branch"), "INVALID_ID input @branch"),
            (KnownRow.NoRow("Branch", "x", "branch"), "NOT_FOUND.Id @branch"),
            (KnownRow.NoCode("Discipline", "999", "discipline"), "NOT_FOUND.Code @discipline")
        );

    [Theory]
    [InlineData(NamedThing.Branch, "BRANCH_NAMED_TWICE")]
    [InlineData(NamedThing.Consortium, "RANKING_REPEATS")]
    [InlineData(NamedThing.Seat, "SEAT_NAMED_TWICE")]
    [InlineData(NamedThing.Observer, "OBSERVER_NAMED_TWICE.CallLeadingGroupMeeting")]
    [InlineData(NamedThing.AttendingMember, "ATTENDANCE_GIVEN_TWICE.SameMember")]
    [InlineData(NamedThing.SeatedPerson, "PERSON_SEATED_TWICE")]
    public void A_list_names_a_thing_once(NamedThing thing, string key) =>
        Answers.ShouldBe(
            (NamedOnce.Check(thing, "合成", isNamedBefore: false, "list", "1"), ""),
            (NamedOnce.Check(thing, "合成", isNamedBefore: true, "list", "1"), $"{key} input @list.1")
        );

    [Fact]
    public void A_version_is_the_one_that_was_read() =>
        Answers.ShouldBe(
            (VersionFits.Check(null, 3), ""),
            (VersionFits.Check(3, 3), ""),
            (VersionFits.Check(2, 3), "VERSION_CONFLICT @version"),
            (VersionFits.HasObject(null, isGiven: false, "activity"), ""),
            (VersionFits.HasObject(1, isGiven: true, "activity"), ""),
            (VersionFits.HasObject(1, isGiven: false, "activity"), "VERSION_WITHOUT_OBJECT input @version")
        );

    [Fact]
    public void A_year_is_one_of_the_calendar() =>
        Answers.ShouldBe(
            (YearFits.Check(1949), ""),
            (YearFits.Check(2099), ""),
            (YearFits.Check(1948), "YEAR_OUT_OF_RANGE input @year"),
            (YearFits.Check(2100), "YEAR_OUT_OF_RANGE input @year"),
            (YearFits.CheckPlanned(2026), ""),
            (YearFits.CheckPlanned(20026), "YEAR_INVALID input @year"),
            (YearFits.CheckBirth(null, 2026), ""),
            (YearFits.CheckBirth(2026, 2026), ""),
            (YearFits.CheckBirth(1899, 2026), "BIRTH_YEAR_WRONG input @birthYear"),
            (YearFits.CheckBirth(2027, 2026), "BIRTH_YEAR_WRONG input @birthYear")
        );

    [Fact]
    public void A_key_repeats_the_same_request() =>
        Answers.ShouldBe(
            (RequestKeys.Check(null, "key"), ""),
            (RequestKeys.Check(new('k', 200), "key"), ""),
            (RequestKeys.Check("", "key"), "IDEMPOTENCY_KEY_EMPTY input @key"),
            (RequestKeys.Check(new('k', 201), "key"), "IDEMPOTENCY_KEY_INVALID input @key"),
            (RequestKeys.Check("\0", "key"), "IDEMPOTENCY_KEY_INVALID input @key"),
            (RequestKeys.Repeats(isSame: true, "planActivity", "key"), ""),
            (RequestKeys.Repeats(isSame: false, "planActivity", "key"), "IDEMPOTENCY_KEY_USED @key")
        );

    [Fact]
    public void A_change_that_the_database_did_not_make_says_what_became_of_it() =>
        Answers.ShouldBe(
            (ChangeOutcome.NotTried, "NOT_TRIED"),
            (ChangeOutcome.Unknown, "CHANGE_UNKNOWN"),
            (ChangeOutcome.Unread, "CHANGE_UNREAD"),
            (ChangeOutcome.TextTooLong, "TEXT_TOO_LONG input"),
            (ChangeOutcome.NumberOutOfRange, "NUMBER_OUT_OF_RANGE input"),
            (ChangeOutcome.Unnamed("some_check"), "CONSTRAINT_VIOLATED input")
        );
}
