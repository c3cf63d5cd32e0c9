using System.CommandLine;
using SocietyParty.Etl.Output;
using SocietyParty.Etl.Run.Reconcile;

namespace SocietyParty.Etl.Cli;

/// <summary><c>reconcile</c>: is the star, row for row, what the graph gives?</summary>
internal static class ReconcileCommand
{
    public static Command Create(Words words)
    {
        var groups = new Option<bool>("--groups") { Description = words.Say("Help.Reconcile.Groups") };
        var database = new DatabaseOptions(words);
        var command = new Command("reconcile", words.Say("Help.Reconcile")) { groups };
        database.AddWithWarehouseTo(command);
        JsonOption.AddTo(command, words);
        command.SetAction(
            async (parsed, ct) =>
            {
                var report = await ConsoleProgress.RunAsync(Terminal.Error, words, async progress =>
                {
                    await using var open = await database.OpenBothAsync(parsed, progress, ct);
                    progress.Step(words.Say("Cli.Comparing"));
                    return await Reconciler.RunAsync(open.ForLoads, parsed.GetValue(groups), new StepLine(progress.Note, words), ct);
                });
                LoadReportWriter.WriteProblem(report.Problem, words, Console.Error);
                if (JsonOption.IsAsked(parsed))
                {
                    JsonReport.Write(JsonReport.Of(report), Console.Out);
                }
                else
                {
                    ReconcileReportWriter.Write(report, words, Terminal.Output, Console.Out);
                }

                return report.Succeeded ? CommandLine.Success : CommandLine.Failure;
            }
        );
        return command;
    }
}
