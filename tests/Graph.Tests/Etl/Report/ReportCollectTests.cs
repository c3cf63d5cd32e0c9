using System.Globalization;
using SocietyParty.Etl.Generate;
using SocietyParty.Etl.Report.Collect;
using SocietyParty.Etl.Report.Editions;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Graph.Tests.Etl.Load;
using SocietyParty.Graph.Tests.Rules;

namespace SocietyParty.Graph.Tests.Etl.Report;

/// <summary>The figures of a report are the warehouse's, of one moment, and few people are not told of.</summary>
public sealed class ReportCollectTests : IAsyncLifetime
{
    private const string Parts = "trim_scale(numerator) || '/' || trim_scale(denominator)";
    private LoadDatabase city = null!;

    public async Task InitializeAsync() => city = await ReportCity.CopyAsync();

    public async Task DisposeAsync() => await city.DisposeAsync();

    [Fact]
    public async Task Every_indicator_is_what_mart_says_for_the_same_period()
    {
        var snapshot = await ReportCity.CollectAsync(city, new(2026, null, "zh"));
        var rows = snapshot.Table("T9-1").Rows;
        rows.Count.ShouldBe(27);
        foreach (var row in rows)
        {
            var isYearly = await city.ScalarAsync<bool>($"SELECT time_rule = 'YEAR' FROM mart.indicator WHERE id = '{row.Key}'");
            var isLast = await city.ScalarAsync<bool>($"SELECT time_rule = 'LAST' FROM mart.indicator WHERE id = '{row.Key}'");
            var last = await Value(row.Key, isLast ? "2025-12-01" : "2025-01-01", "2025-12-01");
            Text(snapshot.Cell($"T9-1/{row.Key}/last")).ShouldBe(last, row.Key);
            // A yearly indicator has no value for half a year.
            var present = isYearly ? "/" : await Value(row.Key, isLast ? "2026-06-01" : "2026-01-01", "2026-06-01");
            Text(snapshot.Cell($"T9-1/{row.Key}/present")).ShouldBe(present, row.Key);
        }

        Task<string> Value(string indicator, string from, string to) =>
            city.ScalarAsync<string>($"SELECT {Parts} FROM mart.indicator_value('{indicator}', '{{}}', '{from}', '{to}')");
    }

    [Fact]
    public async Task Problems_stand_by_kind_the_most_first_and_those_without_one_last()
    {
        var snapshot = await ReportCity.CollectAsync(city, new(2025, null, "zh"));
        var rows = snapshot.Table("DF8-2").Rows;
        rows.Select(row => $"{row.Key} {snapshot.Cell($"DF8-2/{row.Key}/problems").Number}")
            .ShouldBe(
                await city.LinesAsync(
                    """
                    SELECT concat(coalesce(kind, 'UNCLASSIFIED'), ' ', count(*)) FROM mart.rectification WHERE found_on BETWEEN '2025-01-01' AND '2025-12-31'
                    GROUP BY kind ORDER BY kind IS NULL, count(*) DESC, kind
                    """
                )
            );
        rows[^1].Key.ShouldBe("UNCLASSIFIED");
        snapshot.Cell("DF8-2/UNCLASSIFIED/kind").Text.ShouldBe("未分类");
        snapshot.Cell("DF8-2/UNCLASSIFIED/share").Number.ShouldBe(1m);
    }

