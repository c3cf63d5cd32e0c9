using System.CommandLine;
using System.Globalization;
using SocietyParty.Etl.Output;
using SocietyParty.Etl.Run;
using SocietyParty.Etl.Run.Watch;

namespace SocietyParty.Etl.Cli;

/// <summary><c>load --watch</c>: a line a load, until it is stopped.</summary>
internal sealed class LoadWatch(bool isJson, Words words) : IWatchObserver
{
    public static async Task<int> RunAsync(ParseResult parsed, DatabaseOptions database, LoadOptions first, CancellationToken ct)
    {
        try
        {
            await using var open = await ConsoleProgress.RunAsync(Terminal.Error, progress => database.OpenBothAsync(parsed, progress, ct));
            var rules = await RuleSetLoader.LoadAsync(open.Graph.Source, RulesOption.FilesOf(parsed), ct);
            var report = rules.Problems.Count > 0 ? null : await WatchAsync(parsed, open.ForLoads, first, ct);
            if (rules.Problems.Count == 0 && report is null)
            {
                Console.Error.WriteLine(LanguageOption.WordsOf(parsed).Say("Cli.Stopped"));
                return CommandLine.Success;
            }

            LoadCommand.Write(parsed, report, rules);
            return CommandLine.Failure;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            Console.Error.WriteLine(LanguageOption.WordsOf(parsed).Say("Cli.Stopped"));
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
            WatchCause.Start => words.Say("Cli.FirstLoad"),
            WatchCause.Day => words.Say("Cli.DayEnded"),
            WatchCause.Reconnected => words.Say("Cli.Reconnected"),
            _ => load.Notifications == 1 ? words.Say("Cli.Commit") : words.Say("Cli.Commits", ("commits", load.Notifications)),
        };
        var visible = load.VisibleAfter is { } after
            ? words.Say("Cli.Visible", ("seconds", after.TotalSeconds.ToString("0.00", CultureInfo.InvariantCulture)))
            : "";
        var what = load.Report.Reason is { } reason
            ? words.Say("Cli.Everything", ("reason", reason.TrimEnd('.')))
            : words.Say("Cli.Subjects", ("touched", load.Report.Touched));
        Console.WriteLine(
            words.Say(
                "Cli.Watched",
                ("run", load.Report.RunId),
                ("heard", heard),
                ("what", what),
                ("rows", load.Report.Rows),
                ("milliseconds", load.Report.Milliseconds),
                ("visible", visible)
            )
        );
        foreach (var warning in load.Report.Warnings)
        {
            Console.WriteLine(words.Say("Cli.WatchWarning", ("sentence", warning.Sentence), ("rows", warning.RowCount)));
        }
    }

    public void Note(string text) => Console.Error.WriteLine(text);

    private static Task<LoadReport?> WatchAsync(ParseResult parsed, LoadDatabases databases, LoadOptions first, CancellationToken ct) =>
        new LoadWatcher(databases, new LoadWatch(JsonOption.IsAsked(parsed), LanguageOption.WordsOf(parsed))).RunAsync(first, ct);
}
