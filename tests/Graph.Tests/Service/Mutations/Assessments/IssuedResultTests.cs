using System.Text.Json;
using Npgsql;

namespace SocietyParty.Graph.Tests.Service.Mutations.Assessments;

/// <summary>What is issued stays, and of two who change it at once one wins.</summary>
public sealed class IssuedResultTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    [Fact]
    public async Task Of_two_corrections_of_one_result_one_is_made()
    {
        var year = await RoundSteps.ReviewedAsync(city, "合成乙", 1);
        await year.IssueAsync("合成〔2026〕乙号");
        var result = (await city.QueryAsync("query($id: ID!) { assessmentEntry(id: $id) { result { id } } }", new { id = year.Entry(0) }))
            .GetProperty("assessmentEntry")
            .GetProperty("result")
            .GetProperty("id")
            .GetString();
        var all = await Task.WhenAll(
            Enumerable
                .Range(1, 5)
                .Select(i =>
                    city.ChangeAsync(
                        "correctResult",
                        new
                        {
                            assessment = result,
                            reason = $"更正{i}",
                            bonusScore = i,
                            correctedOn = "2026-05-01",
                        }
                    )
                )
        );

        all.Count(payload => payload.GetProperty("assessment").ValueKind == JsonValueKind.Object).ShouldBe(1);
        all.Where(payload => payload.GetProperty("assessment").ValueKind == JsonValueKind.Null)
            .Select(payload => MutationFixture.Shown(payload.GetProperty("errors")[0]))
            .Distinct()
            .ShouldBe(["RESULT_SUPERSEDED 004 第六条（四）"]);
        (
            await city.ScalarAsync<string>(
                "SELECT string_agg(result_version || ' ' || is_current, ', ' ORDER BY result_version) FROM graph.assessment AS a "
                    + "JOIN graph.assessment_entry AS e ON e.id = a.entry_id JOIN graph.branch AS b ON b.id = e.branch_id WHERE b.name "
                    + "= '合成乙1党支部'"
            )
        ).ShouldBe("1 false, 2 true");
    }

    [Fact]
    public async Task A_result_that_came_as_a_total_is_corrected_with_all_its_items()
    {
        var key = await city.ScalarAsync<long>(
            "INSERT INTO graph.assessment (branch_id, year, fixed_score, bonus_score, grade, issued_on) "
                + "SELECT id, 2021, 85, 2, 'GOOD', '2022-01-31' FROM graph.branch ORDER BY id LIMIT 1 RETURNING id"
        );
        object Correction(params (string, decimal)[] scores) =>
            new
            {
                assessment = MutationFixture.Id("Assessment", key),
                reason = "复核",
                scores = RoundSteps.Scores(scores),
                correctedOn = "2022-03-01",
            };
        var refused = await city.ChangeAsync("correctResult", Correction(("ORGANIZATION_1", 3)));
        var error = refused.GetProperty("errors")[0];
        MutationFixture.Shown(error).ShouldBe("TOTAL_WITHOUT_ITEMS 004 第六条（四）");
        error.GetProperty("path").EnumerateArray().Select(step => step.GetString()).ShouldBe(["input", "scores"]);
        (await city.DoneAsync("correctResult", Correction([.. RoundSteps.Full, ("DEBRIEF_1", 5)]), "fixedScore bonusScore"))
            .GetProperty("fixedScore")
            .GetDecimal()
            .ShouldBe(100);
    }

    [Fact]
    public async Task Of_two_issues_of_one_round_one_is_made()
    {
        var year = await RoundSteps.ReviewedAsync(city, "合成丙", 2);
        var all = await Task.WhenAll(
            Enumerable
                .Range(1, 4)
                .Select(i =>
                    city.ChangeAsync(
                        "issueResults",
                        new
                        {
                            round = year.Round,
                            title = "合成-通报",
                            number = $"合成〔2026〕丙{i}号",
                            issuedOn = "2026-04-20",
                        }
                    )
                )
        );

        all.Count(payload => payload.GetProperty("assessmentRound").ValueKind == JsonValueKind.Object).ShouldBe(1);
        all.Where(payload => payload.GetProperty("assessmentRound").ValueKind == JsonValueKind.Null)
            .Select(payload => MutationFixture.Shown(payload.GetProperty("errors")[0]))
            .Distinct()
            .ShouldBe(["WRONG_STAGE 004 第六条（四）"]);
        (await city.ScalarAsync<long>("SELECT count(*) FROM graph.policy_document WHERE document_number LIKE '合成〔2026〕丙%'")).ShouldBe(
            1
        );
    }

    [Theory]
    [InlineData("UPDATE graph.assessment SET fixed_score = 100 WHERE id = (SELECT max(id) FROM graph.assessment)", "assessment_is_kept")]
    [InlineData(
        "UPDATE graph.assessment SET is_current = false, grade = 'GOOD' WHERE id = (SELECT max(id) FROM graph.assessment)",
        "assessment_is_kept"
    )]
    [InlineData("DELETE FROM graph.assessment WHERE id = (SELECT max(id) FROM graph.assessment)", "assessment_is_kept")]
    [InlineData(
        "UPDATE graph.assessment_item_score SET score = 0 WHERE assessment_id = (SELECT max(id) FROM graph.assessment)",
        "assessment_item_score_is_kept"
    )]
    [InlineData(
        "UPDATE graph.assessment_entry SET stage = 'REVIEWED' WHERE id = (SELECT max(entry_id) FROM graph.assessment)",
        "assessment_entry_stages_in_order"
    )]
    [InlineData(
        "UPDATE graph.assessment_entry SET satisfaction_rate = 1 WHERE id = (SELECT max(entry_id) FROM graph.assessment)",
        "assessment_entry_is_issued"
    )]
    [InlineData("DELETE FROM graph.assessment_stage_event", "assessment_stage_event_is_kept")]
    [InlineData("UPDATE graph.assessment_scheme SET content = '{}'", "assessment_scheme_is_kept")]
    public async Task The_database_itself_keeps_what_is_issued(string sql, string constraint)
    {
        await IssuedOnceAsync();
        (await Should.ThrowAsync<PostgresException>(() => city.ExecuteAsync(sql))).ConstraintName.ShouldBe(constraint);
    }

    private async Task IssuedOnceAsync()
    {
        if (await city.ScalarAsync<long>("SELECT count(*) FROM graph.assessment") == 0)
        {
            await (await RoundSteps.ReviewedAsync(city, "合成丁", 1)).IssueAsync("合成〔2026〕丁号");
        }
    }
}
