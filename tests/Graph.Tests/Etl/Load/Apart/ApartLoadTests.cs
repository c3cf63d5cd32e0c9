using FsCheck;
using FsCheck.Fluent;
using Npgsql;
using SocietyParty.Etl.Generate;
using SocietyParty.Etl.Run;
using SocietyParty.Etl.Run.Reconcile;
using SocietyParty.Etl.Run.Star;
using SocietyParty.Graph.Tests.Etl.Generate;

namespace SocietyParty.Graph.Tests.Etl.Load.Apart;

/// <summary>A warehouse on another server than its graph says what one beside the graph says.</summary>
[Collection(SecondCluster.Name)]
public sealed class ApartLoadTests(SecondCluster second)
{
    private const int HistoryCount = 5;
    private static readonly DateOnly July15 = new(2022, 7, 15);

    // One of each kind that mart shows of the graph beside the star.
    private const string Shown = """
        SELECT string_agg(line, E'\n' ORDER BY line) FROM (
            SELECT 'document ' || d FROM mart.document AS d UNION ALL SELECT 'clause ' || c FROM mart.clause AS c
            UNION ALL SELECT 'indicator ' || i FROM mart.indicator AS i
            UNION ALL SELECT 'cited ' || c FROM mart.indicator AS i CROSS JOIN mart.clause_of(i.source) AS c
        ) AS row (line)
        """;

    // Rows without the keys that each warehouse counts for itself, as one number a table: a city is too large to be compared as text.
    private static readonly string Hashes = string.Join(
        "\nUNION ALL ",
        FactTable
            .All.Select(fact => fact.Name)
            .Concat(AggregateTable.All.Select(aggregate => aggregate.Name))
            .Concat(DimensionTable.All.Select(dimension => dimension.Name))
            .Select(name =>
                $"""
                    SELECT concat_ws(' ', '{name}', count(*), sum(hashtextextended(
                        (SELECT string_agg(v.key || ' ' || v.value, ',' ORDER BY v.key) FROM jsonb_each(to_jsonb(t)) AS v
                         WHERE v.key !~ '^(generation|load_run_id|(society|branch|committee|supporting_unit|rule_set|scheme_item)_key)$'), 0)))
                    FROM dw.{name} AS t
                    """
            )
    );

    [Fact]
    public async Task Loads_over_two_clusters_give_the_star_of_loads_in_one_database()
    {
        await using var one = await LoadDatabase.ChangedAfterALoadAsync();
        await using var graph = await LoadDatabase.WithSampleAsync();
        var warehouse = LoadDatabase.At(await second.WarehouseAsync());
        var both = new LoadDatabases(warehouse.Source, graph.Source);
        var first = await LoadAsync(both, LoadDatabase.June15);
        first.Reason.ShouldBe("This is the first load.");
        await graph.ExecuteAsync(LoadDatabase.Changes);

        var next = await LoadAsync(both, July15);
        var beside = await one.LoadAsync(July15);

        (next.Reason, next.Touched, next.Rows).ShouldBe((null, beside.Touched, beside.Rows));
        (await warehouse.StarAsync()).ShouldBe(await one.StarAsync());
        (await warehouse.ScalarAsync<string>(Shown)).ShouldBe(await one.ScalarAsync<string>(Shown));
        (await graph.ScalarAsync<long>("SELECT count(*) FROM dw.load_run")).ShouldBe(0);

        var before = await warehouse.RowVersionsAsync();
        (await LoadAsync(both, July15)).Rows.ShouldBe(0);
        (await warehouse.RowVersionsAsync()).ShouldBe(before);
        (await LoadAsync(both, July15, isFull: true)).Reason.ShouldBe("Everything was asked for.");
        (await warehouse.StarAsync()).ShouldBe(await one.StarAsync());
        (await Reconciler.RunAsync(both)).Succeeded.ShouldBeTrue();
        (await LoadPipeline.CheckAsync(warehouse.Source)).ShouldAllBe(check => check.Holds || check.IsWarning);
    }

