using System.CommandLine;
using SocietyParty.Etl.Import;
using SocietyParty.Etl.Output;
using Spectre.Console;

namespace SocietyParty.Etl.Cli;

/// <summary><c>import roster PATH</c>: a published list of branches; <c>import KIND FILE</c>: a sheet.</summary>
internal static class ImportCommand
{
    public static Command Create()
    {
        var command = new Command("import", "Brings files into the graph, making the data folder where there is none.") { CreateRoster() };
        foreach (var sheet in SheetCommands.Create())
        {
            command.Add(sheet);
        }

        return command;
    }

    private static Command CreateRoster()
    {
        var path = new Argument<string>("PATH")
        {
            Description = "A CSV file, or the text of a published annex; schema/samples/README.md shows both.",
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Do everything, report it, and keep nothing." };
        var header = HeaderKeys
            .All.Where(key => key != HeaderKeys.Stated)
            .ToDictionary(
                key => key,
                key => new Option<string?>($"--{key}") { Description = $"The {HeaderKeys.Meaning(key)}; overrides the file's header line." }
            );
        var database = new DatabaseOptions();

        var command = new Command("roster", "Imports a published list of branches with their categories.") { path, dryRun };
        foreach (var option in header.Values)
        {
            command.Add(option);
        }

        database.AddTo(command);

        RulesOption.AddTo(command);
        command.SetAction(
            async (parsed, ct) =>
            {
                var given = header
                    .Where(pair => parsed.GetValue(pair.Value) is not null)
                    .ToDictionary(pair => pair.Key, pair => parsed.GetValue(pair.Value)!);
                var reading = RosterReader.ReadFile(parsed.GetRequiredValue(path), given);
                // A file that is wrong in itself needs no database.
                var report = reading.File is null
                    ? ImportReport.Rejected(reading.FileName, reading.ReadCount, reading.Problems, parsed.GetValue(dryRun))
                    : await RunAsync(parsed, database, reading.File, new ImportOptions(parsed.GetValue(dryRun)), ct);
                ImportReportWriter.Write(report, LanguageOption.Of(parsed), Terminal.Output, Console.Out, Console.Error);
                return report.Succeeded ? CommandLine.Success : CommandLine.Failure;
            }
        );
        return command;
    }

    private static Task<ImportReport> RunAsync(
        ParseResult parsed,
        DatabaseOptions database,
        RosterFile file,
        ImportOptions options,
        CancellationToken ct
    ) => ConsoleProgress.RunAsync(Terminal.Error, async progress =>
        {
            await using var graph = await database.OpenAsync(parsed, progress, ct);
            // A graph that the command line made has no rules yet, and rows are judged by them.
            await CommandLine.LoadRulesAsync(graph.Source, parsed, ct);
            progress.Step(
                LanguageOption.WordsOf(parsed).Say("Cli.ImportingEntries", ("entries", file.Entries.Count), ("file", file.FileName))
            );
            return await RosterImporter.ImportAsync(graph.Source, file, options, ct);
        });
}
