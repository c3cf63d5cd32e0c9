using System.Text.Json;
using SocietyParty.Graph.Tests.Rules;
using SocietyParty.Graph.Tests.Service.Mutations.Assessments;
using SocietyParty.Graph.Tests.Service.Mutations.LeadingGroups;
using SocietyParty.Rules.Evidence;

namespace SocietyParty.Graph.Tests.Service.Mutations;

/// <summary>What the documents list by name is taken by name: kinds of activities and evidence, posts, forms, occasions.</summary>
public sealed partial class NamedKindsTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private static readonly string Committee = MutationFixture.Id("Committee", 1);

    private async Task<string> SocietyAsync(string name) =>
        (await city.DoneAsync("foundSociety", new { name, committee = Committee })).GetProperty("id").GetString()!;

    private async Task<string> BranchAsync(string name, string form, params string[] societies)
    {
        var branch = (
            await city.DoneAsync(
                "proposeBranch",
                new
                {
                    name,
                    form,
                    societies,
                    proposedOn = "2024-01-05",
                }
            )
        ).GetProperty("id").GetString()!;
        await city.DoneAsync("establishBranch", new { branch, establishedOn = "2024-02-01" });
        return branch;
    }

    [Theory]
    [InlineData("THREE_MEETINGS_ONE_LESSON", "001 §2, 002 §5, 004 组织建设-2")]
    [InlineData("THEME_PARTY_DAY", "000 §三, 001 §2, 004 组织建设-2")]
    [InlineData("ORGANIZATION_LIFE_MEETING", "000 §三, 002 §6, 004 班子建设-4")]
    [InlineData("DEMOCRATIC_APPRAISAL", "002 §5, 004 组织建设-2")]
    // What has no kind of its own has a title: 主题教育, 党性分析, 党风廉政教育, 民主生活会.
    [InlineData("OTHER", "001 §3, 001 §14, 002 §5, 002 §6")]
    public async Task Each_kind_of_activity_is_held(string kind, string clause)
    {
        var branch = await BranchAsync($"合成逐类{kind}", "BRANCH", await SocietyAsync($"合成逐类{kind}学会"));
        await city.DoneAsync(
            "recordActivity",
            new
            {
                branch,
                kind,
                title = "合成-逐类",
                heldOn = "2024-03-05",
            }
        );
        var held = await city.QueryAsync(
            """
            query($branch: ID!) { branch(id: $branch) {
              activities { nodes { kind title heldOn } } activityCompliance { year collectiveCount appraisalCount lifeMeetingCount lifeMeetingMinimum } } }
            """,
            new { branch }
        );
        held.GetProperty("branch")
            .ToString()
            .ShouldBe(
                $$"""{"activities":{"nodes":[{"kind":"{{kind}}","title":"合成-逐类","heldOn":"2024-03-05"}]},"activityCompliance":[{"year":2024,"collectiveCount":1,"appraisalCount":{{(kind == "DEMOCRATIC_APPRAISAL" ? 1 : 0)}},"lifeMeetingCount":{{(kind == "ORGANIZATION_LIFE_MEETING" ? 1 : 0)}},"lifeMeetingMinimum":1}]}""",
                clause
            );
    }

    /// <summary>Every kind of the default rules, with all its fields; a kind that is added to them is taken here, too.</summary>
    [Fact]
    public async Task Each_kind_of_evidence_is_recorded_of_its_subject()
    {
        var council = await Council.NewAsync(city);
        var of = new Dictionary<string, (string Field, string Id)>
        {
            ["COMMITTEE"] = ("committee", Committee),
            ["SOCIETY"] = ("society", council.SocietyId),
            ["BRANCH"] = ("branch", await BranchAsync("合成佐证党支部", "BRANCH", await SocietyAsync("合成佐证学会"))),
            ["LEADING_GROUP"] = ("leadingGroup", await council.ApprovedAsync()),
            ["PERSON"] = ("person", MutationFixture.Id("Person", council.Members[0])),
        };
        var kinds = (
            await city.QueryAsync(
                """
                query($committee: ID!) { committee(id: $committee) { evidenceKinds(asOf: "2024-06-01") {
                  code subjectKind clause fields { name type maximum choices { code } } } } }
                """,
                new { committee = Committee }
            )
        ).GetProperty("committee").GetProperty("evidenceKinds").EnumerateArray().ToList();
        kinds
            .Select(kind => $"{kind.GetProperty("code")} {kind.GetProperty("clause")}")
            .ShouldBe(RuleFiles.Usual<EvidenceRules>().Kinds.Select(kind => $"{kind.Code} {kind.Source}"), ignoreOrder: true);
        // Those that name an assessment's result need one: ResultEvidenceTests.
        var named = kinds.Where(kind =>
            !kind.GetProperty("fields").EnumerateArray().Any(field => field.GetProperty("type").GetString() == "RESULT")
        );
        named.Count().ShouldBe(kinds.Count - 3);
        foreach (var kind in named)
        {
            var code = kind.GetProperty("code").GetString()!;
            var (field, id) = of[kind.GetProperty("subjectKind").GetString()!];
            var fields = kind.GetProperty("fields").EnumerateArray().Select(Filled).ToList();
            var input = new Dictionary<string, object>
            {
                ["kind"] = code,
                [field] = id,
                ["heldOn"] = "2024-06-01",
                ["fields"] = fields.Select(one => new { name = one.Name, value = one.Value }),
                ["evidence"] = "合成-材料",
            };
            if (field == "person")
            {
                input["keptBy"] = Committee;
            }

            var record = await city.DoneAsync("recordEvidence", input, "kind isMet keptBy { id } fields { name value }");
            record.GetProperty("kind").GetString().ShouldBe(code);
            record.GetProperty("isMet").GetBoolean().ShouldBeTrue(code);
            record.GetProperty("keptBy").GetProperty("id").GetString().ShouldBe(Committee, code);
            record
                .GetProperty("fields")
                .EnumerateArray()
                .Select(one => (one.GetProperty("name").GetString()!, one.GetProperty("value").GetString()!))
                .ShouldBe(fields, code);
        }

        static (string Name, string Value) Filled(JsonElement field) =>
            (
                field.GetProperty("name").GetString()!,
                field.GetProperty("type").GetString() switch
                {
                    "BOOLEAN" => "true",
                    "DATE" => "2024-05-31",
                    "TEXT" => "合成",
                    "CHOICE" => field.GetProperty("choices")[0].GetProperty("code").GetString()!,
                    _ => field.GetProperty("maximum") is { ValueKind: JsonValueKind.Number } most ? most.GetRawText() : "2024",
                }
            );
    }

    [Theory]
    [InlineData("WORK_MEETING", "001 §16, 002 §7: 定期召开学会党建工作会议")]
    [InlineData("COMMITTEE_MEETING", "001 §16: 每季度召开1次党委会")]
    [InlineData("STUDY", "001 §2, 001 §16: 党委理论学习中心组学习")]
    public async Task Each_kind_of_committee_meeting_is_recorded(string kind, string clause)
    {
        var year = await RoundSteps.WithBranchesAsync(city, $"合成会议{kind}", 0);
        await city.DoneAsync(
            "recordCommitteeMeeting",
            new
            {
                committee = year.Committee,
                kind,
                heldOn = "2024-03-20",
                subject = "合成-第一议题",
            }
        );
        (
            await city.QueryAsync(
                "query($committee: ID!) { committee(id: $committee) { committeeMeetings { kind heldOn subject } } }",
                new { committee = year.Committee }
            )
        )
            .GetProperty("committee")
            .GetProperty("committeeMeetings")
            .ToString()
            .ShouldBe($$"""[{"kind":"{{kind}}","heldOn":"2024-03-20","subject":"合成-第一议题"}]""", clause);
    }

    [Theory]
    [InlineData("IDEOLOGY", "001 §4: 及时排查意识形态风险")]
    [InlineData("COVERAGE", "002 §2（2）: 督促不符合要求的学会及时整改")]
    [InlineData("MEMBER_MANAGEMENT", "001 §14, 003 第十条: 教育、管理、监督学会党员")]
    [InlineData("DISCIPLINE", "003 第十四条: 研究分析学会在全面从严治党和制度建设等方面存在的问题")]
    public async Task Each_kind_of_problem_is_opened_and_due(string kind, string clause)
    {
        var society = await SocietyAsync($"合成问题{kind}学会");
        (
            await city.DoneAsync(
                "openRectification",
                new
                {
                    society,
                    problem = "合成-问题",
                    foundOn = "2024-05-20",
                    kind,
                },
                "kind stage"
            )
        ).ToString().ShouldBe($$"""{"kind":"{{kind}}","stage":"FOUND"}""", clause);
        (
            await city.QueryAsync(
                """
                query($society: String!) { duties(where: { society: { name: { eq: $society } }, kind: { eq: RECTIFICATION } }) {
                  nodes { period dueOn state } } }
                """,
                new { society = $"合成问题{kind}学会" }
            )
        ).GetProperty("duties").ToString().ShouldBe("""{"nodes":[{"period":"LEDGERED","dueOn":"2024-05-27","state":"LATE"}]}""", clause);
    }

    [Theory]
    [InlineData("APPLICATION", "002 §3, 002 §10: 申请入会时，同步审核，同步采集党员信息")]
    [InlineData("ANNUAL_INSPECTION", "002 §10: 年检时，同步检查党建工作")]
    [InlineData("EVALUATION", "002 §10: 评估时，同步将党建工作作为评估重要内容")]
    public async Task Each_occasion_is_a_sync_point(string occasion, string clause)
    {
        var society = await SocietyAsync($"合成同步{occasion}学会");
        await city.DoneAsync(
            "recordSyncPoint",
            new
            {
                society,
                occasion,
                heldOn = "2024-05-20",
                result = "PASSED",
                collected = "党员名册",
            }
        );
        (
            await city.QueryAsync(
                "query($society: ID!) { society(id: $society) { syncPoints { occasion heldOn result collected } } }",
                new { society }
            )
        )
            .GetProperty("society")
            .GetProperty("syncPoints")
            .ToString()
            .ShouldBe($$"""[{"occasion":"{{occasion}}","heldOn":"2024-05-20","result":"PASSED","collected":"党员名册"}]""", clause);
    }

    /// <summary>002 §3: 党组织(党委、总支、支部或者党的工作小组); 001 §7: 特设党支部.</summary>
    [Theory]
    [InlineData("PARTY_COMMITTEE", 1, true)]
    [InlineData("GENERAL_BRANCH", 1, true)]
    [InlineData("BRANCH", 1, true)]
    [InlineData("JOINT_BRANCH", 2, true)]
    [InlineData("FUNCTIONAL_BRANCH", 1, true)]
    // 001 §7 does not name it, and the sample lies in Chongqing.
    [InlineData("WORK_GROUP", 1, false)]
    public async Task Each_form_is_proposed_and_established(string form, int count, bool countsHere)
    {
        var societies = new List<string>();
        for (var i = 0; i < count; i++)
        {
            societies.Add(await SocietyAsync($"合成形式{form}{i}学会"));
        }

        await BranchAsync($"合成形式{form}", form, [.. societies]);
        foreach (var society in societies)
        {
            (
                await city.QueryAsync(
                    "query($society: ID!) { society(id: $society) { branches { nodes { form status } } coverage { isNominal } } }",
                    new { society }
                )
            )
                .GetProperty("society")
                .ToString()
                .ShouldBe(
                    $$$"""{"branches":{"nodes":[{"form":"{{{form}}}","status":"ESTABLISHED"}]},"coverage":{"isNominal":{{{(countsHere ? "true" : "false")}}}}}"""
                );
        }
    }

    /// <summary>004 第五条（七）1: 科技社团被依法撤销或注销. It decides nothing by itself.</summary>
    [Fact]
    public async Task A_cancelled_society_is_put_to_the_committee()
    {
        var year = await RoundSteps.WithBranchesAsync(city, "合成注销", 1);
        var society = (
            await city.QueryAsync(
                "query($branch: ID!) { branch(id: $branch) { society { id version } } }",
                new { branch = year.Branches[0] }
            )
        )
            .GetProperty("branch")
            .GetProperty("society");
        await city.DoneAsync(
            "cancelSociety",
            new
            {
                society = society.GetProperty("id").GetString(),
                version = society.GetProperty("version").GetInt32(),
                cancelledOn = "2025-08-01",
                reason = "合成-注销",
            }
        );
        await year.OpenAsync();
        (
            await city.QueryAsync(
                "query($entry: ID!) { assessmentEntry(id: $entry) { proposedFindings { cause failRule since } } }",
                new { entry = year.Entry(0) }
            )
        )
            .GetProperty("assessmentEntry")
            .GetProperty("proposedFindings")
            .ToString()
            .ShouldBe("""[{"cause":"SOCIETY_CANCELLED","failRule":"SOCIETY_CANCELLED","since":"2025-08-01"}]""");
    }
}
