using System.CommandLine;
using SocietyParty.Etl.Import;
using SocietyParty.Etl.Import.Sheets;
using SocietyParty.Etl.Output;
using SocietyParty.Etl.Run;

namespace SocietyParty.Etl.Cli;

/// <summary><c>import KIND FILE</c>: a filled-in sheet of each kind.</summary>
internal static class SheetCommands
{
    public static IEnumerable<Command> Create(Words words) => SheetKind.All.Select(kind => Create(kind, words));

    private static Command Create(SheetKind kind, Words words)
    {
        var path = new Argument<string>("FILE") { Description = words.Say("Help.Import.File", ("kind", kind.Name)) };
        var committee = new Option<string?>("--committee") { Description = words.Say("Help.Import.Committee") };
        var dryRun = new Option<bool>("--dry-run") { Description = words.Say("Help.Import.DryRun") };
        var database = new DatabaseOptions(words);
        var command = new Command(kind.Name, words.Say("Help.Import.Sheet", ("title", kind.Title))) { path, committee, dryRun };
        database.AddTo(command);
        RulesOption.AddTo(command, words);
        command.SetAction(
            async (parsed, ct) =>
            {
                // Reading the rules takes as long as reading a sheet of some ten thousand rows, and needs nothing of it.
                var rules = Task.Run(() => RuleSetCheck.Read(RulesOption.FilesOf(parsed)), ct);
                var reading = SheetReader.ReadFile(kind, parsed.GetRequiredValue(path));
                // A file that is wrong in itself needs no database.
                var report = reading.IsReadable
                    ? await RunAsync(
                        parsed,
                        words,
                        database,
                        reading,
                        parsed.GetValue(committee),
                        new ImportOptions(parsed.GetValue(dryRun))
                        {
                            // A graph that the command line made has no rules yet, and rows are judged by them.
                            Before = async connection => await CommandLine.LoadRulesAsync(connection, await rules),
                        },
                        ct
                    )
                    : ImportReport.Rejected(reading.FileName, reading.ReadCount, reading.Problems, parsed.GetValue(dryRun));
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
        SheetReading reading,
        string? committee,
        ImportOptions options,
        CancellationToken ct
    ) => ConsoleProgress.RunAsync(Terminal.Error, words, async progress =>
        {
            await using var graph = await database.OpenAsync(parsed, progress, ct);
            progress.Step(words.Say("Cli.ImportingRows", ("rows", reading.ReadCount), ("file", reading.FileName)));
            return await SheetImporter.ImportAsync(graph.Source, reading, committee, options, ct);
        });
}
