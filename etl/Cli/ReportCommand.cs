using System.CommandLine;
using System.Globalization;
using SocietyParty.Etl.Output;
using SocietyParty.Etl.Report.Collect;
using SocietyParty.Etl.Report.Editions;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Etl.Run;
using Spectre.Console;

namespace SocietyParty.Etl.Cli;

/// <summary><c>report</c>: the annual report as files; <c>issue</c> freezes an edition, <c>files</c> gives it again.</summary>
internal static class ReportCommand
{
    private const int HashShown = 12;

    public static Command Create(Words words)
    {
        var command = new Command("report", words.Say("Help.Report")) { Issue(words), List(words), Files(words), Sentences(words) };
        var options = new ReportOptions(words);
        options.AddTo(command);
        command.SetAction((parsed, ct) => DraftAsync(parsed, words, options, ct));
        return command;
    }

    private static async Task<int> DraftAsync(ParseResult parsed, Words words, ReportOptions options, CancellationToken ct)
    {
        Claim(options.Output(parsed));
        var style = await options.StyleAsync(parsed, ct);
        var (snapshot, files) = await WithDatabasesAsync(
            parsed,
            words,
            options.Database,
            async (databases, progress) =>
            {
                var snapshot = await CollectAsync(databases, options.Request(parsed), progress, words, ct);
                progress.Step(words.Say("Cli.WritingFiles"));
                return (snapshot, await ReportFiles.MakeAsync(snapshot, style, ct: ct));
            },
            ct
        );
        var folder = options.Folder(parsed, snapshot.Scope, number: null);
        await WriteAsync(folder, files, ct);
        Console.WriteLine(Told(snapshot.Scope, words));
        Console.WriteLine(words.Say("Cli.Drafted", ("files", files.Count), ("folder", folder)));
        return CommandLine.Success;
    }

    private static Command Issue(Words words)
    {
        var by = new Option<string>("--by") { Description = words.Say("Help.Report.Issue.By"), Required = true };
        var options = new ReportOptions(words);
        var command = new Command("issue", words.Say("Help.Report.Issue")) { by };
        options.AddTo(command);
        command.SetAction(
            async (parsed, ct) =>
            {
                Claim(options.Output(parsed));
                // What is frozen has its page numbers.
                var style = await options.StyleAsync(parsed, ct) with { WithPageNumbers = true };
                var (snapshot, issued) = await WithDatabasesAsync(
                    parsed,
                    words,
                    options.Database,
                    async (databases, progress) =>
                    {
                        var snapshot = await CollectAsync(databases, options.Request(parsed), progress, words, ct);
                        progress.Step(words.Say("Cli.KeepingFiles"));
                        return (
                            snapshot,
                            await EditionStore.IssueAsync(databases.Warehouse, snapshot, style, parsed.GetRequiredValue(by), ct)
                        );
                    },
                    ct
                );
                var folder = options.Folder(parsed, snapshot.Scope, issued.Edition.Number);
                await WriteAsync(folder, issued.Files, ct);
                Console.WriteLine(Told(snapshot.Scope, words));
                Console.WriteLine(
                    words.Say(
                        "Cli.Issued",
                        ("edition", issued.Edition.Number),
                        ("key", issued.Edition.Id),
                        ("files", issued.Files.Count),
                        ("folder", folder)
                    )
                );
                return CommandLine.Success;
            }
        );
        return command;
    }

    private static Command List(Words words)
    {
        var database = new DatabaseOptions(words);
        var command = new Command("list", words.Say("Help.Report.List"));
        database.AddWithWarehouseTo(command);
        command.SetAction(
            async (parsed, ct) =>
            {
                var editions = await WithDatabasesAsync(
                    parsed,
                    words,
                    database,
                    (databases, _) => EditionStore.ListAsync(databases.Warehouse, ct: ct),
                    ct
                );
                if (editions.Count == 0)
                {
                    Console.WriteLine(words.Say("Cli.NoEdition"));
                    return CommandLine.Success;
                }

                var table = new Table();
                foreach (
                    var title in (string[])
                        [
                            "Cli.Key",
                            "Cli.Committee",
                            "Cli.Year",
                            "Cli.Language",
                            "Cli.Edition",
                            "Cli.AsOf",
                            "Cli.Load",
                            "Cli.IssuedBy",
                            "Cli.IssuedAt",
                            "Cli.Figures",
                        ]
                )
                {
                    table.AddColumn(words.Say(title));
                }

                foreach (var edition in editions)
                {
                    table.AddRow([
                        Text($"{edition.Id}"),
                        Markup.Escape(edition.CommitteeName),
                        Text($"{edition.Year}"),
                        edition.Language,
                        Text($"{edition.Number}"),
                        Text($"{edition.AsOf:yyyy-MM-dd}"),
                        Text($"{edition.LoadId}"),
                        Markup.Escape(edition.IssuedBy),
                        Text($"{LocalTime.Say(edition.IssuedAt, words)}"),
                        edition.SnapshotHash[..HashShown],
                    ]);
                }

                Terminal.Output.Write(table);
                return CommandLine.Success;
            }
        );
        return command;
    }

