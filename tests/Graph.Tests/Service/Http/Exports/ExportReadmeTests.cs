using System.Net;
using System.Text.RegularExpressions;
using DuckDB.NET.Data;
using SocietyParty.Graph.Tests.Sample;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Service.Http.Exports;

/// <summary>The commands of the README's section on exports, as they stand there.</summary>
[Collection(ServiceCollection.Name)]
public sealed partial class ExportReadmeTests(ServiceFixture service)
{
    [Fact]
    public async Task The_commands_of_the_README_do_what_it_says()
    {
        var readme = await File.ReadAllTextAsync(Path.Combine(Golden.ProjectFolder(), "..", "..", "README.md"));
        var commands = Section()
            .Match(readme)
            .Groups["commands"]
            .Value.Replace("\n  ", " ", StringComparison.Ordinal)
            .Split('\n')
            .Select(line => line.Split("  #")[0].TrimEnd())
            .ToList();
        commands.Count.ShouldBe(7);
        List<(string? File, byte[] Body)> answers = [];
        foreach (var command in commands.Where(command => command.StartsWith("curl ", StringComparison.Ordinal)))
        {
            answers.Add(await CurlAsync(Words(command)));
        }

        answers
            .Select(answer => answer.File)
            .ShouldBe(["branches.xlsx", "societies.csv", "branches.jsonl", "indicator-I01.csv", "branches-groups.csv"]);
        ExportFile.Sheets(answers[0].Body)["党组织"].Count.ShouldBe(110);
        ExportFile.Csv(answers[1].Body)[1][0].ShouldContain("医");
        ExportFile.Text(answers[2].Body).Split('\n')[0].ShouldStartWith("{\"name\":\"重庆");
        ExportFile.Csv(answers[3].Body).Count.ShouldBe(4);
        ExportFile.Csv(answers[4].Body).Count.ShouldBe(4);

        var around = Directory.CreateTempSubdirectory("societyparty-readme-");
        try
        {
            var export = Words(commands[5])[5..];
            export[^1] = Path.Combine(around.FullName, export[^1]);
            string[] arguments = [.. export, "--connection", await SampleDatabase.ConnectionStringAsync()];
            var written = await ProgramRun.RunAsync(ProgramRun.Etl, arguments);
            written.Status.ShouldBe(0, written.Errors);
            written.Text.ShouldContain("coverage: 218 rows in 1 files");

            await using var duck = new DuckDBConnection("DataSource=:memory:");
            await duck.OpenAsync();
            await using var question = duck.CreateCommand();
            question.CommandText = Words(commands[6])[2].Replace("'warehouse/", $"'{around.FullName}/warehouse/", StringComparison.Ordinal);
            await using var reader = await question.ExecuteReaderAsync();
            (await reader.ReadAsync()).ShouldBeTrue();
            (string.Join(' ', Enumerable.Range(1, 3).Select(reader.GetValue)), await reader.ReadAsync()).ShouldBe(
                ("500000 107 109", false)
            );

            var again = await ProgramRun.RunAsync(ProgramRun.Etl, arguments);
            (again.Status, again.Errors.Contains("SP-CLI-108", StringComparison.Ordinal)).ShouldBe((1, true));
        }
        finally
        {
            around.Delete(recursive: true);
        }
    }

    /// <summary>What curl asks for with these options, and the name under which it keeps the answer.</summary>
    private async Task<(string? File, byte[] Body)> CurlAsync(string[] words)
    {
        using var request = new HttpRequestMessage();
        var (path, query) = ("", new List<string>());
        for (var at = 1; at < words.Length; at++)
        {
            switch (words[at])
            {
                case "-OJ" or "-s" or "-G":
                    break;
                case "-H":
                    var header = words[++at].Split(": ");
                    request.Headers.TryAddWithoutValidation(header[0], header[1]);
                    break;
                case "-d":
                    query.Add(words[++at]);
                    break;
                case "--data-urlencode":
                    var pair = words[++at].Split('=', 2);
                    query.Add($"{pair[0]}={Uri.EscapeDataString(pair[1])}");
                    break;
                default:
                    path = new Uri(words[at]).PathAndQuery;
                    break;
            }
        }

        request.RequestUri = new Uri(query.Count == 0 ? path : $"{path}?{string.Join('&', query)}", UriKind.Relative);
        using var response = await service.Client.SendAsync(request);
        var body = await response.Content.ReadAsByteArrayAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, ExportFile.Text(body));
        return (response.Content.Headers.ContentDisposition!.FileName, body);
    }

    // Words of a shell's line: quotation marks keep one together.
    private static string[] Words(string command) =>
        [.. Word().Matches(command).Select(word => word.Value is ['\'' or '"', ..] ? word.Value[1..^1] : word.Value)];

    [GeneratedRegex("""'[^']*'|"[^"]*"|\S+""")]
    private static partial Regex Word();

    [GeneratedRegex("## Exports\n.*?```sh\n(?<commands>.*?)\n```", RegexOptions.Singleline)]
    private static partial Regex Section();
}
