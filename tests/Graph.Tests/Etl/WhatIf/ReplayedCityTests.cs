using System.Text.Json.Nodes;
using Dapper;
using Npgsql;
using SocietyParty.Etl.Generate;
using SocietyParty.Etl.Run;
using SocietyParty.Etl.WhatIf;
using SocietyParty.Graph.Tests.Etl.Generate;
using SocietyParty.Graph.Tests.Rules;

namespace SocietyParty.Graph.Tests.Etl.WhatIf;

/// <summary>
/// A generated city: what was is what the warehouse has, and what would be is what the graph shows once the draft is brought in.
/// </summary>
public sealed class ReplayedCityTests
{
    /// <summary>Changes every part that is replayed but duties.</summary>
    public static string Draft()
    {
        var set = JsonNode.Parse(
            DraftFile.Text(
                "coverage",
                coverage =>
                {
                    coverage["organization"]!["forms"] = new JsonArray("PARTY_COMMITTEE", "GENERAL_BRANCH", "BRANCH");
                    coverage["leadingGroup"]!["countsAsWork"] = false;
                    coverage["strong"]!["anyOf"] = new JsonArray("INSTRUCTOR");
                },
                jurisdiction: "330100"
            )
        )!;
        set["assessment"] = JsonNode.Parse(CityRules.Content.GetProperty("assessment").GetRawText());
        set["assessment"]!["activities"]!["minimums"]![0]!["activities"]!["value"] = 8;
        set["assessment"]!["activities"]!["minimums"]![2]!["activities"]!["value"] = 3;
        set["categories"] = JsonNode.Parse(DraftFile.Shipped("default").GetProperty("categories").GetRawText());
        set["categories"]!["conditions"]!["A"]!["value"] = new JsonArray(
            "HAS_MEMBERS",
            "ALL_AFFILIATIONS_WITH_COMMITTEE",
            "HAS_SUPPORTING_UNIT"
        );
        // What leads to A is all that A asks for.
        set["categories"]!["upgrade"]!["value"]!.AsArray().Add("HAS_SUPPORTING_UNIT");
        // Later than the synthetic rules, which hold there since ever.
        set["effectiveFrom"] = "2000-01-01";
        return set.ToJsonString();
    }

    [Fact]
    public async Task What_was_is_what_the_warehouse_has()
    {
        await using var source = NpgsqlDataSource.Create(await City.ConnectionStringAsync());
        var report = await ReplayAsync(source, new DateOnly(2026, 1, 1), GenerateOptions.Last);
        await using var connection = await source.OpenConnectionAsync();
        var loaded = (
            await connection.QueryAsync<string>(
                """
                SELECT concat_ws(' ', month, sum(organization_coverage_numerator), sum(organization_coverage_denominator), sum(work_coverage_numerator),
                    sum(work_coverage_denominator), sum(strong_coverage_numerator), sum(strong_coverage_denominator), sum(effective_coverage_numerator),
                    sum(effective_coverage_denominator))
                FROM mart.coverage_history WHERE rule_set_code = 'default' GROUP BY month ORDER BY month
                """
            )
        ).ToList();
        report
            .Days.Select(day =>
                string.Join(
                    ' ',
                    new[] { day.Organization, day.Work, day.Strong, day.Effective }
                        .SelectMany(rate => new[] { rate.NumeratorBefore, rate.DenominatorBefore })
                        .Select(number => $"{number}")
                        .Prepend($"{day.Day.AddDays(1 - day.Day.Day):yyyy-MM-dd}")
                )
            )
            .ShouldBe(loaded);
    }

    [Fact]
    public async Task What_would_be_is_what_the_graph_shows_once_the_draft_is_brought_in()
    {
        await using var source = await City.EmptyAsync();
        (await GraphGenerator.RunAsync(source, City.Options)).Problem.ShouldBeNull();
        await using var connection = await source.OpenConnectionAsync();
        var today = await connection.QuerySingleAsync<DateOnly>("SELECT graph.today()");
        var report = await ReplayAsync(source, new DateOnly(2024, 1, 1), today);
        var coverage = await CoverageAsync(connection);
        var categories = await CategoriesAsync(connection);
        var years = await YearsAsync(connection);
        (
            await RuleSetLoader.LoadAsync(source, [.. RuleSetFile.Embedded(), new RuleSetFile("/draft.json", Draft())])
        ).Problems.ShouldBeEmpty();

        foreach (var change in report.Societies.Where(one => one.LastDay == today))
        {
            coverage[(change.SocietyId, change.Coverage)].ShouldBe(change.IsCoveredBefore);
            coverage[(change.SocietyId, change.Coverage)] = change.IsCoveredAfter;
        }

        foreach (var change in report.Categories.Where(one => one.LastDay == today))
        {
            categories[change.BranchId].ShouldBe(change.Before);
            categories[change.BranchId] = change.After;
        }

        foreach (var change in report.Activities)
        {
            years[(change.BranchId, change.Year)].ShouldBe($"{change.MinimumBefore} {change.IsMetBefore}");
            years[(change.BranchId, change.Year)] = $"{change.MinimumAfter} {change.IsMetAfter}";
        }

        report.Societies.Select(one => one.Coverage).Distinct().Count().ShouldBe(4);
        report.Categories.ShouldNotBeEmpty();
        report.Activities.ShouldNotBeEmpty();
        (await CoverageAsync(connection)).ShouldBe(coverage, ignoreOrder: true);
        (await CategoriesAsync(connection)).ShouldBe(categories, ignoreOrder: true);
        (await YearsAsync(connection)).ShouldBe(years, ignoreOrder: true);
    }

