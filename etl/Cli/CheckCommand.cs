using System.CommandLine;
using System.Globalization;
using SocietyParty.Etl.Output;
using SocietyParty.Etl.Run;
using Spectre.Console;

namespace SocietyParty.Etl.Cli;

/// <summary><c>check</c>: do the checks of a load hold on the published star?</summary>
internal static class CheckCommand
{
    public static Command Create(Words words)
    {
        var database = new DatabaseOptions(words);
        var command = new Command("check", words.Say("Help.Check"));
        database.AddWithWarehouseTo(command);
        JsonOption.AddTo(command, words);
        command.SetAction(
            async (parsed, ct) =>
            {
                var results = await ConsoleProgress.RunAsync(Terminal.Error, words, async progress =>
                {
                    await using var graph = await database.OpenWarehouseAsync(parsed, progress, ct);
                    progress.Step(words.Say("Cli.Checking"));
                    return await LoadPipeline.CheckAsync(graph.Source, ct);
                });
                if (JsonOption.IsAsked(parsed))
                {
                    JsonReport.Write(JsonReport.Of(results), Console.Out);
                }
                else
                {
                    Write(results, words);
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
                Markup.Escape(words.Of(result.Said)),
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
