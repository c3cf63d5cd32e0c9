using SocietyParty.Etl.Generate;
using SocietyParty.Etl.Report.Editions;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Etl.Report.Sentences;
using SocietyParty.Graph.Tests.Etl.Load;

namespace SocietyParty.Graph.Tests.Etl.Report;

/// <summary>What was issued comes out again byte for byte, and a later edition says what differs.</summary>
public sealed class EditionTests
{
    private static readonly ReportStyle Style = new("report.zh.md", ReportSentences.Shipped("zh"), Template: null, WithByteOrderMark: true);

    [Fact]
    public async Task After_a_correction_an_issued_edition_is_what_it_was_and_the_next_one_lists_what_differs()
    {
        await using var city = await ReportCity.CopyAsync();
        var before = await ReportCity.CollectAsync(city);
        var covered = before.Cell("T3-1/total/I01");
        var (first, files) = await EditionStore.IssueAsync(city.Source, before, Style, "党建处");
        first.Number.ShouldBe(1);

        // An uncovered society had an organization all the time, and another one's reason was wrong.
        var society = await city.ScalarAsync<long>("SELECT min(society_id) FROM mart.coverage WHERE organization_coverage_numerator = 0");
        var committee = await city.ScalarAsync<long>($"SELECT committee_id FROM graph.society WHERE id = {society}");
        await city.ExecuteAsync(
            $"""
            WITH branch AS (
                INSERT INTO graph.branch (name, committee_id, form, status, status_since) VALUES ('补录党支部', {committee}, 'BRANCH', 'ESTABLISHED', '2022-01-01') RETURNING id
            )
            INSERT INTO graph.branch_society (branch_id, society_id) SELECT id, {society} FROM branch
            """
        );
        await city.LoadAsync(GenerateOptions.Last);

        (await EditionStore.FilesAsync(city.Source, first.Id)).ShouldBeSame(files);
        var snapshot = await ReportCity.CollectAsync(city);
        var (second, later) = await EditionStore.IssueAsync(city.Source, snapshot, Style, "党建处");
        second.Number.ShouldBe(2);
        (await EditionStore.FilesAsync(city.Source, first.Id)).ShouldBeSame(files);
        later.Select(file => file.Name).ShouldContain("csv/TE-1.csv");
        var changed = System.Text.Encoding.UTF8.GetString(later.Single(file => file.Name == "csv/TE-1.csv").Content);
        changed.ShouldContain($"（{covered.Numerator}/{covered.Denominator}）");
        changed.ShouldContain($"（{covered.Numerator + 1}/{covered.Denominator}）");
        // What the correction does not touch is no difference.
        changed.ShouldNotContain("2025年度考核各项得分");
    }

    [Fact]
    public async Task The_same_figures_words_and_look_make_the_same_files_again()
    {
        await using var city = await ReportCity.CopyAsync();
        var snapshot = await ReportCity.CollectAsync(city);
        var (edition, files) = await EditionStore.IssueAsync(city.Source, snapshot, Style, "党建处");
        var kept = await city.ScalarAsync<string>("SELECT snapshot FROM dw.report_edition");
        var today = await city.ScalarAsync<DateTime>("SELECT (issued_at AT TIME ZONE 'Asia/Shanghai')::date FROM dw.report_edition");

        var again = await ReportFiles.MakeAsync(
            SnapshotText.Read(kept),
            Style,
            new EditionMark(edition.Number, DateOnly.FromDateTime(today))
        );

        again.ShouldBeSame(files);
        SnapshotText.Write(SnapshotText.Read(kept)).ShouldBe(kept);
    }

    [Fact]
    public async Task Nothing_issued_is_changed_or_taken_away()
    {
        await using var city = await ReportCity.CopyAsync();
        await EditionStore.IssueAsync(city.Source, await ReportCity.CollectAsync(city), Style, "党建处");
        foreach (var statement in new[] { "UPDATE dw.report_edition SET issued_by = 'x'", "DELETE FROM dw.report_file" })
        {
            (await Should.ThrowAsync<Npgsql.PostgresException>(() => city.ExecuteAsync(statement))).SqlState.ShouldBe("SP001");
        }

        (await Should.ThrowAsync<ReportException>(() => EditionStore.FilesAsync(city.Source, 99))).Code.ShouldBe("SP-REPORT-106");
    }

    [Fact]
    public async Task An_office_writes_issues_lists_and_gives_again_from_the_command_line()
    {
        await using var city = await ReportCity.CopyAsync();
        var folder = Directory.CreateTempSubdirectory("report").FullName;
        try
        {
            string[] common = ["--year", "2026", "--committee", "330100", "--connection", city.ConnectionString];
            (await RunAsync(["report", "--out", Path.Combine(folder, "draft"), .. common])).ShouldContain("A draft: 31 files");
            (await RunAsync(["report", "issue", "--by", "党建处", "--out", Path.Combine(folder, "one"), .. common])).ShouldContain(
                "Edition 1 is issued, key 1"
            );
            (await RunAsync(["report", "list", "--connection", city.ConnectionString])).ShouldContain("党建处");
            await RunAsync(["report", "files", "1", "--out", Path.Combine(folder, "again"), "--connection", city.ConnectionString]);
            foreach (var file in Directory.GetFiles(Path.Combine(folder, "one"), "*", SearchOption.AllDirectories))
            {
                var same = Path.Combine(folder, "again", Path.GetRelativePath(Path.Combine(folder, "one"), file));
                (await File.ReadAllBytesAsync(same)).ShouldBe(await File.ReadAllBytesAsync(file), file);
            }
        }
        finally
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    private static async Task<string> RunAsync(string[] arguments)
    {
        await using var etl = EtlProcess.Start(arguments);
        (await etl.EndAsync()).ShouldBe(0, etl.Output);
        return etl.Output;
    }
}

internal static class ReportFileAssertions
{
    public static void ShouldBeSame(this IReadOnlyList<ReportFile> files, IReadOnlyList<ReportFile> expected)
    {
        files
            .Select(file => file.Name)
            .Order(StringComparer.Ordinal)
            .ShouldBe(expected.Select(file => file.Name).Order(StringComparer.Ordinal));
        foreach (var file in files)
        {
            SnapshotText.Hash(file.Content).ShouldBe(SnapshotText.Hash(expected.Single(one => one.Name == file.Name).Content), file.Name);
        }
    }
}
