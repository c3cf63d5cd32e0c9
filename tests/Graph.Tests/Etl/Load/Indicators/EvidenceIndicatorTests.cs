using System.Text.Json;
using Dapper;
using SocietyParty.Etl.Run;
using SocietyParty.Graph.Tests.Rules;

namespace SocietyParty.Graph.Tests.Etl.Load.Indicators;

/// <summary>An indicator on a kind of evidence is a file: nothing else knows of it.</summary>
public sealed class EvidenceIndicatorTests
{
    private const string File = """
        {
          "$schema": "indicator.schema.json",
          "id": "E01",
          "name": "BriefRate",
          "title": { "zh": "简报报送率", "en": "Brief rate" },
          "definition": { "zh": "期内到期且已报的简报 ÷ 期内到期的简报", "en": "Briefs done ÷ briefs due in the period" },
          "source": "001 §11",
          "unit": "RATIO",
          "fact": "evidence_due",
          "time": "SUM",
          "subject": "BRANCH",
          "ruleSet": "OWN",
          "numerator": { "sum": "done", "where": { "kind": "BRIEF" }, "label": { "zh": "已报", "en": "done" } },
          "denominator": { "sum": "due", "where": { "kind": "BRIEF" }, "label": { "zh": "应报", "en": "due" } },
          "only": { "kind": "BRIEF" }
        }
        """;

    /// <summary>
    /// Branch one owes four quarters of 2022 and has done the first; branch two, of February, owes three and has done the second.
    /// </summary>
    private static async Task<LoadDatabase> StartAsync()
    {
        var database = await LoadDatabase.WithSocietiesAsync(2);
        await MadeUpEvidence.DefineAsync(database.Source);
        await database.BranchAsync(1, since: "2021-11-20");
        await database.BranchAsync(2, since: "2022-02-01");
        await database.ExecuteAsync(
            """
            INSERT INTO graph.evidence_record (kind, rule_set_code, kept_by_id, branch_id, nature, held_on, content, is_met, evidence)
            SELECT 'BRIEF', 'made-up-city', 1, branch, 'EVENT', held_on, '{"inTime": true}', true, '合成'
            FROM (VALUES (1, date '2022-01-10'), (1, '2022-03-31'), (1, '2022-04-01'), (2, '2022-05-01'), (2, '2022-06-01')) AS n (branch, held_on)
            """
        );
        await database.LoadAsync(new(2022, 12, 31));
        return database;
    }

    private static async Task<IReadOnlyList<RuleSetProblem>> AddAsync(LoadDatabase database, string file)
    {
        await using var connection = await database.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var files = IndicatorFile.Embedded().Append(new("rules/indicators/E01.json", JsonElement.Parse(file)));
        var problems = await IndicatorLoader.LoadAsync(connection, [.. files]);
        await transaction.CommitAsync();
        return problems;
    }

    [Fact]
    public async Task An_indicator_on_a_kind_of_evidence_is_a_file()
    {
        await using var database = await StartAsync();
        (await AddAsync(database, File)).ShouldBeEmpty();
        (await ValuesAsync("'E01'")).ShouldBe(["2/7"]);
        (await ValuesAsync("'E01', '{QUARTER}', '2022-01-01'", "period_from || ' '")).ShouldBe([
            "2022-01-01 1/1",
            "2022-04-01 1/2",
            "2022-07-01 0/2",
            "2022-10-01 0/2",
        ]);
        // Evidence of others stands under no branch.
        (await ValuesAsync("'E01', '{BRANCH}'", "branch_id || ' '")).ShouldBe(["0 0/0", "1 1/4", "2 1/3"]);
        (await ValuesAsync("'E01', '{KIND}'", "kind || ' '")).ShouldBe(["BRIEF 2/7"]);
        (await ValuesAsync("'E01', filter => '{\"committeeTree\": {\"eq\": 1}, \"level\": {\"eq\": \"PROVINCIAL\"}}'")).ShouldBe(["2/7"]);
        (
            await database.LinesAsync(
                "SELECT concat(branch_id, ' ', numerator, '/', denominator) FROM mart.indicator_rows('E01') ORDER BY position"
            )
        ).ShouldBe(["1 1/4", "2 1/3"]);
        (await database.LinesAsync("SELECT concat_ws(' ', fact, fact_kind, additivity) FROM mart.indicator WHERE id = 'E01'")).ShouldBe([
            "evidence_due ACCUMULATING_SNAPSHOT OVER_ALL",
        ]);

        Task<IReadOnlyList<string>> ValuesAsync(string question, string shown = "''") =>
            database.LinesAsync(
                $"SELECT concat({shown}, numerator, '/', denominator) FROM mart.indicator_value({question}) ORDER BY position"
            );
    }

    [Fact]
    public async Task A_measure_that_the_fact_does_not_have_is_refused()
    {
        await using var database = await StartAsync();
        (await AddAsync(database, File.Replace("\"done\"", "\"handed_in\""))).ShouldHaveSingleItem().Path.ShouldBe("$.numerator.sum");
    }
}
