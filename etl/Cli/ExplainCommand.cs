using System.CommandLine;
using System.Globalization;
using SocietyParty.Etl.Output;
using SocietyParty.Etl.Refusals;
using SocietyParty.Etl.Report.Wording;
using SocietyParty.Etl.Run;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Cli;

/// <summary><c>explain</c>: what an indicator is, its clauses, its newest value, and the statement that gives it.</summary>
internal static class ExplainCommand
{
    private const int LabelWidth = 14;

    public static Command Create(Words words)
    {
        var id = new Argument<string>("indicator") { Description = words.Say("Help.Explain.Indicator") };
        var by = new Option<string[]>("--by")
        {
            Description = words.Say("Help.Explain.By"),
            HelpName = "KEY",
            AllowMultipleArgumentsPerToken = true,
            DefaultValueFactory = _ => [],
        };
        var database = new DatabaseOptions(words);
        var command = new Command("explain", words.Say("Help.Explain")) { id, by };
        database.AddWithWarehouseTo(command);
        JsonOption.AddTo(command, words);
        command.SetAction(
            async (parsed, ct) =>
            {
                var asked = parsed.GetValue(id)!;
                var (found, ids) = await ConsoleProgress.RunAsync(Terminal.Error, words, async progress =>
                {
                    await using var graph = await database.OpenWarehouseAsync(parsed, progress, ct);
                    var keys = parsed.GetValue(by)!;
                    var known = await IndicatorReader.DimensionsAsync(graph.Source, asked, ct);
                    // Asked before the database is, whose words are English.
                    if (known.Count > 0 && keys.FirstOrDefault(key => !known.Contains(key, StringComparer.OrdinalIgnoreCase)) is { } wrong)
                    {
                        throw new Refusal(
                            "SP-INDICATOR-005",
                            [("indicator", asked.ToUpperInvariant()), ("given", wrong), ("known", known)]
                        );
                    }

                    return (
                        await IndicatorReader.ReadAsync(graph.Source, asked, keys, ct),
                        await IndicatorReader.IdsAsync(graph.Source, ct)
                    );
                });
                if (found is null)
                {
                    throw new Refusal("SP-INDICATOR-001", [("given", asked), ("known", ids)]);
                }

                if (JsonOption.IsAsked(parsed))
                {
                    JsonReport.Write(JsonReport.Of(found), Console.Out);
                }
                else
                {
                    Write(found, words, Console.Out);
                }

                return CommandLine.Success;
            }
        );
        return command;
    }

    private static void Write(ExplainedIndicator one, Words words, TextWriter output)
    {
        output.WriteLine(words.IsChinese ? $"{one.Id} {one.NameZh}" : $"{one.Id} {one.NameEn} ({one.NameZh})");
        output.WriteLine();
        Line("Explain.Definition", words.IsChinese ? one.Definition : one.DefinitionEn);
        Line("Explain.Numerator", words.IsChinese ? one.NumeratorZh : one.NumeratorEn);
        Line("Explain.Denominator", words.IsChinese ? one.DenominatorZh : one.DenominatorEn);
        Line("Explain.RuleSet", one.RuleSetCode ?? words.Say("Explain.RuleOfEach"));
        foreach (var citation in one.Citations)
        {
            Line("Explain.Source", citation);
        }

        Line(
            "Explain.Fact",
            words.Say(
                "Explain.FactText",
                ("fact", one.Fact),
                ("grain", words.IsChinese ? words.Say($"FactGrain.{one.Fact}") : one.Grain),
                ("kind", words.Say($"FactKind.{one.FactKind}")),
                ("additivity", words.Say($"Additivity.{one.Additivity}")),
                ("time", words.Say($"TimeRule.{one.TimeRule}"))
            )
        );
        Line("Explain.Dimensions", string.Join(words.IsChinese ? "、" : ", ", one.Dimensions.Select(Dimension)));
        Line(
            "Explain.Newest",
            string.Create(
                CultureInfo.InvariantCulture,
                $"{one.Numerator} ÷ {one.Denominator} = {(one.Value is { } value ? value : "—")} ({one.AsOf:yyyy-MM-dd})"
            )
        );
        output.WriteLine($"SQL{new string(' ', LabelWidth - 3)}SELECT * FROM mart.indicator_value('{one.Id}');");
        output.WriteLine();
        output.WriteLine("-- " + words.Say("Explain.Statement"));
        output.WriteLine(one.Statement);

        string Dimension(string code) =>
            words.IsChinese ? words.Say("Explain.Dimension", ("code", code), ("name", EnumWords.OfName(code, "IndicatorKey"))) : code;

        void Line(string label, string text)
        {
            var said = words.Say(label);
            output.WriteLine(said + new string(' ', LabelWidth - TextWidth.Of(said)) + text);
        }
    }
}
