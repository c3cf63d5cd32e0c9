using System.Text;
using System.Text.Json;
using SocietyParty.Etl.Import;
using SocietyParty.Etl.Import.Sheets;
using SocietyParty.Etl.Run;
using SocietyParty.Graph.Tests.Etl;
using SocietyParty.Graph.Tests.Etl.Import.Sheets;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Service.Mutations.Assessments;

/// <summary>
/// Two cities that are files and nothing else: a prefecture with three grades, sections and levels under its own names, and a county with
/// two grades and no bonus. Each goes from its file through lists and a round to grades, coverage and the warehouse.
/// </summary>
public sealed partial class MadeUpCityYearTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private static readonly string Folder = Path.Combine(Golden.ProjectFolder(), "Rules", "Cities");

    private static readonly string[] Numbers = ["一", "二", "三"];

    [Fact]
    public async Task Their_files_are_right()
    {
        await using var process = EtlProcess.Start("rules", "check", Folder);
        (await process.EndAsync()).ShouldBe(0, process.Output);
        process.Output.ShouldContain("2");
    }

    [Fact]
    public async Task A_prefecture_grades_in_three_steps_by_its_own_words()
    {
        var round = await BegunAsync("合成安", "341500", "MUNICIPAL");
        await HandInAsync("合成安", ("GUIDANCE_1", 10), ("GUIDANCE_2", 30), ("SCIENCE_SERVICE_1", 30));
        object Claim(string? levelCode, string? level = null) =>
            new
            {
                entry = round.Entries[1],
                item = "BONUS_1",
                level,
                levelCode,
                evidenceRef = "证书1号",
                description = "合成-表彰",
                claimedOn = "2026-01-11",
            };
        (await city.RefusedAsync("claimBonus", Claim(null))).ShouldBe(["BONUS_LEVEL_NOT_ONE 004 第五条（六）"]);
        (await city.RefusedAsync("claimBonus", Claim(null, "CENTRAL"))).ShouldBe(["BONUS_LEVEL_UNKNOWN 第九条"]);
        var claim = await city.DoneAsync("claimBonus", Claim("DISTRICT"), "id level levelCode levelName points");
        claim.ToString().ShouldContain(""""level":"OTHER","levelCode":"DISTRICT","levelName":"District","points":1.00"""");
        var corrected = await city.DoneAsync(
            "correctBonusClaim",
            new
            {
                claim = claim.GetProperty("id").GetString(),
                levelCode = "PROVINCIAL",
                reason = "合成-填错级别",
            },
            "levelCode levelName points"
        );
        corrected.ToString().ShouldBe("""{"levelCode":"PROVINCIAL","levelName":"Provincial","points":4.00}""");
        await city.DoneAsync(
            "decideBonus",
            new
            {
                claim = claim.GetProperty("id").GetString(),
                accepted = true,
                decidedOn = "2026-03-01",
            }
        );

        // One place of three for the best grade: the second stays behind it in the grade below, the third fails.
        await ReviewAsync(round.Entries[0], 1, ("GUIDANCE_1", 10), ("GUIDANCE_2", 30), ("SCIENCE_SERVICE_1", 30));
        await ReviewAsync(round.Entries[1], 1, ("GUIDANCE_1", 8), ("GUIDANCE_2", 28), ("SCIENCE_SERVICE_1", 28));
        await ReviewAsync(round.Entries[2], 0.1m, ("GUIDANCE_1", 0), ("GUIDANCE_2", 10), ("SCIENCE_SERVICE_1", 5));
        await IssueAsync(round.Id, "合成安〔2026〕1号");
        (await ResultsAsync(round)).ShouldBe([
            "90.00 EXCELLENT ADVANCED Advanced BAND",
            "88.00 QUALIFIED UP_TO_STANDARD Up to standard QUOTA",
            "17.00 UNQUALIFIED BEHIND Behind BAND 2026-04-30",
        ]);
        var scheme = await city.QueryAsync(
            $$"""
            { assessmentEntry(id: "{{round.Entries[1]}}") { round { scheme { items { section sectionCode sectionTitle itemCode }
              bonusLevels { code name } } } result { items { section sectionCode itemCode } } } }
            """
        );
        scheme
            .ToString()
            .ShouldContain(
                """{"section":"OTHER","sectionCode":"SCIENCE_SERVICE","sectionTitle":"服务科技工作者","itemCode":"SCIENCE_SERVICE_1"}"""
            );
        scheme.ToString().ShouldContain("""{"section":"OTHER","sectionCode":"GUIDANCE","itemCode":"GUIDANCE_2"}""");
        scheme
            .ToString()
            .ShouldContain(
                """[{"code":"DISTRICT","name":"District"},{"code":"MUNICIPAL","name":null},{"code":"PROVINCIAL","name":"Provincial"}]"""
            );

        // Its own deadline is to come, and nobody else's counts.
        (await CoverageAsync(round.Committee)).ShouldBe(
            """true,true,false [{"measure":"ORGANIZATION","share":0.8,"dueOn":"2035-12-31","numerator":2,"denominator":3}]"""
        );
        (await LoadedAsync("合成安党委")).ShouldBe(
            "先进 EXCELLENT 1 0, 后进 UNQUALIFIED 0 1, 达标 QUALIFIED 0 0; "
                + "ADVANCED 先进 Advanced 85, UP_TO_STANDARD 达标 Up to standard 60, BEHIND 后进 Behind 0; "
                + "GUIDANCE 党建引领, REPORT 书记报告, SCIENCE_SERVICE 服务科技工作者; PROVINCIAL 省级 4"
        );
    }

    [Fact]
    public async Task A_county_has_two_grades_and_no_bonus()
    {
        var round = await BegunAsync("合成岩", "331003", "COUNTY");
        await HandInAsync("合成岩", ("ORGANIZATION_1", 5), ("ORGANIZATION_2", 25), ("VILLAGE_1", 15));
        var claim = new
        {
            entry = round.Entries[0],
            item = "BONUS_1",
            level = "CENTRAL",
            evidenceRef = "证书1号",
            description = "合成-表彰",
            claimedOn = "2026-01-11",
        };
        (await city.RefusedAsync("claimBonus", claim)).ShouldBe(["BONUS_ITEM_UNKNOWN 004 第五条（六）"]);
        await ReviewAsync(round.Entries[0], 1, ("ORGANIZATION_1", 5), ("ORGANIZATION_2", 25), ("VILLAGE_1", 15));
        await ReviewAsync(round.Entries[1], 1, ("ORGANIZATION_1", 5), ("ORGANIZATION_2", 20), ("VILLAGE_1", 0));
        await ReviewAsync(round.Entries[2], 0, ("ORGANIZATION_1", 0), ("ORGANIZATION_2", 20), ("VILLAGE_1", 9.5m));
        await IssueAsync(round.Id, "合成岩〔2026〕1号");
        (await ResultsAsync(round)).ShouldBe([
            "50.00 QUALIFIED   BAND",
            "30.00 QUALIFIED   BAND",
            "29.50 UNQUALIFIED TO_REDO To be assessed again BAND 2026-06-19",
        ]);

        // What the county is silent about is nobody's deadline: it is not late.
        (await CoverageAsync(round.Committee)).ShouldBe("true,true,true []");
        (await LoadedAsync("合成岩党委")).ShouldBe(
            " QUALIFIED 0 0, 重新考核 UNQUALIFIED 0 1; QUALIFIED 合格 qualified 30, TO_REDO 重新考核 To be assessed again 0; "
                + "ORGANIZATION 组织建设, VILLAGE 科技下乡; "
        );
    }

    private sealed record Round(string Committee, string Id, IReadOnlyList<string> Entries);

    /// <summary>
    /// A committee with societies, branches and activities, all from lists, and its round of 2025. The third society has a work group.
    /// </summary>
    private async Task<Round> BegunAsync(string name, string region, string level)
    {
        (await RuleSetLoader.LoadAsync(city.Database, RuleFolder.Files(Folder))).Problems.ShouldBeEmpty();
        var committee = (await city.DoneAsync("foundCommittee", new { name = $"{name}党委", region })).GetProperty("id").GetString()!;
        var words = level == "COUNTY" ? "县级" : "市级";
        await ImportAsync("societies", name, "社团名称,层级,运行状态", number => $"{name}{number}学会,{words},正常运行");
        await ImportAsync("branches", name, "党组织名称,组织形式,状态,状态起始日期,所属学会", number =>
            $"{name}{number}学会党支部,{(number == "三" ? "党的工作小组" : "党支部")},已成立,2024-02-01,{name}{number}学会"
        );
        await ImportAsync("activities", name, "党组织,活动类型,标题,举办日期", number =>
            string.Join(
                '\n',
                Enumerable.Range(1, 3).Select(month => $"{name}{number}学会党支部,主题党日,合成-活动{month},2025-{month * 3:00}-15")
            )
        );
        var round = await city.DoneAsync(
            "openAssessmentRound",
            new
            {
                committee,
                year = 2025,
                openedOn = "2025-12-01",
            },
            "id entries(first: 5, order: [{ branch: { name: ASC } }]) { nodes { id branch { name } } }"
        );
        var entries = round
            .GetProperty("entries")
            .GetProperty("nodes")
            .EnumerateArray()
            .ToDictionary(node => node.GetProperty("branch").GetProperty("name").GetString()!, node => node.GetProperty("id").GetString()!);
        return new(committee, round.GetProperty("id").GetString()!, [.. Numbers.Select(number => entries[$"{name}{number}学会党支部"])]);
    }

    private Task HandInAsync(string name, params (string Item, decimal Score)[] scores) =>
        ImportAsync("scores", name, "党组织,考核年度,考核项目,得分,提交日期", number =>
            string.Join('\n', scores.Select(one => $"{name}{number}学会党支部,2025,{one.Item},{one.Score},2026-01-10"))
        );

    private async Task ImportAsync(string kind, string name, string header, Func<string, string> row)
    {
        var text = $"{header}\n{string.Join('\n', Numbers.Select(row))}\n";
        var sheet = Workbooks.Read(SheetKind.Find(kind)!, Encoding.UTF8.GetBytes(text), "list.csv");
        (await SheetImporter.ImportAsync(city.Database, sheet, $"{name}党委", new ImportOptions(IsDryRun: false))).Problems.ShouldBeEmpty();
    }

    private async Task ReviewAsync(string entry, decimal rate, params (string Item, decimal Score)[] scores)
    {
        await city.DoneAsync(
            "recordDebrief",
            new
            {
                entry,
                basis = "IN_PERSON",
                ballotRates = new[] { rate },
                heldOn = "2026-03-10",
            }
        );
        await city.DoneAsync(
            "reviewAssessment",
            new
            {
                entry,
                scores = RoundSteps.Scores(scores),
                confirmSuggested = true,
                reviewedOn = "2026-04-01",
            }
        );
    }

    private Task<JsonElement> IssueAsync(string round, string number) =>
        city.DoneAsync(
            "issueResults",
            new
            {
                round,
                title = "合成-考核结果通报",
                number,
                issuedOn = "2026-04-20",
            }
        );

    private async Task<string[]> ResultsAsync(Round round)
    {
        var found = new List<string>();
        foreach (var entry in round.Entries)
        {
            var one = (
                await city.QueryAsync(
                    $$"""{ assessmentEntry(id: "{{entry}}") { result { totalScore grade gradeCode gradeName gradeBasis } admonitionTalk { dueOn } } }"""
                )
            ).GetProperty("assessmentEntry");
            var result = one.GetProperty("result");
            string[] fields = ["totalScore", "grade", "gradeCode", "gradeName", "gradeBasis"];
            var talk = one.GetProperty("admonitionTalk");
            found.Add(
                string.Join(' ', fields.Select(field => result.GetProperty(field).ToString()))
                    + (talk.ValueKind == JsonValueKind.Object ? $" {talk.GetProperty("dueOn")}" : "")
            );
        }

        return [.. found];
    }

    /// <summary>Which societies are covered by an organization, in the order of their names, and the targets.</summary>
    private async Task<string> CoverageAsync(string committee)
    {
        var one = (
            await city.QueryAsync(
                $$"""
                { committee(id: "{{committee}}") { societies(first: 5, order: [{ id: ASC }]) { nodes { coverage { isNominal } } }
                  coverageTargets { measure share dueOn numerator denominator } } }
                """
            )
        ).GetProperty("committee");
        var covered = one.GetProperty("societies")
            .GetProperty("nodes")
            .EnumerateArray()
            .Select(node => node.GetProperty("coverage").GetProperty("isNominal").ToString().ToLowerInvariant());
        return $"{string.Join(',', covered)} {one.GetProperty("coverageTargets")}";
    }

    /// <summary>Results and grades as the warehouse has them, then the sections of its items and what its bonus counted.</summary>
    private async Task<string> LoadedAsync(string committee)
    {
        (await LoadPipeline.RunAsync(city.Database, new LoadOptions(new DateOnly(2026, 10, 31)))).Problem.ShouldBeNull();
        return await city.ScalarAsync<string>(
            """
            SELECT concat_ws('; ',
                (SELECT string_agg(DISTINCT concat_ws(' ', coalesce(a.grade_name, ''), a.grade, a.excellent, a.failed), ', ') FROM mart.assessment AS a WHERE a.committee_name = @committee),
                (SELECT string_agg(concat_ws(' ', g.grade_code, g.label_zh, g.label_en, trim_scale(g.from_score)), ', ' ORDER BY g.position) FROM mart.grade AS g
                 WHERE g.rule_set_code = CASE @committee WHEN '合成安党委' THEN 'made-up-prefecture' ELSE 'made-up-county' END),
                (SELECT string_agg(DISTINCT concat_ws(' ', i.section, k.label_zh), ', ') FROM mart.assessment_item AS i
                 LEFT JOIN mart.code AS k ON (k.kind, k.code) = ('scheme_section', i.section) WHERE i.committee_name = @committee),
                (SELECT coalesce(string_agg(concat_ws(' ', b.bonus_level, k.label_zh, trim_scale(b.counted)), ', '), '') FROM mart.bonus AS b
                 LEFT JOIN mart.code AS k ON (k.kind, k.code) = ('bonus_level', b.bonus_level) WHERE b.committee_name = @committee))
            """,
            new { committee }
        );
    }
}
