using System.Diagnostics;
using Npgsql;

namespace SocietyParty.Faults.Faults;

/// <summary>kill -9 of the service, which whatever supervises it starts again.</summary>
internal sealed class ServiceKilled() : Fault("service", "kill -9 of the service")
{
    public override Task StrikeAsync(Stage stage, Random random, CancellationToken ct) => stage.KillServiceAsync();

    public override Task MendAsync(Stage stage, CancellationToken ct) => stage.StartServiceAsync();
}

/// <summary>kill -9 of PostgreSQL; it recovers from its log when it is started again.</summary>
internal sealed class PostgresKilled() : Fault("postgres", "kill -9 of PostgreSQL")
{
    public override async Task StrikeAsync(Stage stage, Random random, CancellationToken ct)
    {
        await Signals.KillAsync(stage.Cluster.ServerProcessId!.Value);
        // A signal is on its way when the system has taken it.
        while (stage.Cluster.ServerProcessId is not null)
        {
            await Task.Delay(10, ct);
        }
    }

    public override Task MendAsync(Stage stage, CancellationToken ct) => stage.RestartPostgresAsync(ct);
}

/// <summary>kill -9 of a session's process: PostgreSQL ends all sessions and recovers by itself.</summary>
internal sealed class BackendKilled() : Fault("session", "kill -9 of a session of PostgreSQL")
{
    // Not one's own, and one that works or did a moment ago.
    private const string Find = """
        SELECT pid FROM pg_stat_activity
        WHERE backend_type = 'client backend' AND pid <> pg_backend_pid() ORDER BY state = 'active' DESC, state_change DESC LIMIT 1
        """;

    public override async Task StrikeAsync(Stage stage, Random random, CancellationToken ct)
    {
        await using var connection = await stage.ConnectAsync(ct);
        await using var command = new NpgsqlCommand(Find, connection);
        await Signals.KillAsync((int)(await command.ExecuteScalarAsync(ct))!);
    }
}

/// <summary>kill -9 of the loader in the middle of a load of everything; the next one succeeds.</summary>
internal sealed class LoaderKilled() : Fault("loader", "kill -9 of the loader")
{
    private const int DelayMin = 700;
    private const int DelayMax = 3000;

    public override async Task StrikeAsync(Stage stage, Random random, CancellationToken ct)
    {
        using var loader = stage.StartEtl("load", "--full");
        await Task.Delay(random.Next(DelayMin, DelayMax), ct);
        loader.Kill();
        await loader.WaitForExitAsync(ct);
    }

    public override async Task MendAsync(Stage stage, CancellationToken ct)
    {
        using var loader = stage.StartEtl("load", "--full");
        await loader.WaitForExitAsync(ct);
        Require(loader, "The load after the killed one");
    }

    // Of what changes meanwhile the star cannot know.
    public override async Task VerifyAsync(Stage stage, CancellationToken ct)
    {
        await MendAsync(stage, ct);
        using var reconciled = stage.StartEtl("reconcile");
        await reconciled.WaitForExitAsync(ct);
        Require(reconciled, "`reconcile` after it");
    }

    private static void Require(Process process, string what)
    {
        if (process.ExitCode != 0)
        {
            throw new FaultException($"{what} failed with {process.ExitCode}.");
        }
    }
}

/// <summary>A heap that is far too small, and requests that want more of it; then the usual one.</summary>
internal sealed class MemoryShort() : Fault("memory", "a heap of 48 MB and large questions at the same time")
{
    private const string Heap = "0x3000000";
    private const int Askers = 40;

    private const string Large = """
        { societies(first: 500) { nodes { name kind level branches(first: 5) { nodes { name activities(first: 20) { nodes { title heldOn } } } } } } }
        """;

    public override TimeSpan Lasts => TimeSpan.FromSeconds(8);

    public override async Task StrikeAsync(Stage stage, Random random, CancellationToken ct)
    {
        await stage.KillServiceAsync();
        await stage.StartServiceAsync(new Dictionary<string, string> { ["DOTNET_GCHeapHardLimit"] = Heap });
        for (var asker = 0; asker < Askers; asker++)
        {
            _ = AskAsync(stage.Address, Stopwatch.StartNew());
        }
    }

    public override async Task MendAsync(Stage stage, CancellationToken ct)
    {
        await stage.KillServiceAsync();
        await stage.StartServiceAsync();
    }

    private async Task AskAsync(Uri address, Stopwatch watch)
    {
        using var http = new HttpClient { BaseAddress = address };
        while (watch.Elapsed < Lasts)
        {
            try
            {
                using var answer = await http.PostAsJsonAsync("/graphql", new { query = Large });
                await answer.Content.ReadAsByteArrayAsync();
            }
            catch (Exception failure) when (failure is HttpRequestException or IOException or TaskCanceledException)
            {
                // What it answers is the callers' to judge; here it is only made to work.
                await Task.Delay(50);
            }
        }
    }
}
