using SocietyParty.Rules.Access;

namespace SocietyParty.Graph.Tests.Rules.Access;

/// <summary>Rules of this software: no document knows tokens.</summary>
public sealed class TokenFitsTests
{
    private static readonly TokenFacts Fine = new("夜间导入", 90, false, true, false);

    public static TheoryData<TokenFacts, string> Refused =>
        new()
        {
            { Fine with { Name = "" }, "TOKEN_NAME_INVALID" },
            { Fine with { Name = " a" }, "TOKEN_NAME_INVALID" },
            { Fine with { Name = "a\nb" }, "TOKEN_NAME_INVALID" },
            { Fine with { Name = new string('名', 101) }, "TOKEN_NAME_INVALID" },
            { Fine with { Days = 0 }, "TOKEN_DAYS_INVALID" },
            { Fine with { Days = 367 }, "TOKEN_DAYS_INVALID" },
            { Fine with { IsByProgram = true }, "TOKEN_BY_PROGRAM" },
            { Fine with { IsByProgram = true, ManagesAccess = true }, "TOKEN_BY_PROGRAM" },
            { Fine with { IsOwnRole = false }, "TOKEN_OF_OTHER_ROLE" },
        };

    public static TheoryData<TokenFacts> Taken =>
        [
            Fine,
            Fine with
            {
                Name = new string('名', 100),
            },
            Fine with
            {
                Days = 1,
            },
            Fine with
            {
                Days = 366,
            },
            Fine with
            {
                IsOwnRole = false,
                ManagesAccess = true,
            },
        ];

    [Theory, MemberData(nameof(Refused))]
    public void What_breaks_a_rule_is_refused(TokenFacts facts, string code) =>
        TokenFits.Check(facts).Select(breach => breach.Code).ShouldBe([code]);

    [Theory, MemberData(nameof(Taken))]
    public void What_breaks_none_is_taken(TokenFacts facts) => TokenFits.Check(facts).ShouldBeEmpty();
}
