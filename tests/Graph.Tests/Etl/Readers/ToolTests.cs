using System.Diagnostics;
using SocietyParty.Etl.Readers;
using SocietyParty.Tests.Support;
using Xunit.Abstractions;

namespace SocietyParty.Graph.Tests.Etl.Readers;

/// <summary>
/// The pages of the README that are marked as tried, run as they stand there with what <c>reader create</c> prints. A tool that is not on
/// this machine is named, and is a failure where <c>TOOLS_REQUIRED</c> is set, as CI does.
/// </summary>
[Collection(nameof(ReaderFixture))]
public sealed class ToolTests(ReaderFixture fixture, ITestOutputHelper output) : IDisposable
{
    private static readonly TimeSpan WaitMax = TimeSpan.FromMinutes(3);

    private readonly DirectoryInfo folder = Directory.CreateTempSubdirectory("societyparty-tools-");

    public void Dispose() => folder.Delete(recursive: true);

    [Theory]
    [InlineData("psql", "sh", "psql --version", "sh FILE")]
    [InlineData("ODBC", "sh", "odbcinst -q -d -n PostgreSQL\\ Unicode && isql --version", "sh FILE")]
    [InlineData(
        "JDBC",
        "java",
        "test -f /usr/share/java/postgresql.jar && javac --version",
        "java -cp /usr/share/java/postgresql.jar FILE"
    )]
    [InlineData("R", "r", "Rscript -e 'library(RPostgreSQL)'", "Rscript FILE")]
    [InlineData("Python", "python", "/usr/bin/python3 -c 'import psycopg'", "/usr/bin/python3 FILE")]
    public async Task A_page_gives_what_the_start_shows(string tool, string language, string look, string run)
    {
        if (!await IsThereAsync(tool, look))
        {
            return;
        }

        var file = Write(language, WarehouseReadme.Block(tool, language).Replace("CONNECTION", Printed(tool), StringComparison.Ordinal));
        await ShouldGiveAsync(run.Replace("FILE", file, StringComparison.Ordinal));
    }

    [Fact]
    public async Task The_page_of_LibreOffice_gives_what_the_start_shows()
    {
        const string Driver = "/usr/lib/libreoffice/program/libpostgresql-sdbclo.so";
        if (!await IsThereAsync("LibreOffice", $"test -f {Driver} && which soffice && /usr/bin/python3 -c 'import uno'"))
        {
            return;
        }

        var pipe = "societyparty" + Guid.NewGuid().ToString("N");
        var script = Write(
            "python",
            WarehouseReadme
                .Block("LibreOffice", "python")
                .Replace("CONNECTION", Printed("LibreOffice").Split(", user ")[0], StringComparison.Ordinal)
                .Replace("\"USER\"", $"\"{ReaderFixture.Reader}\"", StringComparison.Ordinal)
                .Replace("PASSWORD", fixture.Password, StringComparison.Ordinal)
                .Replace("PIPE", pipe, StringComparison.Ordinal)
        );
        // The office says nothing when it is ready; until then nobody answers at its pipe.
        await ShouldGiveAsync(
            $"""
            soffice --headless --norestore -env:UserInstallation=file://{folder.FullName}/office --accept="pipe,name={pipe};urp;" > /dev/null 2>&1 &
            office=$!
            for attempt in $(seq 100); do
                if /usr/bin/python3 {script} 2> {folder.FullName}/error; then break; fi
                grep -q "couldn't connect to pipe\|NoConnectException" {folder.FullName}/error || break
                sleep 0.3
            done
            cat {folder.FullName}/error
            pkill -P $office; kill $office; wait
            """
        );
    }

    [Fact]
    public void Each_tool_has_its_string()
    {
        var printed = ConnectionStrings.Of("Host=db.example.org;Port=6432;Database=图谱;Username=owner;Password=secret", "office", "Word");
        printed.ShouldNotContain(tool => tool.Text.Contains("secret") || tool.Text.Contains("owner"));
        printed.ShouldAllBe(tool => tool.Text.Contains("db.example.org") && tool.Text.Contains("6432") && tool.Text.Contains("office"));
        printed
            .Select(tool => tool.Tool)
            .ShouldBe([
                "psql, libpq",
                "Npgsql (.NET)",
                "ODBC",
                "JDBC",
                "R",
                "Python",
                "Superset",
                "Power BI",
                "FineBI",
                "Tableau",
                "Metabase",
                "LibreOffice",
            ]);
        printed[0].Text.ShouldBe("postgresql://office:Word@db.example.org:6432/%E5%9B%BE%E8%B0%B1?sslmode=prefer");
        ConnectionStrings
            .Of("Host=::1;Database=graph;SSL Mode=VerifyFull", "office", "Word")[0]
            .Text.ShouldBe("postgresql://office:Word@[::1]:5432/graph?sslmode=verify-full");
    }

    private string Printed(string tool)
    {
        var text = ConnectionStrings
            .Of(fixture.Database.ConnectionString, ReaderFixture.Reader, fixture.Password)
            .Single(printed => printed.Tool.Split(',')[0] == tool)
            .Text;
        // What the page says of R: the newer package takes the same, and the mode of encryption.
        return tool == "R"
            ? text.Replace("RPostgres::Postgres()", "RPostgreSQL::PostgreSQL()", StringComparison.Ordinal)
                .Replace(", sslmode = \"disable\"", "", StringComparison.Ordinal)
            : text;
    }

    private string Write(string language, string text)
    {
        // Java wants the name of the class.
        var path = Path.Combine(folder.FullName, language == "java" ? "Coverage.java" : "page." + language);
        File.WriteAllText(path, text);
        return path;
    }

    private async Task<bool> IsThereAsync(string tool, string look)
    {
        var (code, said) = OperatingSystem.IsWindows() ? (1, "This is Windows.") : await RunAsync(look);
        if (code == 0)
        {
            return true;
        }

        output.WriteLine($"{tool} is not here, so its page was not tried: {said}");
        Environment.GetEnvironmentVariable("TOOLS_REQUIRED").ShouldBeNullOrEmpty($"{tool} is missing: {said}");
        return false;
    }

    private async Task ShouldGiveAsync(string command)
    {
        var (_, said) = await RunAsync(command);
        said.ShouldMatch("107\\D+109\\b");
    }

    private static async Task<(int Code, string Said)> RunAsync(string command)
    {
        var start = new ProcessStartInfo("bash") { RedirectStandardOutput = true, RedirectStandardError = true };
        start.ArgumentList.Add("-c");
        start.ArgumentList.Add(command);
        // Where PostgreSQL came from npm or a folder of the distribution, psql may stand beside it.
        start.Environment["PATH"] = $"{Environment.GetEnvironmentVariable("PATH")}:{(await TestCluster.ClusterAsync()).Binaries.Folder}";
        using var process = Process.Start(start)!;
        using var timeout = new CancellationTokenSource(WaitMax);
        var said = process.StandardOutput.ReadToEndAsync(timeout.Token);
        var complained = process.StandardError.ReadToEndAsync(timeout.Token);
        await process.WaitForExitAsync(timeout.Token);
        return (process.ExitCode, await said + await complained);
    }
}
