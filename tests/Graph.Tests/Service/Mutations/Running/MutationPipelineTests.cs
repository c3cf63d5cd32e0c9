using System.Net;
using System.Net.Http.Json;
using System.Text.Json;

namespace SocietyParty.Graph.Tests.Service.Mutations.Running;

/// <summary>What every mutation has in common, shown with societies and branches.</summary>
public sealed class MutationPipelineTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private string Committee => MutationFixture.Id("Committee", 1);

    [Fact]
    public async Task The_payload_is_read_after_the_change()
    {
        var society = await city.DoneAsync(
            "foundSociety",
            new
            {
                name = "合成学会一",
                committee = Committee,
                kind = "LEARNED_SOCIETY",
            },
            "id name kind level operatingState version committee { id name } branches { totalCount }"
        );

        society.GetProperty("name").GetString().ShouldBe("合成学会一");
        society.GetProperty("level").GetString().ShouldBe("PROVINCIAL");
        society.GetProperty("operatingState").GetString().ShouldBe("OPERATING");
        society.GetProperty("committee").GetProperty("id").GetString().ShouldBe(Committee);
        society.GetProperty("branches").GetProperty("totalCount").GetInt32().ShouldBe(0);
    }

    [Theory]
    [InlineData("zh-CN,zh;q=0.9,en;q=0.8", "名称应为 1 到 200 个字，首尾不能有空格。", "没有代码为 ALCHEMY 的学科。")]
    [InlineData("en-GB", "A name has 1 to 200 characters, and no space at its ends.", "There is no discipline with the code ALCHEMY.")]
    [InlineData(null, "A name has 1 to 200 characters, and no space at its ends.", "There is no discipline with the code ALCHEMY.")]
    public async Task A_refusal_is_said_in_the_callers_language(string? accepted, params string[] messages)
    {
        using var http = new HttpClient();
        using var request = new HttpRequestMessage(HttpMethod.Post, new Uri(city.Address, "/graphql"))
        {
            Content = JsonContent.Create(
                new
                {
                    query = "mutation($c: ID!) { foundSociety(input: { name: \" \", committee: $c, discipline: \"ALCHEMY\" }) "
                        + "{ errors { message } } }",
                    variables = new { c = Committee },
                }
            ),
        };
        if (accepted is not null)
        {
            request.Headers.AcceptLanguage.ParseAdd(accepted);
        }

        using var response = await http.SendAsync(request);
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        answer
            .GetProperty("data")
            .GetProperty("foundSociety")
            .GetProperty("errors")
            .EnumerateArray()
            .Select(error => error.GetProperty("message").GetString())
            .ShouldBe(messages);
    }

    [Fact]
    public async Task A_refusal_names_type_code_place_and_changes_nothing()
    {
        var before = await city.ScalarAsync<long>("SELECT count(*) FROM graph.society");
        var payload = await city.ChangeAsync(
            "foundSociety",
            new
            {
                name = " ",
                committee = Committee,
                discipline = "ALCHEMY",
            }
        );

        payload.GetProperty("society").ValueKind.ShouldBe(JsonValueKind.Null);
        payload
            .GetProperty("errors")
            .EnumerateArray()
            .Select(error =>
                (
                    error.GetProperty("__typename").GetString(),
                    error.GetProperty("code").GetString(),
                    string.Join('/', error.GetProperty("path").EnumerateArray())
                )
            )
            .ShouldBe([("InputError", "NAME_INVALID", "input/name"), ("NotFoundError", "NOT_FOUND", "input/discipline")]);
        (await city.ScalarAsync<long>("SELECT count(*) FROM graph.society")).ShouldBe(before);
    }

    [Theory]
    [InlineData("nonsense", "INVALID_ID")]
    [InlineData("U29jaWV0eTox", "INVALID_ID")]
    [InlineData("Q29tbWl0dGVlOjk5OTk=", "NOT_FOUND")]
    public async Task An_identity_of_nothing_or_of_another_thing_is_told(string committee, string code) =>
        (await city.RefusedAsync("foundSociety", new { name = "合成学会二", committee })).ShouldBe([code]);

    [Theory]
    [InlineData("91110000600037341L", null, "", 0)]
    [InlineData("911100006000373410", null, "CREDIT_CODE_WRONG", 0)]
    [InlineData("911100006000373410", "  ", "CREDIT_CODE_OVERRIDE_EMPTY", 0)]
    [InlineData("911100006000373410", "老证", "", 1)]
    [InlineData("short", null, "CREDIT_CODE_WRONG", 0)]
    public async Task The_databases_own_refusals_become_errors(string code, string? reason, string expected, int warnings)
    {
        var payload = await city.ChangeAsync(
            "foundSociety",
            new
            {
                name = $"合成学会 {code}{expected}{warnings}",
                committee = Committee,
                creditCode = code,
                creditCodeOverride = reason,
            }
        );
        var errors = payload.GetProperty("errors");
        (errors.GetArrayLength() == 0 ? "" : MutationFixture.Shown(errors[0])).ShouldBe(expected);
        payload
            .GetProperty("warnings")
            .EnumerateArray()
            .Select(MutationFixture.Shown)
            .ShouldBe(Enumerable.Repeat("CREDIT_CODE_ACCEPTED GB 32100-2015", warnings));
    }

    [Fact]
    public async Task A_key_makes_a_repetition_harmless_and_tells_another_input()
    {
        object Input(string name) =>
            new
            {
                name,
                committee = Committee,
                idempotencyKey = "once",
            };
        var first = await city.DoneAsync("foundSociety", Input("合成学会三"));
        var second = await city.DoneAsync("foundSociety", Input("合成学会三"));

        second.GetProperty("id").GetString().ShouldBe(first.GetProperty("id").GetString());
        (await city.RefusedAsync("foundSociety", Input("合成学会四"))).ShouldBe(["IDEMPOTENCY_KEY_USED"]);
        // Keys are each caller's own.
        (await city.DoneAsync("foundSociety", Input("合成学会四"), actor: "李"))
            .GetProperty("id")
            .GetString()
            .ShouldNotBe(first.GetProperty("id").GetString());
        (
            await city.RefusedAsync(
                "foundSociety",
                new
                {
                    name = "合成学会五",
                    committee = Committee,
                    idempotencyKey = "",
                }
            )
        ).ShouldBe(["IDEMPOTENCY_KEY_EMPTY"]);
    }

    [Fact]
    public async Task Who_read_an_older_version_is_told_the_present_one()
    {
        var society = await city.DoneAsync(
            "foundSociety",
            new
            {
                name = "合成学会六",
                committee = Committee,
                kind = "ASSOCIATION",
            },
            "id version"
        );
        var id = society.GetProperty("id").GetString();
        var renamed = await city.DoneAsync(
            "updateSociety",
            new
            {
                society = id,
                version = 1,
                name = "合成学会六改",
            },
            "name kind version aliases { alias }"
        );
        renamed.GetProperty("version").GetInt32().ShouldBe(2);
        renamed.GetProperty("kind").GetString().ShouldBe("ASSOCIATION");
        renamed.GetProperty("aliases")[0].GetProperty("alias").GetString().ShouldBe("合成学会六");

        var payload = await city.ChangeAsync(
            "updateSociety",
            new
            {
                society = id,
                version = 1,
                kind = (string?)null,
            }
        );
        var error = payload.GetProperty("errors")[0];
        (
            error.GetProperty("__typename").GetString(),
            error.GetProperty("code").GetString(),
            error.GetProperty("currentVersion").GetInt32()
        ).ShouldBe(("VersionConflict", "VERSION_CONFLICT", 2));

        // Null clears, what is left out stays.
        var cleared = await city.DoneAsync(
            "updateSociety",
            new
            {
                society = id,
                version = 2,
                kind = (string?)null,
            },
            "name kind"
        );
        cleared.GetProperty("kind").ValueKind.ShouldBe(JsonValueKind.Null);
        cleared.GetProperty("name").GetString().ShouldBe("合成学会六改");
    }

    [Fact]
    public async Task A_change_holds_from_the_day_that_is_stated()
    {
        var society = await city.DoneAsync("foundSociety", new { name = "合成改名学会", committee = Committee }, "id");
        var id = society.GetProperty("id").GetString();
        async Task<string?> RefusedAsync(string holdsFrom) => (
                await city.ChangeAsync(
                    "updateSociety",
                    new
                    {
                        society = id,
                        version = 2,
                        name = "合成改名学会再改",
                        holdsFrom,
                    }
                )
            ).GetProperty("errors")[0].GetProperty("code").GetString();

        await city.DoneAsync(
            "updateSociety",
            new
            {
                society = id,
                version = 1,
                name = "合成改名学会改",
                holdsFrom = "2024-05-01",
            },
            "version"
        );
        (
            await city.ScalarAsync<string>(
                "SELECT concat(p.name, ' ', p.valid_during) FROM graph.society_past AS p JOIN graph.society AS s ON s.id = p.society_id "
                    + "WHERE s.name = '合成改名学会改'"
            )
        ).ShouldBe("合成改名学会 (,2024-05-01)");
        (await RefusedAsync("2024-04-30")).ShouldBe("HOLDS_BEFORE_LAST_CHANGE");
        (await RefusedAsync("2124-04-30")).ShouldBe("DAY_TO_COME");
    }

    [Fact]
    public async Task Two_at_once_that_cannot_both_be_right_are_not_both_done()
    {
        var society = (await city.DoneAsync("foundSociety", new { name = "合成学会七", committee = Committee }))
            .GetProperty("id")
            .GetString();
        // Nothing but the handler's own look forbids a second branch of the same form: the two names differ.
        var both = await Task.WhenAll(
            Enumerable
                .Range(0, 6)
                .Select(i =>
                    city.ChangeAsync(
                        "proposeBranch",
                        new
                        {
                            name = $"合成学会七第{i}党支部",
                            form = "BRANCH",
                            societies = new[] { society },
                            proposedOn = "2026-01-05",
                        }
                    )
                )
        );

        both.Count(payload => payload.GetProperty("branch").ValueKind == JsonValueKind.Object).ShouldBe(1);
        both.Where(payload => payload.GetProperty("branch").ValueKind == JsonValueKind.Null)
            .Select(payload => MutationFixture.Shown(payload.GetProperty("errors")[0]))
            .Distinct()
            .ShouldBe(["SOCIETY_HAS_BRANCH"]);
    }

    [Fact]
    public async Task Changes_of_one_operation_are_done_in_their_order_and_recorded()
    {
        var answer = await city.AskAsync(
            $$"""
            mutation {
              __typename
              a: registerSupportingUnit(input: { name: "合成医院" }) { supportingUnit { name } errors { code } }
              b: registerSupportingUnit(input: { name: "合成医院" }) { __typename unit: supportingUnit { name } errors { __typename ... on Error { code } } }
            }
            """,
            actor: "党办"
        );
        answer
            .GetProperty("data")
            .ToString()
            .ShouldBe(
                """{"__typename":"Mutation","a":{"supportingUnit":{"name":"合成医院"},"errors":[]},"b":{"__typename":"RegisterSupportingUnitPayload","unit":null,"errors":[{"__typename":"InputError","code":"SUPPORTING_UNIT_NAME_TAKEN"}]}}"""
            );
        (
            await city.ScalarAsync<string>(
                "SELECT string_agg(actor || ' ' || mutation || ' ' || subject_type, '; ') FROM graph.change WHERE actor = '党办'"
            )
        ).ShouldBe("党办 registerSupportingUnit SupportingUnit");
    }

    [Fact]
    public async Task The_record_of_changes_is_kept()
    {
        await city.DoneAsync("registerSupportingUnit", new { name = "合成大学" });
        (await Should.ThrowAsync<Npgsql.PostgresException>(() => city.ExecuteAsync("DELETE FROM graph.change"))).ConstraintName.ShouldBe(
            "change_is_kept"
        );
        (
            await Should.ThrowAsync<Npgsql.PostgresException>(() => city.ExecuteAsync("UPDATE graph.change SET actor = 'x'"))
        ).ConstraintName.ShouldBe("change_is_kept");
    }

    [Fact]
    public async Task A_link_changes_nothing()
    {
        using var client = new HttpClient { BaseAddress = city.Address };
        using var response = await client.GetAsync(
            "/graphql?query=" + Uri.EscapeDataString("mutation { registerSupportingUnit(input: { name: \"x\" }) { errors { code } } }")
        );
        response.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
        response.Content.Headers.Allow.ShouldBe(["POST"]);
        (await response.Content.ReadFromJsonAsync<JsonElement>())
            .GetProperty("errors")[0]
            .GetProperty("extensions")
            .GetProperty("code")
            .GetString()
            .ShouldBe("SP-HTTP-008");
    }
}
