using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.Tests.Language;

public class HostileInputTests
{
    // Tokens unlimited: depth alone has to stop these.
    private static readonly ParserLimits Wide = new(TokensMax: int.MaxValue);

    public static TheoryData<string, string> Nested =>
        new()
        {
            { "{a", "" },
            { "[", "{a(x:" },
            { "{a:", "{a(x:" },
            { "[", "query($x:" },
            { "{...on T", "" },
            { "{...", "" },
        };

    [Theory]
    [MemberData(nameof(Nested))]
    public void A_hundred_thousand_levels_are_refused(string level, string prefix) =>
        Parser.Parse(prefix + string.Concat(Enumerable.Repeat(level, 100_000)), Wide).Errors.Single().Code.ShouldBe("SP-SYNTAX-003");

    [Theory]
    [InlineData("a ")]
    [InlineData("{")]
    [InlineData("\"")]
    [InlineData("\"\"\"")]
    [InlineData("#")]
    [InlineData("\\u{")]
    [InlineData("中")]
    [InlineData("\ud800")]
    public void A_megabyte_of_junk_is_refused(string junk) =>
        Parser.Parse(string.Concat(Enumerable.Repeat(junk, 1_000_000 / junk.Length))).Succeeded.ShouldBeFalse();

    [Fact]
    public void Random_characters_end_in_a_value_or_an_error()
    {
        const string Alphabet = "{}[]()!$&|@:=.\"\\#-+0123456789eEabu,\n\r\t 'query_on\ud83d\ude00";
        var random = new Random(20221231);
        for (var i = 0; i < 20_000; i++)
        {
            var text = string.Concat(Enumerable.Range(0, random.Next(1, 40)).Select(_ => Alphabet[random.Next(Alphabet.Length)]));
            var outcome = Parser.Parse(text);
            (outcome.Succeeded || outcome.Errors.Length == 1).ShouldBeTrue(text);
        }
    }
}
