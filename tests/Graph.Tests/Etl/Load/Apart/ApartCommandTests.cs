using System.CommandLine;
using Npgsql;
using SocietyParty.Etl.Cli;
using SocietyParty.Etl.Output;
using SocietyParty.Etl.Readers;
using SocietyParty.Schema.Database;

namespace SocietyParty.Graph.Tests.Etl.Load.Apart;

/// <summary>The commands with <c>--warehouse</c>, as a user runs them, and what they refuse.</summary>
[Collection(SecondCluster.Name)]
public sealed class ApartCommandTests(SecondCluster second)
{
    [Fact]
    public async Task Every_command_of_the_warehouse_works_on_one_apart()
    {
        await using var graph = await LoadDatabase.WithSampleAsync();
        var warehouse = LoadDatabase.At(await second.EmptyAsync());
        string[] both = ["--connection", graph.ConnectionString, "--warehouse", warehouse.ConnectionString];

        await SucceedAsync(["load", "--as-of", "2022-06-15", .. both]);
        await SucceedAsync(["load", "--as-of", "2022-07-15", .. both]);
        await SucceedAsync(["load", "--full", "--as-of", "2022-07-15", .. both]);
        await SucceedAsync(["status", .. both]);
        await SucceedAsync(["check", .. both]);
        await SucceedAsync(["reconcile", .. both]);
        await SucceedAsync(["explain", "I01", .. both]);
        await SucceedAsync(["unload", "2022-06", .. both]);
        await SucceedAsync(["reader", "create", "apart_office", .. both]);
        await SucceedAsync(["reader", "list", .. both]);
        var reader = new NpgsqlConnectionStringBuilder(warehouse.ConnectionString) { Username = "apart_office" };
        (await warehouse.LinesAsync($"SELECT rolname FROM pg_roles WHERE rolname = '{reader.Username}'")).ShouldBe(["apart_office"]);
        await SucceedAsync(["reader", "revoke", "apart_office", .. both]);

        (await warehouse.CoverageAsync("2022-07")).ShouldBe("107/109 107/109");
        (await warehouse.LinesAsync("SELECT to_char(month, 'YYYY-MM') FROM mart.coverage_month WHERE is_default_rule_set")).ShouldBe([
            "2022-07",
        ]);
        (await graph.ScalarAsync<long>("SELECT count(*) FROM dw.load_run")).ShouldBe(0);
        // Of the graph it has what it copies, and nobody's name.
        (await warehouse.ScalarAsync<long>("SELECT (SELECT count(*) FROM graph.society) + (SELECT count(*) FROM graph.person)")).ShouldBe(
            0
        );
    }

    [Theory]
    [InlineData("科技社团党委", "学会1 学会2")]
    [InlineData("下级党委", "学会2")]
    [InlineData("旁边的党委", "学会3")]
    public async Task A_reader_of_a_committee_sees_it_by_the_tree_of_the_last_load(string committee, string societies)
    {
        const string Reader = "apart_committee";
        await using var graph = await LoadDatabase.WithSocietiesAsync(3);
        await graph.ExecuteAsync(
            """
            INSERT INTO graph.committee (name, region_code) VALUES ('下级党委', '500103'), ('旁边的党委', '500105');
            INSERT INTO graph.committee_parent (committee_id, parent_id, valid_during) VALUES (2, 1, daterange(NULL, NULL));
            UPDATE graph.society SET committee_id = id WHERE id > 1;
            """
        );
        var warehouse = LoadDatabase.At(await second.WarehouseAsync());
        await SucceedAsync(["load", "--connection", graph.ConnectionString, "--warehouse", warehouse.ConnectionString]);

        var password = await ReaderAccount.CreateAsync(warehouse.Source, Reader, new ReaderLimits(), isPrivate: true, committee);
        try
        {
            var login = new NpgsqlConnectionStringBuilder(warehouse.ConnectionString)
            {
                Username = Reader,
                Password = password,
                Pooling = false,
            };
            await using var reader = NpgsqlDataSource.Create(login.ConnectionString);
            await using var command = reader.CreateCommand("SELECT string_agg(society_name, ' ' ORDER BY society_id) FROM coverage");
            (await command.ExecuteScalarAsync()).ShouldBe(societies);
        }
        finally
        {
            await ReaderAccount.RevokeAsync(warehouse.Source, Reader);
        }
    }

    [Fact]
    public async Task A_watch_hears_the_graph_and_loads_the_warehouse()
    {
        await using var graph = await LoadDatabase.WithSocietiesAsync(2);
        var warehouse = LoadDatabase.At(await second.WarehouseAsync());
        var environment = new Dictionary<string, string>
        {
            ["ConnectionStrings__Graph"] = graph.ConnectionString,
            ["ConnectionStrings__Warehouse"] = warehouse.ConnectionString,
        };
        await using var etl = EtlProcess.Start(environment, "load", "--watch");
        await etl.LineAsync("Load 1: first load, everything (This is the first load)");
        await graph.BranchAsync(1);
        await etl.LineAsync("Load 2: 1 commit, 2 subjects, ");

        (await warehouse.ScalarAsync<long>("SELECT sum(organization_coverage_numerator)::bigint FROM mart.coverage")).ShouldBe(1);
        (await etl.TerminateAsync()).ShouldBe(0, etl.Output);
    }

