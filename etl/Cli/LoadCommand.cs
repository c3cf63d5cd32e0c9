using System.CommandLine;
using System.Globalization;
using SocietyParty.Etl.Output;
using SocietyParty.Etl.Run;
using Spectre.Console;

namespace SocietyParty.Etl.Cli;

/// <summary><c>load</c>: rule sets from their files, then the star from the graph.</summary>
internal static class LoadCommand
{
    private const string DayFormat = "yyyy-MM-dd";
    private const string MonthFormat = "yyyy-MM";

    public static Command Create()
    {
        var asOf = new Option<string?>("--as-of")
        {
            Description =
                "The day whose state is loaded, such as 2022-06-30; left out: today in China. Its month is filled, and months "
                + "that were loaded before they ended are completed.",
            HelpName = "DATE",
        };
        var from = new Option<string?>("--from")
        {
            Description = "First month to fill, such as 2022-01: every month from there to --as-of is loaded again.",
            HelpName = "MONTH",
        };
        var full = new Option<bool>("--full")
        {
            Description = "Compute everything again beside the published rows and swap it in; readers that began earlier keep theirs.",
        };
        var future = new Option<bool>("--allow-future") { Description = "Accept a day to come for --as-of." };
        var watch = new Option<bool>("--watch")
        {
            Description = "Stay, and load again after each commit that touched the graph and when a day ends in Beijing. Ctrl-C ends it.",
        };
        var database = new DatabaseOptions();
        var command = new Command(
            "load",
            "Loads the reporting warehouse from the graph: what changed since the last load, or everything where that is not known. "
                + "Loading twice changes nothing."
        )
        {
            asOf,
            from,
            full,
            future,
            watch,
        };
        database.AddWithWarehouseTo(command);
        JsonOption.AddTo(command);
        RulesOption.AddTo(command);
        // Dates are texts until here: a parser of its own that fails would throw from whoever reads the value next.
        command.Validators.Add(result =>
        {
            string? day = result.GetValue(asOf),
                month = result.GetValue(from);
            if (day is not null && Parse(day, DayFormat) is null)
            {
                result.AddError($"SP-LOAD-104 --as-of \"{day}\" is not a day written as 2022-06-30.");
            }
            else if (month is not null && Parse(month, MonthFormat) is null)
            {
                result.AddError($"SP-LOAD-105 --from \"{month}\" is not a month written as 2022-06.");
            }
            else if (result.GetValue(watch) && day is not null)
            {
                result.AddError("SP-LOAD-109 --watch loads as of each day that comes: leave --as-of out.");
            }
            else if ((Options(day, month) with { AllowsFuture = result.GetValue(future) }).Problem() is { } problem)
            {
                result.AddError($"{problem.Code} {problem.Message} {problem.Hint}");
            }
        });
        command.SetAction(
            async (parsed, ct) =>
            {
                var options = Options(parsed.GetValue(asOf), parsed.GetValue(from)) with
                {
                    IsFull = parsed.GetValue(full),
                    AllowsFuture = parsed.GetValue(future),
                };
                if (parsed.GetValue(watch))
                {
                    return await LoadWatch.RunAsync(parsed, database, options, ct);
                }

                var (rules, report) = await ConsoleProgress.RunAsync(Terminal.Error, async Task<(RuleSetReport, LoadReport?)> (progress) =>
                {
                    await using var open = await database.OpenBothAsync(parsed, progress, ct);
                    var words = LanguageOption.WordsOf(parsed);
                    progress.Step(words.Say("Cli.ReadingRules"));
                    var rules = await RuleSetLoader.LoadAsync(open.Graph.Source, RulesOption.FilesOf(parsed), ct);
                    if (rules.Problems.Count > 0)
                    {
                        return (rules, null);
                    }

                    progress.Step(words.Say("Cli.LoadingWarehouse"));
                    return (rules, await LoadPipeline.RunAsync(open.ForLoads, options, new StepLine(progress.Note, words), ct));
                });
                Write(parsed, report, rules);
                return report is { Succeeded: true } ? CommandLine.Success : CommandLine.Failure;
            }
        );
        return command;
    }

    /// <summary>The report in the way that was asked for; problems go to standard error either way.</summary>
    public static void Write(ParseResult parsed, LoadReport? report, RuleSetReport rules)
    {
        foreach (var problem in rules.Problems)
        {
            Console.Error.WriteLine($"SP-RULES-001 {problem}");
        }

        if (JsonOption.IsAsked(parsed))
        {
            LoadReportWriter.WriteProblem(report?.Problem, Console.Error);
            JsonReport.Write(JsonReport.Of(report, rules), Console.Out);
        }
        else if (report is not null)
        {
            LoadReportWriter.Write(report, rules, LanguageOption.WordsOf(parsed), Terminal.Output, Console.Out, Console.Error);
        }
    }

    private static LoadOptions Options(string? asOf, string? from) =>
        new(asOf is null ? LoadOptions.Today() : Parse(asOf, DayFormat)!.Value, from is null ? null : Parse(from, MonthFormat));

    private static DateOnly? Parse(string text, string format) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
