using System.Text.Json;

namespace SocietyParty.Graph.Tests.Service.Deploy;

/// <summary>
/// The units of systemd: what they start is understood, none runs as root, and each is closed. <c>systemd-analyze</c> reads them, too.
/// </summary>
public sealed class UnitTests
{
    public static TheoryData<string> Units =>
        [.. Directory.GetFiles(Path.Combine(Deployment.Folder, "systemd"), "*.service").Select(file => Path.GetFileName(file))];

    [Theory]
    [MemberData(nameof(Units))]
    public void A_unit_starts_what_is_understood_and_is_closed(string unit)
    {
        var lines = Deployment
            .Read("systemd", unit)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] is not ('#' or '['))
            .Select(line => line.Split('=', 2))
            .ToLookup(parts => parts[0], parts => parts[1]);
        var line = lines["ExecStart"].Single();
        line.ShouldStartWith("/opt/societyparty/");
        Deployment.IsUnderstood(line.Split(' '));
        lines["User"].ShouldBe(["societyparty"]);
        foreach (
            var (name, value) in ((string, string)[])
                [
                    ("NoNewPrivileges", "yes"),
                    ("ProtectSystem", "strict"),
                    ("ProtectHome", "yes"),
                    ("PrivateTmp", "yes"),
                    ("PrivateDevices", "yes"),
                    ("RestrictSUIDSGID", "yes"),
                    ("CapabilityBoundingSet", ""),
                    ("UMask", "0077"),
                ]
        )
        {
            lines[name].ShouldBe([value], name);
        }

        // What resources there are for others is not for it to say, but .NET sets the processors of its own threads as it begins: refused,
        // it ends with "Failed to create CoreCLR".
        lines["SystemCallFilter"].ShouldBe(["@system-service", "~@privileged @resources", "sched_setaffinity"]);

        // Not in the open: who may see processes reads what they were started with.
        line.ShouldNotContain("--connection");
    }

    /// <summary>They stand in one folder, which lacks the libraries that the service finds in the shared framework.</summary>
    [Fact]
    public void The_command_line_has_the_frameworks_of_the_service()
    {
        string[] Frameworks(string program)
        {
            using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, $"{program}.runtimeconfig.json"));
            using var settings = JsonDocument.Parse(file);
            var frameworks = settings.RootElement.GetProperty("runtimeOptions").GetProperty("frameworks").EnumerateArray();
            return [.. frameworks.Select(one => one.GetProperty("name").GetString()!)];
        }

        Frameworks("SocietyParty.Etl").ShouldBe(Frameworks("SocietyParty.Service"));
    }

    /// <summary>Measured by tests/Bench, "Memory": on an office's machine other programs run, too.</summary>
    [Fact]
    public void The_service_keeps_a_small_heap()
    {
        using var file = File.OpenRead(Path.Combine(AppContext.BaseDirectory, "SocietyParty.Service.runtimeconfig.json"));
        using var settings = JsonDocument.Parse(file);
        var properties = settings.RootElement.GetProperty("runtimeOptions").GetProperty("configProperties");
        properties.GetProperty("System.GC.Gen0MaxBudget").GetInt32().ShouldBe(8 * 1024 * 1024);
    }

    [Fact]
    public void The_service_stops_its_PostgreSQL_itself()
    {
        var unit = Deployment.Read("systemd", "societyparty.service");
        unit.ShouldContain("KillMode=mixed");
        // .NET compiles while it runs.
        unit.ShouldNotContain("MemoryDenyWriteExecute=");
    }
}
