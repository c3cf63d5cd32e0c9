using System.Text.Json;
using Npgsql;
using SocietyParty.Etl.Access;
using SocietyParty.Graph.Tests.Etl.Generate;
using SocietyParty.Graph.Tests.Sample;
using SocietyParty.Service.Options;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Service.Pages;

/// <summary>
/// The office's pages in Debian's Chromium, once for all tests: over the sample, over a database without anything, over the city, and
/// over a sample of their own that they change. What is wrong is a finding of <c>Browser/pages.mjs</c>.
/// </summary>
public sealed class PagesRun : IAsyncLifetime
{
    /// <summary>Set where Debian's packages were installed, as <c>.ci/run</c> does: then a missing Chromium fails the tests.</summary>
    private const string RequiredVariable = "TOOLS_REQUIRED";

    private static readonly TimeSpan WaitMax = TimeSpan.FromMinutes(10);

    private static readonly string[] Programs = ["chromium", "chromium-browser"];

    /// <summary>Null where the pages were opened; else a sentence that says what is not there.</summary>
    public string? Missing { get; private set; }

    public IReadOnlyList<Finding> Findings { get; private set; } = [];

    /// <summary>What was looked at; all 0 where nothing was.</summary>
    public Counts Looked { get; private set; } = new(0, 0, 0, 0);

    /// <param name="Check">What was checked.</param>
    /// <param name="Where">Page, width and data.</param>
    /// <param name="What">What is wrong.</param>
    public sealed record Finding(string Check, string Where, string What);

    public sealed record Counts(int Pages, int Audits, int Journeys, int Requests);

    public async Task InitializeAsync()
    {
        var node = await NodeScript.InstallAsync("Service/Pages/Browser");
        Missing = node.Missing
            ?? (Chromium() is null ? "Chromium was not found on PATH." : null)
            ?? (File.Exists(Path.Combine(AppContext.BaseDirectory, "wwwroot", "index.html")) ? null : "The pages were not built.");
        if (Missing is not null)
        {
            // Whether Node.js may be missing is another variable's.
            if (node.Missing is null && Environment.GetEnvironmentVariable(RequiredVariable) is { Length: > 0 })
            {
                throw new InvalidOperationException($"{Missing} {RequiredVariable} is set, so this is a failure.");
            }

            return;
        }

        await using var empty = await ServiceHost.StartAsync(await City.NewAsync());
        await using var sample = await ServiceHost.StartAsync(
            await SampleDatabase.ConnectionStringAsync(),
            new ServiceOptions { Switches = new(AllowedOrigins: Origin(empty)) }
        );
        await using var city = await ServiceHost.StartAsync(await City.ConnectionStringAsync());
        await using var own = await ServiceHost.StartAsync(await SampleDatabase.NewAsync());
        var graph = await SampleDatabase.NewAsync();
        await using var secure = await ServiceHost.StartAsync(graph, new ServiceOptions { Access = new(AccessMode.SignIn) });
        await using var placed = await ServiceHost.StartAsync(
            await SampleDatabase.ConnectionStringAsync(),
            new ServiceOptions { Edge = new("/graph") }
        );
        var passwords = JsonSerializer.Serialize(await PasswordsAsync(graph));
        await RunAsync(node, Origin(sample), Origin(empty), Origin(city), Origin(own), Origin(secure), Origin(placed), passwords);
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Accounts of one role, and one of two, by their names.</summary>
    private static async Task<Dictionary<string, string>> PasswordsAsync(string graph)
    {
        await using var database = NpgsqlDataSource.Create(graph);
        var passwords = new Dictionary<string, string>();
        foreach (
            var (name, roles) in new Dictionary<string, string[]>
            {
                ["reader"] = ["RESEARCHER"],
                ["admin"] = ["SYSTEM_ADMINISTRATOR"],
                ["both"] = ["RESEARCHER", "SYSTEM_ADMINISTRATOR"],
            }
        )
        {
            passwords[name] = (await AccountStore.CreateAsync(database, name, name == "both" ? "双岗" : null, by: "tests"))!;
            foreach (var role in roles)
            {
                await GrantStore.GrantAsync(database, name, role, by: "tests");
            }
        }

        await using (var member = database.CreateCommand(Member))
        {
            await member.ExecuteNonQueryAsync();
        }

        foreach (var (name, role) in new[] { ("member", "MEMBER"), ("secretary", "BRANCH_SECRETARY") })
        {
            passwords[name] = (await AccountStore.CreateAsync(database, name, null, by: "tests"))!;
            await GrantStore.GrantAsync(database, name, role, "1", by: "tests");
        }

        return passwords;
    }

    // The sample has no members.
    private const string Member = """
        WITH person AS (INSERT INTO graph.person (person_ref) VALUES ('合成-页面') RETURNING id)
        INSERT INTO graph.member (branch_id, member_ref, person_id, status) SELECT 1, '合成-页面', id, 'FULL' FROM person
        """;

    private async Task RunAsync(NodeScript node, params string[] services)
    {
        using var late = new CancellationTokenSource(WaitMax);
        using var process = node.Start("pages.mjs", [Chromium()!, .. services]);
        process.StandardInput.Close();
        var errors = process.StandardError.ReadToEndAsync(late.Token);
        var findings = new List<Finding>();
        try
        {
            while (await process.StandardOutput.ReadLineAsync(late.Token) is { } line)
            {
                using var read = JsonDocument.Parse(line);
                if (read.RootElement.TryGetProperty("check", out _))
                {
                    findings.Add(read.RootElement.Deserialize<Finding>(JsonSerializerOptions.Web)!);
                }
                else if (read.RootElement.TryGetProperty("pages", out _))
                {
                    Looked = read.RootElement.Deserialize<Counts>(JsonSerializerOptions.Web)!;
                }
            }

            await process.WaitForExitAsync(late.Token);
        }
        finally
        {
            if (!process.HasExited)
            {
                process.Kill(entireProcessTree: true);
            }
        }

        process.ExitCode.ShouldBe(0, await errors);
        Findings = findings;
    }

    private static string Origin(ServiceHost host) => host.Address.GetLeftPart(UriPartial.Authority);

    private static string? Chromium() =>
        (Environment.GetEnvironmentVariable("PATH") ?? "")
            .Split(Path.PathSeparator)
            .SelectMany(folder => Programs.Select(program => Path.Combine(folder, program)))
            .FirstOrDefault(File.Exists);
}
