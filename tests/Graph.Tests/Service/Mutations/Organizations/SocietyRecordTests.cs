namespace SocietyParty.Graph.Tests.Service.Mutations.Organizations;

/// <summary>What a society's record is made of.</summary>
public sealed class SocietyRecordTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private static readonly string Committee = MutationFixture.Id("Committee", 1);

    [Fact]
    public async Task The_name_states_the_kind_as_in_a_sheet_unless_the_input_does()
    {
        (await city.DoneAsync("foundSociety", new { name = "合成登记促进会", committee = Committee }, "kind"))
            .ToString()
            .ShouldBe("""{"kind":"PROMOTION_SOCIETY"}""");
        (
            await city.DoneAsync(
                "foundSociety",
                new
                {
                    name = "合成登记学会",
                    kind = "FEDERATION",
                    committee = Committee,
                },
                "kind"
            )
        ).ToString().ShouldBe("""{"kind":"FEDERATION"}""");
        (await city.DoneAsync("foundSociety", new { name = "合成登记中心", committee = Committee }, "kind"))
            .ToString()
            .ShouldBe("""{"kind":null}""");
    }

    [Fact]
    public async Task An_unchanged_save_succeeds_with_a_warning()
    {
        var society = (await city.DoneAsync("foundSociety", new { name = "合成照旧学会", committee = Committee }))
            .GetProperty("id")
            .GetString();
        var saved = await city.ChangeAsync(
            "updateSociety",
            new
            {
                society,
                version = 1,
                name = "合成照旧学会",
                kind = "LEARNED_SOCIETY",
            },
            "name version"
        );
        saved.GetProperty("society").ToString().ShouldBe("""{"name":"合成照旧学会","version":1}""");
        saved.GetProperty("warnings").EnumerateArray().Select(MutationFixture.Shown).ShouldBe(["NOTHING_TO_CHANGE"]);
    }
}
