using System.CommandLine;
using SocietyParty.Etl.Import;
using SocietyParty.Etl.Output;
using Spectre.Console;

namespace SocietyParty.Etl.Cli;

/// <summary><c>import roster PATH</c>: a published list of branches; <c>import KIND FILE</c>: a sheet.</summary>
internal static class ImportCommand
{
    public static Command Create(Words words)
    {
        var command = new Command("import", words.Say("Help.Import")) { CreateRoster(words) };
        foreach (var sheet in SheetCommands.Create(words))
        {
            command.Add(sheet);
        }

        return command;
    }

    private static Command CreateRoster(Words words)
    {
        var path = new Argument<string>("PATH") { Description = words.Say("Help.Import.Roster.Path") };
        var dryRun = new Option<bool>("--dry-run") { Description = words.Say("Help.Import.DryRun") };
        var header = HeaderKeys
            .All.Where(key => key != HeaderKeys.Stated)
            .ToDictionary(
                key => key,
                key => new Option<string?>($"--{key}")
                {
                    Description = words.Say("Help.Import.Header", ("meaning", HeaderKeys.Meaning(key))),
                }
            );
        var database = new DatabaseOptions(words);

        var command = new Command("roster", words.Say("Help.Import.Roster")) { path, dryRun };
        foreach (var option in header.Values)
        {
            command.Add(option);
        }

        database.AddTo(command);

        RulesOption.AddTo(command, words);
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
                    : await RunAsync(
                        parsed,
                        words,
                        database,
                        reading.File,
                        new ImportOptions(parsed.GetValue(dryRun))
                        {
                            // A graph that the command line made has no rules yet, and rows are judged by them.
                            Before = connection => CommandLine.LoadRulesAsync(connection, parsed),
                        },
                        ct
                    );
                ImportReportWriter.Write(report, words.Language, Terminal.Output, Console.Out, Console.Error);
                return report.Succeeded ? CommandLine.Success : CommandLine.Failure;
            }
        );
        return command;
    }

    private static Task<ImportReport> RunAsync(
        ParseResult parsed,
        Words words,
        DatabaseOptions database,
        RosterFile file,
        ImportOptions options,
        CancellationToken ct
    ) => ConsoleProgress.RunAsync(Terminal.Error, words, async progress =>
        {
            await using var graph = await database.OpenAsync(parsed, progress, ct);
            progress.Step(words.Say("Cli.ImportingEntries", ("entries", file.Entries.Count), ("file", file.FileName)));
            return await RosterImporter.ImportAsync(graph.Source, file, options, ct);
        });
}