    /// <summary>Evidence that was due stands by kind, with its clause; the numbers are the overview's of the same day.</summary>
    [Fact]
    public async Task Evidence_stands_by_kind_with_its_clause()
    {
        await MadeUpEvidence.DefineAsync(city.Source, "330100");
        await city.ExecuteAsync(
            """
            INSERT INTO graph.evidence_record (kind, rule_set_code, kept_by_id, branch_id, nature, held_on, content, is_met, evidence)
            SELECT 'BRIEF', 'made-up-city', e.committee_id, e.branch_id, 'EVENT', d.day, '{"inTime": true}', true, '合成'
            FROM (SELECT DISTINCT committee_id, branch_id FROM graph.evidence_due_on('2025-12-31') WHERE kind = 'BRIEF' AND period = '2025Q2' ORDER BY 2 LIMIT 3) AS e
            CROSS JOIN (VALUES (date '2025-04-10'), ('2025-06-30'), ('2025-07-01')) AS d (day);
            INSERT INTO graph.evidence_record (kind, rule_set_code, kept_by_id, committee_id, nature, held_on, content, is_met, evidence)
            VALUES ('YEAR_REPORT', 'made-up-city', 1, 1, 'EVENT', '2026-02-01', '{"year": 2025}', true, '合成');
            """
        );
        await city.LoadAsync(GenerateOptions.Last);
        var snapshot = await ReportCity.CollectAsync(city, new(2025, "330100", "zh"));
        // Of branches some left since they owed it, and of groups some before its last day.
        var said = snapshot
            .Table("T8-2")
            .Rows.Where(row => row.Key is "made-up-city:SERVICE" or "made-up-city:YEAR_REPORT")
            .Select(row =>
                string.Join(' ', new[] { "due", "done", "late", "missing" }.Select(column => Number(row.Key, column)).Prepend(row.Key))
            )
            .ToList();
        said.ShouldBe(
            await city.LinesAsync(
                """
                SELECT concat_ws(' ', replace(d.definition_id, '/', ':'), count(*), count(*) FILTER (WHERE d.state LIKE 'DONE%'),
                    count(*) FILTER (WHERE d.state = 'DONE_LATE'), count(*) FILTER (WHERE d.state = 'LATE'))
                FROM graph.evidence_due_on('2025-12-31') AS d JOIN graph.evidence_kind AS k ON k.id = d.definition_id
                WHERE d.period LIKE '2025%' AND d.kind IN ('SERVICE', 'YEAR_REPORT') AND d.committee_id IN (SELECT t.committee_id FROM mart.committee_tree AS t
                    JOIN graph.committee AS c ON c.id = t.ancestor_id WHERE c.region_code = '330100' AND t.valid_to = '9999-12-31')
                GROUP BY d.definition_id, k.position ORDER BY k.position, d.definition_id
                """
            )
        );
        snapshot
            .Table("T8-2")
            .Rows.Select(row => row.Key)
            .ShouldBe(["made-up-city:BRIEF", "made-up-city:SERVICE", "made-up-city:YEAR_REPORT", "made-up-city:GROUP_YEAR_REPORT"]);
        Number("made-up-city:BRIEF", "done").ShouldBe("3");
        // What came after the report's day is not told.
        Number("made-up-city:YEAR_REPORT", "done").ShouldBe("0");
        snapshot.Cell("T8-2/made-up-city:BRIEF/kind").Text.ShouldBe("简报");
        snapshot
            .Cell("T8-2/made-up-city:BRIEF/clauses")
            .Text.ShouldBe("《市科协科技社团党委2023年工作要点》（渝科协社党发〔2023〕11号）第11点");
        var rate = snapshot.Cell("T8-2/made-up-city:BRIEF/completion");
        (rate.Numerator, $"{rate.Denominator}").ShouldBe((3m, Number("made-up-city:BRIEF", "due")));

        string Number(string row, string column) => $"{snapshot.Cell($"T8-2/{row}/{column}").Number}";
    }

