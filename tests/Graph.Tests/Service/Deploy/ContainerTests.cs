using System.Text.Json;
using System.Text.RegularExpressions;
using YamlDotNet.Serialization;

namespace SocietyParty.Graph.Tests.Service.Deploy;

/// <summary>
/// The image and the services of one machine: not root, nothing written but to /tmp, watched, and no password in the open.
/// </summary>
public sealed partial class ContainerTests
{
    private static readonly IReadOnlyList<(string Word, string Text)> Instructions =
    [
        .. Continued()
            .Replace(Deployment.Read("Dockerfile"), " ")
            .Split('\n', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .Where(line => line[0] != '#')
            .Select(line => line.Split(' ', 2))
            .Select(parts => (parts[0], parts[1].Trim())),
    ];

    private static readonly Dictionary<object, object> Compose = new DeserializerBuilder()
        .Build()
        .Deserialize<Dictionary<object, object>>(
            new YamlDotNet.Core.MergingParser(new YamlDotNet.Core.Parser(new StringReader(Deployment.Read("compose.yaml"))))
        );

    private static IEnumerable<(string Name, Dictionary<object, object> Service)> Services =>
        Map(Compose["services"]).Select(one => ((string)one.Key, Map(one.Value)));

    [Fact]
    public void The_last_stage_has_the_program_alone_and_is_not_root()
    {
        var last = Instructions.Skip(Instructions.ToList().FindLastIndex(one => one.Word == "FROM")).ToList();
        last[0].Text.ShouldBe("debian:12-slim");
        var user = last.Last(one => one.Word == "USER").Text.Split(':')[0];
        int.Parse(user, System.Globalization.CultureInfo.InvariantCulture).ShouldBeGreaterThan(0);
        last.FindIndex(one => one.Word == "USER").ShouldBeLessThan(last.FindIndex(one => one.Word == "ENTRYPOINT"));
        last.Where(one => one.Word == "COPY").ShouldBe([("COPY", "--from=unpacked /app ./")]);
        last.Single(one => one.Word == "HEALTHCHECK").Text.ShouldContain(SocietyParty.Service.Health.HealthEndpoints.Alive);
        Deployment.IsUnderstood([.. Words(last, "ENTRYPOINT"), .. Words(last, "CMD")]);
        Instructions.Select(one => one.Word).ShouldNotContain("ADD");
    }

    [Fact]
    public void Versions_are_those_of_the_program_and_of_the_server()
    {
        var props = File.ReadAllText(Path.Combine(Deployment.Root, "Directory.Build.props"));
        var version = Regex.Match(props, "<VersionPrefix>([^<]+)<").Groups[1].Value;
        Deployment.Read("Dockerfile").ShouldContain($"ARCHIVE=societyparty-{version}-linux-x64");
        Deployment.Read("README.md").ShouldContain($"ARCHIVE=societyparty-{version}-linux-x64");
        // A pg_dump that is older than its server refuses it.
        var server = ((string)Services.Single(one => one.Name == "database").Service["image"]).Split(':')[1];
        Instructions.ShouldContain(one => one.Text.Contains($"postgresql-client-{server} "));
        Instructions.Where(one => one.Word == "FROM").ShouldAllBe(one => !one.Text.Contains("latest") && one.Text.Contains(':'));
    }

    [Fact]
    public void Services_of_ours_write_nothing_and_may_nothing()
    {
        var ours = Services.Where(one => one.Name != "database").ToList();
        ours.Select(one => one.Name).ShouldBe(["service", "loader", "backup"]);
        foreach (var (name, service) in ours)
        {
            service["read_only"].ShouldBe("true", name);
            List(service["tmpfs"]).ShouldBe(["/tmp"]);
            List(service["cap_drop"]).ShouldBe(["ALL"]);
            List(service["security_opt"]).ShouldBe(["no-new-privileges:true"]);
            Map(service["environment"])["ConnectionStrings__Graph"].ShouldBeOfType<string>().ShouldContain("Passfile=/run/secrets/pgpass");
            List(service["secrets"]).ShouldBe(["pgpass"]);
            if (service.TryGetValue("command", out var command))
            {
                Deployment.IsUnderstood([.. List(service["entrypoint"]), .. List(command)]);
            }
        }
    }

    [Fact]
    public void Passwords_stand_in_files_and_ports_on_this_machine_alone()
    {
        var text = Deployment.Read("compose.yaml");
        Plain().Matches(text).ShouldBeEmpty();
        var ports = Services.Where(one => one.Service.ContainsKey("ports")).SelectMany(one => List(one.Service["ports"])).ToList();
        ports.ShouldBe(["127.0.0.1:5080:8080"]);
        var used = Services.Where(one => one.Service.ContainsKey("secrets")).SelectMany(one => List(one.Service["secrets"])).Distinct();
        Map(Compose["secrets"]).Keys.ShouldBe(used, ignoreOrder: true);
        var waits = Services.Where(one => one.Service.ContainsKey("depends_on")).SelectMany(one => Map(one.Service["depends_on"]).Keys);
        waits.Except(Services.Select(one => (object)one.Name)).ShouldBeEmpty();
    }

    private static string[] Words(IEnumerable<(string Word, string Text)> stage, string word) =>
        JsonSerializer.Deserialize<string[]>(stage.Last(one => one.Word == word).Text)!;

    private static Dictionary<object, object> Map(object value) => value.ShouldBeOfType<Dictionary<object, object>>();

    private static List<string> List(object value) => [.. value.ShouldBeOfType<List<object>>().Cast<string>()];

    [GeneratedRegex(@"\\\n\s*")]
    private static partial Regex Continued();

    [GeneratedRegex("PASSWORD: |Password=")]
    private static partial Regex Plain();
}
