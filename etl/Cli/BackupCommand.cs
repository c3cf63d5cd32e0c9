using System.CommandLine;
using SocietyParty.Etl.Backup;
using SocietyParty.Etl.Output;
using SocietyParty.Schema.Database;

namespace SocietyParty.Etl.Cli;

/// <summary><c>backup</c>: the database in one file.</summary>
internal static class BackupCommand
{
    private const long BytesOfMegabyte = 1_000_000;

    public static Command Create(Words words)
    {
        var target = new Argument<string>("target") { Description = words.Say("Help.Backup.Target"), HelpName = "DIR|FILE.zip" };
        var lean = new Option<bool>("--without-warehouse") { Description = words.Say("Help.Backup.WithoutWarehouse") };
        var database = new DatabaseOptions(words);
        var command = new Command("backup", words.Say("Help.Backup")) { target, lean };
        database.AddTo(command);
        JsonOption.AddTo(command, words);
        command.SetAction(
            async (parsed, ct) =>
            {
                var file = BackupWriter.FileOf(parsed.GetRequiredValue(target), DateTimeOffset.UtcNow);
                var report = await ConsoleProgress.RunAsync(Terminal.Error, words, async progress =>
                {
                    await using var graph = await database.OpenExistingUnchangedAsync(parsed, progress, ct);
                    return await BackupWriter.RunAsync(graph, file, !parsed.GetValue(lean), PostgresSearch.OfThisMachine(), progress, ct);
                });
                if (JsonOption.IsAsked(parsed))
                {
                    JsonReport.Write(JsonReport.Of(report), Console.Out);
                }
                else
                {
                    Tell(report, words);
                }

                return CommandLine.Success;
            }
        );
        return command;
    }

    private static void Tell(BackupReport report, Words words)
    {
        Console.WriteLine(
            words.Say(
                "Cli.BackedUp",
                ("file", report.File),
                ("rows", report.Rows),
                ("tables", report.Tables),
                ("megabytes", Math.Max(1, (report.Bytes + (BytesOfMegabyte / 2)) / BytesOfMegabyte))
            )
        );
        if (!report.HasWarehouse)
        {
            Console.WriteLine(words.Say("Cli.BackedUpLean"));
        }

        if (report.LastSeal is { } link)
        {
            Console.WriteLine(words.Say("Cli.AuditKeep", ("link", link)));
        }

        Console.WriteLine(words.Say("Cli.BackedUpAdvice"));
    }
}
