using System.CommandLine;
using System.Globalization;
using SocietyParty.Etl.Output;
using SocietyParty.Etl.Run;
using Spectre.Console;

namespace SocietyParty.Etl.Cli;

/// <summary><c>status</c>: the last loads, the months they left, and how fresh the star is.</summary>
internal static class StatusCommand
{
    public static Command Create(Words words)
    {
        var database = new DatabaseOptions(words);
        var command = new Command("status", words.Say("Help.Status"));
        database.AddWithWarehouseTo(command);
        JsonOption.AddTo(command, words);
        command.SetAction(
            async (parsed, ct) =>
            {
                var status = await ConsoleProgress.RunAsync(Terminal.Error, words, async progress =>
                {
                    await using var open = await database.OpenBothAsync(parsed, progress, ct);
                    return await StatusReader.ReadAsync(open.ForLoads, ct);
                });
                if (JsonOption.IsAsked(parsed))
                {
                    JsonReport.Write(JsonReport.Of(status), Console.Out);
                }
                else
                {
                    Write(status, words);
                }

                return CommandLine.Success;
            }
        );
        return command;
    }

    private static void Write(WarehouseStatus status, Words words)
    {
        if (status.Runs.Count > 0)
        {
            Terminal.Output.Write(Runs(status, words));
        }

        if (status.Months.Count > 0)
        {
            Terminal.Output.Write(Months(status, words));
        }
        // Not in the table: an error may be long, and people search for its line.
        foreach (var failed in status.Runs.Where(run => run.Error is not null))
        {
            Console.WriteLine(words.Say("Cli.LoadFailed", ("load", failed.Id), ("error", failed.Error)));
        }

        foreach (var line in Open(status, words))
        {
            Console.WriteLine(line);
        }

        Console.WriteLine(Freshness(status, words));
    }

    /// <summary>What the figures do not tell yet, and what to do about it.</summary>
    private static IEnumerable<string> Open(WarehouseStatus status, Words words)
    {
        foreach (var run in status.Runs.Where(run => run.Status == "INTERRUPTED"))
        {
            yield return words.Say("Cli.LoadInterrupted", ("load", run.Id));
        }

        if (status.Gaps.Count > 0)
        {
            yield return words.Say(
                "Cli.Gaps",
                ("months", MonthRanges.Text(status.Gaps, words)),
                ("first", MonthRanges.Text(status.Gaps[0]))
            );
        }

        if (status.Pending is { Subjects: > 0 } pending)
        {
            yield return pending.FromMonth is { } from
                ? words.Say("Cli.PendingFrom", ("subjects", pending.Subjects), ("month", MonthRanges.Text(from)))
                : words.Say("Cli.Pending", ("subjects", pending.Subjects));
        }

        if (status.Pending.OpenTransactions > 0)
        {
            yield return words.Say("Cli.OpenTransactions", ("transactions", status.Pending.OpenTransactions));
        }
    }

    private static string Freshness(WarehouseStatus status, Words words) =>
        (status.LastSuccessAt, status.LoadedUpTo) switch
        {
            (null, _) => words.Say("Cli.NothingLoaded"),
            (_, null) => words.Say("Cli.EmptyWarehouse"),
            ({ } at, { } day) => words.Say("Cli.Fresh", ("day", day), ("at", LocalTime.Say(at, words))),
        };

    private static Table Runs(WarehouseStatus status, Words words)
    {
        var table = new Table();
        foreach (var title in (string[])["Cli.Load", "Cli.AsOf", "Cli.From", "Cli.Started", "Cli.Status", "Cli.LastStep"])
        {
            table.AddColumn(words.Say(title));
        }

        table.AddColumn(new TableColumn(words.Say("Cli.Rows")).RightAligned());
        foreach (var run in status.Runs)
        {
            table.AddRow(
                run.Id.ToString(CultureInfo.InvariantCulture),
                run.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                run.FromMonth?.ToString("yyyy-MM", CultureInfo.InvariantCulture) ?? "",
                LocalTime.Say(run.StartedAt, words),
                Status(run.Status, words),
                // A load that succeeded finished all its steps.
                Markup.Escape(run.Status == "SUCCEEDED" ? "" : run.LastStep ?? ""),
                run.Rows.ToString(CultureInfo.InvariantCulture)
            );
        }

        return table;
    }

    private static Table Months(WarehouseStatus status, Words words)
    {
        var table = new Table().AddColumn(words.Say("Cli.Month")).AddColumn(words.Say("Cli.StateOf"));
        foreach (var title in (string[])["Cli.Societies", "Cli.RuleSetCount"])
        {
            table.AddColumn(new TableColumn(words.Say(title)).RightAligned());
        }

        table.AddColumn(words.Say("Cli.NewestRow"));
        foreach (var month in status.Months)
        {
            table.AddRow(
                month.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture),
                month.SnapshotDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                month.Societies.ToString(CultureInfo.InvariantCulture),
                month.RuleSets.ToString(CultureInfo.InvariantCulture),
                LocalTime.Say(month.LoadedAt, words)
            );
        }

        return table;
    }

    private static string Status(string status, Words words) =>
        status switch
        {
            "RUNNING" => words.Say("Cli.Running"),
            "SUCCEEDED" => words.Say("Cli.Succeeded"),
            "FAILED" => words.Say("Cli.Failed"),
            "INTERRUPTED" => words.Say("Cli.Interrupted"),
            _ => status,
        };
}
