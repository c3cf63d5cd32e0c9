using SocietyParty.Etl.Run;

namespace SocietyParty.Graph.Tests.Etl.Load;

public sealed class RepetitionTests
{
    [Fact]
    public async Task A_second_load_writes_no_row()
    {
        await using var database = await LoadDatabase.WithSampleAsync();
        await database.LoadAsync(LoadDatabase.June15, new(2022, 4, 1));
        var before = await database.RowVersionsAsync();
        var second = await database.LoadAsync(LoadDatabase.June15, new(2022, 4, 1));

        second.Rows.ShouldBe(0);
        (await database.RowVersionsAsync()).ShouldBe(before);
    }

    [Fact]
    public async Task A_load_writes_only_the_rows_that_differ()
    {
        await using var database = await LoadDatabase.WithSampleAsync();
        await database.LoadAsync(LoadDatabase.June15);
        await database.ExecuteAsync("UPDATE graph.branch SET status = 'ESTABLISHED', status_since = '2022-06-01' WHERE id = 1");
        var second = await database.LoadAsync(LoadDatabase.June15);

        // A version's old end, its end, and the next version; the society's row under two rule sets, the branch's; five sums.
        second.Rows.ShouldBe(11);
        (await database.CoverageAsync()).ShouldBe("108/109 108/109");
        (await database.ScalarAsync<long>($"SELECT count(*) FROM mart.coverage_history WHERE load_id = {second.RunId}")).ShouldBe(2);
    }

    [Fact]
    public async Task A_month_that_was_loaded_before_its_end_is_completed_by_a_later_load()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(1);
        await database.LoadAsync(LoadDatabase.June15);
        var later = await database.LoadAsync(new(2022, 8, 2));

        later.Months.ShouldBe([new DateOnly(2022, 6, 1), new(2022, 8, 1)]);
        (await StatusReader.ReadAsync(database.Source))
            .Months.Select(month => month.SnapshotDay)
            .ShouldBe([new DateOnly(2022, 8, 2), new(2022, 6, 30)]);
    }

    [Fact]
    public async Task A_late_record_reaches_the_months_that_it_is_about()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(1);
        await database.LoadAsync(new(2022, 5, 31));
        await database.BranchAsync(1, since: "2022-05-01");
        await database.LoadAsync(LoadDatabase.June15);
        (await database.CoverageAsync("2022-05")).ShouldBe("1/1 1/1");
        (await database.CoverageAsync("2022-06")).ShouldBe("1/1 1/1");
    }

    [Theory]
    [InlineData("1899-12-31", null, "SP-LOAD-101")]
    [InlineData("2100-01-01", null, "SP-LOAD-101")]
    [InlineData("2022-06-15", "2022-07-01", "SP-LOAD-102")]
    [InlineData("2022-06-15", "1992-06-01", "SP-LOAD-103")]
    [InlineData("2099-06-15", null, "SP-LOAD-106")]
    public async Task Options_that_make_no_sense_are_refused(string asOf, string? from, string code)
    {
        await using var database = await LoadDatabase.CreateAsync();
        var options = new LoadOptions(DateOnly.Parse(asOf), from is null ? null : DateOnly.Parse(from));

        (await LoadPipeline.RunAsync(database.Source, options)).Problem!.Code.ShouldBe(code);
        (await database.ScalarAsync<long>("SELECT count(*) FROM dw.load_run")).ShouldBe(0);
    }
}
