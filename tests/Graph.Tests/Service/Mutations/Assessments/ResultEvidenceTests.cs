using System.Text.Json.Nodes;
using SocietyParty.Etl.Run;
using SocietyParty.Rules.Coverage;

namespace SocietyParty.Graph.Tests.Service.Mutations.Assessments;

/// <summary>
/// What a result is used for (004 第七条), what evidence suggests for it (004 组织建设-6), and what a veto does to it (002 §10).
/// </summary>
public sealed class ResultEvidenceTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private async Task<string> OfEntryAsync(RoundSteps year, string selection) =>
        (await city.QueryAsync($$"""{ assessmentEntry(id: "{{year.Entry(0)}}") { {{selection}} } }"""))
            .GetProperty("assessmentEntry")
            .ToString();

    private static Dictionary<string, object> Record(string kind, object of, string heldOn, params (string Name, string Value)[] fields) =>
        new Dictionary<string, object>(of.GetType().GetProperties().Select(part => KeyValuePair.Create(part.Name, part.GetValue(of)!)))
        {
            ["kind"] = kind,
            ["heldOn"] = heldOn,
            ["fields"] = fields.Select(field => new { name = field.Name, value = field.Value }).ToArray(),
            ["evidence"] = "合成",
        };

    [Fact]
    public async Task Awards_funds_and_the_society_s_assessment_name_the_result_they_came_from()
    {
        var year = await RoundSteps.ReviewedAsync(city, "合成运用", 2);
        await year.IssueAsync("合成运用〔2026〕1号");
        var results = new List<string>();
        for (var i = 0; i < 2; i++)
        {
            results.Add(
                (await city.QueryAsync($$"""{ assessmentEntry(id: "{{year.Entry(i)}}") { result { id } } }"""))
                    .GetProperty("assessmentEntry")
                    .GetProperty("result")
                    .GetProperty("id")
                    .GetString()!
            );
        }

        object Award(string result, string heldOn = "2026-04-20") =>
            Record("RESULT_AWARD", new { branch = year.Branches[0] }, heldOn, ("result", result), ("title", "先进党支部"));
        (await city.RefusedAsync("recordEvidence", Award(results[1]))).ShouldBe(["EVIDENCE_RESULT_OF_OTHER 004 第七条"]);
        (await city.RefusedAsync("recordEvidence", Award(results[0], "2026-04-19"))).ShouldBe(["EVIDENCE_BEFORE_RESULT 004 第七条"]);
        (await city.RefusedAsync("recordEvidence", Award("2025"))).ShouldBe(["INVALID_ID"]);
        (await city.RefusedAsync("recordEvidence", Award(MutationFixture.Id("Assessment", 999_999)))).ShouldBe(["NOT_FOUND"]);
        (await city.DoneAsync("recordEvidence", Award(results[0]), "isMet fields { name value }"))
            .ToString()
            .ShouldBe($$"""{"isMet":true,"fields":[{"name":"result","value":"{{results[0]}}"},{"name":"title","value":"先进党支部"}]}""");
        await city.DoneAsync(
            "recordEvidence",
            Record("RESULT_FUNDS", new { branch = year.Branches[1] }, "2026-05-01", ("result", results[1]), ("amount", "3000"))
        );

        var society = MutationFixture.Id(
            "Society",
            await city.ScalarAsync<long>(
                "SELECT l.society_id FROM graph.branch_society AS l JOIN graph.branch AS b ON b.id = l.branch_id WHERE b.name = '合成运用1党支部'"
            )
        );
        object Appraisal(string result) =>
            Record("SOCIETY_APPRAISAL", new { society }, "2026-06-01", ("result", result), ("outcome", "优秀学会"));
        (await city.RefusedAsync("recordEvidence", Appraisal(results[1]))).ShouldBe(["EVIDENCE_RESULT_OF_OTHER 004 第七条"]);
        await city.DoneAsync("recordEvidence", Appraisal(results[0]));
    }

    [Fact]
    public async Task Six_haves_suggest_their_item_and_what_nobody_recorded_suggests_nothing()
    {
        var year = await RoundSteps.WithBranchesAsync(city, "合成六有", 1);
        await year.OpenAsync();
        const string scores = "suggestedScores { itemCode score maximum }";
        (await OfEntryAsync(year, scores)).ShouldNotContain("ORGANIZATION_6");
        object Haves(string heldOn, string flag) =>
            Record(
                "SIX_HAVES",
                new { branch = year.Branches[0] },
                heldOn,
                [.. new[] { "place", "facilities", "sign", "books", "rules" }.Select(name => (name, "true")), ("flag", flag)]
            );
        await city.DoneAsync("recordEvidence", Haves("2025-03-01", "false"));
        (await OfEntryAsync(year, scores)).ShouldContain("""{"itemCode":"ORGANIZATION_6","score":0.00,"maximum":4}""");
        await city.DoneAsync("recordEvidence", Haves("2025-12-31", "true"));
        (await OfEntryAsync(year, scores)).ShouldContain("""{"itemCode":"ORGANIZATION_6","score":4.00,"maximum":4}""");
        // What is found after the cut-off day is of the next year.
        await city.DoneAsync("recordEvidence", Haves("2026-01-01", "false"));
        (await OfEntryAsync(year, scores)).ShouldContain("""{"itemCode":"ORGANIZATION_6","score":4.00,"maximum":4}""");
    }

    /// <summary>A city of Chongqing's rules whose veto has an effect: null, none stated.</summary>
    private async Task DefineAsync(string? effect)
    {
        var files = RuleSetFile.Embedded();
        var changed = files.Single(file => file.Path == "rules/500000/chongqing-2022.json");
        var content = JsonNode.Parse(changed.Text)!.AsObject();
        if (effect is not null)
        {
            content[CoverageRules.Key]!["veto"]!["effect"] = JsonNode.Parse(effect);
        }

        var all = files.Select(file => file.Path == changed.Path ? new RuleSetFile(file.Path, content.ToJsonString()) : file);
        (await RuleSetLoader.LoadAsync(city.Database, [.. all])).Problems.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_veto_may_limit_the_grade_and_a_correction_keeps_to_it()
    {
        var year = await RoundSteps.WithBranchesAsync(city, "合成限等", 2);
        var society = await city.ScalarAsync<long>(
            "SELECT l.society_id FROM graph.branch_society AS l JOIN graph.branch AS b ON b.id = l.branch_id WHERE b.name = '合成限等1党支部'"
        );
        await DefineAsync("""{ "value": "GRADE_CAP", "grade": "QUALIFIED", "source": "002 §10" }""");
        await city.DoneAsync(
            "raiseVeto",
            new
            {
                society = MutationFixture.Id("Society", society),
                reason = "合成-党建工作不合格",
                raisedOn = "2025-06-01",
            }
        );
        await year.OpenAsync();
        (await OfEntryAsync(year, "proposedFindings { cause }")).ShouldBe("""{"proposedFindings":[]}""");
        for (var i = 0; i < 2; i++)
        {
            await year.ActiveAsync(i, 6);
            await year.SubmitAsync(i);
            await year.DebriefAsync(i, 1m);
            await year.ReviewAsync(i, RoundSteps.Full);
        }

        await year.IssueAsync("合成限等〔2026〕1号");
        const string graded = "result { grade gradeBasis }";
        (await OfEntryAsync(year, graded)).ShouldBe("""{"result":{"grade":"QUALIFIED","gradeBasis":"VETO"}}""");
        var other = await city.QueryAsync($$"""{ assessmentEntry(id: "{{year.Entry(1)}}") { {{graded}} } }""");
        other.GetProperty("assessmentEntry").ToString().ShouldContain("\"gradeBasis\":\"BAND\"");
        var result = (await city.QueryAsync($$"""{ assessmentEntry(id: "{{year.Entry(0)}}") { result { id } } }"""))
            .GetProperty("assessmentEntry")
            .GetProperty("result")
            .GetProperty("id")
            .GetString();
        await city.DoneAsync(
            "correctResult",
            new
            {
                assessment = result,
                reason = "合成-加分更正",
                bonusScore = 1,
                correctedOn = "2026-05-01",
            }
        );
        (await OfEntryAsync(year, graded)).ShouldBe("""{"result":{"grade":"QUALIFIED","gradeBasis":"VETO"}}""");
        await DefineAsync(null);
    }

    [Fact]
    public async Task A_veto_does_what_the_rule_set_says()
    {
        var year = await RoundSteps.WithBranchesAsync(city, "合成否决", 1);
        var society = await city.ScalarAsync<long>(
            "SELECT l.society_id FROM graph.branch_society AS l JOIN graph.branch AS b ON b.id = l.branch_id WHERE b.name = '合成否决1党支部'"
        );
        await city.DoneAsync(
            "raiseVeto",
            new
            {
                society = MutationFixture.Id("Society", society),
                reason = "合成-党建工作不合格",
                raisedOn = "2025-06-01",
            }
        );
        await year.OpenAsync();
        const string proposed = "proposedFindings { cause failRule }";
        await DefineAsync(null);
        (await OfEntryAsync(year, proposed)).ShouldBe("""{"proposedFindings":[{"cause":"VETO","failRule":null}]}""");
        await DefineAsync("""{ "value": "PROPOSE", "source": "002 §10" }""");
        (await OfEntryAsync(year, proposed)).ShouldBe("""{"proposedFindings":[{"cause":"VETO","failRule":null}]}""");
        await DefineAsync("""{ "value": "NONE", "source": "002 §10" }""");
        (await OfEntryAsync(year, proposed)).ShouldBe("""{"proposedFindings":[]}""");
        await DefineAsync("""{ "value": "FAIL", "failRule": "SERIOUS_VIOLATION", "source": "002 §10" }""");
        (await OfEntryAsync(year, proposed)).ShouldBe("""{"proposedFindings":[{"cause":"VETO","failRule":"SERIOUS_VIOLATION"}]}""");
        async Task FindAsync(string rule) =>
            await city.DoneAsync(
                "recordFailFinding",
                new
                {
                    entry = year.Entry(0),
                    rule,
                    evidence = "合成-一票否决",
                    foundOn = "2026-03-21",
                }
            );
        // Another finding is another matter: the veto is confirmed by its own rule.
        await FindAsync("NO_ACTIVITY");
        (await OfEntryAsync(year, proposed)).ShouldBe("""{"proposedFindings":[{"cause":"VETO","failRule":"SERIOUS_VIOLATION"}]}""");
        await FindAsync("SERIOUS_VIOLATION");
        (await OfEntryAsync(year, proposed)).ShouldBe("""{"proposedFindings":[]}""");
        await DefineAsync(null);
    }
}