    [Fact]
    public async Task A_city_of_every_kind_of_row_is_the_same_apart()
    {
        await using var one = NpgsqlDataSource.Create(await City.ConnectionStringAsync());
        var warehouse = LoadDatabase.At(await second.WarehouseAsync());
        await using var graph = await City.EmptyAsync();
        (await GraphGenerator.RunAsync(graph, City.Options)).Problem.ShouldBeNull();
        var report = await LoadPipeline.RunAsync(
            new LoadDatabases(warehouse.Source, graph),
            new LoadOptions(GenerateOptions.Last, From: new(2026, 1, 1))
        );

        report.Problem.ShouldBeNull();
        (await warehouse.LinesAsync(Hashes)).ShouldBe(await LoadDatabase.At(await City.ConnectionStringAsync()).LinesAsync(Hashes));
    }

    [Fact]
    public async Task After_each_load_of_what_changed_the_copy_is_the_graph()
    {
        foreach (var (events, loads) in GraphHistory.Random().Sample(HistoryCount, new Rnd(20220617, 1), 12))
        {
            await using var graph = await GraphHistory.StartAsync();
            var warehouse = LoadDatabase.At(await second.WarehouseAsync());
            var both = new LoadDatabases(warehouse.Source, graph.Source);
            var queue = new Queue<GraphHistory.Event>(events);
            foreach (var asOf in loads.Order().Append(GraphHistory.Last))
            {
                while (queue.TryPeek(out var next) && next.Day <= asOf)
                {
                    await graph.ExecuteAsync(queue.Dequeue().Sql);
                }

                await LoadAsync(both, asOf);
                (await CopiedAsync(warehouse)).ShouldBe(await CopiedAsync(graph), string.Join('\n', events));
            }
        }
    }

    [Fact]
    public async Task What_is_committed_during_a_load_is_in_the_next_one_whole()
    {
        await using var graph = await LoadDatabase.WithSocietiesAsync(3);
        var warehouse = LoadDatabase.At(await second.WarehouseAsync());
        var both = new LoadDatabases(warehouse.Source, graph.Source);
        // Between the load's snapshot and its copies, and after some of them.
        foreach (var (society, step) in new[] { (1, "staging/load"), (2, "source/copy"), (3, "staging/scope") })
        {
            var options = new LoadOptions(LoadDatabase.June15)
            {
                IsFull = true,
                BeforeStep = async (name, _) =>
                {
                    if (name == step)
                    {
                        await graph.BranchAsync(society);
                    }
                },
            };
            (await LoadPipeline.RunAsync(both, options)).Problem.ShouldBeNull();
            (await warehouse.CoverageAsync()).ShouldBe($"{society - 1}/3 {society - 1}/3", step);
            (await StatusReader.ReadAsync(both)).Pending.ShouldBe(new PendingChanges(2, new(2022, 6, 1), 0), step);

            var next = await LoadAsync(both, LoadDatabase.June15);
            (next.Reason, next.Touched).ShouldBe((null, 2), step);
            (await warehouse.CoverageAsync()).ShouldBe($"{society}/3 {society}/3", step);
        }
    }

    [Fact]
    public async Task A_transaction_open_during_a_load_is_taken_when_it_has_ended()
    {
        await using var graph = await LoadDatabase.WithSocietiesAsync(1);
        var warehouse = LoadDatabase.At(await second.WarehouseAsync());
        var both = new LoadDatabases(warehouse.Source, graph.Source);
        await LoadAsync(both, LoadDatabase.June15);
        await using var connection = await graph.Source.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await using (var change = new NpgsqlCommand("UPDATE graph.society SET name = '新名' WHERE id = 1", connection))
        {
            await change.ExecuteNonQueryAsync();
        }

        // A later one commits first.
        await graph.ExecuteAsync("INSERT INTO graph.society (name, committee_id, level) VALUES ('又一个学会', 1, 'PROVINCIAL')");
        (await LoadAsync(both, LoadDatabase.June15)).Touched.ShouldBe(1);
        (await StatusReader.ReadAsync(both)).Pending.OpenTransactions.ShouldBe(1);
        await transaction.CommitAsync();

        // The name is another one from today on, which no month of the star tells.
        (await StatusReader.ReadAsync(both)).Pending.ShouldBe(new PendingChanges(1, null, 0));
        (await LoadAsync(both, LoadDatabase.June15)).Touched.ShouldBe(1);
        (await warehouse.LinesAsync("SELECT name FROM mart.society WHERE is_current ORDER BY society_id")).ShouldBe(["新名", "又一个学会"]);
    }

