using System.CommandLine;
using System.CommandLine.Parsing;
using System.Globalization;
using SocietyParty.Etl.Run;
using Spectre.Console;

namespace SocietyParty.Etl.Cli;

/// <summary><c>load</c>: rule sets from their files, then the star from the graph.</summary>
internal static class LoadCommand
{
    public static Command Create()
    {
        var asOf = new Option<DateOnly?>("--as-of")
        {
            Description = "The day whose state is loaded, such as 2022-06-30; left out: today in China. Its month is filled, and months that were loaded before they ended are completed.",
            CustomParser = argument => Parse(argument, "yyyy-MM-dd"),
        };
        var from = new Option<DateOnly?>("--from")
        {
            Description = "First month to fill, such as 2022-01: every month from there to --as-of is loaded again.",
            CustomParser = argument => Parse(argument, "yyyy-MM"),
        };
        var database = new DatabaseOptions();
        var command = new Command("load", "Loads the reporting warehouse from the graph. Loading twice changes nothing.") { asOf, from };
        database.AddTo(command);
        command.Validators.Add(result =>
        {
            // Asked of what parsed only: a date that did not has its own message already.
            if (result.GetResult(asOf)?.Errors.Any() == true || result.GetResult(from)?.Errors.Any() == true) return;
            if (Options(result.GetValue(asOf), result.GetValue(from)).Problem() is { } problem) result.AddError($"{problem.Code} {problem.Message} {problem.Hint}");
        });
        command.SetAction(async (parsed, ct) =>
        {
            var options = Options(parsed.GetValue(asOf), parsed.GetValue(from));
            var (rules, report) = await ConsoleProgress.RunAsync("Opening the database", async Task<(RuleSetReport, LoadReport?)> (progress) =>
            {
                await using var graph = await database.OpenAsync(parsed, progress, ct);
                progress.Step("Reading the rule sets");
                var rules = await RuleSetLoader.LoadAsync(graph.Source, RuleSetFile.Embedded(), ct);
                if (rules.Problems.Count > 0) return (rules, null);
                return (rules, await LoadPipeline.RunAsync(graph.Source, options, new StepLine(progress.Step), ct));
            });
            foreach (var problem in rules.Problems) Console.Error.WriteLine($"SP-RULES-001 {problem}");
            if (report is null) return CommandLine.Failure;
            LoadReportWriter.Write(report, rules, AnsiConsole.Console, Console.Out, Console.Error);
            return report.Succeeded ? CommandLine.Success : CommandLine.Failure;
        });
        return command;
    }

    private static LoadOptions Options(DateOnly? asOf, DateOnly? from) => new(asOf ?? LoadOptions.Today(), from);

    private static DateOnly? Parse(ArgumentResult argument, string format)
    {
        string text = argument.Tokens.Single().Value;
        if (DateOnly.TryParseExact(text, format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day)) return day;
        argument.AddError($"\"{text}\" is not written as {format.ToUpperInvariant()}.");
        return null;
    }

    /// <summary>Reports where the load is; unlike <see cref="Progress{T}"/> on the load's own thread, so in order.</summary>
    private sealed class StepLine(Action<string> line) : IProgress<StepReport>
    {
        public void Report(StepReport value) => line(string.Create(CultureInfo.InvariantCulture, $"{value.Step}: {value.Rows} rows, {value.Milliseconds} ms"));
    }
}
