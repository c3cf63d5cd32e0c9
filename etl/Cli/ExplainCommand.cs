using System.CommandLine;
using System.Globalization;
using SocietyParty.Etl.Output;
using SocietyParty.Etl.Run;
using SocietyParty.Schema.Database;

namespace SocietyParty.Etl.Cli;

/// <summary><c>explain</c>: what an indicator is, its clauses, its newest value, and the statement that gives it.</summary>
internal static class ExplainCommand
{
    public static Command Create()
    {
        var id = new Argument<string>("indicator") { Description = "Such as I08." };
        var by = new Option<string[]>("--by")
        {
            Description = "What the statement shall group by, such as PROVINCE MONTH.",
            HelpName = "KEY",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        var database = new DatabaseOptions();
        var command = new Command("explain", "Shows what an indicator is, the clauses it is founded on, its newest value, and its SQL.")
        {
            id,
            by,
        };
        database.AddWithWarehouseTo(command);
        JsonOption.AddTo(command);
        command.SetAction(
            async (parsed, ct) =>
            {
                var asked = parsed.GetValue(id)!;
                var (found, ids) = await ConsoleProgress.RunAsync(Terminal.Error, async progress =>
                {
                    await using var graph = await database.OpenWarehouseAsync(parsed, progress, ct);
                    return (
                        await IndicatorReader.ReadAsync(graph.Source, asked, parsed.GetValue(by)!, ct),
                        await IndicatorReader.IdsAsync(graph.Source, ct)
                    );
                });
                if (found is null)
                {
                    throw new DatabaseSetupException(
                        "SP-INDICATOR-001",
                        $"There is no indicator \"{asked}\".",
                        $"There are: {string.Join(", ", ids)}."
                    );
                }

                if (JsonOption.IsAsked(parsed))
                {
                    JsonReport.Write(JsonReport.Of(found), Console.Out);
                }
                else
                {
                    Write(found, Console.Out);
                }

                return CommandLine.Success;
            }
        );
        return command;
    }

    private static void Write(ExplainedIndicator one, TextWriter output)
    {
        output.WriteLine($"{one.Id} {one.NameZh} ({one.NameEn})");
        output.WriteLine();
        output.WriteLine($"定义       {one.Definition}");
        output.WriteLine($"分子       {one.NumeratorZh}");
        output.WriteLine($"分母       {one.DenominatorZh}");
        output.WriteLine($"口径       {one.RuleSetCode ?? "各党委当日适用的规则"}");
        foreach (var citation in one.Citations)
        {
            output.WriteLine($"依据       {citation}");
        }

        output.WriteLine($"事实表     {one.Fact}（{one.Grain}，{one.FactKind}），可加性 {one.Additivity}，时间 {one.TimeRule}");
        output.WriteLine($"维度       {string.Join(", ", one.Dimensions)}");
        output.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"最新       {one.Numerator} ÷ {one.Denominator} = {(one.Value is { } value ? value : "—")} ({one.AsOf:yyyy-MM-dd})"
            )
        );
        output.WriteLine($"SQL        SELECT * FROM mart.indicator_value('{one.Id}');");
        output.WriteLine();
        output.WriteLine("-- 该函数执行的语句（需要 dw 的权限）");
        output.WriteLine(one.Statement);
    }
}
