using System.CommandLine;
using System.Globalization;
using SocietyParty.Etl.Output;
using SocietyParty.Etl.Run;
using SocietyParty.Etl.Run.Watch;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Cli;

/// <summary><c>load --watch</c>: a line a load, until it is stopped.</summary>
internal sealed class LoadWatch(bool isJson, Words words) : IWatchObserver
{
    public static async Task<int> RunAsync(
        ParseResult parsed,
        Words words,
        DatabaseOptions database,
        LoadOptions first,
        CancellationToken ct
    )
    {
        try
        {
            await using var open = await ConsoleProgress.RunAsync(Terminal.Error, words, progress =>
                database.OpenBothAsync(parsed, progress, ct)
            );
            var rules = await RuleSetLoader.LoadAsync(open.Graph.Source, RulesOption.FilesOf(parsed), ct);
            var report = rules.Problems.Count > 0 ? null : await WatchAsync(parsed, words, open.ForLoads, first, ct);
            if (rules.Problems.Count == 0 && report is null)
            {
                Console.Error.WriteLine(words.Say("Cli.Stopped"));
                return CommandLine.Success;
            }

            LoadCommand.Write(parsed, words, report, rules);
            return CommandLine.Failure;
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            Console.Error.WriteLine(words.Say("Cli.Stopped"));
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
        var what = load.Report.Why is { } reason
            ? words.Say("Cli.Everything", ("reason", words.Of(reason).TrimEnd('.', '。')))
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
            Console.WriteLine(words.Say("Cli.WatchWarning", ("sentence", warning.Said), ("rows", warning.RowCount)));
        }
    }

    public void Note(Sentence text) => Console.Error.WriteLine(words.Of(text));

    private static Task<LoadReport?> WatchAsync(
        ParseResult parsed,
        Words words,
        LoadDatabases databases,
        LoadOptions first,
        CancellationToken ct
    ) => new LoadWatcher(databases, new LoadWatch(JsonOption.IsAsked(parsed), words)).RunAsync(first, ct);
}
