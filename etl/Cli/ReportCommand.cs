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

    public static Command Create()
    {
        var command = new Command("report", "Writes the annual research report: .docx, .xlsx, CSV and JSON. A draft, until it is issued.")
        {
            Issue(),
            List(),
            Files(),
            Sentences(),
        };
        var options = new ReportOptions();
        options.AddTo(command);
        command.SetAction((parsed, ct) => DraftAsync(parsed, options, ct));
        return command;
    }

    private static async Task<int> DraftAsync(ParseResult parsed, ReportOptions options, CancellationToken ct)
    {
        Claim(options.Output(parsed));
        var style = await options.StyleAsync(parsed, ct);
        var (snapshot, files) = await WithDatabasesAsync(
            parsed,
            options.Database,
            async (databases, progress) =>
            {
                var snapshot = await CollectAsync(databases, options.Request(parsed), progress, ct);
                progress.Step("Writing the files");
                return (snapshot, await ReportFiles.MakeAsync(snapshot, style, ct: ct));
            },
            ct
        );
        var folder = options.Folder(parsed, snapshot.Scope, number: null);
        await WriteAsync(folder, files, ct);
        Console.WriteLine(Told(snapshot.Scope));
        Console.WriteLine($"A draft: {files.Count} files in {folder}. `report issue` freezes it.");
        return CommandLine.Success;
    }

    private static Command Issue()
    {
        var by = new Option<string>("--by") { Description = "Who issues it; kept with the edition.", Required = true };
        var options = new ReportOptions();
        var command = new Command(
            "issue",
            "Freezes an edition: figures, words, look and files are kept, and a later edition lists what differs."
        )
        {
            by,
        };
        options.AddTo(command);
        command.SetAction(
            async (parsed, ct) =>
            {
                Claim(options.Output(parsed));
                // What is frozen has its page numbers.
                var style = await options.StyleAsync(parsed, ct) with { WithPageNumbers = true };
                var (snapshot, issued) = await WithDatabasesAsync(
                    parsed,
                    options.Database,
                    async (databases, progress) =>
                    {
                        var snapshot = await CollectAsync(databases, options.Request(parsed), progress, ct);
                        progress.Step("Writing and keeping the files");
                        return (
                            snapshot,
                            await EditionStore.IssueAsync(databases.Warehouse, snapshot, style, parsed.GetRequiredValue(by), ct)
                        );
                    },
                    ct
                );
                var folder = options.Folder(parsed, snapshot.Scope, issued.Edition.Number);
                await WriteAsync(folder, issued.Files, ct);
                Console.WriteLine(Told(snapshot.Scope));
                Console.WriteLine(
                    $"Edition {issued.Edition.Number} is issued, key {issued.Edition.Id}: {issued.Files.Count} files in {folder}. "
                        + $"`report files {issued.Edition.Id}` gives them again."
                );
                return CommandLine.Success;
            }
        );
        return command;
    }

    private static Command List()
    {
        var database = new DatabaseOptions();
        var command = new Command("list", "Shows the editions that were issued.");
        database.AddWithWarehouseTo(command);
        command.SetAction(
            async (parsed, ct) =>
            {
                var editions = await WithDatabasesAsync(
                    parsed,
                    database,
                    (databases, _) => EditionStore.ListAsync(databases.Warehouse, ct),
                    ct
                );
                if (editions.Count == 0)
                {
                    Console.WriteLine("No edition was issued yet: `report issue` does it.");
                    return CommandLine.Success;
                }

                var table = new Table();
                foreach (
                    var title in (string[])
                        ["key", "committee", "year", "language", "edition", "as of", "load", "issued by", "issued", "figures"]
                )
                {
                    table.AddColumn(title);
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
                        Text($"{edition.IssuedAt:yyyy-MM-dd HH:mm} UTC"),
                        edition.SnapshotHash[..HashShown],
                    ]);
                }

                Terminal.Output.Write(table);
                return CommandLine.Success;
            }
        );
        return command;
    }

    private static Command Files()
    {
        var id = new Argument<long>("KEY") { Description = "Key of the edition, as `report list` shows it." };
        var output = new Option<string?>("--out") { Description = "Folder to write to; left out: edition-KEY here." };
        var database = new DatabaseOptions();
        var command = new Command("files", "Writes the files of an issued edition again, byte for byte.") { id, output };
        database.AddWithWarehouseTo(command);
        command.SetAction(
            async (parsed, ct) =>
            {
                var key = parsed.GetRequiredValue(id);
                var files = await WithDatabasesAsync(
                    parsed,
                    database,
                    (databases, _) => EditionStore.FilesAsync(databases.Warehouse, key, ct),
                    ct
                );
                var folder = Path.GetFullPath(parsed.GetValue(output) ?? Text($"edition-{key}"));
                await WriteAsync(folder, files, ct);
                Console.WriteLine($"{files.Count} files in {folder}.");
                return CommandLine.Success;
            }
        );
        return command;
    }

    private static Command Sentences()
    {
        var language = ReportOptions.LanguageOption();
        var command = new Command("sentences", "Prints the sentences that the program carries, to be edited and given with --sentences.")
        {
            language,
        };
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
        CancellationToken ct
    )
    {
        progress.Step("Looking for changes since the last load");
        return ReportCollector.CollectAsync(databases, request, new StepProgress(progress), ct);
    }

    private static Task<T> WithDatabasesAsync<T>(
        ParseResult parsed,
        DatabaseOptions database,
        Func<LoadDatabases, ConsoleProgress, Task<T>> work,
        CancellationToken ct
    ) => ConsoleProgress.RunAsync(Terminal.Error, async progress =>
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
        new("SP-REPORT-110", $"{folder} cannot be written to: {refused.Message}", "Name another folder with --out.", refused);

    private static string Told(ReportScope scope) =>
        Text($"{scope.CommitteeName}, {scope.Year}: figures of {scope.Day:yyyy-MM-dd}, load {scope.LoadId}, rule set {scope.RuleSetCode}.");

    private static string Text(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);

    private sealed class StepProgress(ConsoleProgress progress) : IProgress<ReportStep>
    {
        public void Report(ReportStep value) => progress.Step(Text($"Table {value.Name} is read, {value.Place} of {value.Count}"));
    }
}