    [Fact]
    public async Task A_database_is_a_graph_or_a_warehouse_and_stays_it()
    {
        await using var graph = await LoadDatabase.WithSocietiesAsync(1);
        var warehouse = await second.WarehouseAsync();

        (await FailAsync("status", "--connection", graph.ConnectionString, "--warehouse", graph.ConnectionString)).ShouldBe(
            "SP-WAREHOUSE-104"
        );
        (await FailAsync("status", "--connection", warehouse, "--warehouse", warehouse)).ShouldBe("SP-WAREHOUSE-103");
        (await FailAsync("check", "--warehouse", graph.ConnectionString)).ShouldBe("SP-WAREHOUSE-104");
        (await graph.ScalarAsync<long>("SELECT count(*) FROM source.society")).ShouldBe(1);
    }

    [Fact]
    public async Task What_does_not_answer_is_named()
    {
        await using var graph = await LoadDatabase.WithSocietiesAsync(1);
        var warehouse = await second.WarehouseAsync();
        // Nobody listens at port 1.
        string Nowhere(string database) => new NpgsqlConnectionStringBuilder(database) { Host = "127.0.0.1", Port = 1 }.ConnectionString;

        (await FailAsync("load", "--connection", graph.ConnectionString, "--warehouse", Nowhere(warehouse))).ShouldBe("SP-WAREHOUSE-101");
        (await FailAsync("load", "--connection", Nowhere(graph.ConnectionString), "--warehouse", warehouse)).ShouldBe("SP-WAREHOUSE-102");
        (await FailAsync("load", "--connection", graph.ConnectionString, "--warehouse", "Host")).ShouldBe("SP-CLI-101");
    }

    [Fact]
    public async Task A_newer_warehouse_is_refused_and_named()
    {
        await using var graph = await LoadDatabase.WithSocietiesAsync(1);
        var warehouse = LoadDatabase.At(await second.WarehouseAsync());
        await warehouse.ExecuteAsync(
            "INSERT INTO meta.schema_version (area, number, name, checksum, ms) VALUES ('warehouse', 9000, 'later', '', 0)"
        );
        string[] both = ["load", "--connection", graph.ConnectionString, "--warehouse", warehouse.ConnectionString];

        var failure = await ThrownAsync(both);
        failure.Code.ShouldBe("SP-MIGRATE-104");
        failure.Problem.English.ShouldStartWith("In the warehouse: The database is newer than this program");
    }

    [Fact]
    public async Task A_copy_of_other_columns_is_drift_that_says_where()
    {
        await using var graph = await LoadDatabase.WithSocietiesAsync(1);
        var warehouse = LoadDatabase.At(await second.WarehouseAsync());
        await warehouse.ExecuteAsync("ALTER TABLE source.society DROP COLUMN kind");
        var report = await SocietyParty.Etl.Run.LoadPipeline.RunAsync(new(warehouse.Source, graph.Source), new(LoadDatabase.June15));

        report.Problem!.Code.ShouldBe("SP-LOAD-202");
        report.Problem.Message.ShouldBe("In the warehouse: source.society has no column kind (text).");
    }

    [Fact]
    public async Task Tables_of_source_are_made_anew_where_a_view_changed()
    {
        var warehouse = LoadDatabase.At(await second.WarehouseAsync());
        await warehouse.ExecuteAsync(
            "ALTER TABLE source.society DROP COLUMN kind; UPDATE meta.source_table SET checksum = '' WHERE name = 'source.society'"
        );
        await (await GraphDatabase.OpenWarehouseAsync(warehouse.ConnectionString)).DisposeAsync();

        const string Columns =
            "SELECT string_agg(attname || ' ' || format_type(atttypid, atttypmod), ', ' ORDER BY attnum) FROM pg_attribute "
            + "WHERE attrelid = 'source.society'::regclass AND attnum > 0";
        await using var graph = await LoadDatabase.CreateAsync();
        (await warehouse.ScalarAsync<string>(Columns)).ShouldBe(await graph.ScalarAsync<string>(Columns));
        var made = await warehouse.ScalarAsync<uint>("SELECT 'source.society'::regclass::oid");
        await (await GraphDatabase.OpenWarehouseAsync(warehouse.ConnectionString)).DisposeAsync();
        (await warehouse.ScalarAsync<uint>("SELECT 'source.society'::regclass::oid")).ShouldBe(made);
    }

    private static RootCommand Root() =>
        new()
        {
            LoadCommand.Create(Words.English),
            StatusCommand.Create(Words.English),
            CheckCommand.Create(Words.English),
            ReconcileCommand.Create(Words.English),
            ExplainCommand.Create(Words.English),
            UnloadCommand.Create(Words.English),
            ReaderCommand.Create(Words.English),
        };

    private static async Task SucceedAsync(string[] line) =>
        (await CommandLine.RunAsync(Root(), line, Words.English)).ShouldBe(CommandLine.Success, string.Join(' ', line.Take(2)));

    private static async Task<string> FailAsync(params string[] line) => (await ThrownAsync(line)).Code;

    private static Task<DatabaseSetupException> ThrownAsync(string[] line) =>
        Should.ThrowAsync<DatabaseSetupException>(() =>
            Root().Parse(line).InvokeAsync(new InvocationConfiguration { EnableDefaultExceptionHandler = false })
        );
}
