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

    public static Command Create(Words words)
    {
        var asOf = new Option<string?>("--as-of") { Description = words.Say("Help.Load.AsOf"), HelpName = "DATE" };
        var from = new Option<string?>("--from") { Description = words.Say("Help.Load.From"), HelpName = "MONTH" };
        var full = new Option<bool>("--full") { Description = words.Say("Help.Load.Full") };
        var future = new Option<bool>("--allow-future") { Description = words.Say("Help.Load.AllowFuture") };
        var watch = new Option<bool>("--watch") { Description = words.Say("Help.Load.Watch") };
        var database = new DatabaseOptions(words);
        var command = new Command("load", words.Say("Help.Load")) { asOf, from, full, future, watch };
        database.AddWithWarehouseTo(command);
        JsonOption.AddTo(command, words);
        RulesOption.AddTo(command, words);
        // Dates are texts until here: a parser of its own that fails would throw from whoever reads the value next.
        command.Validators.Add(result =>
        {
            string? day = result.Readable(asOf),
                month = result.Readable(from);
            if (day is not null && Parse(day, DayFormat) is null)
            {
                result.AddError(words.Coded("SP-LOAD-104", ("given", day)));
            }
            else if (month is not null && Parse(month, MonthFormat) is null)
            {
                result.AddError(words.Coded("SP-LOAD-105", ("given", month)));
            }
            else if (result.GetValue(watch) && day is not null)
            {
                result.AddError(words.Coded("SP-LOAD-109"));
            }
            else if ((Options(day, month) with { AllowsFuture = result.GetValue(future) }).Problem() is { } problem)
            {
                result.AddError(words.Of(problem));
            }
        });
        command.SetAction(
            async (parsed, ct) =>
            {
                // While the database is opened and rule sets are read.
                _ = StepLineage.PrepareAsync();
                var options = Options(parsed.GetValue(asOf), parsed.GetValue(from)) with
                {
                    IsFull = parsed.GetValue(full),
                    AllowsFuture = parsed.GetValue(future),
                };
                if (parsed.GetValue(watch))
                {
                    return await LoadWatch.RunAsync(parsed, words, database, options, ct);
                }

                var (rules, report) = await ConsoleProgress.RunAsync(
                    Terminal.Error,
                    words,
                    async Task<(RuleSetReport, LoadReport?)> (progress) =>
                    {
                        await using var open = await database.OpenBothAsync(parsed, progress, ct);
                        progress.Step(words.Say("Cli.ReadingRules"));
                        var rules = await RuleSetLoader.LoadAsync(open.Graph.Source, RulesOption.FilesOf(parsed), ct);
                        if (rules.Problems.Count > 0)
                        {
                            return (rules, null);
                        }

                        progress.Step(words.Say("Cli.LoadingWarehouse"));
                        return (rules, await LoadPipeline.RunAsync(open.ForLoads, options, new StepLine(progress.Note, words), ct));
                    }
                );
                Write(parsed, words, report, rules);
                return report is { Succeeded: true } ? CommandLine.Success : CommandLine.Failure;
            }
        );
        return command;
    }

    /// <summary>The report in the way that was asked for; problems go to standard error either way.</summary>
    public static void Write(ParseResult parsed, Words words, LoadReport? report, RuleSetReport rules)
    {
        foreach (var problem in rules.Problems)
        {
            Console.Error.WriteLine("SP-RULES-001 " + words.Of(problem));
        }

        if (JsonOption.IsAsked(parsed))
        {
            LoadReportWriter.WriteProblem(report?.Problem, words, Console.Error);
            JsonReport.Write(JsonReport.Of(report, rules), Console.Out);
        }
        else if (report is not null)
        {
            LoadReportWriter.Write(report, rules, words, Terminal.Output, Console.Out, Console.Error);
        }
    }

    private static LoadOptions Options(string? asOf, string? from) =>
        new(asOf is null ? LoadOptions.Today() : Parse(asOf, DayFormat)!.Value, from is null ? null : Parse(from, MonthFormat));

    private static DateOnly? Parse(string text, string format) =>
        DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;
}
