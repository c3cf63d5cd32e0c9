using System.Text;
using SocietyParty.Etl.Import;
using SocietyParty.Etl.Import.Sheets;
using SocietyParty.Etl.Run;
using SocietyParty.Graph.Tests.Etl.Import.Sheets;
using SocietyParty.Graph.Tests.Service.Mutations.LeadingGroups;
using SocietyParty.Rules.Inputs;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Graph.Tests.Service.Mutations.Assessments;

/// <summary>
/// A region that no file is about, Ningbo: its office records what happens, and is late in nothing, graded by nothing and told what to do
/// where it begins what only its own rules can say.
/// </summary>
public sealed class DefaultRegionTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private const string Name = "合成甬";

    [Fact]
    public async Task What_only_its_own_rules_can_say_is_not_made_up()
    {
        var committee = await BegunAsync("一");
        (await city.RefusedAsync("openAssessmentRound", Round(committee))).ShouldBe(["RULES_MISSING"]);
        (await city.RefusedAsync("planWorkYear", new { committee, year = 2025 })).ShouldBe(["RULES_MISSING"]);
        (await city.QueryAsync($$"""{ committee(id: "{{committee}}") { assessmentRounds { totalCount } } }"""))
            .ToString()
            .ShouldBe("""{"committee":{"assessmentRounds":{"totalCount":0}}}""");
        // A result that a list brought has no scheme by which it could be corrected.
        var result = await city.ScalarAsync<long>(
            $"""
            INSERT INTO graph.assessment (branch_id, year, fixed_score, bonus_score, grade)
            SELECT id, 2024, 88, 0, 'GOOD' FROM graph.branch WHERE name = '{Name}一学会党支部' RETURNING id
            """
        );
        (
            await city.RefusedAsync(
                "correctResult",
                new
                {
                    assessment = MutationFixture.Id("Assessment", result),
                    bonusScore = 2,
                    reason = "合成-漏加分",
                    correctedOn = "2026-10-01",
                }
            )
        ).ShouldBe(["RULES_MISSING"]);
        // With a file it begins.
        await city.FollowAsync("330200");
        (await city.DoneAsync("openAssessmentRound", Round(committee), "year")).ToString().ShouldBe("""{"year":2025}""");
        (await city.DoneAsync("planWorkYear", new { committee, year = 2025 }, "name"))
            .GetProperty("name")
            .GetString()
            .ShouldBe($"{Name}一党委");
    }

    [Fact]
    public void The_message_says_what_to_do_in_both_languages()
    {
        var day = new DateOnly(2025, 12, 31);
        var scheme = RequiredRules.Scheme(isThere: false, "宁波市", day, "committee")!;
        (scheme.Code, scheme.Clause).ShouldBe(("RULES_MISSING", null));
        scheme
            .Sentence.In(Language.Chinese)
            .ShouldStartWith("宁波市在2025年12月31日没有考核办法，本软件不代定考核项目、分值和等次。请管理员把本地办法写成规则集文件");
        scheme.Sentence.In(Language.English).ShouldStartWith("宁波市 has no assessment scheme on 2025-12-31");
        var points = RequiredRules.WorkPoints(isThere: false, "宁波市", day, "committee")!.Sentence;
        points.In(Language.Chinese).ShouldContain("没有年度工作要点的规则，本软件不代定任务和期限");
        points.In(Language.English).ShouldContain("--rules");
        RequiredRules.Scheme(isThere: true, "宁波市", day).ShouldBeNull();
        RequiredRules.WorkPoints(isThere: true, "宁波市", day).ShouldBeNull();
    }

    [Fact]
    public async Task Nothing_is_late_and_nothing_is_broken()
    {
        var committee = await BegunAsync("二");
        var society = await city.ScalarAsync<long>($"SELECT id FROM graph.society WHERE name = '{Name}二学会'");
        var societyId = MutationFixture.Id("Society", society);
        // Steps of a rectification follow each other, without a day by which.
        var problem = (
            await city.DoneAsync(
                "openRectification",
                new
                {
                    society = societyId,
                    problem = "合成-问题",
                    foundOn = "2020-01-10",
                }
            )
        ).GetProperty("id").GetString();
        await city.DoneAsync("ledgerRectification", new { rectification = problem, on = "2021-03-01" });
        (await city.RefusedAsync("notifyRectification", new { rectification = problem, on = "2021-03-02" })).ShouldBe([
            "WRONG_STAGE 001 §7",
        ]);
        var filed = await city.ChangeAsync(
            "fileEvent",
            new
            {
                society = societyId,
                @event = "合成-论坛",
                heldOn = "2024-05-10",
                filedOn = "2024-06-10",
            }
        );
        filed.GetProperty("errors").GetArrayLength().ShouldBe(0);
        filed.GetProperty("warnings").GetArrayLength().ShouldBe(0);
        // Two seats, led by somebody without a post: no rule says otherwise. It meets never, and is not late.
        var term = await Council.TermAsync(city, society, 1, "2021-01-01", "2024-01-01");
        var people = await city.ScalarAsync<long>("SELECT max(id) FROM graph.person");
        await city.ExecuteAsync(
            "INSERT INTO graph.person (person_ref) VALUES ('合成甬-1'), ('合成甬-2'); INSERT INTO graph.appointment (person_id, post, "
                + "council_term_id, valid_during) SELECT max(id), 'COUNCIL_CHAIR', @term, '[2021-01-01,2024-01-01)' FROM graph.person",
            new { term }
        );
        var group = await city.DoneAsync(
            "submitLeadingGroup",
            new
            {
                society = societyId,
                discussedOn = "2021-02-01",
                submittedOn = "2021-02-10",
                seats = new[] { Council.Seat(people + 1, "LEADER"), Council.Seat(people + 2, "MEMBER") },
            },
            "status"
        );
        group.ToString().ShouldBe("""{"status":"APPROVED"}""");

        var shown = await city.QueryAsync(
            $$"""
            { committee(id: "{{committee}}") { duties { totalCount } coverageTargets { dueOn } evidenceDue(asOf: "2026-10-01") { totalCount }
                leadingGroupBreaches { totalCount } }
              society(id: "{{societyId}}") { leadingGroupBreaches(asOf: "2026-10-01") { code } coverage { isNominal isEffective } } }
            """
        );
        const string none = """{"totalCount":0}""";
        shown
            .GetProperty("committee")
            .ToString()
            .ShouldBe($$"""{"duties":{{none}},"coverageTargets":[],"evidenceDue":{{none}},"leadingGroupBreaches":{{none}}}""");
        shown
            .GetProperty("society")
            .ToString()
            .ShouldBe("""{"leadingGroupBreaches":[],"coverage":{"isNominal":true,"isEffective":true}}""");
    }

    [Fact]
    public async Task The_warehouse_has_no_minimum_no_grade_and_no_failure()
    {
        await BegunAsync("三");
        (await LoadPipeline.RunAsync(city.Database, new LoadOptions(new DateOnly(2025, 12, 31)))).Problem.ShouldBeNull();
        var key = await city.ScalarAsync<long>($"SELECT id FROM graph.committee WHERE name = '{Name}三党委'");
        (
            await city.ScalarAsync<string>(
                """
                SELECT concat_ws(' ',
                    (SELECT coalesce(minimum_met::text, 'none') FROM mart.branch_history WHERE committee_id = @key AND month = '2025-12-01'),
                    (SELECT concat_ws('/', numerator, denominator, coalesce(value::text, 'none'))
                     FROM mart.indicator_value('I14', '{COMMITTEE}', '2025-01-01', '2025-12-01') WHERE committee_id = @key),
                    (SELECT concat_ws('/', numerator, denominator) FROM mart.indicator_value('I08', '{COMMITTEE}', '2025-12-01', '2025-12-01') WHERE committee_id = @key),
                    (SELECT coalesce(string_agg(minimum_met::text, ','), 'none') FROM mart.register('BRANCH', '2025-12-01', '2025-12-01') WHERE committee_id = @key),
                    (SELECT count(*) FROM mart.register('FAILURE') WHERE committee_id = @key),
                    (SELECT count(*) FROM mart.assessment WHERE committee_id = @key))
                """,
                new { key }
            )
        ).ShouldBe("none 0/0/none 1/1 none 0 0");
    }

    private static object Round(string committee) =>
        new
        {
            committee,
            year = 2025,
            openedOn = "2025-12-01",
        };

    /// <summary>A committee of Ningbo with a society and its branch, which held one activity; each of the test's own.</summary>
    private async Task<string> BegunAsync(string number)
    {
        var committee = (await city.DoneAsync("foundCommittee", new { name = $"{Name}{number}党委", region = "330200" }))
            .GetProperty("id")
            .GetString()!;
        await ImportAsync("societies", number, $"社团名称,层级,运行状态\n{Name}{number}学会,市级,正常运行\n");
        await ImportAsync(
            "branches",
            number,
            $"党组织名称,组织形式,状态,状态起始日期,所属学会\n{Name}{number}学会党支部,党支部,已成立,2024-02-01,{Name}{number}学会\n"
        );
        await ImportAsync("activities", number, $"党组织,活动类型,标题,举办日期\n{Name}{number}学会党支部,主题党日,合成-活动,2025-06-15\n");
        return committee;
    }

    private async Task ImportAsync(string kind, string number, string text)
    {
        var sheet = Workbooks.Read(SheetKind.Find(kind)!, Encoding.UTF8.GetBytes(text), "list.csv");
        (
            await SheetImporter.ImportAsync(city.Database, sheet, $"{Name}{number}党委", new ImportOptions(IsDryRun: false))
        ).Problems.ShouldBeEmpty();
    }
}
