using System.Globalization;
using System.Net;
using System.Net.Sockets;
using SocietyParty.Schema.Database;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Schema;

/// <summary>A tool keeps an address; so the cluster keeps its port, and says so where it cannot.</summary>
public sealed class ClusterPortTests(StoppedCluster stopped) : IClassFixture<StoppedCluster>, IDisposable
{
    private static readonly PrivateClusterOptions Options = new() { Durable = false };

    private readonly TemporaryFolder _temporary = new();

    private string DataFolder => _temporary.Below("data");

    private string KeptIn => Path.Combine(DataFolder, "port");

    public void Dispose() => _temporary.Dispose();

    [Fact]
    public async Task A_port_is_chosen_once_and_taken_again_at_each_start()
    {
        stopped.CopyTo(DataFolder);
        File.Delete(KeptIn);
        var first = await StartedOnAsync();
        File.ReadAllText(KeptIn).ShouldBe(first.ToString(CultureInfo.InvariantCulture) + "\n");
        (await StartedOnAsync()).ShouldBe(first);
        (await StartedOnAsync()).ShouldBe(first);
    }

    [Fact]
    public async Task A_port_that_is_asked_for_is_kept_from_then_on()
    {
        stopped.CopyTo(DataFolder);
        var asked = FreePort();
        (await StartedOnAsync(asked)).ShouldBe(asked);
        (await StartedOnAsync()).ShouldBe(asked);
    }

    [Fact]
    public async Task A_kept_port_in_use_is_told_with_its_holder_and_no_other_is_taken()
    {
        stopped.CopyTo(DataFolder);
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();
        var port = ((IPEndPoint)holder.LocalEndpoint).Port;
        File.WriteAllText(KeptIn, $"{port}\n");

        var refused = await Should.ThrowAsync<DatabaseSetupException>(() => StartedOnAsync());
        refused.Code.ShouldBe("SP-CLUSTER-305");
        refused.Message.ShouldStartWith($"SP-CLUSTER-305 The data folder {DataFolder} keeps port {port}, which is in use by ");
        refused.Message.ShouldContain("--database-port");
        if (OperatingSystem.IsLinux())
        {
            refused.Message.ShouldContain($" by process {Environment.ProcessId} (");
        }

        File.ReadAllText(KeptIn).ShouldBe($"{port}\n");
        File.Exists(Path.Combine(DataFolder, "server", "data", "postmaster.pid")).ShouldBeFalse();
    }

    [Fact]
    public async Task A_port_that_is_asked_for_and_in_use_is_told_before_anything_is_made()
    {
        using var holder = new TcpListener(IPAddress.Loopback, 0);
        holder.Start();
        var port = ((IPEndPoint)holder.LocalEndpoint).Port;
        var refused = await Should.ThrowAsync<DatabaseSetupException>(() => StartedOnAsync(port));
        refused.Message.ShouldStartWith($"SP-CLUSTER-305 --database-port {port} is in use by ");
        PrivateCluster.IsMade(DataFolder).ShouldBeFalse();
    }

    [Theory]
    [InlineData("")]
    [InlineData("80\n")]
    [InlineData("70000\n")]
    [InlineData("many\n")]
    public async Task A_file_without_a_port_is_told(string text)
    {
        stopped.CopyTo(DataFolder);
        File.WriteAllText(KeptIn, text);
        var refused = await Should.ThrowAsync<DatabaseSetupException>(() => StartedOnAsync());
        refused.Code.ShouldBe("SP-CLUSTER-306");
        refused.Message.ShouldContain(KeptIn);
    }

    [Theory]
    [InlineData(0)]
    [InlineData(80)]
    [InlineData(65536)]
    public async Task A_number_that_is_no_port_is_refused(int port) =>
        (await Should.ThrowAsync<DatabaseSetupException>(() => StartedOnAsync(port))).Code.ShouldBe("SP-CLUSTER-308");

    [Fact]
    public async Task A_port_is_asked_for_in_vain_where_a_server_runs_or_is_ones_own()
    {
        var cluster = await TestCluster.ClusterAsync();
        var runs = await Should.ThrowAsync<DatabaseSetupException>(() =>
            GraphDatabase.OpenAsync(null, cluster.DataFolder, port: FreePort())
        );
        runs.Message.ShouldStartWith($"SP-CLI-107 The server of {cluster.DataFolder} runs already, on port {cluster.Port}.");
        var own = await Should.ThrowAsync<DatabaseSetupException>(() => GraphDatabase.OpenAsync("Host=127.0.0.1", null, port: 25432));
        own.Code.ShouldBe("SP-CLI-106");

        await using var same = await GraphDatabase.OpenAsync(null, cluster.DataFolder, port: cluster.Port);
        same.IsPrivate.ShouldBeTrue();
    }

    private async Task<int> StartedOnAsync(int? port = null)
    {
        await using var cluster = await PrivateCluster.StartAsync(DataFolder, Options with { Port = port });
        return cluster.Port;
    }

    /// <summary>A port that was free a moment ago.</summary>
    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
