using SocietyParty.Rules.Mending;

namespace SocietyParty.Graph.Tests.Rules.Mending;

public sealed class VoidFitsTests
{
    [Theory]
    [InlineData(true, false, "")]
    [InlineData(false, true, "RECORD_NOT_VOIDABLE.Evidence input @node")]
    [InlineData(false, false, "RECORD_NOT_VOIDABLE.Other input @node")]
    public void Records_are_declared_void_each_in_its_way(bool hasWay, bool isEvidence, string expected) =>
        Answers.ShouldBe((VoidFits.Check(hasWay, isEvidence), expected));
}
