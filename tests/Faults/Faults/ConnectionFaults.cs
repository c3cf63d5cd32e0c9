using System.Net;
using System.Net.Sockets;
using Npgsql;

namespace SocietyParty.Faults.Faults;

/// <summary>All connections between service and PostgreSQL are reset.</summary>
internal sealed class LinesCut() : Fault("cut", "connections to PostgreSQL are reset")
{
    public override Task StrikeAsync(Stage stage, Random random, CancellationToken ct)
    {
        stage.Gate.Cut();
        return Task.CompletedTask;
    }
}

/// <summary>Half-open connections: nothing comes any more, and nobody says so. New ones work again after a while.</summary>
internal sealed class LinesSilent() : Fault("half-open", "connections to PostgreSQL go silent, half open")
{
    public override TimeSpan Lasts => TimeSpan.FromSeconds(5);

    public override Task StrikeAsync(Stage stage, Random random, CancellationToken ct)
    {
        stage.Gate.Silence();
        return Task.CompletedTask;
    }

    public override Task MendAsync(Stage stage, CancellationToken ct)
    {
        stage.Gate.Speak();
        return Task.CompletedTask;
    }
}

/// <summary>PostgreSQL stands still, as on a disk that does not answer; then it goes on where it was.</summary>
internal sealed class ServerHeld() : Fault("held", "PostgreSQL stands still, as on a disk that hangs")
{
    public override TimeSpan Lasts => TimeSpan.FromSeconds(8);

    public override Task StrikeAsync(Stage stage, Random random, CancellationToken ct) =>
        Signals.HoldAsync(stage.Cluster.ServerProcessId!.Value);

    public override Task MendAsync(Stage stage, CancellationToken ct) => Signals.ReleaseAsync(stage.Cluster.ServerProcessId!.Value);
}

/// <summary>Nothing more can be written; then there is room again, and PostgreSQL is started if it gave up.</summary>
internal sealed class DiskFull() : Fault("disk", "the disk is full")
{
    private const int BlockBytes = 1024 * 1024;

    public override TimeSpan Lasts => TimeSpan.FromSeconds(6);

    public override string? Obstacle() =>
        OperatingSystem.IsLinux() && Environment.IsPrivilegedProcess ? null : "needs root on Linux, to make a small disk";

    public override async Task StrikeAsync(Stage stage, Random random, CancellationToken ct)
    {
        if (!stage.HasOwnDisk)
        {
            throw new FaultException($"No disk could be mounted at {stage.Folder}.");
        }

        await using var file = new FileStream(FillerIn(stage), FileMode.Create);
        try
        {
            var block = new byte[BlockBytes];
            while (true)
            {
                await file.WriteAsync(block, ct);
                await file.FlushAsync(ct);
            }
        }
        catch (IOException)
        {
            // Full. What PostgreSQL had reserved it still has; a segment of its log later it has not.
        }
    }

    public override async Task MendAsync(Stage stage, CancellationToken ct)
    {
        File.Delete(FillerIn(stage));
        await stage.RestartPostgresAsync(ct);
    }

    private static string FillerIn(Stage stage) => Path.Combine(stage.Folder, "filler");
}

/// <summary>Somebody else takes every session that PostgreSQL has, and those of the service are cut.</summary>
internal sealed class SessionsGone() : Fault("sessions", "somebody else holds all sessions of PostgreSQL")
{
    private readonly List<NpgsqlConnection> held = [];

    public override TimeSpan Lasts => TimeSpan.FromSeconds(6);

    public override async Task StrikeAsync(Stage stage, Random random, CancellationToken ct)
    {
        try
        {
            while (true)
            {
                held.Add(await stage.ConnectAsync(ct));
                stage.Gate.Cut();
            }
        }
        catch (PostgresException full) when (full.SqlState == PostgresErrorCodes.TooManyConnections)
        {
            stage.Gate.Cut();
        }
    }

    public override async Task MendAsync(Stage stage, CancellationToken ct)
    {
        foreach (var connection in held)
        {
            await connection.DisposeAsync();
        }

        held.Clear();
    }
}

/// <summary>Ten thousand connections to the service that say nothing.</summary>
internal sealed class SocketsIdle() : Fault("idle", "10,000 idle connections to the service")
{
    private const int Count = 10_000;

    private readonly List<Socket> sockets = [];

    public override TimeSpan Lasts => TimeSpan.FromSeconds(6);

    public override async Task StrikeAsync(Stage stage, Random random, CancellationToken ct)
    {
        for (var number = 0; number < Count; number++)
        {
            var socket = new Socket(SocketType.Stream, ProtocolType.Tcp);
            sockets.Add(socket);
            try
            {
                await socket.ConnectAsync(IPAddress.Loopback, stage.Port, ct);
            }
            catch (SocketException)
            {
                // Refused by a limit of the service's: also an answer. How many stand is not what is asked.
            }
        }
    }

    public override Task MendAsync(Stage stage, CancellationToken ct)
    {
        foreach (var socket in sockets)
        {
            socket.Dispose();
        }

        sockets.Clear();
        return Task.CompletedTask;
    }
}
