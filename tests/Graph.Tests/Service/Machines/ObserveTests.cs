using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using SocietyParty.Graph.Tests.Service.Deploy;
using SocietyParty.Graph.Tests.Service.Http.Subscriptions;
using YamlDotNet.Serialization;

namespace SocietyParty.Graph.Tests.Service.Machines;

/// <summary>What is watched and what wakes somebody is made of numbers that the program gives, and it gives them to nobody else.</summary>
[Collection(ReplicaCollection.Name)]
public sealed partial class ObserveTests(ReplicaServersFixture fixture)
{
    // Of the collector itself.
    private const string Up = "up";

    [Fact]
    public async Task Every_number_of_the_dashboard_and_the_alerts_is_one_of_the_program()
    {
        await using var all = await ReplicaFixture.StartAsync(fixture.Servers, metrics: ReplicaFixture.MetricsSecret);
        await all.NameAsync();
        await all.RenameAsync("有数可看");
        var found = new Dictionary<string, HashSet<string>>();
        // What the database knows is looked at by a clock.
        await Eventually.BeAsync(async () =>
        {
            found = Series(await all.MetricsAsync());
            return found.ContainsKey("societyparty_audit_faults") && found.ContainsKey("societyparty_replica_lag_seconds");
        });
        var questions = Alerts().Select(alert => alert.Value).Concat(Panels()).ToList();
        questions.Count.ShouldBeGreaterThan(20);
        foreach (var question in questions)
        {
            foreach (var (name, labels) in Names(question))
            {
                found.ShouldContainKey(name, question);
                labels.Except(found[name]).Except(["job", "instance"]).ShouldBeEmpty(question);
            }
        }
    }

    [Fact]
    public void Somebody_is_woken_for_what_must_not_wait()
    {
        Alerts()
            .Keys.ShouldBe([
                "InstanceDown",
                "ErrorRate",
                "OperationsAreSlow",
                "PoolExhaustion",
                "ReplicaLeftOut",
                "ReplicationLag",
                "LoadOverdue",
                "LoadFailed",
                "AuditChainBroken",
            ]);
    }

    [Theory]
    [InlineData(null)]
    [InlineData("Bearer ")]
    [InlineData("Bearer 0123456789abcdef0123456789abcdeX")]
    [InlineData("Basic 0123456789abcdef0123456789abcdef")]
    public async Task To_a_stranger_there_are_no_numbers(string? shown)
    {
        await using var all = await ReplicaFixture.StartAsync(fixture.Servers, metrics: ReplicaFixture.MetricsSecret);
        (await all.MetricsAsync()).ShouldContain("http_server_active_requests");
        await NothingAsync(all, shown);
    }

    [Fact]
    public async Task Without_a_secret_there_are_none_for_anybody()
    {
        await using var all = await ReplicaFixture.StartAsync(fixture.Servers);
        await NothingAsync(all, null);
        await NothingAsync(all, "Bearer " + ReplicaFixture.MetricsSecret);
    }

    private static async Task NothingAsync(ReplicaFixture all, string? shown)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/metrics");
        if (shown is not null)
        {
            request.Headers.TryAddWithoutValidation("Authorization", shown);
        }

        using var response = await all.Client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.NotFound);
        (await response.Content.ReadAsStringAsync()).ShouldNotContain("# TYPE");
    }

    /// <summary>Names of series, with the labels that each has.</summary>
    private static Dictionary<string, HashSet<string>> Series(string metrics)
    {
        var found = new Dictionary<string, HashSet<string>>(StringComparer.Ordinal);
        foreach (Match line in Sample().Matches(metrics))
        {
            var labels = found.TryGetValue(line.Groups["name"].Value, out var known) ? known : found[line.Groups["name"].Value] = [];
            labels.UnionWith(Label().Matches(line.Groups["labels"].Value).Select(label => label.Groups["label"].Value));
        }

        return found;
    }

    private static Dictionary<string, string> Alerts()
    {
        var file = new DeserializerBuilder().Build().Deserialize<Dictionary<string, object>>(Deployment.Read("observe", "alerts.yaml"));
        var group = (Dictionary<object, object>)((List<object>)file["groups"]).Single();
        return ((List<object>)group["rules"])
            .Cast<Dictionary<object, object>>()
            .ToDictionary(rule => (string)rule["alert"], rule => (string)rule["expr"]);
    }

    private static List<string> Panels() =>
        [
            .. JsonDocument
                .Parse(Deployment.Read("observe", "dashboard.json"))
                .RootElement.GetProperty("panels")
                .EnumerateArray()
                .SelectMany(panel => panel.GetProperty("targets").EnumerateArray())
                .Select(target => target.GetProperty("expr").GetString()!),
        ];

    /// <summary>The series that a question names, each with the labels that the question needs.</summary>
    private static IEnumerable<(string Name, HashSet<string> Labels)> Names(string question)
    {
        var grouped = Grouping().Matches(question).SelectMany(by => by.Groups["labels"].Value.Split(',', StringSplitOptions.TrimEntries));
        var bare = Grouping().Replace(Range().Replace(question, ""), "");
        foreach (Match one in Selector().Matches(bare))
        {
            if (one.Groups["name"].Value is not (Up or "and" or "or"))
            {
                HashSet<string> asked = [.. Label().Matches(one.Groups["labels"].Value).Select(label => label.Groups["label"].Value)];
                // What only one side of a division has is left out there by name.
                asked.UnionWith(question.Contains("ignoring", StringComparison.Ordinal) ? [] : grouped);
                yield return (one.Groups["name"].Value, asked);
            }
        }
    }

    [GeneratedRegex("""^(?<name>[a-z_]+)(\{(?<labels>.*)\})? [-0-9.e+NaIf]+""", RegexOptions.Multiline)]
    private static partial Regex Sample();

    [GeneratedRegex("""(?<label>[a-z_]+)=~?"[^"]*"(?=,|$)""")]
    private static partial Regex Label();

    [GeneratedRegex("""\b(by|on|ignoring|without) *\((?<labels>[^)]*)\)""")]
    private static partial Regex Grouping();

    [GeneratedRegex("""\[[^\]]*\]""")]
    private static partial Regex Range();

    // A function is followed by its arguments.
    [GeneratedRegex("""(?<![a-z_0-9."])(?<name>[a-z][a-z_0-9]*)(?![a-z_0-9]* *\()(\{(?<labels>[^}]*)\})?""")]
    private static partial Regex Selector();
}