    /// <summary>What is printed and what GraphQL tells is one: the registers of the same period.</summary>
    [Fact]
    public async Task Printed_registers_and_the_matrix_of_categories_are_those_of_mart()
    {
        var snapshot = await ReportCity.CollectAsync(city);
        var matrix = snapshot
            .Table("T4-2")
            .Rows.Where(row => !row.IsTotal)
            .SelectMany(row =>
                new[] { ("a", "A"), ("b", "B"), ("c", "C"), ("unclassified", "UNCLASSIFIED"), ("gone", "GONE") }.Select(column =>
                    $"{row.Key} {column.Item2} {snapshot.Cell($"T4-2/{row.Key}/{column.Item1}").Number}"
                )
            )
            .Where(line => !line.EndsWith(" 0", StringComparison.Ordinal));
        (
            await city.LinesAsync(
                """
                SELECT concat_ws(' ', coalesce(from_category, 'NEW'), coalesce(to_category, 'GONE'), count)
                FROM mart.register_value('CATEGORY_TRANSITION', '{FROM_CATEGORY,TO_CATEGORY}', '2026-01-01', '2026-06-01')
                """
            )
        ).ShouldBe(matrix, ignoreOrder: true);
        (await RowsAsync("'UNCOVERED_SOCIETY', to_month => '2026-06-01'", "society_id::text")).ShouldBe(Keys("TA-1"), ignoreOrder: true);
        (await RowsAsync("'FAILURE', '2025-01-01', '2025-12-31'", "branch_id::text")).ShouldBe(Keys("TB-2"), ignoreOrder: true);
        (
            await city.LinesAsync("SELECT trim_scale(counted)::text FROM mart.register_value('BONUS', '{}', '2025-01-01', '2025-12-31')")
        ).ShouldBe([
            Keys("TB-1").Sum(key => snapshot.Cell($"TB-1/{key}/points").Number ?? 0).ToString("0.##", CultureInfo.InvariantCulture),
        ]);

        IEnumerable<string> Keys(string table) => snapshot.Table(table).Rows.Select(row => row.Key);

        Task<IReadOnlyList<string>> RowsAsync(string register, string column) =>
            city.LinesAsync($"SELECT {column} FROM mart.register({register})");
    }

    [Fact]
    public async Task Committees_add_up_to_the_total_and_are_what_mart_says_of_their_subtrees()
    {
        var snapshot = await ReportCity.CollectAsync(city);
        foreach (
            var (table, column) in new[]
            {
                ("T3-1", "I01"),
                ("T3-1", "I02"),
                ("T3-1", "I08"),
                ("T4-1", "I05"),
                ("T5-3", "I10"),
                ("T5-3", "I11"),
            }
        )
        {
            var total = snapshot.Cell($"{table}/total/{column}");
            var parts = snapshot
                .Table(table)
                .Rows.Where(row => !row.IsTotal)
                .Select(row => snapshot.Cell($"{table}/{row.Key}/{column}"))
                .ToList();
            (parts.Sum(cell => cell.Numerator), parts.Sum(cell => cell.Denominator)).ShouldBe(
                (total.Numerator, total.Denominator),
                $"{table} {column}"
            );
            var mart = await city.ScalarAsync<string>(
                $"SELECT {Parts} FROM mart.indicator_value('{column}', '{{}}', '2026-06-01', '2026-06-01')"
            );
            Text(total).ShouldBe(mart, $"{table} {column}");
        }

        var county = await city.ScalarAsync<string>(
            $"SELECT {Parts} FROM mart.indicator_value('I01', '{{}}', '2026-06-01', '2026-06-01', "
                + "filter => '{\"committeeTree\": {\"eq\": 2}}')"
        );
        Text(snapshot.Cell("T3-1/2/I01")).ShouldBe(county);
    }

    [Fact]
    public async Task Tables_about_the_same_things_agree()
    {
        var snapshot = await ReportCity.CollectAsync(city);
        var societies = snapshot.Cell("T3-1/total/societies").Number;
        snapshot.Cell("T2-1/total/societies").Number.ShouldBe(societies);
        snapshot.Cell("T2-2/total/societies").Number.ShouldBe(societies);
        snapshot.Cell("T3-3/ALL/societies").Number.ShouldBe(societies);
        var uncovered = snapshot.Cell("T3-1/total/I01");
        snapshot.Table("TA-1").Rows.Count.ShouldBe((int)(uncovered.Denominator - uncovered.Numerator)!);
        var branches = snapshot.Cell("T4-1/total/branches").Number;
        snapshot.Cell("T5-1/total/branches").Number.ShouldBe(branches);
        // Those that stand now are those that moved into a category or stayed, and the new ones.
        new[] { "a", "b", "c", "unclassified" }.Sum(category => snapshot.Cell($"T4-2/total/{category}").Number).ShouldBe(branches);
        foreach (var category in new[] { "a", "b", "c", "unclassified" })
        {
            snapshot.Cell($"T4-2/total/{category}").Number.ShouldBe(snapshot.Cell($"T4-1/total/{category}").Number, category);
        }

        // The register is what the scores have in them.
        var bonus = snapshot.Table("TB-1");
        bonus.Rows.ShouldNotBeEmpty();
        bonus
            .Rows.Sum(row => row.Cells[^1].Number)
            .ShouldBe(await city.ScalarAsync<decimal>("SELECT sum(bonus) FROM mart.assessment WHERE year = 2025 AND assessed = 1"));
        snapshot
            .Table("TB-2")
            .Rows.Count.ShouldBe(await city.ScalarAsync<int>("SELECT count(*)::int FROM mart.assessment WHERE year = 2025 AND failed = 1"));
        snapshot.Table("DF7-1").Rows.Sum(row => row.Cells[1].Number).ShouldBe(snapshot.Cell($"T7-1/2025/assessed").Number);
    }