    [Fact]
    public async Task A_graph_that_was_restored_is_loaded_in_full()
    {
        await using var graph = await LoadDatabase.WithSampleAsync();
        var warehouse = LoadDatabase.At(await second.WarehouseAsync());
        await LoadAsync(new(warehouse.Source, graph.Source), LoadDatabase.June15);
        await using var restored = await LoadDatabase.WithSampleAsync();
        await restored.ExecuteAsync("UPDATE graph.society SET name = '新名' WHERE id = 1");

        var full = await LoadAsync(new(warehouse.Source, restored.Source), LoadDatabase.June15);

        full.Reason.ShouldBe("The graph is another database than the one of the last load.");
        (await warehouse.LinesAsync("SELECT name FROM mart.society WHERE is_current AND society_id = 1")).ShouldBe(["新名"]);
    }

    [Theory]
    [InlineData(0, null, null)]
    [InlineData(9, null, "The graph is another database than the one of the last load.")]
    [InlineData(0, "1:1:", "The graph is another database than the one of the last load.")]
    public async Task After_a_promotion_everything_is_loaded_unless_the_graph_remembers_the_last_load(
        int timelineBefore,
        string? remembered,
        string? reason
    )
    {
        await using var graph = await LoadDatabase.WithSocietiesAsync(2);
        var warehouse = LoadDatabase.At(await second.WarehouseAsync());
        var both = new LoadDatabases(warehouse.Source, graph.Source);
        await LoadAsync(both, LoadDatabase.June15);
        await warehouse.ExecuteAsync(
            $"UPDATE dw.load_run SET source_system = regexp_replace(source_system, ':[0-9]+:', ':{timelineBefore}:')"
        );
        if (remembered is not null)
        {
            await graph.ExecuteAsync($"UPDATE graph.touched_reader SET seen = '{remembered}'");
        }

        await graph.BranchAsync(1);
        var load = await LoadAsync(both, LoadDatabase.June15);

        load.Reason.ShouldBe(reason);
        (await LoadAsync(both, LoadDatabase.June15)).Reason.ShouldBeNull();
        (await warehouse.ScalarAsync<long>("SELECT sum(organization_coverage_numerator)::bigint FROM mart.coverage")).ShouldBe(1);
    }

    [Fact]
    public async Task A_warehouse_that_was_restored_is_loaded_in_full_because_the_graph_has_forgotten_what_it_lacks()
    {
        await using var graph = await LoadDatabase.WithSocietiesAsync(2);
        var place = await second.WarehouseAsync();
        var warehouse = LoadDatabase.At(place);
        var both = new LoadDatabases(warehouse.Source, graph.Source);
        await LoadAsync(both, LoadDatabase.June15);
        var backup = await second.CopyAsync(place);
        await graph.BranchAsync(1);
        await LoadAsync(both, LoadDatabase.June15);
        await graph.BranchAsync(2);
        await second.ReplaceAsync(place, backup);
        (await warehouse.CoverageAsync()).ShouldBe("0/2 0/2");

        (await LoadAsync(both, LoadDatabase.June15)).Reason.ShouldBe("The warehouse was restored from a copy.");
        (await warehouse.CoverageAsync()).ShouldBe("2/2 2/2");

        await graph.ExecuteAsync(
            "UPDATE graph.society SET name = '新名' WHERE id = 1; DELETE FROM graph.touched_reader; DELETE FROM graph.touched"
        );
        (await LoadAsync(both, LoadDatabase.June15)).Reason.ShouldBe("The graph does not know this warehouse any more.");
        (await warehouse.LinesAsync("SELECT name FROM mart.society WHERE is_current AND society_id = 1")).ShouldBe(["新名"]);
    }

    [Fact]
    public async Task Changes_stay_until_every_warehouse_of_a_graph_has_read_them()
    {
        await using var graph = await LoadDatabase.WithSocietiesAsync(2);
        var (one, other) = (LoadDatabase.At(await second.WarehouseAsync()), LoadDatabase.At(await second.WarehouseAsync()));
        await LoadAsync(new(one.Source, graph.Source), LoadDatabase.June15);
        await LoadAsync(new(other.Source, graph.Source), LoadDatabase.June15);
        await graph.BranchAsync(1);

        (await LoadAsync(new(one.Source, graph.Source), LoadDatabase.June15)).Touched.ShouldBe(2);
        (await LoadAsync(new(other.Source, graph.Source), LoadDatabase.June15)).Touched.ShouldBe(2);
        (await graph.ScalarAsync<long>("SELECT count(*) FROM graph.touched")).ShouldBe(0);
        (await other.StarAsync()).ShouldBe(await one.StarAsync());
    }

