using System.CommandLine;
using System.Globalization;
using SocietyParty.Etl.Output;
using SocietyParty.Etl.Run;
using Spectre.Console;

namespace SocietyParty.Etl.Cli;

/// <summary><c>status</c>: the last loads, the months they left, and how fresh the star is.</summary>
internal static class StatusCommand
{
    public static Command Create()
    {
        var database = new DatabaseOptions();
        var command = new Command("status", "Shows the last loads and the months that the warehouse holds.");
        database.AddWithWarehouseTo(command);
        JsonOption.AddTo(command);
        command.SetAction(
            async (parsed, ct) =>
            {
                var status = await ConsoleProgress.RunAsync(Terminal.Error, async progress =>
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
                    Write(status);
                }

                return CommandLine.Success;
            }
        );
        return command;
    }

    private const int BeijingHours = 8;

    private static void Write(WarehouseStatus status)
    {
        if (status.Runs.Count > 0)
        {
            Terminal.Output.Write(Runs(status));
        }

        if (status.Months.Count > 0)
        {
            Terminal.Output.Write(Months(status));
        }
        // Not in the table: an error may be long, and people search for its line.
        foreach (var failed in status.Runs.Where(run => run.Error is not null))
        {
            Console.WriteLine($"Load {failed.Id} failed: {failed.Error}");
        }

        foreach (var line in Open(status))
        {
            Console.WriteLine(line);
        }

        Console.WriteLine(Freshness(status));
    }

    /// <summary>What the figures do not tell yet, and what to do about it.</summary>
    private static IEnumerable<string> Open(WarehouseStatus status)
    {
        foreach (var run in status.Runs.Where(run => run.Status == "INTERRUPTED"))
        {
            yield return $"Load {run.Id} was interrupted: its process or the server stopped. The star from before stands; run `load`.";
        }

        if (status.Gaps.Count > 0)
        {
            yield return $"Not loaded: {MonthRanges.Text(status.Gaps)}. `load --from {status.Gaps[0]:yyyy-MM}` fills them.";
        }

        if (status.Pending is { Subjects: > 0 } pending)
        {
            var months = pending.FromMonth is { } from ? $"; figures from {from:yyyy-MM} on may change" : "";
            yield return $"Not loaded yet: changes of {pending.Subjects} subjects{months}. Run `load`.";
        }

        if (status.Pending.OpenTransactions > 0)
        {
            yield return $"{status.Pending.OpenTransactions} transactions were open during the last load and still are; "
                + "a load after their end takes them.";
        }
    }

    private static string Freshness(WarehouseStatus status) =>
        (status.LastSuccessAt, status.LoadedUpTo) switch
        {
            (null, _) => "Nothing is loaded yet: run `load`.",
            (_, null) => "The warehouse is empty: the graph had no societies when it was loaded.",
            ({ } at, { } day) => string.Create(
                CultureInfo.InvariantCulture,
                $"The warehouse tells the state of {day:yyyy-MM-dd}; last loaded {Time(at)}."
            ),
        };

    private static Table Runs(WarehouseStatus status)
    {
        var table = new Table();
        foreach (var title in (string[])["load", "as of", "from", "started", "status", "last step"])
        {
            table.AddColumn(title);
        }

        table.AddColumn(new TableColumn("rows").RightAligned());
        foreach (var run in status.Runs)
        {
            table.AddRow(
                run.Id.ToString(CultureInfo.InvariantCulture),
                run.AsOf.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                run.FromMonth?.ToString("yyyy-MM", CultureInfo.InvariantCulture) ?? "",
                Time(run.StartedAt),
                run.Status,
                // A load that succeeded finished all its steps.
                Markup.Escape(run.Status == "SUCCEEDED" ? "" : run.LastStep ?? ""),
                run.Rows.ToString(CultureInfo.InvariantCulture)
            );
        }

        return table;
    }

    private static Table Months(WarehouseStatus status)
    {
        var table = new Table().AddColumn("month").AddColumn("state of");
        foreach (var title in (string[])["societies", "rule sets"])
        {
            table.AddColumn(new TableColumn(title).RightAligned());
        }

        table.AddColumn("newest row");
        foreach (var month in status.Months)
        {
            table.AddRow(
                month.Month.ToString("yyyy-MM", CultureInfo.InvariantCulture),
                month.SnapshotDay.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
                month.Societies.ToString(CultureInfo.InvariantCulture),
                month.RuleSets.ToString(CultureInfo.InvariantCulture),
                Time(month.LoadedAt)
            );
        }

        return table;
    }

    // People read it beside days, which are those of Beijing; JSON has moments of UTC.
    private static string Time(DateTime moment) =>
        moment.AddHours(BeijingHours).ToString("yyyy-MM-dd HH:mm 'Beijing time'", CultureInfo.InvariantCulture);
}
