using SocietyParty.Rules.Access;

namespace SocietyParty.Graph.Tests.Rules.Access;

/// <summary>Rules of this software: no document knows accounts.</summary>
public sealed class AccountReachTests
{
    private static readonly AccountFacts Within = new(ManagesAccess: false, IsOwn: false, IsWithin: true);

    public static TheoryData<AccountFacts?, bool, string[]> Changes =>
        new()
        {
            { Within, false, [] },
            { Within with { ManagesAccess = true, IsWithin = false }, false, [] },
            // What is beyond is answered as what is not there.
            { Within with { IsWithin = false }, false, ["SP-ACCESS-202"] },
            { null, false, ["SP-ACCESS-202"] },
            { Within with { IsOwn = true }, false, ["ACCOUNT_IS_OWN"] },
            { Within with { IsOwn = true, IsWithin = false }, false, ["ACCOUNT_IS_OWN"] },
            { Within with { IsOwn = true, ManagesAccess = true }, false, ["ACCOUNT_IS_OWN"] },
            { Within, true, ["ACCOUNT_BY_PROGRAM"] },
        };

    [Theory, MemberData(nameof(Changes))]
    public void An_account_within_reach_is_changed(AccountFacts? facts, bool isByProgram, string[] codes) =>
        AccountReach.Change("li.wei", facts, isByProgram).Select(breach => breach.Code).ShouldBe(codes);

    [Theory]
    [InlineData("BRANCH_SECRETARY", false, true, true, null)]
    [InlineData("BRANCH_SECRETARY", false, true, false, "SP-ACCESS-204 branch")]
    [InlineData("BRANCH_SECRETARY", true, true, false, null)]
    // What is wanted and not named the store says.
    [InlineData("BRANCH_SECRETARY", false, false, false, null)]
    [InlineData("RESEARCHER", false, false, false, "ROLE_BEYOND_ROLE role")]
    [InlineData("SYSTEM_ADMINISTRATOR", false, false, false, "ROLE_BEYOND_ROLE role")]
    [InlineData("SYSTEM_ADMINISTRATOR", true, false, false, null)]
    [InlineData("ANONYMOUS", true, false, true, "ROLE_OF_NOBODY role")]
    [InlineData("ANONYMOUS", false, false, false, "ROLE_OF_NOBODY role")]
    public void A_role_is_given_within_reach(string role, bool manages, bool isNamed, bool isWithin, string? expected) =>
        AccountReach
            .Give(role, manages, role == "BRANCH_SECRETARY" ? ("Branch", "branch") : null, isNamed, isWithin)
            .Select(breach => $"{breach.Code} {breach.Path[0]}")
            .ShouldBe(expected is null ? [] : [expected]);

    [Theory]
    [InlineData("li.wei", false, null)]
    [InlineData("", false, "ACCOUNT_NAME_INVALID")]
    [InlineData("li ", false, "ACCOUNT_NAME_INVALID")]
    [InlineData("li.wei", true, "ACCOUNT_BY_PROGRAM")]
    public void An_account_is_made_by_a_person_under_a_name(string name, bool isByProgram, string? code) =>
        AccountReach.Make(name, isByProgram).Select(breach => breach.Code).ShouldBe(code is null ? [] : [code]);
}
