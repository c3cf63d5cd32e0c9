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
                    progress.Step("Checking");
                    return await LoadPipeline.CheckAsync(graph.Source, ct);
                });
                if (JsonOption.IsAsked(parsed))
                {
                    JsonReport.Write(JsonReport.Of(results), Console.Out);
                }
                else
                {
                    Write(results);
                }

                return results.All(result => result.Holds) ? CommandLine.Success : CommandLine.Failure;
            }
        );
        return command;
    }

    private static void Write(IReadOnlyList<CheckResult> results)
    {
        var table = new Table().AddColumn("check").AddColumn("holds").AddColumn(new TableColumn("rows that break it").RightAligned());
        foreach (var result in results)
        {
            table.AddRow(
                Markup.Escape(result.Sentence),
                result.Holds ? "yes" : "NO",
                result.RowCount.ToString(CultureInfo.InvariantCulture)
            );
        }

        Terminal.Output.Write(table);
        foreach (var broken in results.Where(result => !result.Holds))
        {
            LoadReportWriter.WriteCheck(broken, Terminal.Output, Console.Out);
        }
    }
}
