using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using Npgsql;
using SocietyParty.Schema.Database;

namespace SocietyParty.Faults;

/// <summary>What is struck: a PostgreSQL, the service as a process, and the gate between them.</summary>
internal sealed class Stage : IAsyncDisposable
{
    /// <summary>How large the disk is that a full one is tried on; the sample and its log take a tenth.</summary>
    public const long DiskBytes = 2_000_000_000;

    private static readonly TimeSpan StartMax = TimeSpan.FromMinutes(3);
    private static readonly TimeSpan Pause = TimeSpan.FromMilliseconds(50);

    private readonly string folder;
    private readonly bool isMounted;
    private readonly string? logFile;
    private Process? service;
    private string lastWords = "";

    private Stage(string folder, string? logFile, bool isMounted, PrivateCluster cluster, Gate gate)
    {
        this.folder = folder;
        this.logFile = logFile;
        this.isMounted = isMounted;
        Cluster = cluster;
        Gate = gate;
        Port = FreePort();
    }

    public PrivateCluster Cluster { get; }

    public Gate Gate { get; }

    /// <summary>The service's; the same after each start.</summary>
    public int Port { get; }

    public Uri Address => new(string.Create(CultureInfo.InvariantCulture, $"http://127.0.0.1:{Port}"));

    /// <summary>The service's process.</summary>
    public int ServiceId => service!.Id;

    /// <summary>Whether the data folder is a disk of its own, of <see cref="DiskBytes"/>.</summary>
    public bool HasOwnDisk => isMounted;

    /// <summary>The data folder.</summary>
    public string Folder => folder;

    /// <summary>A session past the gate and past pools, in which one that a fault ended would wait for its next user.</summary>
    public async Task<NpgsqlConnection> ConnectAsync(CancellationToken ct)
    {
        var connection = new NpgsqlConnection(
            new NpgsqlConnectionStringBuilder(Cluster.ConnectionString) { Pooling = false }.ConnectionString
        );
        await connection.OpenAsync(ct);
        return connection;
    }

    public static async Task<Stage> SetAsync(string folder, string? logFile, CancellationToken ct)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new FaultException($"{folder} is not empty, and what is struck may be lost. Choose another folder with --data.");
        }

        Directory.CreateDirectory(folder);
        var mounted =
            OperatingSystem.IsLinux()
            && Environment.IsPrivilegedProcess
            && await Signals.RunAsync("mount", "-t", "tmpfs", "-o", $"size={DiskBytes},mode=711", "faults", folder) == 0;
        var cluster = await PrivateCluster.StartAsync(folder, ct: ct);
        var stage = new Stage(folder, logFile, mounted, cluster, new Gate(cluster.Port));
        await stage.StartServiceAsync();
        return stage;
    }

    /// <summary>Starts the service and waits until it is ready.</summary>
    public async Task StartServiceAsync(IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = DotNet("SocietyParty.Service.dll", "--urls", Address.ToString());
        start.Environment["ConnectionStrings__Graph"] = new NpgsqlConnectionStringBuilder(Cluster.ConnectionString)
        {
            Port = Gate.Port,
        }.ConnectionString;
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        service = Process.Start(start)!;
        service.OutputDataReceived += (_, line) => Hear(line.Data);
        service.ErrorDataReceived += (_, line) => Hear(line.Data);
        service.BeginOutputReadLine();
        service.BeginErrorReadLine();
        using var http = new HttpClient { BaseAddress = Address };
        var watch = Stopwatch.StartNew();
        while (!await IsReadyAsync(http))
        {
            if (service.HasExited || watch.Elapsed > StartMax)
            {
                throw new FaultException($"The service does not serve. Its last words: {lastWords}");
            }

            await Task.Delay(Pause);
        }
    }

    /// <summary>Kills the service without a word, if it still runs.</summary>
    public async Task KillServiceAsync()
    {
        if (service is { HasExited: false })
        {
            service.Kill();
        }

        await service!.WaitForExitAsync();
        service.Dispose();
    }

    /// <summary>Starts PostgreSQL where it is gone, until it starts: what outlived a kill holds its port for a moment.</summary>
    public async Task RestartPostgresAsync(CancellationToken ct)
    {
        var watch = Stopwatch.StartNew();
        while (true)
        {
            try
            {
                await Cluster.RestartIfGoneAsync(ct);
                return;
            }
            catch (DatabaseSetupException) when (watch.Elapsed < StartMax)
            {
                await Task.Delay(Pause, ct);
            }
        }
    }

    /// <summary>The command line, on the same database.</summary>
    public Process StartEtl(params IEnumerable<string> arguments)
    {
        var start = DotNet("SocietyParty.Etl.dll", arguments);
        start.Environment["ConnectionStrings__Graph"] = Cluster.ConnectionString;
        var process = Process.Start(start)!;
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    public async ValueTask DisposeAsync()
    {
        await KillServiceAsync();
        await Gate.DisposeAsync();
        await Cluster.DisposeAsync();
        if (isMounted)
        {
            await Signals.RunAsync("umount", folder);
        }

        Directory.Delete(folder, recursive: true);
    }

    private void Hear(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (folder)
        {
            lastWords = line;
            if (logFile is not null)
            {
                File.AppendAllLines(logFile, [line]);
            }
        }
    }

    private static async Task<bool> IsReadyAsync(HttpClient http)
    {
        try
        {
            using var answer = await http.GetAsync("/readyz");
            return answer.StatusCode == HttpStatusCode.OK;
        }
        catch (HttpRequestException)
        {
            // Not yet.
            return false;
        }
    }

    private static ProcessStartInfo DotNet(string assembly, params IEnumerable<string> arguments) =>
        new("dotnet", [Path.Combine(AppContext.BaseDirectory, assembly), .. arguments])
        {
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };

    private static int FreePort()
    {
        using var listener = new TcpListener(IPAddress.Loopback, 0);
        listener.Start();
        return ((IPEndPoint)listener.LocalEndpoint).Port;
    }
}
