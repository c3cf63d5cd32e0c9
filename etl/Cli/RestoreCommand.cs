using System.CommandLine;
using SocietyParty.Etl.Backup;
using SocietyParty.Etl.Output;
using SocietyParty.Etl.Run;
using SocietyParty.Schema.Database;

namespace SocietyParty.Etl.Cli;

/// <summary><c>restore</c>: a database of a backup, in an empty folder or an empty database.</summary>
internal static class RestoreCommand
{
    public static Command Create(Words words)
    {
        var path = new Argument<string>("file") { Description = words.Say("Help.Restore.File") };
        var database = new DatabaseOptions(words);
        var command = new Command("restore", words.Say("Help.Restore")) { path };
        database.AddWithWarehouseTo(command);
        JsonOption.AddTo(command, words);
        command.SetAction(
            async (parsed, ct) =>
            {
                var report = await ConsoleProgress.RunAsync(Terminal.Error, words, async progress =>
                {
                    progress.Step(words.Say("Cli.RestoreChecking"));
                    // Before anything is made, so that a file that is refused leaves nothing behind.
                    var file = await BackupFile.OpenAsync(Path.GetFullPath(parsed.GetRequiredValue(path)), ct);
                    file.Manifest.RequireKnown(file.Path);
                    await using var graph = await database.OpenToFillAsync(parsed, progress, ct);
                    await using var apart = await database.OpenWarehouseApartAsync(parsed, progress, ct);
                    return await Restoration.RunAsync(
                        file,
                        graph,
                        apart is null ? new LoadDatabases(graph.Source) : new LoadDatabases(apart.Source, graph.Source),
                        PostgresSearch.OfThisMachine(),
                        progress,
                        ct
                    );
                });
                foreach (var fault in Faults(report, words))
                {
                    Console.Error.WriteLine(fault);
                }

                if (JsonOption.IsAsked(parsed))
                {
                    JsonReport.Write(JsonReport.Of(report), Console.Out);
                }
                else
                {
                    foreach (var line in Told(report, words))
                    {
                        Console.WriteLine(line);
                    }
                }

                return report.Succeeded ? CommandLine.Success : CommandLine.Failure;
            }
        );
        return command;
    }

    private static IEnumerable<string> Faults(RestoreReport report, Words words)
    {
        foreach (var table in report.Differences)
        {
            yield return words.Coded("SP-BACKUP-301", ("table", table.Table), ("expected", table.Expected), ("found", table.Found));
        }

        foreach (var fault in AuditCommand.Faults(report.Audit, words))
        {
            yield return fault;
        }

        if (report.Load?.Problem is { } problem)
        {
            yield return words.Of(problem);
        }

        if (!report.Succeeded)
        {
            yield return words.Coded("SP-BACKUP-302");
        }
    }

    private static IEnumerable<string> Told(RestoreReport report, Words words)
    {
        if (report.Differences.Count == 0)
        {
            yield return words.Say(
                "Cli.Restored",
                ("rows", report.Rows),
                ("tables", report.Tables),
                ("at", LocalTime.Say(report.CreatedAt, words)),
                ("version", report.Program)
            );
        }

        if (report.Audit.Faults.Count == 0)
        {
            yield return words.Say("Cli.AuditHolds", ("records", report.Audit.Events), ("links", report.Audit.Links));
        }

        if (report.Load is { Succeeded: true } load)
        {
            yield return words.Say("Cli.RestoreLoaded", ("months", MonthRanges.Text(load.Months, words)));
        }

        if (report.Readers.Count > 0)
        {
            yield return words.Say("Cli.RestoreReaders", ("readers", report.Readers));
        }
    }
}
