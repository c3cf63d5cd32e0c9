using SocietyParty.Rules.Assessments;

namespace SocietyParty.Graph.Tests.Rules.Assessments;

public sealed class DebriefScoreTests
{
    /// <summary>004 第五条（五）: 按比例得分; 5 × the mean rate (domain.md §1, 8).</summary>
    [Theory]
    [InlineData("1", 5)]
    [InlineData("0", 0)]
    [InlineData("1 0.5", 3.75)]
    [InlineData("0.9 0.8 0.8", 4.17)]
    [InlineData("0.8333 0.8333", 4.17)]
    [InlineData("0.001", 0.01)]
    public void The_score_is_the_mean_rate_of_the_items_points(string rates, double expected) =>
        DebriefScore.Of(Rates(rates), Scheme.Chongqing).ShouldBe((decimal)expected);

    [Theory]
    [InlineData("", "BALLOTS_MISSING 004 第五条（五）, 004 第六条（三） ballotRates")]
    [InlineData("1 1.01", "BALLOT_RATE_OUT_OF_RANGE 004 第五条（五）, 004 第六条（三） ballotRates/1")]
    [InlineData("-0.1", "BALLOT_RATE_OUT_OF_RANGE 004 第五条（五）, 004 第六条（三） ballotRates/0")]
    [InlineData("0 1", "")]
    public void A_ballot_is_a_share(string rates, string expected) =>
        string.Join(';', Scheme.Shown(DebriefScore.Breaches(Rates(rates), Scheme.Chongqing))).ShouldBe(expected);

    private static decimal[] Rates(string text) =>
        [
            .. text.Split(' ', StringSplitOptions.RemoveEmptyEntries)
                .Select(rate => decimal.Parse(rate, System.Globalization.CultureInfo.InvariantCulture)),
        ];
}