    [Fact]
    public async Task Few_people_and_whatever_would_tell_of_them_are_hidden()
    {
        var snapshot = await ReportCity.CollectAsync(city);
        foreach (var table in new[] { "T5-1", "T5-2" }.Select(snapshot.Table))
        {
            var counts = table.Rows.SelectMany(row => row.Cells.Skip(table.Id == "T5-1" ? 2 : 1)).ToList();
            counts.ShouldContain(cell => cell.IsHidden);
            counts.ShouldAllBe(cell => cell.IsHidden ? cell.Number == null : cell.Number == 0 || cell.Number >= 5);
        }
    }

    [Fact]
    public async Task One_county_is_told_of_alone_and_without_a_row_of_its_own_beside_the_total()
    {
        var snapshot = await ReportCity.CollectAsync(city, new(2025, "330101", "en"));
        snapshot.Scope.CommitteeName.ShouldContain("330101");
        snapshot.Scope.Day.ShouldBe(new(2025, 12, 31));
        snapshot.Scope.WholeYear.ShouldBe(2025);
        snapshot.Table("T3-1").Rows.Select(row => row.Key).ShouldBe(["total"]);
        snapshot.Table("T9-1").Rows.Single(row => row.Key == "I14").Cells[5].Number.ShouldNotBeNull();
        (await ReportFiles.MakeAsync(snapshot, Style("en"))).Count.ShouldBe(snapshot.Tables.Count + 4);
    }

    [Fact]
    public async Task A_graph_that_changed_since_its_load_is_refused()
    {
        await city.ExecuteAsync("UPDATE graph.society SET name = '新名' WHERE id = 1");
        (await Refusal(ReportCity.Request)).ShouldBe("SP-REPORT-102");
        // How much changed is not for a role that does not see all of it.
        var scoped = await Should.ThrowAsync<ReportException>(() =>
            ReportCollector.CollectAsync(city.Source, ReportCity.Request, figures: new(city.Source, _ => Task.CompletedTask))
        );
        scoped.Code.ShouldBe("SP-REPORT-102");
        scoped.Message.ShouldBe(
            "SP-REPORT-102 Figures have changed since the last load. "
                + "Ask again after the next load, so that every figure tells the same moment."
        );
    }

    [Theory]
    [InlineData(2019, null, "SP-REPORT-103")]
    [InlineData(2026, "没有这样的党委", "SP-REPORT-104")]
    [InlineData(2026, "科技社团党委", "SP-REPORT-105")]
    public async Task What_is_not_there_or_not_one_is_refused(int year, string? committee, string code) =>
        (await Refusal(new(year, committee, "zh"))).ShouldBe(code);

    [Fact]
    public async Task A_year_to_come_is_refused_as_one()
    {
        var refused = await Should.ThrowAsync<ReportException>(() => ReportCity.CollectAsync(city, new(2199, null, "zh")));
        refused.Message.ShouldContain("2199 has not begun");
    }

    private async Task<string> Refusal(ReportRequest request) =>
        (await Should.ThrowAsync<ReportException>(() => ReportCity.CollectAsync(city, request))).Code;

    private static ReportStyle Style(string language) =>
        new($"report.{language}.md", ReportSentences.Shipped(language), Template: null, WithByteOrderMark: false);

    private static string Text(ReportCell cell) =>
        string.Create(CultureInfo.InvariantCulture, $"{cell.Numerator:0.##########}/{cell.Denominator:0.##########}");
}
