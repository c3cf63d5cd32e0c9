using SocietyParty.Graph.Tests.Service.Mutations.Assessments;
using SocietyParty.Graph.Tests.Service.Mutations.LeadingGroups;

namespace SocietyParty.Graph.Tests.Service.Mutations;

public sealed partial class NamedKindsTests
{
    [Fact]
    public async Task Officers_of_a_society_are_appointed()
    {
        var council = await Council.NewAsync(city);
        // 004 组织建设-7: 有专职的党务干部; 002 §8: 党建联络员.
        await city.DoneAsync("appoint", Of("FULL_TIME_OFFICER", 3));
        await city.DoneAsync("appoint", Of("LIAISON_OFFICER", 4));
        (
            await city.QueryAsync(
                """
                query($society: ID!) { society(id: $society) {
                  officers { post validFrom } before: officers(asOf: "2024-01-31") { post } } }
                """,
                new { society = council.SocietyId }
            )
        ).GetProperty("society").ToString().ShouldBe("""{"officers":[{"post":"FULL_TIME_OFFICER","validFrom":"2024-02-01"},{"post":"LIAISON_OFFICER","validFrom":"2024-02-01"}],"before":[]}""");

        object Of(string post, int place) =>
            new
            {
                person = MutationFixture.Id("Person", council.Members[place]),
                post,
                society = council.SocietyId,
                validFrom = "2024-02-01",
            };
    }

    /// <summary>001 §16: 党委委员 have a division of work; who is one is known.</summary>
    [Fact]
    public async Task A_committee_has_its_secretary_and_members()
    {
        var council = await Council.NewAsync(city);
        var year = await RoundSteps.WithBranchesAsync(city, "合成党委班子", 0);
        foreach (var (post, place) in new[] { ("COMMITTEE_SECRETARY", 5), ("COMMITTEE_MEMBER", 6), ("COMMITTEE_MEMBER", 7) })
        {
            await city.DoneAsync(
                "appoint",
                new
                {
                    person = MutationFixture.Id("Person", council.Members[place]),
                    post,
                    committee = year.Committee,
                    validFrom = "2024-02-01",
                }
            );
        }

        (
            await city.QueryAsync(
                "query($committee: ID!) { committee(id: $committee) { appointments { post } } }",
                new { committee = year.Committee }
            )
        )
            .GetProperty("committee")
            .GetProperty("appointments")
            .EnumerateArray()
            .Select(one => one.GetProperty("post").GetString())
            .ShouldBe(["COMMITTEE_SECRETARY", "COMMITTEE_MEMBER", "COMMITTEE_MEMBER"], ignoreOrder: true);
    }
}
