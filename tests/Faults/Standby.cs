using System.Globalization;
using System.Net;
using Npgsql;
using SocietyParty.Schema.Database;

namespace SocietyParty.Faults;

/// <summary>A PostgreSQL that pg_basebackup made of the primary and that replays what the primary writes, until it is promoted.</summary>
internal sealed class Standby
{
    /// <summary>By which the primary knows it.</summary>
    public const string Name = "standby";

    private static readonly TimeSpan StartMax = TimeSpan.FromSeconds(60);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(100);

    private readonly PrivateCluster primary;
    private readonly ServerAccount account;
    private readonly string folder;

    private Standby(PrivateCluster primary, ServerAccount account, string folder, int port) =>
        (this.primary, this.account, this.folder, Port) = (primary, account, folder, port);

    public int Port { get; }

    public string ConnectionString => new NpgsqlConnectionStringBuilder(primary.ConnectionString) { Port = Port }.ConnectionString;

    private string Data => Path.Combine(folder, "data");

    /// <summary>Makes one and starts it.</summary>
    /// <param name="primary">Of whom.</param>
    /// <param name="folder">Is made.</param>
    /// <param name="port">Of 127.0.0.1.</param>
    /// <param name="ct">Gives up.</param>
    public static async Task<Standby> MakeAsync(PrivateCluster primary, string folder, int port, CancellationToken ct)
    {
        await using (var connection = new NpgsqlConnection(primary.ConnectionString))
        {
            await connection.OpenAsync(ct);
            await using var file = new NpgsqlCommand("SHOW hba_file", connection);
            // A private cluster lets nobody copy it.
            await File.AppendAllTextAsync(
                (string)(await file.ExecuteScalarAsync(ct))!,
                $"host replication {PrivateCluster.UserName} 127.0.0.1/32 scram-sha-256\n",
                ct
            );
            // One statement each: ALTER SYSTEM stands in no transaction.
            foreach (var sql in (string[])["ALTER SYSTEM SET wal_keep_size = '256MB'", "SELECT pg_reload_conf()"])
            {
                await using var set = new NpgsqlCommand(sql, connection);
                await set.ExecuteNonQueryAsync(ct);
            }
        }

        Directory.CreateDirectory(folder);
        var account = await ServerAccount.ChooseAsync(folder, ct);
        await account.OwnAsync(folder, ct);
        var tool = await PostgresTool.FindAsync("pg_basebackup", primary.Binaries.Major, PostgresSearch.OfThisMachine(), ct);
        var from = new NpgsqlConnectionStringBuilder(primary.ConnectionString);
        var conninfo = string.Create(
            CultureInfo.InvariantCulture,
            $"host=127.0.0.1 port={primary.Port} user={from.Username} password={from.Password} application_name={Name}"
        );
        var standby = new Standby(primary, account, folder, port);
        var copied = await account.RunAsync(
            tool.File,
            ["-D", standby.Data, "-d", conninfo, "-X", "stream", "-c", "fast", "-R"],
            folder,
            ct: ct
        );
        if (!copied.Succeeded)
        {
            throw new FaultException($"pg_basebackup failed with {copied.ExitCode}. {copied.Output}");
        }

        await standby.StartAsync(ct);
        return standby;
    }

    /// <summary>Starts it; after a kill, as soon as the processes that outlived the first one are gone.</summary>
    public async Task StartAsync(CancellationToken ct)
    {
        var until = DateTime.UtcNow + StartMax;
        while (true)
        {
            var started = await PgCtlAsync(
                // With the usual 5 s a standby that lost its primary may be promoted as much later.
                [
                    "start",
                    "-l",
                    Path.Combine(folder, "log"),
                    "-o",
                    $"-c port={Port} -c listen_addresses={IPAddress.Loopback} -k '' -c wal_retrieve_retry_interval=200ms",
                ],
                capture: false
            );
            if (started.Succeeded)
            {
                return;
            }

            if (DateTime.UtcNow > until)
            {
                throw new FaultException($"The standby does not start. {await File.ReadAllTextAsync(Path.Combine(folder, "log"), ct)}");
            }

            await Task.Delay(Pause, ct);
        }
    }

    /// <summary>kill -9 of its first process.</summary>
    public Task KillAsync() =>
        Signals.KillAsync(int.Parse(File.ReadLines(Path.Combine(Data, "postmaster.pid")).First(), CultureInfo.InvariantCulture));

    /// <summary>It writes from now on.</summary>
    public async Task PromoteAsync()
    {
        var promoted = await PgCtlAsync(["promote"], capture: true);
        if (!promoted.Succeeded)
        {
            throw new FaultException($"The standby cannot be promoted. {promoted.Output}");
        }
    }

    public Task StopAsync() => PgCtlAsync(["stop", "-m", "immediate"], capture: true);

    private Task<ChildResult> PgCtlAsync(IEnumerable<string> arguments, bool capture) =>
        account.RunAsync(primary.Binaries.Program("pg_ctl"), ["-D", Data, "-s", "-w", "-t", "60", .. arguments], folder, capture);
}
