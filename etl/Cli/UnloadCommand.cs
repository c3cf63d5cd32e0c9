using System.CommandLine;
using System.Globalization;
using SocietyParty.Etl.Output;
using SocietyParty.Etl.Run;

namespace SocietyParty.Etl.Cli;

/// <summary><c>unload</c>: takes months out of the warehouse, such as one of a mistyped year.</summary>
internal static class UnloadCommand
{
    private const string Format = "yyyy-MM";

    public static Command Create()
    {
        var months = new Argument<string[]>("month")
        {
            Description = "Months to take out, such as 2036-07.",
            Arity = ArgumentArity.OneOrMore,
        };
        var database = new DatabaseOptions();
        var command = new Command("unload", "Takes months out of the warehouse. What they said stays known to reports of that time.")
        {
            months,
        };
        database.AddWithWarehouseTo(command);
        JsonOption.AddTo(command);
        command.Validators.Add(result =>
        {
            foreach (var text in result.GetValue(months) ?? [])
            {
                if (Parse(text) is null)
                {
                    result.AddError($"SP-LOAD-105 \"{text}\" is not a month written as 2022-06.");
                }
            }
        });
        command.SetAction(
            async (parsed, ct) =>
            {
                var asked = parsed.GetValue(months)!.Select(text => Parse(text)!.Value).ToList();
                var report = await ConsoleProgress.RunAsync(Terminal.Error, async progress =>
                {
                    await using var open = await database.OpenBothAsync(parsed, progress, ct);
                    progress.Step(LanguageOption.WordsOf(parsed).Say("Cli.TakingOut"));
                    return await LoadPipeline.UnloadAsync(open.ForLoads, asked, ct);
                });
                LoadCommand.Write(parsed, report, new RuleSetReport([], 0, []));
                return report.Succeeded ? CommandLine.Success : CommandLine.Failure;
            }
        );
        return command;
    }

    private static DateOnly? Parse(string text) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null;
}
