using System.CommandLine;
using SocietyParty.Etl.Output;
using SocietyParty.Etl.Run.Reconcile;

namespace SocietyParty.Etl.Cli;

/// <summary><c>reconcile</c>: is the star, row for row, what the graph gives?</summary>
internal static class ReconcileCommand
{
    public static Command Create()
    {
        var groups = new Option<bool>("--groups")
        {
            Description = "Show every month and committee with its rows and sums, not only those that differ.",
        };
        var database = new DatabaseOptions();
        var command = new Command(
            "reconcile",
            "Computes the whole warehouse afresh and compares it with the published one, month by month and committee by committee; "
                + "changes nothing. It costs as much as load --full; check is the cheap one."
        )
        {
            groups,
        };
        database.AddWithWarehouseTo(command);
        JsonOption.AddTo(command);
        command.SetAction(
            async (parsed, ct) =>
            {
                var report = await ConsoleProgress.RunAsync(Terminal.Error, async progress =>
                {
                    await using var open = await database.OpenBothAsync(parsed, progress, ct);
                    var words = LanguageOption.WordsOf(parsed);
                    progress.Step(words.Say("Cli.Comparing"));
                    return await Reconciler.RunAsync(open.ForLoads, parsed.GetValue(groups), new StepLine(progress.Note, words), ct);
                });
                LoadReportWriter.WriteProblem(report.Problem, Console.Error);
                if (JsonOption.IsAsked(parsed))
                {
                    JsonReport.Write(JsonReport.Of(report), Console.Out);
                }
                else
                {
                    ReconcileReportWriter.Write(report, LanguageOption.WordsOf(parsed), Terminal.Output, Console.Out);
                }

                return report.Succeeded ? CommandLine.Success : CommandLine.Failure;
            }
        );
        return command;
    }
}
