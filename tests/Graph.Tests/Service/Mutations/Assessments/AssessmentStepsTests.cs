using System.Text.Json;

namespace SocietyParty.Graph.Tests.Service.Mutations.Assessments;

/// <summary>What goes wrong in a year of assessment, and how the committee mends it before and after the results are issued.</summary>
public sealed class AssessmentStepsTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private const string Where = "stage reviewedScores { score } debrief { meanRate } stageHistory { fromStage toStage reason }";

    [Fact]
    public async Task An_entry_goes_back_step_by_step_with_reasons_and_forward_again()
    {
        var year = await RoundSteps.ReviewedAsync(city, "合成己", 1);
        (await city.RefusedAsync("returnAssessment", Return(year, " "))).ShouldBe(["REASON_MISSING"]);
        (await city.RefusedAsync("returnAssessment", Return(year, "复核", "2026-03-31"))).ShouldBe(["DATE_TOO_EARLY"]);

        var debriefed = await city.DoneAsync("returnAssessment", Return(year, "评分录错"), Where);
        debriefed.GetProperty("stage").GetString().ShouldBe("DEBRIEFED");
        debriefed.GetProperty("reviewedScores").GetArrayLength().ShouldBe(0);
        debriefed.GetProperty("debrief").GetProperty("meanRate").GetDecimal().ShouldBe(1);
        var self = await city.DoneAsync("returnAssessment", Return(year, "测评票录错"), Where);
        self.GetProperty("stage").GetString().ShouldBe("SELF");
        self.GetProperty("debrief").ValueKind.ShouldBe(JsonValueKind.Null);
        (await city.RefusedAsync("returnAssessment", Return(year, "再退"))).ShouldBe(["WRONG_STAGE 004 第六条（一）"]);

        await year.DebriefAsync(0, 0.5m);
        await year.ReviewAsync(0, RoundSteps.Full);
        var history = (await EntryAsync(year, 0, Where)).GetProperty("stageHistory");
        history
            .EnumerateArray()
            .Select(step => $"{step.GetProperty("fromStage")} {step.GetProperty("toStage")} {step.GetProperty("reason")}".Trim())
            .ShouldBe([
                "SELF",
                "SELF DEBRIEFED",
                "DEBRIEFED REVIEWED",
                "REVIEWED DEBRIEFED 评分录错",
                "DEBRIEFED SELF 测评票录错",
                "SELF DEBRIEFED",
                "DEBRIEFED REVIEWED",
            ]);
        // What was taken back is kept as it was.
        (
            await city.ScalarAsync<string>(
                "SELECT string_agg(coalesce(s.undone -> 'scores' ->> 'TEAM_1', s.undone ->> 'ballotRates'), ' ' ORDER BY s.id) FROM "
                    + "graph.assessment_stage_event AS s JOIN graph.assessment_entry AS e ON e.id = s.entry_id JOIN graph.branch AS b "
                    + "ON b.id = e.branch_id WHERE b.name = '合成己1党支部'"
            )
        ).ShouldBe("7.00 [1.000000]");
        await year.IssueAsync("合成己〔2026〕1号");
        (await city.RefusedAsync("returnAssessment", Return(year, "发文以后"))).ShouldBe(["WRONG_STAGE 004 第六条（四）"]);
    }

    [Fact]
    public async Task A_ranked_branch_that_hands_in_again_stays_ranked()
    {
        var year = await RoundSteps.WithBranchesAsync(city, "合成庚", 1);
        var team = await city.DoneAsync("createSupervisionTeam", new { committee = year.Committee, name = "合成庚督导团" });
        var consortium = await city.DoneAsync(
            "createConsortium",
            new
            {
                committee = year.Committee,
                name = "合成庚联合体",
                branches = year.Branches,
                supervisionTeam = team.GetProperty("id").GetString(),
                validFrom = "2025-01-01",
            }
        );
        await year.OpenAsync();
        await year.SubmitAsync(0);
        await city.DoneAsync(
            "rankConsortia",
            new
            {
                round = year.Round,
                supervisionTeam = team.GetProperty("id").GetString(),
                consortia = new[] { consortium.GetProperty("id").GetString() },
                rankedOn = "2026-02-01",
            }
        );
        (await city.DoneAsync("returnAssessment", Return(year, "自评漏项"), "stage")).GetProperty("stage").GetString().ShouldBe("SELF");
        (await year.SubmitAsync(0, "stage")).GetProperty("stage").GetString().ShouldBe("SUPERVISED");
    }

    [Fact]
    public async Task A_branch_that_hands_in_nothing_does_not_hold_up_the_others()
    {
        var year = await RoundSteps.ReviewedAsync(city, "合成辛", 1);
        var second = await RoundSteps.WithBranchesAsync(city, "合成壬", 2);
        await second.OpenAsync();
        foreach (var branch in (int[])[0, 1])
        {
            await second.ActiveAsync(branch, 1);
        }

        await second.SubmitAsync(0);
        await second.DebriefAsync(0, 1m);
        await second.ReviewAsync(0, RoundSteps.Full);
        (await city.RefusedAsync("closeUnsubmittedAssessment", Close(second, 0))).ShouldBe(["WRONG_STAGE 004 第六条（四）"]);
        (await city.RefusedAsync("closeUnsubmittedAssessment", Close(second, 1, "2025-12-31"))).ShouldBe([
            "UNSUBMITTED_TOO_EARLY 004 第六条（一）",
        ]);
        (await city.RefusedAsync("closeUnsubmittedAssessment", Close(second, 1, reason: ""))).ShouldBe(["REASON_MISSING"]);

        await city.DoneAsync("closeUnsubmittedAssessment", Close(second, 1));
        // It hands in late after all.
        var open = await city.DoneAsync("returnAssessment", Return(second, "补交", branch: 1), "stage notSubmittedOn");
        open.ToString().ShouldBe("""{"stage":"SELF","notSubmittedOn":null}""");
        (await city.DoneAsync("closeUnsubmittedAssessment", Close(second, 1), "stage notSubmittedOn"))
            .ToString()
            .ShouldBe("""{"stage":"REVIEWED","notSubmittedOn":"2026-04-02"}""");
        await second.IssueAsync("合成壬〔2026〕1号");
        var result = await EntryAsync(second, 1, "result { totalScore grade gradeBasis } admonitionTalk { dueOn }");
        result.GetProperty("result").ToString().ShouldBe("""{"totalScore":0.00,"grade":"UNQUALIFIED","gradeBasis":"NOT_SUBMITTED"}""");
        result.GetProperty("admonitionTalk").ValueKind.ShouldBe(JsonValueKind.Object);
        (await EntryAsync(second, 0, "result { gradeBasis }")).ToString().ShouldBe("""{"result":{"gradeBasis":"BAND"}}""");
        year.Entries.Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_records_know_is_confirmed_or_dismissed_before_the_review()
    {
        var year = await RoundSteps.WithBranchesAsync(city, "合成癸", 1);
        var society = await city.ScalarAsync<long>(
            $"SELECT society_id FROM graph.branch_society AS l JOIN graph.branch AS b ON b.id = l.branch_id WHERE b.name = '合成癸1党支部'"
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
        await city.ExecuteAsync(
            $"""
            INSERT INTO graph.sync_point (society_id, occasion, held_on, result, collected)
            VALUES ({society}, 'ANNUAL_INSPECTION', '2025-05-01', 'FAILED', '合成-年检材料'),
                ({society}, 'ANNUAL_INSPECTION', '2024-05-01', 'FAILED', '合成-上年'), ({society}, 'EVALUATION', '2025-05-01', 'FAILED', '合成-评估')
            """
        );
        await year.OpenAsync();
        await year.ActiveAsync(0, 1);
        await year.SubmitAsync(0);
        await year.DebriefAsync(0, 1m);
        (await ProposedAsync(year)).ShouldBe(["INSPECTION_FAILED INSPECTION_FAILED 2025-05-01", "VETO  2025-06-01"]);
        (await city.RefusedAsync("reviewAssessment", Review(year))).ShouldBe([
            "FINDING_OPEN 004 第五条（七）",
            "FINDING_OPEN 004 第五条（七）",
        ]);
        object Dismiss(string cause) =>
            new
            {
                entry = year.Entry(0),
                cause,
                reason = "合成-已整改",
                dismissedOn = "2026-03-20",
            };
        (await city.RefusedAsync("dismissFinding", Dismiss("SOCIETY_CANCELLED"))).ShouldBe(["FINDING_NOT_PROPOSED 004 第五条（七）"]);
        var dismissed = await city.DoneAsync("dismissFinding", Dismiss("VETO"), "dismissedFindings { cause reason dismissedOn }");
        dismissed
            .GetProperty("dismissedFindings")
            .ToString()
            .ShouldBe("""[{"cause":"VETO","reason":"合成-已整改","dismissedOn":"2026-03-20"}]""");
        await city.DoneAsync(
            "recordFailFinding",
            new
            {
                entry = year.Entry(0),
                rule = "INSPECTION_FAILED",
                evidence = "合成-年检不合格",
                foundOn = "2026-03-21",
            }
        );
        (await ProposedAsync(year)).ShouldBeEmpty();
        await city.DoneAsync("reviewAssessment", Review(year));
        await year.IssueAsync("合成癸〔2026〕1号");
        (await EntryAsync(year, 0, "result { gradeBasis failRule failClause }"))
            .ToString()
            .ShouldBe("""{"result":{"gradeBasis":"FAIL","failRule":"INSPECTION_FAILED","failClause":"004 第五条（七）1"}}""");
    }

    [Fact]
    public async Task A_correction_names_the_rule_and_its_findings_follow_the_grade()
    {
        var year = await RoundSteps.ReviewedAsync(city, "合成子", 1);
        await year.IssueAsync("合成子〔2026〕1号");
        var result = (await EntryAsync(year, 0, "result { id }")).GetProperty("result").GetProperty("id").GetString();
        object Correct(bool? failed, string? failRule) =>
            new
            {
                assessment = result,
                reason = "合成-举报查实",
                failed,
                failRule,
                correctedOn = "2026-05-10",
            };
        (await city.RefusedAsync("correctResult", Correct(true, null))).ShouldBe(["FAIL_RULE_MISSING 004 第五条（七）"]);
        (await city.RefusedAsync("correctResult", Correct(true, "NOTHING"))).ShouldBe(["FAIL_RULE_UNKNOWN 004 第五条（七）"]);
        (await city.RefusedAsync("correctResult", Correct(null, "SERIOUS_VIOLATION"))).ShouldBe([
            "FAIL_RULE_OF_NO_FAILURE 004 第五条（七）",
        ]);
        const string Told = "id grade failRule failClause entry { failFindings { failRule evidence withdrawnOn } }";
        var failed = await city.DoneAsync("correctResult", Correct(true, "SERIOUS_VIOLATION"), Told);
        failed.GetProperty("grade").GetString().ShouldBe("UNQUALIFIED");
        failed.GetProperty("failRule").GetString().ShouldBe("SERIOUS_VIOLATION");
        failed
            .GetProperty("entry")
            .GetProperty("failFindings")
            .ToString()
            .ShouldBe("""[{"failRule":"SERIOUS_VIOLATION","evidence":"合成-举报查实","withdrawnOn":null}]""");
        result = failed.GetProperty("id").GetString();
        var lifted = await city.DoneAsync("correctResult", Correct(false, null), Told);
        lifted.GetProperty("failRule").ValueKind.ShouldBe(JsonValueKind.Null);
        lifted.GetProperty("entry").GetProperty("failFindings")[0].GetProperty("withdrawnOn").GetString().ShouldBe("2026-05-10");
    }

    [Fact]
    public async Task A_scheme_lists_the_codes_that_changes_take()
    {
        var year = await RoundSteps.WithBranchesAsync(city, "合成寅", 1);
        await year.OpenAsync();
        var scheme = (
            await city.QueryAsync(
                $$"""{ assessmentRound(id: "{{year.Round}}") { scheme { failRules { code clauses { citation } } bonusItems { code text } } } }"""
            )
        )
            .GetProperty("assessmentRound")
            .GetProperty("scheme");
        Codes("failRules")
            .ShouldBe(["SERIOUS_VIOLATION", "SOCIETY_CANCELLED", "INSPECTION_FAILED", "ILLEGAL_POLITICAL_ACTIVITY", "NO_ACTIVITY"]);
        scheme.GetProperty("failRules")[0].GetProperty("clauses").GetArrayLength().ShouldBe(1);
        Codes("bonusItems").First().ShouldBe("BONUS_1");
        scheme.GetProperty("bonusItems")[1].GetProperty("text").GetString().ShouldBe("受到各级党委政府部门表彰");

        IEnumerable<string?> Codes(string list) =>
            scheme.GetProperty(list).EnumerateArray().Select(one => one.GetProperty("code").GetString());
    }

    [Fact]
    public async Task A_debrief_names_the_secretary_of_its_day()
    {
        var year = await RoundSteps.WithBranchesAsync(city, "合成丑", 1);
        await city.ExecuteAsync(
            $"""
            WITH who AS (INSERT INTO graph.person (person_ref) VALUES ('合成-丑-书记'), ('合成-丑-他人') RETURNING id, person_ref)
            INSERT INTO graph.appointment (person_id, post, branch_id, valid_during)
            SELECT w.id, 'BRANCH_SECRETARY', b.id, '[2024-03-01,)' FROM who AS w, graph.branch AS b
            WHERE w.person_ref = '合成-丑-书记' AND b.name = '合成丑1党支部'
            """
        );
        var other = MutationFixture.Id(
            "Person",
            await city.ScalarAsync<long>("SELECT id FROM graph.person WHERE person_ref = '合成-丑-他人'")
        );
        await year.OpenAsync();
        await year.SubmitAsync(0);
        object Debrief(string heldOn, string? reporter = null) =>
            new
            {
                entry = year.Entry(0),
                basis = "IN_PERSON",
                ballotRates = new[] { 1 },
                heldOn,
                reporter,
            };
        (await city.RefusedAsync("recordDebrief", Debrief("2026-03-10", other))).ShouldBe(["DEBRIEF_BY_ANOTHER 004 第五条（五）"]);
        (await city.DoneAsync("recordDebrief", Debrief("2026-03-10"), "debrief { reporter { reference } }"))
            .ToString()
            .ShouldBe("""{"debrief":{"reporter":{"reference":"合成-丑-书记"}}}""");
    }

    private static object Return(RoundSteps year, string reason, string returnedOn = "2026-04-10", int branch = 0) =>
        new
        {
            entry = year.Entry(branch),
            reason,
            returnedOn,
        };

    private static object Close(RoundSteps year, int branch, string decidedOn = "2026-04-02", string reason = "合成-支部停顿") =>
        new
        {
            entry = year.Entry(branch),
            reason,
            decidedOn,
        };

    private static object Review(RoundSteps year) =>
        new
        {
            entry = year.Entry(0),
            scores = RoundSteps.Scores(RoundSteps.Full),
            confirmSuggested = true,
            reviewedOn = "2026-04-01",
        };

    private async Task<IEnumerable<string>> ProposedAsync(RoundSteps year) =>
        (await EntryAsync(year, 0, "proposedFindings { cause failRule since }"))
            .GetProperty("proposedFindings")
            .EnumerateArray()
            .Select(one => $"{one.GetProperty("cause")} {one.GetProperty("failRule")} {one.GetProperty("since")}");

    private async Task<JsonElement> EntryAsync(RoundSteps year, int branch, string selection) =>
        (await city.QueryAsync($$"""{ assessmentEntry(id: "{{year.Entry(branch)}}") { {{selection}} } }""")).GetProperty("assessmentEntry");
}
