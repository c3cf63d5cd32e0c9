using System.Diagnostics;
using System.Globalization;
using System.Net;
using System.Net.Sockets;
using System.Text;
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

    private const string CallerName = "faults";

    private readonly string folder;
    private readonly bool isMounted;
    private readonly string? logFile;
    private Process? service;
    private string lastWords = "";

    private Stage(string folder, string? logFile, bool isMounted, PrivateCluster cluster)
    {
        this.folder = folder;
        this.logFile = logFile;
        this.isMounted = isMounted;
        Cluster = cluster;
        Gate = new Gate(cluster.Port);
        Port = FreePort();
    }

    public Scene Scene { get; private init; }

    /// <summary>Only in <see cref="Scene.Standby"/>.</summary>
    public Standby? Standby { get; private set; }

    /// <summary>Whether the standby has become the primary, past which there is no way back.</summary>
    public bool IsPromoted { get; set; }

    /// <summary>Only in <see cref="Scene.Disk"/>.</summary>
    public SlowDisk? Disk { get; private init; }

    /// <summary>PostgreSQL's; only in <see cref="Scene.Clock"/>.</summary>
    public FakeClock? ServerClock { get; private init; }

    /// <summary>The service's; only in <see cref="Scene.Clock"/>.</summary>
    public FakeClock? ServiceClock { get; private init; }

    /// <summary>By which the service knows the callers; null where it asks nobody.</summary>
    public string? Token { get; private set; }

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
        var connection = new NpgsqlConnection(new NpgsqlConnectionStringBuilder(PrimaryConnection) { Pooling = false }.ConnectionString);
        await connection.OpenAsync(ct);
        return connection;
    }

    public static async Task<Stage> SetAsync(string folder, string? logFile, Scene scene, CancellationToken ct)
    {
        if (Directory.Exists(folder) && Directory.EnumerateFileSystemEntries(folder).Any())
        {
            throw new FaultException($"{folder} is not empty, and what is struck may be lost. Choose another folder with --data.");
        }

        Directory.CreateDirectory(folder);
        var disk = scene == Scene.Disk ? await SlowDisk.MountAsync(folder) : null;
        var mounted =
            disk is null
            && OperatingSystem.IsLinux()
            && Environment.IsPrivilegedProcess
            && await Signals.RunAsync("mount", "-t", "tmpfs", "-o", $"size={DiskBytes},mode=711", "faults", folder) == 0;
        var serverClock = scene == Scene.Clock ? await FakeClock.MakeAsync(folder, "server") : null;
        var serviceClock = scene == Scene.Clock ? await FakeClock.MakeAsync(folder, "service") : null;
        var stage = new Stage(folder, logFile, mounted, await StartServerAsync(folder, serverClock, ct))
        {
            Scene = scene,
            Disk = disk,
            ServerClock = serverClock,
            ServiceClock = serviceClock,
        };
        try
        {
            await stage.FillAsync(ct);
            return stage;
        }
        catch
        {
            await stage.DisposeAsync();
            throw;
        }
    }

    private async Task FillAsync(CancellationToken ct)
    {
        if (Scene == Scene.Standby)
        {
            Standby = await Standby.MakeAsync(Cluster, Path.Combine(folder, Standby.Name), FreePort(), ct);
        }

        await StartServiceAsync();
        if (Scene == Scene.Clock)
        {
            Token = await MakeTokenAsync(CallerName, days: 30);
        }
    }

    /// <summary>A token of a system administrator.</summary>
    public async Task<string> MakeTokenAsync(string name, int days)
    {
        var said = await AskEtlAsync("token", "create", name, "--role", "system-administrator", "--days", $"{days}");
        return said.Split('\n', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)[^1];
    }

    /// <summary>What the command line says on the same database, once it has ended well.</summary>
    public async Task<string> AskEtlAsync(params IEnumerable<string> arguments)
    {
        using var process = StartEtl(arguments, out var said);
        await process.WaitForExitAsync();
        return process.ExitCode == 0 ? said.ToString() : throw new FaultException($"{string.Join(' ', arguments)}: {said}");
    }

    /// <summary>Starts the service and waits until it is ready.</summary>
    public async Task StartServiceAsync(IReadOnlyDictionary<string, string>? environment = null)
    {
        var start = DotNet("SocietyParty.Service.dll", "--urls", Address.ToString());
        var graph = new NpgsqlConnectionStringBuilder(Cluster.ConnectionString) { Port = Gate.Port };
        if (Standby is not null)
        {
            // Whichever of the two takes writes.
            graph.Host = string.Create(CultureInfo.InvariantCulture, $"127.0.0.1:{Gate.Port},127.0.0.1:{Standby.Port}");
            graph.TargetSessionAttributes = "primary";
            graph.HostRecheckSeconds = 1;
            start.Environment["ConnectionStrings__Reads"] = Standby.ConnectionString;
        }

        start.Environment["ConnectionStrings__Graph"] = graph.ConnectionString;
        if (ServiceClock is not null)
        {
            start.Environment["Access__Mode"] = "SignIn";
            // All callers show one token.
            start.Environment["Limits__RequestsPerMinute"] = "100000";
        }

        foreach (var (name, value) in (ServiceClock?.Environment ?? None).Concat(environment ?? None))
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
        if (service is null)
        {
            return;
        }

        if (!service.HasExited)
        {
            service.Kill();
        }

        await service.WaitForExitAsync();
        service.Dispose();
        service = null;
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
    public Process StartEtl(params IEnumerable<string> arguments) => StartEtl(arguments, out _);

    private Process StartEtl(IEnumerable<string> arguments, out StringBuilder said)
    {
        var start = DotNet("SocietyParty.Etl.dll", arguments);
        start.Environment["ConnectionStrings__Graph"] = PrimaryConnection;
        foreach (var (name, value) in ServerClock?.Environment ?? None)
        {
            start.Environment[name] = value;
        }

        var heard = new StringBuilder();
        said = heard;
        var process = Process.Start(start)!;
        process.OutputDataReceived += (_, line) => heard.AppendLine(line.Data);
        process.ErrorDataReceived += (_, line) => Hear(line.Data);
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        return process;
    }

    public async ValueTask DisposeAsync()
    {
        await KillServiceAsync();
        await Gate.DisposeAsync();
        if (Standby is not null)
        {
            await Standby.StopAsync();
        }

        await Cluster.DisposeAsync();
        if (Disk is not null)
        {
            await Disk.DisposeAsync();
        }
        else if (isMounted)
        {
            await Signals.RunAsync("umount", folder);
        }

        Directory.Delete(folder, recursive: true);
    }

    private string PrimaryConnection => IsPromoted ? Standby!.ConnectionString : Cluster.ConnectionString;

    private static IReadOnlyDictionary<string, string> None { get; } = new Dictionary<string, string>();

    private static async Task<PrivateCluster> StartServerAsync(string folder, FakeClock? clock, CancellationToken ct)
    {
        // PostgreSQL's programs have this process's environment; nothing else is started meanwhile.
        foreach (var (name, value) in clock?.Environment ?? None)
        {
            Environment.SetEnvironmentVariable(name, value);
        }

        try
        {
            return await PrivateCluster.StartAsync(folder, ct: ct);
        }
        finally
        {
            foreach (var name in clock?.Environment.Keys ?? [])
            {
                Environment.SetEnvironmentVariable(name, null);
            }
        }
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
