using System.CommandLine;
using System.Globalization;
using SocietyParty.Etl.Output;
using SocietyParty.Etl.Run;
using Spectre.Console;

namespace SocietyParty.Etl.Cli;

/// <summary><c>check</c>: do the checks of a load hold on the published star?</summary>
internal static class CheckCommand
{
    public static Command Create()
    {
        var database = new DatabaseOptions();
        var command = new Command("check", "Runs every check on the warehouse as it stands; changes nothing.");
        database.AddWithWarehouseTo(command);
        JsonOption.AddTo(command);
        command.SetAction(
            async (parsed, ct) =>
            {
                var results = await ConsoleProgress.RunAsync(Terminal.Error, async progress =>
                {
                    await using var graph = await database.OpenWarehouseAsync(parsed, progress, ct);
                    progress.Step(LanguageOption.WordsOf(parsed).Say("Cli.Checking"));
                    return await LoadPipeline.CheckAsync(graph.Source, ct);
                });
                if (JsonOption.IsAsked(parsed))
                {
                    JsonReport.Write(JsonReport.Of(results), Console.Out);
                }
                else
                {
                    Write(results, LanguageOption.WordsOf(parsed));
                }

                return results.All(result => result.Holds) ? CommandLine.Success : CommandLine.Failure;
            }
        );
        return command;
    }

    private static void Write(IReadOnlyList<CheckResult> results, Words words)
    {
        var table = new Table()
            .AddColumn(words.Say("Cli.Check"))
            .AddColumn(words.Say("Cli.Holds"))
            .AddColumn(new TableColumn(words.Say("Cli.BreakingRows")).RightAligned());
        foreach (var result in results)
        {
            table.AddRow(
                Markup.Escape(result.Sentence),
                result.Holds ? words.Say("Cli.Yes") : words.Say("Cli.No"),
                result.RowCount.ToString(CultureInfo.InvariantCulture)
            );
        }

        Terminal.Output.Write(table);
        foreach (var broken in results.Where(result => !result.Holds))
        {
            LoadReportWriter.WriteCheck(broken, words, Terminal.Output, Console.Out);
        }
    }
}
