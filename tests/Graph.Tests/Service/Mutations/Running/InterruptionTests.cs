using System.Text.Json;

namespace SocietyParty.Graph.Tests.Service.Mutations.Running;

/// <summary>Several changes in one request, and a database that fails between them: the answer says what became of each.</summary>
public sealed class InterruptionTests(InterruptionTests.Failing city) : IClassFixture<InterruptionTests.Failing>
{
    private const string Changes = """
        mutation($b: String!) {
          a: registerSupportingUnit(input: { name: "合成先前单位" }) { ...Told }
          b: registerSupportingUnit(input: { name: $b }) { ...Told }
          c: registerSupportingUnit(input: { name: "合成其后单位" }) { ...Told }
        }
        fragment Told on RegisterSupportingUnitPayload { supportingUnit { name region { name } } errors { __typename code message path } }
        """;

    [Theory]
    [InlineData(Failing.Breaking, "CHANGE_UNKNOWN", 0L)]
    [InlineData(Failing.Unreadable, "CHANGE_UNREAD", 1L)]
    public async Task What_was_done_before_is_told(string name, string code, long rows)
    {
        var answer = await city.AskAsync(Changes, new { b = name });
        answer.TryGetProperty("errors", out _).ShouldBeFalse(answer.ToString());
        var data = answer.GetProperty("data");
        data.GetProperty("a").GetProperty("supportingUnit").GetProperty("name").GetString().ShouldBe("合成先前单位");
        Codes(data, "a").ShouldBeEmpty();
        Codes(data, "b").ShouldBe([$"Interruption {code}"]);
        Codes(data, "c").ShouldBe(["Interruption NOT_TRIED"]);
        (await city.ScalarAsync<long>($"SELECT count(*) FROM graph.supporting_unit WHERE name = '{name}'")).ShouldBe(rows);
        (await city.ScalarAsync<long>("SELECT count(*) FROM graph.supporting_unit WHERE name = '合成其后单位'")).ShouldBe(0);
        await city.MendAsync();
    }

    [Fact]
    public async Task Where_nothing_was_done_yet_the_whole_request_may_be_repeated()
    {
        var answer = await city.AskAsync(
            "mutation($b: String!) { registerSupportingUnit(input: { name: $b }) { errors { code } } }",
            new { b = Failing.Breaking }
        );
        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("SP-DATABASE-001");
        answer.TryGetProperty("data", out _).ShouldBeFalse();
    }

    private static IEnumerable<string> Codes(JsonElement data, string key) =>
        data.GetProperty(key)
            .GetProperty("errors")
            .EnumerateArray()
            .Select(error => $"{error.GetProperty("__typename").GetString()} {error.GetProperty("code").GetString()}");

    /// <summary>A unit of one name ends its own session; one of another takes away what is read after it.</summary>
    public sealed class Failing : MutationFixture, IAsyncLifetime
    {
        public const string Breaking = "合成断开单位";
        public const string Unreadable = "合成不可读单位";

        async Task IAsyncLifetime.InitializeAsync()
        {
            await InitializeAsync();
            await ExecuteAsync(
                $"""
                CREATE FUNCTION public.fail() RETURNS trigger LANGUAGE plpgsql AS $$
                BEGIN
                    IF NEW.name = '{Breaking}' THEN PERFORM pg_terminate_backend(pg_backend_pid()); END IF;
                    IF NEW.name = '{Unreadable}' THEN ALTER TABLE graph.region RENAME TO region_away; END IF;
                    RETURN NULL;
                END $$;
                CREATE TRIGGER fail AFTER INSERT ON graph.supporting_unit FOR EACH ROW EXECUTE FUNCTION public.fail();
                """
            );
        }

        public Task MendAsync() =>
            ExecuteAsync(
                """
                ALTER TABLE IF EXISTS graph.region_away RENAME TO region;
                DELETE FROM graph.supporting_unit WHERE name IN ('合成先前单位', '合成不可读单位');
                """
            );
    }
}
