using SocietyParty.Etl.Run;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Etl.Load;

/// <summary>A load asks first whether the database is what its transforms were written for.</summary>
public sealed class SchemaDriftTests
{
    [Fact]
    public async Task What_is_expected_is_what_the_migrations_make()
    {
        await using var database = await LoadDatabase.CreateAsync();
        await using var connection = await database.Source.OpenConnectionAsync();
        Golden.Match("../../etl/" + SchemaDrift.File, await SchemaDrift.DescribeAsync(connection));
    }

    [Theory]
    [InlineData(
        "DROP VIEW source.activity; ALTER TABLE graph.activity RENAME held_on TO day; "
            + "CREATE VIEW source.activity AS SELECT a.id AS activity_id, a.branch_id, a.kind, a.day FROM graph.activity AS a",
        "source.activity has no column held_on (date).",
        3
    )]
    [InlineData("DROP VIEW source.check_in CASCADE", "source.check_in is missing.", 1)]
    [InlineData(
        "DROP VIEW source.check_in; CREATE VIEW source.check_in AS SELECT branch_id::int AS branch_id, checked_in_on "
            + "FROM graph.community_check_in",
        "source.check_in.branch_id is integer, and this program expects bigint.",
        1
    )]
    [InlineData("ALTER TABLE dw.fct_activity DROP COLUMN attended CASCADE", "dw.fct_activity has no column attended (integer).", 1)]
    [InlineData(
        "ALTER TABLE dw.quarantine ALTER COLUMN detail TYPE varchar(10)",
        "dw.quarantine.detail is character varying(10), and this program expects text.",
        1
    )]
    [InlineData(
        "ALTER TABLE dw.fct_bonus ADD COLUMN extra int",
        "dw.fct_bonus has a column extra (integer) that this program does not know.",
        1
    )]
    [InlineData("ALTER TABLE dw.load_run DROP COLUMN seen CASCADE", "dw.load_run has no column seen (pg_snapshot).", 1)]
    public async Task A_load_into_another_schema_is_refused_before_anything_is_written(string change, string sentence, int count)
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(1);
        await database.ExecuteAsync("DROP VIEW IF EXISTS mart.quarantine");
        await database.ExecuteAsync(change);

        var report = await LoadPipeline.RunAsync(database.Source, new LoadOptions(LoadDatabase.June15));

        report.Problem!.Code.ShouldBe("SP-LOAD-202");
        report.Problem.Message.ShouldStartWith(sentence);
        report.Problem.Check!.RowCount.ShouldBeGreaterThanOrEqualTo(count);
        (await database.ScalarAsync<long>("SELECT count(*) FROM dw.load_run")).ShouldBe(0);
        (await database.ScalarAsync<long>("SELECT count(*) FROM dw.dim_society WHERE society_key <> 0")).ShouldBe(0);
    }

    [Fact]
    public async Task A_further_column_of_a_view_that_is_only_read_does_no_harm()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(1);
        await database.ExecuteAsync("CREATE VIEW source.more AS SELECT 1 AS one");

        await database.LoadAsync(LoadDatabase.June15);
    }
}
