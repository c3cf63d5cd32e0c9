namespace SocietyParty.Graph.Tests.Service.Mutations.WorkPoints;

/// <summary>What kind of problem one is: said when it is opened, or later, and counted by (001 §7).</summary>
public sealed class ProblemKindTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private static readonly string Society = MutationFixture.Id("Society", 7);

    private async Task<(string Id, string Kind)> OpenAsync(string? kind)
    {
        var opened = await city.DoneAsync(
            "openRectification",
            new
            {
                society = Society,
                problem = "台账更新不及时",
                foundOn = "2024-05-10",
                kind,
            },
            "id kind"
        );
        return (opened.GetProperty("id").GetString()!, opened.GetProperty("kind").ToString());
    }

    [Fact]
    public async Task A_kind_is_said_at_the_opening_or_later_and_counted()
    {
        var (_, known) = await OpenAsync("CHARTER");
        var (rectification, unknown) = await OpenAsync(null);
        (known, unknown).ShouldBe(("CHARTER", ""));
        (
            await city.DoneAsync(
                "classifyRectification",
                new
                {
                    rectification,
                    kind = "CHARTER",
                    version = 1,
                },
                "kind version stage"
            )
        ).ToString().ShouldBe("""{"kind":"CHARTER","version":2,"stage":"FOUND"}""");
        (
            await city.RefusedAsync(
                "classifyRectification",
                new
                {
                    rectification,
                    kind = "OTHER",
                    version = 1,
                }
            )
        ).ShouldBe(["VERSION_CONFLICT"]);

        const string Query = """
            { rectifications(where: { kind: { eq: CHARTER } }) { totalCount groups(by: [KIND, STAGE]) { nodes { key { kind stage } count } } } }
            """;
        (await city.QueryAsync(Query, new { }))
            .GetProperty("rectifications")
            .ToString()
            .ShouldBe("""{"totalCount":2,"groups":{"nodes":[{"key":{"kind":"CHARTER","stage":"FOUND"},"count":2}]}}""");
    }
}