    private static Command Files(Words words)
    {
        var id = new Argument<long>("KEY") { Description = words.Say("Help.Report.Files.Key") };
        var output = new Option<string?>("--out") { Description = words.Say("Help.Report.Files.Out") };
        var database = new DatabaseOptions(words);
        var command = new Command("files", words.Say("Help.Report.Files")) { id, output };
        database.AddWithWarehouseTo(command);
        command.SetAction(
            async (parsed, ct) =>
            {
                var key = parsed.GetRequiredValue(id);
                var files = await WithDatabasesAsync(
                    parsed,
                    words,
                    database,
                    (databases, _) => EditionStore.FilesAsync(databases.Warehouse, key, ct),
                    ct
                );
                var folder = Path.GetFullPath(parsed.GetValue(output) ?? Text($"edition-{key}"));
                await WriteAsync(folder, files, ct);
                Console.WriteLine(words.Say("Cli.FilesGiven", ("files", files.Count), ("folder", folder)));
                return CommandLine.Success;
            }
        );
        return command;
    }

    private static Command Sentences(Words words)
    {
        var language = ReportOptions.LanguageOption(words);
        var command = new Command("sentences", words.Say("Help.Report.Sentences")) { language };
        command.SetAction(parsed =>
        {
            Console.Out.Write(ReportSentences.Shipped(parsed.GetValue(language)!));
            return CommandLine.Success;
        });
        return command;
    }

    private static Task<ReportSnapshot> CollectAsync(
        LoadDatabases databases,
        ReportRequest request,
        ConsoleProgress progress,
        Words words,
        CancellationToken ct
    )
    {
        progress.Step(words.Say("Cli.LookingForChanges"));
        return ReportCollector.CollectAsync(databases, request, new StepProgress(progress, words), ct: ct);
    }

    private static Task<T> WithDatabasesAsync<T>(
        ParseResult parsed,
        Words words,
        DatabaseOptions database,
        Func<LoadDatabases, ConsoleProgress, Task<T>> work,
        CancellationToken ct
    ) => ConsoleProgress.RunAsync(Terminal.Error, words, async progress =>
        {
            await using var open = await database.OpenBothAsync(parsed, progress, ct);
            return await work(open.ForLoads, progress);
        });

    private static async Task WriteAsync(string folder, IReadOnlyList<ReportFile> files, CancellationToken ct)
    {
        try
        {
            foreach (var file in files)
            {
                var path = Path.Combine(folder, file.Name.Replace('/', Path.DirectorySeparatorChar));
                Directory.CreateDirectory(Path.GetDirectoryName(path)!);
                await File.WriteAllBytesAsync(path, file.Content, ct);
            }
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(folder, refused);
        }
    }

    // Before anything is asked or issued: an edition that was issued cannot be taken back.
    private static void Claim(string? folder)
    {
        try
        {
            Directory.CreateDirectory(Path.GetFullPath(folder ?? "."));
        }
        catch (Exception refused) when (refused is IOException or UnauthorizedAccessException)
        {
            throw Unwritable(folder!, refused);
        }
    }

    private static ReportException Unwritable(string folder, Exception refused) =>
        new("SP-REPORT-110", [("folder", folder), ("reason", refused.Message)], refused);

    private static string Told(ReportScope scope, Words words) =>
        words.Say(
            "Cli.ReportScope",
            ("committee", scope.CommitteeName),
            ("year", scope.Year),
            ("day", scope.Day),
            ("load", scope.LoadId),
            ("ruleSet", scope.RuleSetCode)
        );

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed class StepProgress(ConsoleProgress progress, Words words) : IProgress<ReportStep>
    {
        public void Report(ReportStep value) =>
            progress.Step(words.Say("Cli.TableRead", ("table", value.Name), ("place", value.Place), ("count", value.Count)));
    }
}
