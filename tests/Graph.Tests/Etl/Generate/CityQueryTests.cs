using System.Text.Json;

namespace SocietyParty.Graph.Tests.Etl.Generate;

/// <summary>Queries over data that the sample does not have: members, assessments, a tree of committees.</summary>
public sealed class CityQueryTests(CityFixture city) : IClassFixture<CityFixture>
{
    [Fact]
    public async Task The_latest_assessment_is_the_first_of_all_by_year()
    {
        var answer = await city.AskAsync(
            "{ branches(first: 200) { nodes { latestAssessment { id year } assessments(order: [{ year: DESC }], first: 1) { "
                + "nodes { id year } } } } }"
        );
        var branches = answer.GetProperty("data").GetProperty("branches").GetProperty("nodes").EnumerateArray().ToList();
        branches.Count.ShouldBe(City.Options.Branches);
        foreach (var branch in branches)
        {
            var first = branch
                .GetProperty("assessments")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(node => node.GetRawText())
                .SingleOrDefault();
            branch.GetProperty("latestAssessment").GetRawText().ShouldBe(first ?? "null");
        }

        branches.ShouldContain(branch => branch.GetProperty("latestAssessment").ValueKind == JsonValueKind.Null);
    }

    [Theory]
    [InlineData("[{ latestAssessment: { totalScore: DESC } }]")]
    [InlineData("[{ latestAssessment: { grade: ASC } }, { latestAssessment: { year: ASC } }]")]
    public async Task Pages_by_the_latest_assessment_are_the_whole_list(string order)
    {
        var whole = await PagesAsync(order, 200);
        whole.Count.ShouldBe(City.Options.Branches);
        (await PagesAsync(order, 20)).ShouldBe(whole);
    }

    [Fact]
    public async Task Every_member_is_in_one_branch()
    {
        var answer = await city.AskAsync("{ branches(first: 200) { nodes { members(first: 1) { totalCount } } } }");
        answer
            .GetProperty("data")
            .GetProperty("branches")
            .GetProperty("nodes")
            .EnumerateArray()
            .Sum(branch => branch.GetProperty("members").GetProperty("totalCount").GetInt32())
            .ShouldBe(City.Options.Members);
    }

    [Fact]
    public async Task Coverage_of_the_city_was_loaded()
    {
        var answer = await city.AskAsync(
            "{ coverage(by: [MONTH]) { nodes { societies organizationCoverage { numerator denominator } } } }"
        );
        var months = answer.GetProperty("data").GetProperty("coverage").GetProperty("nodes").EnumerateArray().ToList();
        months.Count.ShouldBe(6);
        months.ShouldAllBe(month =>
            // One of them was cancelled in the year before.
            month.GetProperty("societies").GetInt32()
                == City.Options.Societies - 1
            && month.GetProperty("organizationCoverage").GetProperty("numerator").GetInt32() > 100
        );
    }

    private async Task<List<string>> PagesAsync(string order, int size)
    {
        var names = new List<string>();
        string? cursor = null;
        while (true)
        {
            var answer = await city.AskAsync(
                $"query ($after: String) {{ branches(first: {size}, after: $after, order: {order}) {{ nodes {{ name }} pageInfo "
                    + $"{{ hasNextPage endCursor }} }} }}",
                new { after = cursor }
            );
            var page = answer.GetProperty("data").GetProperty("branches");
            names.AddRange(page.GetProperty("nodes").EnumerateArray().Select(node => node.GetProperty("name").GetString()!));
            if (!page.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
            {
                return names;
            }

            cursor = page.GetProperty("pageInfo").GetProperty("endCursor").GetString();
        }
    }
}
