using SocietyParty.Rules.Access;

namespace SocietyParty.Graph.Tests.Rules.Access;

/// <summary>A rule of this software: the documents know superiors, not roles.</summary>
public sealed class CommitteeReachTests
{
    [Theory]
    [InlineData(true, true, false, null)]
    [InlineData(true, false, false, null)]
    [InlineData(false, false, true, null)]
    [InlineData(false, false, false, "COMMITTEE_BEYOND_ROLE")]
    [InlineData(false, true, true, "COMMITTEE_BEYOND_ROLE")]
    [InlineData(false, true, false, "COMMITTEE_BEYOND_ROLE")]
    public void Who_administers_one_committee_places_only_what_is_below_it(bool all, bool isOwn, bool hasUpper, string? code) =>
        (CommitteeReach.Places(all, isOwn, hasUpper)?.Code).ShouldBe(code);
}
