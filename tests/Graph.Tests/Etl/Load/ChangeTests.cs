using Dapper;
using SocietyParty.Etl.Run;

namespace SocietyParty.Graph.Tests.Etl.Load;

/// <summary>What a load reads: what the last one could not see, days that came due, and everything where neither is known.</summary>
public sealed class ChangeTests
{
    private const string Organised =
        "SELECT coalesce(string_agg(society_id::text, ' ' ORDER BY society_id), '') FROM mart.coverage_history "
        + "WHERE is_default_rule_set AND organization_numerator_all = 1 AND month = '2022-06-01'";

    [Fact]
    public async Task A_transaction_that_commits_late_is_taken_by_the_load_after_it_and_never_lost()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(2);
        await database.BranchAsync(1, status: "PROPOSED", since: "2022-01-01");
        await database.BranchAsync(2, status: "PROPOSED", since: "2022-01-01");
        await database.LoadAsync(LoadDatabase.June15);
        const string establish = "UPDATE graph.branch SET status = 'ESTABLISHED', status_since = '2022-05-01' WHERE id = ";
        await using var early = await database.Source.OpenConnectionAsync();
        await using var open = await early.BeginTransactionAsync();
        await early.ExecuteAsync(establish + "1");
        await database.ExecuteAsync(establish + "2");

        await database.LoadAsync(LoadDatabase.June15);
        (await database.ScalarAsync<string>(Organised)).ShouldBe("2");
        (await database.LoadAsync(LoadDatabase.June15)).Rows.ShouldBe(0);
        (await StatusReader.ReadAsync(database.Source)).Pending.OpenTransactions.ShouldBe(1);