    [Fact]
    public async Task A_first_load_loses_nothing_that_another_warehouse_reads_meanwhile()
    {
        await using var graph = await LoadDatabase.WithSocietiesAsync(2);
        var (one, other) = (LoadDatabase.At(await second.WarehouseAsync()), LoadDatabase.At(await second.WarehouseAsync()));
        await LoadAsync(new(one.Source, graph.Source), LoadDatabase.June15);
        var options = new LoadOptions(LoadDatabase.June15)
        {
            BeforeStep = async (name, _) =>
            {
                if (name == "staging/scope")
                {
                    await graph.BranchAsync(1);
                    await LoadAsync(new(one.Source, graph.Source), LoadDatabase.June15);
                }
            },
        };
        (await LoadPipeline.RunAsync(new(other.Source, graph.Source), options)).Problem.ShouldBeNull();

        (await LoadAsync(new(other.Source, graph.Source), LoadDatabase.June15)).Touched.ShouldBe(2);
        (await other.StarAsync()).ShouldBe(await one.StarAsync());
    }

    [Fact]
    public async Task A_copy_that_a_crash_emptied_is_told_and_made_again()
    {
        await using var graph = await LoadDatabase.WithSampleAsync();
        var warehouse = LoadDatabase.At(await second.WarehouseAsync());
        var both = new LoadDatabases(warehouse.Source, graph.Source);
        await LoadAsync(both, LoadDatabase.June15);
        await warehouse.ExecuteAsync("TRUNCATE source.region, source.society");

        var lost = await Should.ThrowAsync<SocietyParty.Schema.Database.DatabaseSetupException>(() =>
            LoadPipeline.CheckAsync(warehouse.Source)
        );
        lost.Code.ShouldBe("SP-WAREHOUSE-105");

        (await LoadAsync(both, LoadDatabase.June15)).Rows.ShouldBe(0);
        (await LoadPipeline.CheckAsync(warehouse.Source)).ShouldAllBe(check => check.Holds || check.IsWarning);
        (await warehouse.ScalarAsync<long>("SELECT count(*) FROM source.society")).ShouldBe(109);
    }

    [Fact]
    public async Task A_load_that_fails_leaves_copy_and_star_and_what_is_read_next()
    {
        await using var graph = await LoadDatabase.WithSocietiesAsync(2);
        var warehouse = LoadDatabase.At(await second.WarehouseAsync());
        var both = new LoadDatabases(warehouse.Source, graph.Source);
        await LoadAsync(both, LoadDatabase.June15);
        await graph.BranchAsync(1);
        var before = await warehouse.RowVersionsAsync();
        var broken = new LoadOptions(LoadDatabase.June15)
        {
            BeforeStep = (step, _) => step == LoadPipeline.CommitStep ? throw new InvalidOperationException("broken") : Task.CompletedTask,
        };
        await Should.ThrowAsync<InvalidOperationException>(() => LoadPipeline.RunAsync(both, broken));

        (await warehouse.RowVersionsAsync()).ShouldBe(before);
        (await warehouse.ScalarAsync<long>("SELECT count(*) FROM source.branch")).ShouldBe(0);
        (await StatusReader.ReadAsync(both)).Runs[0].Status.ShouldBe("FAILED");
        (await LoadAsync(both, LoadDatabase.June15)).Touched.ShouldBe(2);
        (await warehouse.CoverageAsync()).ShouldBe("1/2 1/2");
    }

    // Every row of source, as table or as view.
    private static async Task<string> CopiedAsync(LoadDatabase database)
    {
        var rows = await database.ScalarAsync<string>(
            "SELECT string_agg(format('SELECT %L || t::text AS line FROM %s AS t', relname || ' ', oid::regclass), ' UNION ALL ') "
                + "FROM pg_class WHERE relnamespace = 'source'::regnamespace AND relkind IN ('r', 'v')"
        );
        return await database.ScalarAsync<string>($"SELECT string_agg(line, E'\n' ORDER BY line) FROM ({rows}) AS one");
    }

    private static async Task<LoadReport> LoadAsync(LoadDatabases both, DateOnly asOf, bool isFull = false)
    {
        var report = await LoadPipeline.RunAsync(both, new LoadOptions(asOf) { IsFull = isFull });
        report.Problem.ShouldBeNull(report.Problem?.Check?.Describe());
        return report;
    }
}
