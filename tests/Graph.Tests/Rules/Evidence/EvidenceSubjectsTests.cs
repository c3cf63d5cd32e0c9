using SocietyParty.Rules.Evidence;

namespace SocietyParty.Graph.Tests.Rules.Evidence;

public sealed class EvidenceSubjectsTests
{
    [Theory]
    [InlineData(1, false, false, "")]
    [InlineData(1, true, true, "")]
    [InlineData(0, false, false, "ONE_SUBJECT.EvidenceOf input")]
    [InlineData(2, false, false, "ONE_SUBJECT.EvidenceOf input")]
    [InlineData(1, true, false, "KEEPER_MISSING input @keptBy")]
    [InlineData(1, false, true, "KEEPER_GIVEN input @keptBy")]
    public void A_record_is_about_one_subject(int given, bool isPerson, bool hasKeeper, string expected) =>
        Answers.ShouldBe((EvidenceSubjects.Check(given, isPerson, hasKeeper), expected));
}
