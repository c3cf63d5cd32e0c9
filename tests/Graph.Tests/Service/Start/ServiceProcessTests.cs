using System.Net.Http.Json;
using System.Text.Json;
using Npgsql;
using SocietyParty.Schema.Database;
using SocietyParty.Service.Start;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Service.Start;

/// <summary>The program from an empty folder to served data, and what happens when it is stopped, killed or started twice.</summary>
public sealed class ServiceProcessTests : IDisposable
{
    private readonly string folder = Path.Combine(Path.GetTempPath(), "societyparty-process-" + Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task From_an_empty_folder_through_every_way_to_end_and_back()
    {
        string before;
        await using (var first = ServiceProcess.Start(Arguments()))
        {
            await first.ReadyAsync();
            first.Output.ShouldContain("107/109 = 98.2 %");
            first.Output.ShouldContain("category B: stated 58, listed 44, 14 missing");
            (await TotalAsync(first.Address)).ShouldBe(44);
            before = await FingerprintAsync();

            await using var second = ServiceProcess.Start(Arguments());
            (await second.EndAsync()).ShouldBe(1);
            second.Output.ShouldContain(folder);
            await using var same = ServiceProcess.Start(["--data", folder, "--urls", first.Address]);
            (await same.EndAsync()).ShouldBe(1);
            same.Output.ShouldContain($"SP-CLUSTER-201 The data folder {folder} is in use by process {first.Id}.");
            (await TotalAsync(first.Address)).ShouldBe(44);

            (await first.InterruptAsync()).ShouldBe(0);
        }

        IsServerRunning().ShouldBeFalse("Ctrl+C stops the cluster.");

        await using (var again = ServiceProcess.Start(Arguments()))
        {
            await again.ReadyAsync();
            (await FingerprintAsync()).ShouldBe(before, "A second start changes nothing.");
            await KillServerAndAskAsync(again);
            await again.KillAsync();
        }

        await using (var recovered = ServiceProcess.Start(Arguments()))
        {
            await recovered.ReadyAsync();
            (await TotalAsync(recovered.Address)).ShouldBe(44);
            (await FingerprintAsync()).ShouldBe(before, "Nor does a start after kill -9.");
            (await recovered.InterruptAsync()).ShouldBe(0);
        }

        IsServerRunning().ShouldBeFalse();
    }

    [Fact]
    public async Task A_server_of_ones_own_is_used_and_left_running()
    {
        var connection = await TestCluster.NewDatabaseAsync();
        await using (
            var service = ServiceProcess.Start(Arguments(), new Dictionary<string, string?> { ["ConnectionStrings__Graph"] = connection })
        )
        {
            await service.ReadyAsync();
            (await TotalAsync(service.Address)).ShouldBe(44);
            service.Output.ShouldNotContain(new NpgsqlConnectionStringBuilder(connection).Password!);
            (await service.InterruptAsync()).ShouldBe(0);
        }

        Directory.Exists(folder).ShouldBeFalse("No private cluster is made.");
        await using var source = NpgsqlDataSource.Create(connection);
        await using var command = source.CreateCommand("SELECT count(*) FROM graph.branch");
        (await command.ExecuteScalarAsync()).ShouldBe(109L);
    }

    [Fact]
    public async Task The_sample_city_fills_an_empty_graph_and_another_sample_leaves_it()
    {
        var connection = new Dictionary<string, string?> { ["ConnectionStrings__Graph"] = await TestCluster.NewDatabaseAsync() };
        await using (var city = ServiceProcess.Start([.. Arguments(), "--sample", "city"], connection))
        {
            await city.ReadyAsync();
            city.Output.ShouldContain("a synthetic city of 150 societies");
            (await city.InterruptAsync()).ShouldBe(0);
        }

        await using var other = ServiceProcess.Start([.. Arguments(), "--sample", "chongqing"], connection);
        await other.ReadyAsync();
        other.Output.ShouldContain("other data than --sample chongqing");
        await using var source = NpgsqlDataSource.Create(connection.Values.Single()!);
        await using var command = source.CreateCommand(
            "SELECT count(*) FILTER (WHERE name LIKE '合成%') || '/' || count(*) FROM graph.society"
        );
        (await command.ExecuteScalarAsync()).ShouldBe("150/150");
        (await other.InterruptAsync()).ShouldBe(0);
    }

    [Fact]
    public async Task A_graph_of_an_office_begins_empty_and_stays_so_at_later_starts()
    {
        var connection = new Dictionary<string, string?> { ["ConnectionStrings__Graph"] = await TestCluster.NewDatabaseAsync() };
        foreach (var arguments in new[] { Arguments().Concat(["--sample", "none"]), Arguments() })
        {
            await using var service = ServiceProcess.Start([.. arguments], connection);
            await service.ReadyAsync();
            service.Output.ShouldContain("The graph is empty and gets no sample: found a committee first");
            (await service.InterruptAsync()).ShouldBe(0);
        }

        await using var source = NpgsqlDataSource.Create(connection.Values.Single()!);
        await using var command = source.CreateCommand("SELECT count(*) FROM graph.committee");
        (await command.ExecuteScalarAsync()).ShouldBe(0L);
    }

    [Fact]
    public void Each_sample_has_a_folder_of_its_own() =>
        Enum.GetValues<StartSample>()
            .Select(StartSamples.DefaultFolder)
            .ShouldBe([DataFolder.Default(), DataFolder.Default() + "-city", DataFolder.Default() + "-own"]);

    [Fact]
    public async Task A_server_that_cannot_be_reached_is_told()
    {
        // Taken and not listened to: nobody else can answer there.
        using var silent = new System.Net.Sockets.Socket(System.Net.Sockets.SocketType.Stream, System.Net.Sockets.ProtocolType.Tcp);
        silent.Bind(new System.Net.IPEndPoint(System.Net.IPAddress.Loopback, 0));
        var port = ((System.Net.IPEndPoint)silent.LocalEndPoint!).Port;
        var nowhere = $"Host=127.0.0.1;Port={port};Username=a;Password=secret-word;Database=b;Timeout=3";
        await using var service = ServiceProcess.Start(
            Arguments(),
            new Dictionary<string, string?> { ["ConnectionStrings__Graph"] = nowhere }
        );
        (await service.EndAsync()).ShouldBe(1);
        service.Output.ShouldContain("SP-START-002");
        service.Output.ShouldNotContain("secret-word");
    }

    [Fact]
    public async Task An_address_in_use_is_told()
    {
        using var taken = new System.Net.Sockets.TcpListener(System.Net.IPAddress.Loopback, 0);
        taken.Start();
        var port = ((System.Net.IPEndPoint)taken.LocalEndpoint).Port;
        var connection = await TestCluster.NewDatabaseAsync();
        await using var service = ServiceProcess.Start(
            ["--data", folder, "--urls", $"http://127.0.0.1:{port}"],
            new Dictionary<string, string?> { ["ConnectionStrings__Graph"] = connection }
        );
        (await service.EndAsync()).ShouldBe(1);
        service.Output.ShouldContain("SP-START-001");
    }

    [Fact]
    public async Task A_wrong_folder_of_server_programs_is_told()
    {
        await using var service = ServiceProcess.Start(
            Arguments(),
            new Dictionary<string, string?> { [PostgresSearch.FolderVariable] = folder }
        );
        (await service.EndAsync()).ShouldBe(1);
        service.Output.ShouldContain(PostgresSearch.FolderVariable);
    }

    [Fact]
    public async Task Help_and_usage_errors_need_no_database()
    {
        await using var help = ServiceProcess.Start(["--help"]);
        (await help.EndAsync()).ShouldBe(0);
        help.Output.ShouldContain("--data");
        help.Output.ShouldContain("--urls");
        help.Output.ShouldContain("chongqing|city|none");

        await using var wrong = ServiceProcess.Start(["--date", folder]);
        (await wrong.EndAsync()).ShouldNotBe(0);
        wrong.Output.ShouldContain("--date");

        await using var town = ServiceProcess.Start(["--sample", "town"]);
        (await town.EndAsync()).ShouldNotBe(0);
        town.Output.ShouldContain("\"town\" cannot be chosen for --sample. Choose one of: chongqing, city, none.");
        town.Output.ShouldNotContain("StartSample");
    }

    [Fact]
    public async Task A_terminal_that_speaks_Chinese_is_answered_in_Chinese()
    {
        var chinese = new Dictionary<string, string?> { ["LC_ALL"] = "zh_CN.UTF-8" };
        await using var help = ServiceProcess.Start(["--help"], chinese);
        (await help.EndAsync()).ShouldBe(0);
        help.Output.ShouldContain("服务的网址，有多个的用分号隔开。");

        await using var town = ServiceProcess.Start(["--sample", "town"], chinese);
        (await town.EndAsync()).ShouldNotBe(0);
        town.Output.ShouldContain("选项 --sample 不能选“town”，请从以下选一个：chongqing、city、none。");

        await using var address = ServiceProcess.Start(["--urls", "x"], chinese);
        (await address.EndAsync()).ShouldNotBe(0);
        address.Output.ShouldContain("SP-START-020 x 不是可用的网址。");

        chinese["ConnectionStrings__Graph"] = await TestCluster.NewDatabaseAsync();
        await using var service = ServiceProcess.Start(Arguments(), chinese);
        await service.SaysAsync("按 Ctrl+C 停止。");
        service.Output.ShouldContain("正在导入示例：重庆市 2022 年公布的党组织名单");
        service.Output.ShouldContain("正在装载数据仓库");
        service.Output.ShouldContain("A类（直管）");
        service.Output.ShouldContain("首页：");
        (await service.InterruptAsync()).ShouldBe(0);
        service.Output.ShouldContain("正在停止。");
    }

    /// <summary>kill -9 of PostgreSQL: the service starts it again, and says of the outage one line and not one for each request.</summary>
    private async Task KillServerAndAskAsync(ServiceProcess service)
    {
        var server = int.Parse(
            File.ReadLines(Path.Combine(folder, "server", "data", "postmaster.pid")).First(),
            System.Globalization.CultureInfo.InvariantCulture
        );
        System.Diagnostics.Process.GetProcessById(server).Kill();
        using var client = new HttpClient();
        var refused = 0;
        while (true)
        {
            using var response = await client.PostAsJsonAsync($"{service.Address}/graphql", new { query = "{ branches { totalCount } }" });
            if (response.IsSuccessStatusCode)
            {
                break;
            }

            response.StatusCode.ShouldBe(System.Net.HttpStatusCode.ServiceUnavailable, await response.Content.ReadAsStringAsync());
            refused++;
        }

        (await TotalAsync(service.Address)).ShouldBe(44);
        await service.SaysAsync("it was started again");
        var lines = service.Output.Split('\n');
        lines.Count(line => line.Contains("it was started again", StringComparison.Ordinal)).ShouldBe(1);
        lines.Count(line => line.Contains("cannot be reached", StringComparison.Ordinal)).ShouldBe(Math.Min(refused, 1));
    }

    private string[] Arguments() => ["--data", folder, "--urls", ServiceProcess.AnyAddress];

    private bool IsServerRunning() => File.Exists(Path.Combine(folder, "server", "data", "postmaster.pid"));

    private static async Task<int> TotalAsync(string address)
    {
        using var client = new HttpClient();
        using var response = await client.PostAsJsonAsync(
            $"{address}/graphql",
            new { query = "{ branches(where: { category: { eq: B } }) { totalCount } }" }
        );
        var answer = await response.Content.ReadFromJsonAsync<JsonElement>();
        return answer.GetProperty("data").GetProperty("branches").GetProperty("totalCount").GetInt32();
    }

    /// <summary>Which transaction last wrote each row of the graph and the star: the same text means that nothing was written.</summary>
    private async Task<string> FingerprintAsync()
    {
        await using var database = await GraphDatabase.OpenAsync(null, folder);
        await using var tables = database.Source.CreateCommand(
            "SELECT string_agg(format('SELECT %L || count(*) || '':'' || coalesce(sum(xmin::text::bigint), 0) FROM %I.%I', "
                + "t.table_name || ' ', t.table_schema, t.table_name), ' UNION ALL ' ORDER BY t.table_schema, t.table_name) "
                + "FROM information_schema.tables t WHERE t.table_schema IN ('graph', 'dw') AND t.table_type = 'BASE TABLE'"
        );
        var counting = (string)(await tables.ExecuteScalarAsync())!;
        await using var command = database.Source.CreateCommand(counting);
        await using var reader = await command.ExecuteReaderAsync();
        var lines = new List<string>();
        while (await reader.ReadAsync())
        {
            lines.Add(reader.GetString(0));
        }

        lines.Count.ShouldBeGreaterThan(15);
        return string.Join('\n', lines);
    }
}
