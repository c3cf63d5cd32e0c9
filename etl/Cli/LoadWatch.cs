using System.CommandLine;
using System.Globalization;
using SocietyParty.Etl.Output;
using SocietyParty.Etl.Run;
using SocietyParty.Etl.Run.Watch;

namespace SocietyParty.Etl.Cli;

/// <summary><c>load --watch</c>: a line a load, until it is stopped.</summary>
internal sealed class LoadWatch(bool isJson) : IWatchObserver
{
    public static async Task<int> RunAsync(ParseResult parsed, DatabaseOptions database, LoadOptions first, CancellationToken ct)
    {
        try
        {
            await using var open = await ConsoleProgress.RunAsync(Terminal.Error, progress => database.OpenBothAsync(parsed, progress, ct));
            var rules = await RuleSetLoader.LoadAsync(open.Graph.Source, RuleSetFile.Embedded(), ct);
            var report = rules.Problems.Count > 0 ? null : await WatchAsync(parsed, open.ForLoads, first, ct);
            if (rules.Problems.Count == 0 && report is null)
            {
                Console.Error.WriteLine("Stopped.");
                return CommandLine.Success;
            }

            LoadCommand.Write(parsed, report, rules);
            return CommandLine.Failure;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            Console.Error.WriteLine("Stopped.");
            return CommandLine.Success;
        }
    }

    public void Loaded(WatchLoad load)
    {
        if (isJson)
        {
            JsonReport.WriteLine(JsonReport.Of(load), Console.Out);
            return;
        }

        var heard = load.Cause switch
        {
            WatchCause.Start => "first load",
            WatchCause.Day => "a day ended",
            WatchCause.Reconnected => "after a lost connection",
            _ => load.Notifications == 1 ? "1 commit" : $"{load.Notifications} commits",
        };
        var visible = load.VisibleAfter is { } after ? $", visible {after.TotalSeconds:0.00} s after the first commit" : "";
        var what = load.Report.Reason is { } reason ? $"everything ({reason.TrimEnd('.')})" : $"{load.Report.Touched} subjects";
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Load {load.Report.RunId}: {heard}, {what}, {load.Report.Rows} rows written, {load.Report.Milliseconds} ms{visible}."
            )
        );
        foreach (var warning in load.Report.Warnings)
        {
            Console.WriteLine($"Warning: {warning.Sentence} is not so: {warning.RowCount} rows.");
        }
    }

    public void Note(string text) => Console.Error.WriteLine(text);

    private static Task<LoadReport?> WatchAsync(ParseResult parsed, LoadDatabases databases, LoadOptions first, CancellationToken ct) =>
        new LoadWatcher(databases, new LoadWatch(JsonOption.IsAsked(parsed))).RunAsync(first, ct);
}
