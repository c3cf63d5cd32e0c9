using System.CommandLine;
using System.Globalization;
using SocietyParty.Etl.Output;
using SocietyParty.Etl.Run;

namespace SocietyParty.Etl.Cli;

/// <summary><c>unload</c>: takes months out of the warehouse, such as one of a mistyped year.</summary>
internal static class UnloadCommand
{
    private const string Format = "yyyy-MM";

    public static Command Create(Words words)
    {
        var months = new Argument<string[]>("month") { Description = words.Say("Help.Unload.Month"), Arity = ArgumentArity.OneOrMore };
        var database = new DatabaseOptions(words);
        var command = new Command("unload", words.Say("Help.Unload")) { months };
        database.AddWithWarehouseTo(command);
        JsonOption.AddTo(command, words);
        command.Validators.Add(result =>
        {
            foreach (var text in result.Readable(months) ?? [])
            {
                if (Parse(text) is null)
                {
                    result.AddError(words.Coded("SP-LOAD-105", ("given", text)));
                }
            }
        });
        command.SetAction(
            async (parsed, ct) =>
            {
                var asked = parsed.GetValue(months)!.Select(text => Parse(text)!.Value).ToList();
                var report = await ConsoleProgress.RunAsync(Terminal.Error, words, async progress =>
                {
                    await using var open = await database.OpenBothAsync(parsed, progress, ct);
                    progress.Step(words.Say("Cli.TakingOut"));
                    return await LoadPipeline.UnloadAsync(open.ForLoads, asked, ct);
                });
                LoadCommand.Write(parsed, words, report, new RuleSetReport([], 0, []));
                return report.Succeeded ? CommandLine.Success : CommandLine.Failure;
            }
        );
        return command;
    }

    private static DateOnly? Parse(string text) =>
        DateOnly.TryParseExact(text, Format, CultureInfo.InvariantCulture, DateTimeStyles.None, out var month) ? month : null;
}
