using System.Text.Json.Nodes;
using SocietyParty.Etl.Run;
using SocietyParty.Graph.Tests.Rules;
using SocietyParty.Rules.Evidence;

namespace SocietyParty.Graph.Tests.Service.Mutations.Evidence;

/// <summary>Whom records are about, and a city whose rule set defines kinds of its own: a file, without a line of code.</summary>
public sealed class EvidenceCityTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private static readonly string Committee = MutationFixture.Id("Committee", 1);
    private static readonly string Branch = MutationFixture.Id("Branch", 2);

    private static readonly object[] Place = [new { name = "place", value = "true" }, new { name = "flag", value = "true" }];

    /// <summary>The made-up city's kinds, in Chongqing from 2021 on.</summary>
    private async Task DefineAsync()
    {
        var file = JsonNode.Parse(MadeUpCityTests.Text)!.AsObject();
        foreach (var section in new[] { "coverage", "categories", "leadingGroups", "assessment", "workPoints" })
        {
            file.Remove(section);
        }

        file["jurisdiction"] = "500000";
        var files = RuleSetFile.Embedded().Append(new("rules/500000/made-up-city.json", file.ToString()));
        (await RuleSetLoader.LoadAsync(city.Database, [.. files])).Problems.ShouldBeEmpty();
    }

    private static Dictionary<string, object> Record(string kind, string heldOn, object[] fields, object of) =>
        new Dictionary<string, object>(of.GetType().GetProperties().Select(part => KeyValuePair.Create(part.Name, part.GetValue(of)!)))
        {
            ["kind"] = kind,
            ["heldOn"] = heldOn,
            ["fields"] = fields,
            ["evidence"] = "合成",
        };

    [Fact]
    public async Task A_record_is_about_one_subject()
    {
        (await city.RefusedAsync("recordEvidence", Record("SIX_HAVES", "2020-05-01", Place, new { }))).ShouldBe(["ONE_SUBJECT"]);
        (
            await city.RefusedAsync(
                "recordEvidence",
                Record("SIX_HAVES", "2020-05-01", Place, new { branch = Branch, committee = Committee })
            )
        ).ShouldBe(["ONE_SUBJECT"]);
        (
            await city.RefusedAsync("recordEvidence", Record("SIX_HAVES", "2020-05-01", Place, new { branch = Branch, keptBy = Committee }))
        ).ShouldBe(["KEEPER_GIVEN"]);
        (
            await city.RefusedAsync(
                "recordEvidence",
                Record("SIX_HAVES", "2020-05-01", Place, new { branch = MutationFixture.Id("Branch", 99_999) })
            )
        ).ShouldBe(["NOT_FOUND"]);
        (await city.RefusedAsync("recordEvidence", Record("SIX_HAVES", "2020-05-01", [], new { committee = Committee }))).ShouldContain(
            "EVIDENCE_SUBJECT_WRONG 004 组织建设-6"
        );
        (await city.RefusedAsync("recordEvidence", Record("SEVEN_HAVES", "2020-05-01", [], new { committee = Committee }))).ShouldBe([
            "EVIDENCE_KIND_UNKNOWN",
        ]);
    }

    [Fact]
    public async Task A_branch_stands_on_the_day_of_its_record()
    {
        var society = (await city.DoneAsync("foundSociety", new { name = "合成佐证学会", committee = Committee }))
            .GetProperty("id")
            .GetString();
        var branch = (
            await city.DoneAsync(
                "proposeBranch",
                new
                {
                    name = "合成佐证党支部",
                    societies = new[] { society },
                    form = "FUNCTIONAL_BRANCH",
                    proposedOn = "2019-01-01",
                }
            )
        ).GetProperty("id").GetString()!;
        await city.DoneAsync("establishBranch", new { branch, establishedOn = "2020-01-01" });
        object[] fields = [.. new[] { "place", "facilities", "sign", "flag", "books", "rules" }.Select(name => new { name, value = "是" })];
        (await city.RefusedAsync("recordEvidence", Record("SIX_HAVES", "2019-12-31", fields, new { branch }))).ShouldBe([
            "BRANCH_NOT_ESTABLISHED 004 组织建设-6",
        ]);
        (await city.DoneAsync("recordEvidence", Record("SIX_HAVES", "2020-01-01", fields, new { branch }), "isMet"))
            .GetProperty("isMet")
            .GetBoolean()
            .ShouldBeTrue();
    }

    [Fact]
    public async Task A_city_defines_kinds_of_its_own_and_keeps_those_around()
    {
        await DefineAsync();
        var kinds = (
            await city.QueryAsync(
                """
                query($id: ID!) { committee(id: $id) {
                  before: evidenceKinds(asOf: "2020-12-31") { code name ruleSet }
                  evidenceKinds(asOf: "2021-01-01") { code name ruleSet }
                } }
                """,
                new { id = Committee }
            )
        ).GetProperty("committee");
        // 004 has kinds of its own, with the items that they belong to.
        var known = RuleFiles
            .Usual<EvidenceRules>()
            .Kinds.Select(kind => $"{kind.Code} {kind.Name} {(kind.AssessmentItem is null ? "default" : "chongqing-2020")}")
            .ToList();
        Shown("before").ShouldBe(known, ignoreOrder: true);
        Shown("evidenceKinds")
            .ShouldBe(
                [
                    .. known.Where(kind => kind != "SIX_HAVES 六有 chongqing-2020"),
                    "SIX_HAVES 三有 made-up-city",
                    "TRAINING 培训 made-up-city",
                ],
                ignoreOrder: true
            );

        IEnumerable<string> Shown(string field) =>
            kinds
                .GetProperty(field)
                .EnumerateArray()
                .Select(kind => $"{kind.GetProperty("code")} {kind.GetProperty("name")} {kind.GetProperty("ruleSet")}");

        // The day decides by which definition a record is judged.
        (await city.RefusedAsync("recordEvidence", Record("SIX_HAVES", "2020-12-31", Place, new { branch = Branch })))
            .Distinct()
            .ShouldBe(["EVIDENCE_FIELD_MISSING 004 组织建设-6"]);
        (await city.DoneAsync("recordEvidence", Record("SIX_HAVES", "2021-01-01", Place, new { branch = Branch }), "isMet ruleSet"))
            .ToString()
            .ShouldBe("""{"isMet":true,"ruleSet":"made-up-city"}""");
    }

    [Fact]
    public async Task Events_of_a_person_stand_in_the_records_of_the_committee_that_is_named()
    {
        await DefineAsync();
        var person = MutationFixture.Id(
            "Person",
            await city.ScalarAsync<long>("INSERT INTO graph.person (person_ref) VALUES ('合成-培训-1') RETURNING id")
        );
        object[] Hours(int hours) =>
            [
                new { name = "level", value = "CITY" },
                new { name = "hours", value = hours.ToString(System.Globalization.CultureInfo.InvariantCulture) },
                new { name = "cost", value = "120.50" },
                new { name = "certifiedOn", value = "2024-05-02" },
                new { name = "topic", value = "党章" },
            ];
        (await city.RefusedAsync("recordEvidence", Record("TRAINING", "2024-05-01", Hours(8), new { person }))).ShouldBe([
            "KEEPER_MISSING",
        ]);
        var of = new { person, keptBy = Committee };
        await city.DoneAsync("recordEvidence", Record("TRAINING", "2024-05-01", Hours(8), of));
        await city.DoneAsync("recordEvidence", Record("TRAINING", "2024-05-01", Hours(4), of));
        await city.DoneAsync("recordEvidence", Record("TRAINING", "2024-06-01", Hours(8), of));
        (await city.RefusedAsync("recordEvidence", Record("TRAINING", "2024-05-01", Hours(4), of))).ShouldBe([
            "EVIDENCE_RECORDED 合成 第四条",
        ]);
        (
            await city.QueryAsync(
                """
                query($id: ID!) { node(id: $id) { ... on Person {
                  evidence(asOf: "2024-05-31") { nodes { nature heldOn validTo isMet fields { name value } } }
                  all: evidence { totalCount }
                } } }
                """,
                new { id = person }
            )
        ).GetProperty("node").ToString().ShouldBe("""{"evidence":{"nodes":[{"nature":"EVENT","heldOn":"2024-05-01","validTo":null,"isMet":true,"fields":[{"name":"level","value":"CITY"},{"name":"hours","value":"8"},{"name":"cost","value":"120.50"},{"name":"certifiedOn","value":"2024-05-02"},{"name":"topic","value":"党章"}]},{"nature":"EVENT","heldOn":"2024-05-01","validTo":null,"isMet":false,"fields":[{"name":"level","value":"CITY"},{"name":"hours","value":"4"},{"name":"cost","value":"120.50"},{"name":"certifiedOn","value":"2024-05-02"},{"name":"topic","value":"党章"}]}]},"all":{"totalCount":3}}""");
    }
}