        await open.CommitAsync();
        var pending = (await StatusReader.ReadAsync(database.Source)).Pending;
        pending.Subjects.ShouldBe(1);
        pending.FromMonth.ShouldBe(new DateOnly(2022, 6, 1));
        await database.LoadAsync(LoadDatabase.June15);
        (await database.ScalarAsync<string>(Organised)).ShouldBe("1 2");
        (await StatusReader.ReadAsync(database.Source)).Pending.ShouldBe(new PendingChanges(0, null, 0));
    }

    [Fact]
    public async Task A_load_of_everything_leaves_earlier_readers_their_rows_and_a_later_load_drops_them()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(2);
        await database.BranchAsync(1);
        await database.LoadAsync(LoadDatabase.June15);
        await using var reader = await database.Source.OpenConnectionAsync();
        var transaction = await reader.BeginTransactionAsync(System.Data.IsolationLevel.RepeatableRead);
        (await reader.ExecuteScalarAsync<string>(Organised)).ShouldBe("1");

        await database.BranchAsync(2);
        var full = await LoadPipeline.RunAsync(database.Source, new LoadOptions(LoadDatabase.June15) { IsFull = true });
        full.Problem.ShouldBeNull();
        full.Reason.ShouldBe("Everything was asked for.");
        (await reader.ExecuteScalarAsync<string>(Organised)).ShouldBe("1");
        (await database.ScalarAsync<string>(Organised)).ShouldBe("1 2");

        await transaction.CommitAsync();
        await database.LoadAsync(LoadDatabase.June15);
        (
            await database.LinesAsync(
                "SELECT inhrelid::regclass::text FROM pg_inherits WHERE inhparent = 'dw.fct_coverage_monthly'::regclass ORDER BY 1"
            )
        ).ShouldBe(["dw.fct_coverage_monthly_g3"]);
    }

    [Fact]
    public async Task A_day_that_comes_due_changes_the_star_without_a_change_of_the_graph()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(2);
        await database.BranchAsync(1, since: "2022-06-20");
        await database.LoadAsync(new(2022, 6, 19));
        (await database.ScalarAsync<string>(Organised)).ShouldBe("");
        var next = await database.LoadAsync(new(2022, 6, 20));

        next.Reason.ShouldBeNull();
        next.Touched.ShouldBe(0);
        (await database.ScalarAsync<string>(Organised)).ShouldBe("1");
    }

    [Fact]
    public async Task Where_nothing_changed_no_fact_is_read()
    {
        await using var database = await LoadDatabase.WithSampleAsync();
        await database.LoadAsync(LoadDatabase.June15);
        var second = await database.LoadAsync(LoadDatabase.June15);

        second.Steps.ShouldNotContain(step => step.Step.StartsWith("facts/fct_", StringComparison.Ordinal));
        second.Rows.ShouldBe(0);
    }

    [Fact]
    public async Task Rows_that_a_load_replaced_tell_what_was_known_before()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(1);
        var first = await database.LoadAsync(LoadDatabase.June15);
        await database.BranchAsync(1);
        var second = await database.LoadAsync(LoadDatabase.June15);

        string Known(long? load) =>
            $"""
                SELECT string_agg(organised::text, ' ') FROM (
                    SELECT organised FROM dw.fct_coverage_monthly
                    WHERE generation = (SELECT generation FROM dw.published) AND rule_set_id = (SELECT id FROM graph.rule_set WHERE is_default) AND load_run_id <= {load}
                    UNION ALL
                    SELECT organised FROM dw.fct_coverage_monthly_history
                    WHERE rule_set_id = (SELECT id FROM graph.rule_set WHERE is_default) AND load_run_id <= {load} AND {load} < superseded_run_id
                ) AS known
                """;

        (await database.ScalarAsync<string>(Known(first.RunId))).ShouldBe("0");
        (await database.ScalarAsync<string>(Known(second.RunId))).ShouldBe("1");
    }

    [Theory]
    [InlineData("UPDATE graph.rule_set SET title = title || '.'", "What everything depends on changed: RULE_SET.")]
    [InlineData("TRUNCATE graph.activity CASCADE", "What everything depends on changed: BRANCH.")]
    [InlineData("UPDATE dw.load_run SET source_system = 'another'", "The graph is another database than the one of the last load.")]
    [InlineData("UPDATE dw.published SET structure = 0", "This version of the program computes differently.")]
    [InlineData("UPDATE dw.load_run SET seen = '900000000:900000000:'", "The graph was restored from a copy.")]
    public async Task Everything_is_loaded_where_what_changed_is_not_known(string sql, string reason)
    {
        await using var database = await LoadDatabase.WithSampleAsync();
        (await database.LoadAsync(LoadDatabase.June15)).Reason.ShouldBe("This is the first load.");
        await database.ExecuteAsync(sql);

        (await database.LoadAsync(LoadDatabase.June15)).Reason.ShouldBe(reason);
        (await database.LoadAsync(LoadDatabase.June15)).Reason.ShouldBeNull();
    }

    // Beside the star nothing that a load has seen can be lost without the star's rows of it.
    [Fact]
    public async Task After_a_promotion_what_changed_is_loaded_and_not_everything()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(1);
        await database.LoadAsync(LoadDatabase.June15);
        await database.ExecuteAsync("UPDATE dw.load_run SET source_system = regexp_replace(source_system, ':[0-9]+:', ':0:')");
        await database.BranchAsync(1);

        var load = await database.LoadAsync(LoadDatabase.June15);
        load.Reason.ShouldBeNull();
        load.Touched.ShouldBe(2);
        (await database.CoverageAsync("2022-06")).ShouldBe("1/1 1/1");
    }

    [Fact]
    public async Task Months_that_were_never_loaded_and_loads_that_were_interrupted_are_named()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(1);
        await database.LoadAsync(new(2022, 2, 28));
        await database.LoadAsync(LoadDatabase.June15);
        await database.ExecuteAsync("INSERT INTO dw.load_run (command, as_of, backend_pid) VALUES ('load', '2022-06-15', 0)");

        var status = await StatusReader.ReadAsync(database.Source);
        status.Gaps.ShouldBe([new DateOnly(2022, 3, 1), new(2022, 4, 1), new(2022, 5, 1)]);
        status.Runs[0].Status.ShouldBe("INTERRUPTED");
    }

    [Fact]
    public async Task A_finished_month_is_not_turned_back_into_a_part_of_one_unless_it_is_asked_for()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(1);
        await database.BranchAsync(1, since: "2022-06-20");
        await database.LoadAsync(new(2022, 6, 30));
        await database.LoadAsync(LoadDatabase.June15);
        (await database.ScalarAsync<string>(Organised)).ShouldBe("1");

        await database.LoadAsync(LoadDatabase.June15, new(2022, 6, 1));
        (await database.ScalarAsync<string>(Organised)).ShouldBe("");
    }

    [Fact]
    public async Task A_source_row_that_contradicts_what_is_known_is_in_quarantine_until_it_is_mended()
    {
        await using var database = await LoadDatabase.WithSocietiesAsync(1);
        var branch = await database.BranchAsync(1, since: "2022-05-01");
        await database.ExecuteAsync(
            $"INSERT INTO graph.activity (branch_id, kind, title, held_on) VALUES ({branch}, 'OTHER', '学习', '1922-05-10'), "
                + $"({branch}, 'OTHER', '学习', '2022-05-11')"
        );
        await database.LoadAsync(LoadDatabase.June15);
        (await database.LinesAsync("SELECT concat_ws(' ', source, source_id, reason) FROM mart.quarantine")).ShouldBe([
            "activity 1 BRANCH_NOT_THERE",
        ]);
        (await database.LinesAsync("SELECT held_on::text FROM mart.activity")).ShouldBe(["2022-05-11"]);

        await database.ExecuteAsync("UPDATE graph.activity SET held_on = '2022-05-10' WHERE id = 1");
        await database.LoadAsync(LoadDatabase.June15);
        (await database.LinesAsync("SELECT reason FROM mart.quarantine")).ShouldBeEmpty();
        (await database.LinesAsync("SELECT held_on::text FROM mart.activity ORDER BY 1")).ShouldBe(["2022-05-10", "2022-05-11"]);
    }

    [Theory]
    [InlineData("UPDATE graph.person SET birth_year = 1950")]
    [InlineData("UPDATE graph.member SET joined_on = '2022-02-01'")]
    [InlineData(
        "SET graph.holds_from = '2022-02-15'; UPDATE graph.member SET status = 'PROBATIONARY', status_since = '2022-02-15'; "
            + "RESET graph.holds_from"
    )]
    [InlineData("DELETE FROM graph.member")]
    [InlineData("INSERT INTO graph.ended_membership (member_id, reason, ended_on) VALUES (1, 'LEFT', '2022-02-10')")]
    [InlineData("INSERT INTO graph.ended_membership (member_id, reason, ended_on) VALUES (1, 'ENTERED_IN_ERROR', '2022-06-01')")]
    [InlineData(
        "INSERT INTO graph.ended_membership (member_id, reason, ended_on, restored_on) VALUES (1, 'LEFT', '2022-02-10', '2022-05-01')"
    )]
    public async Task What_changes_of_a_member_is_counted_in_branches_before_too(string change)
    {
        await using var changed = await MovedMemberAsync();
        await using var rebuilt = await MovedMemberAsync();
        await changed.LoadAsync(LoadDatabase.June15, new(2022, 1, 1));
        var before = await changed.StarAsync();
        await changed.ExecuteAsync(change);
        await rebuilt.ExecuteAsync(change);

        (await changed.LoadAsync(LoadDatabase.June15)).Reason.ShouldBeNull();
        await rebuilt.LoadAsync(LoadDatabase.June15, new(2022, 1, 1));

        (await changed.StarAsync()).ShouldBe(await rebuilt.StarAsync());
        (await changed.StarAsync()).ShouldNotBe(before);
    }

    [Fact]
    public async Task An_end_that_is_taken_back_after_a_load_leaves_the_star_that_was_there_before()
    {
        await using var database = await MovedMemberAsync();
        await database.LoadAsync(LoadDatabase.June15, new(2022, 1, 1));
        var before = await database.StarAsync();
        await database.ExecuteAsync(
            "INSERT INTO graph.ended_membership (member_id, reason, ended_on) VALUES (1, 'DECEASED', '2022-02-10')"
        );
        await database.LoadAsync(LoadDatabase.June15);
        (await database.StarAsync()).ShouldNotBe(before);
        await database.ExecuteAsync("UPDATE graph.ended_membership SET restored_on = ended_on");
        (await database.LoadAsync(LoadDatabase.June15)).Reason.ShouldBeNull();
        (await database.StarAsync()).ShouldBe(before);
    }

    // In the first branch until March, then in the second.
    private static async Task<LoadDatabase> MovedMemberAsync()
    {
        var database = await LoadDatabase.WithSocietiesAsync(2);
        await database.BranchAsync(1);
        await database.BranchAsync(2);
        await database.ExecuteAsync(
            """
            WITH p AS (INSERT INTO graph.person (person_ref, sex, birth_year) VALUES ('m1', 'MALE', 1986) RETURNING id)
            INSERT INTO graph.member (branch_id, member_ref, person_id, status, joined_on) SELECT 1, 'm1', id, 'FULL', '2022-01-01' FROM p;
            SET graph.holds_from = '2022-03-10';
            UPDATE graph.member SET branch_id = 2;
            RESET graph.holds_from;
            """
        );
        return database;
    }
}
