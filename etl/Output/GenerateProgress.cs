using System.Globalization;
using SocietyParty.Etl.Generate;
using Spectre.Console;

namespace SocietyParty.Etl.Output;

/// <summary>A bar of all planned rows on a terminal; a line per table on standard error elsewhere.</summary>
internal sealed class GenerateProgress(Action<TableReport> report) : IProgress<TableReport>
{
    public static Task<GenerateReport> RunAsync(GenerateReport plan, Words words, Func<IProgress<TableReport>, Task<GenerateReport>> work)
    {
        if (!Terminal.Error.Profile.Capabilities.Interactive)
        {
            return work(new GenerateProgress(table => Line(table, words)));
        }

        return Terminal
            .Error.Progress()
            .Columns(
                new TaskDescriptionColumn { Alignment = Justify.Left },
                new ProgressBarColumn(),
                new PercentageColumn(),
                new RemainingTimeColumn()
            )
            .StartAsync(context =>
            {
                var bar = context.AddTask(words.Say("Cli.Generating"), maxValue: plan.Rows);
                var done = new Dictionary<string, long>();
                return work(
                    new GenerateProgress(table =>
                    {
                        done[table.Table] = table.Rows;
                        bar.Description = Markup.Escape(table.Table);
                        bar.Value = done.Values.Sum();
                    })
                );
            });
    }

    public void Report(TableReport value) => report(value);

    private static void Line(TableReport table, Words words)
    {
        if (table.Rows == 0)
        {
            Console.Error.WriteLine(words.Say("Cli.GeneratingTable", ("table", table.Table)));
        }
    }
}
