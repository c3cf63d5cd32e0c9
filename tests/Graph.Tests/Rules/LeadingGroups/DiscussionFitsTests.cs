using System.Globalization;
using SocietyParty.Rules.LeadingGroups;

namespace SocietyParty.Graph.Tests.Rules.LeadingGroups;

/// <summary>Discussed on 1 February 2024, returned on the 20th, and submitted again (003 第六条).</summary>
public sealed class DiscussionFitsTests
{
    [Theory]
    [InlineData("2024-02-01", "")]
    [InlineData("2024-02-20", "")]
    [InlineData("2024-02-25", "")]
    [InlineData("2024-01-31", "DISCUSSED_BEFORE_RETURN 003 第六条")]
    [InlineData("2024-02-02", "DISCUSSED_BEFORE_RETURN 003 第六条")]
    [InlineData("2024-02-19", "DISCUSSED_BEFORE_RETURN 003 第六条")]
    public void A_new_discussion_follows_the_return(string discussedOn, string expected)
    {
        var day = DateOnly.ParseExact(discussedOn, "yyyy-MM-dd", CultureInfo.InvariantCulture);
        var breach = DiscussionFits.Check(new(2024, 2, 1), new(2024, 2, 20), day);
        $"{breach?.Code} {breach?.Clause}".Trim().ShouldBe(expected);
        DiscussionFits.Check(new(2024, 2, 1), null, day).ShouldBeNull();
    }
}
