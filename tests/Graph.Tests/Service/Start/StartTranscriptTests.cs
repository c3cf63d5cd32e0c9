using System.Text.RegularExpressions;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Service.Start;

/// <summary>
/// What the README shows of a first start is what the program says. Times, versions and places differ between machines.
/// <c>UPDATE_GOLDEN=1</c> writes the README's block anew, never when <c>CI=true</c>.
/// </summary>
public sealed partial class StartTranscriptTests : IDisposable
{
    private const string DataFolder = "~/.local/share/societyparty";
    private const string Address = "http://127.0.0.1:5080";
    private const string SqlServer = "127.0.0.1:25432";

    private static readonly string Readme = Path.GetFullPath(Path.Combine(Golden.ProjectFolder(), "..", "..", "README.md"));

    private readonly string folder = Path.Combine(Path.GetTempPath(), "societyparty-transcript-" + Guid.NewGuid().ToString("N"));

    public void Dispose()
    {
        if (Directory.Exists(folder))
        {
            Directory.Delete(folder, recursive: true);
        }
    }

    [Fact]
    public async Task The_readme_shows_a_first_start_as_it_is()
    {
        string said,
            address;
        await using (var service = ServiceProcess.Start(["--data", folder, "--urls", ServiceProcess.AnyAddress]))
        {
            await service.ReadyAsync();
            (said, address) = (service.Output, service.Address);
        }

        said = said.Replace(folder, DataFolder, StringComparison.Ordinal)
            .Replace(address, Address, StringComparison.Ordinal)
            .Replace(", run as postgres", "", StringComparison.Ordinal)
            .Replace(SqlAddress().Match(said).Groups[1].Value, SqlServer, StringComparison.Ordinal);
        var readme = await File.ReadAllTextAsync(Readme);
        var block = Block().Match(readme).Groups[1];
        block.Success.ShouldBeTrue("README.md has no block after its first command.");
        if (Comparable(block.Value) == Comparable(said))
        {
            return;
        }

        var mayUpdate = Environment.GetEnvironmentVariable("CI") != "true" && Environment.GetEnvironmentVariable("UPDATE_GOLDEN") == "1";
        mayUpdate.ShouldBeTrue(
            $"README.md shows another first start. UPDATE_GOLDEN=1 writes it anew; review the change. The program says:\n{said}"
        );
        await File.WriteAllTextAsync(Readme, readme[..block.Index] + said.TrimEnd('\n') + readme[(block.Index + block.Length)..]);
    }

    [Theory]
    [InlineData("✓ Starting PostgreSQL 15.18 0.5 s", "✓ Starting PostgreSQL 18.4 12.3 s", true)]
    [InlineData("  PostgreSQL 15.18 in /usr/lib (PATH)", "  PostgreSQL 18.4 in /data/postgres-npm (npm)", true)]
    [InlineData("✓ Applying graph 0001 to 0019 0.5 s", "✓ Applying graph 0001 to 0020 0.5 s", false)]
    [InlineData("109 branches in ~", "108 branches in ~", false)]
    public void Only_times_versions_and_places_may_differ(string shown, string said, bool same) =>
        (Comparable(shown) == Comparable(said)).ShouldBe(same);

    private static string Comparable(string transcript) =>
        Version().Replace(Seconds().Replace(Programs().Replace(transcript.TrimEnd(), "  PostgreSQL V"), "T s"), "PostgreSQL V");

    [GeneratedRegex("dotnet run --project api/Service\n```\n\n```\n(.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Block();

    [GeneratedRegex("SQL for BI tools: +([0-9.:]+)")]
    private static partial Regex SqlAddress();

    [GeneratedRegex("^  PostgreSQL .*$", RegexOptions.Multiline)]
    private static partial Regex Programs();

    [GeneratedRegex("[0-9]+[.][0-9] s$", RegexOptions.Multiline)]
    private static partial Regex Seconds();

    [GeneratedRegex("PostgreSQL [0-9]+([.][0-9]+)?")]
    private static partial Regex Version();
}
