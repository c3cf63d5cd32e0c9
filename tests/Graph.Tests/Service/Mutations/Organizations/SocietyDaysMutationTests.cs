namespace SocietyParty.Graph.Tests.Service.Mutations.Organizations;

/// <summary>A society from its founding to its cancellation, over HTTP.</summary>
public sealed class SocietyDaysMutationTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private const string Shown =
        "foundedOn cancelledOn cancelReason operatingState version restorations { cancelledOn cancelReason reason }";
    private static readonly string Committee = MutationFixture.Id("Committee", 1);

    [Fact]
    public async Task A_society_is_founded_cancelled_and_restored_and_keeps_what_was_wrong()
    {
        var found = await city.DoneAsync(
            "foundSociety",
            new
            {
                name = "合成日期学会",
                committee = Committee,
                foundedOn = "2020-03-10",
            },
            "id foundedOn version"
        );
        var society = found.GetProperty("id").GetString();
        found.GetProperty("foundedOn").GetString().ShouldBe("2020-03-10");

        (
            await CodesAsync(
                "cancelSociety",
                new
                {
                    society,
                    cancelledOn = "2020-03-09",
                    reason = "注销登记",
                    version = 1,
                }
            )
        ).ShouldBe("CANCELLED_BEFORE_FOUNDING");
        (
            await CodesAsync(
                "cancelSociety",
                new
                {
                    society,
                    cancelledOn = "2020-03-10",
                    reason = "注销登记",
                    version = 1,
                }
            )
        ).ShouldBe("CANCELLED_BEFORE_FOUNDING");
        (
            await CodesAsync(
                "restoreSociety",
                new
                {
                    society,
                    reason = "有误",
                    version = 1,
                }
            )
        ).ShouldBe("SOCIETY_NOT_CANCELLED");
        var cancelled = await city.DoneAsync(
            "cancelSociety",
            new
            {
                society,
                cancelledOn = "2020-03-11",
                reason = "注销登记",
                version = 1,
            },
            Shown
        );
        cancelled
            .ToString()
            .ShouldBe(
                """{"foundedOn":"2020-03-10","cancelledOn":"2020-03-11","cancelReason":"注销登记","operatingState":"CANCELLED","version":2,"restorations":[]}"""
            );
        (
            await CodesAsync(
                "cancelSociety",
                new
                {
                    society,
                    cancelledOn = "2020-03-12",
                    reason = "注销登记",
                    version = 2,
                }
            )
        ).ShouldBe("SOCIETY_CANCELLED_ALREADY");
        (
            await CodesAsync(
                "updateSociety",
                new
                {
                    society,
                    foundedOn = "2020-03-11",
                    version = 2,
                }
            )
        ).ShouldBe("FOUNDED_AFTER_CANCELLATION");

        (
            await city.DoneAsync(
                "restoreSociety",
                new
                {
                    society,
                    reason = "注销有误",
                    version = 2,
                },
                Shown
            )
        ).ToString().ShouldBe("""{"foundedOn":"2020-03-10","cancelledOn":null,"cancelReason":null,"operatingState":"OPERATING","version":3,"restorations":[{"cancelledOn":"2020-03-11","cancelReason":"注销登记","reason":"注销有误"}]}""");
    }

    private async Task<string> CodesAsync(string mutation, object input) =>
        string.Join(
            ' ',
            (await city.ChangeAsync(mutation, input)).GetProperty("errors").EnumerateArray().Select(e => e.GetProperty("code").GetString())
        );
}