    [Fact]
    public async Task Suggested_scores_are_those_of_the_views()
    {
        await using var source = NpgsqlDataSource.Create(await City.ConnectionStringAsync());
        var report = await ReplayAsync(source, new DateOnly(2021, 1, 1), GenerateOptions.Last);
        await using var connection = await source.OpenConnectionAsync();
        var expected = (
            await connection.QueryAsync<string>(
                """
                SELECT concat_ws(' ', e.branch_id, e.year, s.item_code, s.score, round(s.maximum * y.suggested_share, 2))
                FROM graph.assessment_entry AS e
                JOIN graph.assessment_round AS r ON r.id = e.round_id
                JOIN graph.assessment_suggested_score AS s ON s.entry_id = e.id AND s.item_code = 'ORGANIZATION_2'
                CROSS JOIN LATERAL graph.activity_year(e.branch_id, e.year, r.cut_off_on, @draft::jsonb #> '{assessment,activities}') AS y
                WHERE s.score <> round(s.maximum * y.suggested_share, 2)
                ORDER BY e.year, e.branch_id
                """,
                new { draft = Draft() }
            )
        ).ToList();
        expected.Count.ShouldBeGreaterThan(50);
        report
            .Suggestions.Select(one => $"{one.BranchId} {one.Year} {one.Item} {one.ScoreBefore:0.00} {one.ScoreAfter:0.00}")
            .ShouldBe(expected);
    }

    private static async Task<ReplayReport> ReplayAsync(NpgsqlDataSource source, DateOnly from, DateOnly to)
    {
        using var replay = new Replay(source, new ReplayLimits());
        var outcome = await replay.RunAsync(new ReplayRequest(DraftFile.Of(Draft()), from, to));
        outcome.Problems.ShouldBeEmpty();
        return outcome.Report!;
    }

    private static async Task<Dictionary<(long Society, ReplayedCoverage Coverage), bool>> CoverageAsync(NpgsqlConnection connection) =>
        (
            await connection.QueryAsync<(long Society, bool Nominal, bool Worked, bool Strong, bool Effective)>(
                "SELECT society_id, is_nominal, is_worked, is_strong, is_effective FROM graph.society_coverage"
            )
        )
            .SelectMany(row =>
                new[]
                {
                    (ReplayedCoverage.Organization, row.Nominal),
                    (ReplayedCoverage.Work, row.Worked),
                    (ReplayedCoverage.Strong, row.Strong),
                    (ReplayedCoverage.Effective, row.Effective),
                }.Select(kind => (Key: (row.Society, kind.Item1), Value: kind.Item2))
            )
            .ToDictionary(one => one.Key, one => one.Value);

    private static async Task<Dictionary<long, string>> CategoriesAsync(NpgsqlConnection connection) =>
        (
            await connection.QueryAsync<(long Branch, string Category)>(
                "SELECT d.branch_id, d.category FROM graph.branch_derived_category AS d JOIN graph.branch AS b ON b.id = d.branch_id "
                    + "WHERE b.status <> 'DISSOLVED'"
            )
        ).ToDictionary(row => row.Branch, row => row.Category);

    private static async Task<Dictionary<(long Branch, int Year), string>> YearsAsync(NpgsqlConnection connection) =>
        (
            await connection.QueryAsync<(long Branch, int Year, int Minimum, bool IsMet)>(
                "SELECT branch_id, year, minimum, is_met FROM graph.activity_compliance WHERE year BETWEEN 2024 AND 2025"
            )
        ).ToDictionary(row => (row.Branch, row.Year), row => $"{row.Minimum} {row.IsMet}");
}
