using System.CommandLine;
using System.Globalization;
using SocietyParty.Etl.Export;
using SocietyParty.Etl.Output;
using SocietyParty.Etl.Refusals;
using SocietyParty.Etl.Run;
using SocietyParty.Etl.WhatIf;

namespace SocietyParty.Etl.Cli;

/// <summary><c>rules what-if</c>: what a draft would have changed on days that are past. Writes nothing to the graph.</summary>
internal static class RuleReplayCommand
{
    private const string DayFormat = "yyyy-MM-dd";
    private const int RowsShown = 20;

    public static Command Create(Words words)
    {
        var file = new Argument<string>("file") { Description = words.Say("Help.Rules.WhatIf.File") };
        var from = Day("--from", words.Say("Help.Rules.WhatIf.From"));
        var to = Day("--to", words.Say("Help.Rules.WhatIf.To"));
        var committee = new Option<string?>("--committee") { Description = words.Say("Help.Rules.WhatIf.Committee") };
        var asDated = new Option<bool>("--as-dated") { Description = words.Say("Help.Rules.WhatIf.AsDated") };
        var csv = new Option<string?>("--csv") { Description = words.Say("Help.Rules.WhatIf.Csv"), HelpName = "DIR" };
        var database = new DatabaseOptions(words);
        var command = new Command("what-if", words.Say("Help.Rules.WhatIf")) { file, from, to, committee, asDated, csv };
        database.AddTo(command);
        JsonOption.AddTo(command, words);
        command.Validators.Add(result =>
        {
            foreach (var day in new[] { from, to })
            {
                if (result.GetValue(day) is { } text && Parse(text) is null)
                {
                    result.AddError(words.Coded("SP-REPLAY-007", ("option", day.Name), ("given", text), ("example", "2022-06-30")));
                }
            }
        });
        command.SetAction(
            async (parsed, ct) =>
            {
                var request = new ReplayRequest(
                    Rules(parsed.GetValue(file)!),
                    Parse(parsed.GetRequiredValue(from))!.Value,
                    Parse(parsed.GetRequiredValue(to))!.Value,
                    parsed.GetValue(committee),
                    parsed.GetValue(asDated)
                );
                var outcome = await ConsoleProgress.RunAsync(Terminal.Error, words, async progress =>
                {
                    await using var graph = await database.OpenExistingAsync(parsed, progress, ct);
                    progress.Step(words.Say("Replay.Replaying"));
                    using var replay = new Replay(graph.Source, new ReplayLimits());
                    return await replay.RunAsync(request, ct);
                });
                if (outcome.Report is not { } report)
                {
                    return Fail(parsed, outcome.Problems, words);
                }

                if (parsed.GetValue(csv) is { } folder)
                {
                    await WriteAsync(folder, report, words, ct);
                }

                if (JsonOption.IsAsked(parsed))
                {
                    JsonReport.Write(JsonReport.Of(report), Console.Out);
                }
                else
                {
                    ReplayWriter.Write(report, RowsShown, words, Terminal.Output, Console.Out);
                }

                return CommandLine.Success;
            }
        );
        return command;
    }

    private static Option<string> Day(string name, string description) =>
        new(name)
        {
            Description = description,
            HelpName = "DATE",
            Required = true,
        };

    private static DateOnly? Parse(string text) =>
        DateOnly.TryParseExact(text, DayFormat, CultureInfo.InvariantCulture, DateTimeStyles.None, out var day) ? day : null;

    /// <exception cref="Refusal">It looks like a file and is none, or has more than one rule set.</exception>
    private static ReplayedRules Rules(string asked)
    {
        if (!File.Exists(asked) && !asked.Contains(Path.DirectorySeparatorChar) && !asked.EndsWith(".json", StringComparison.Ordinal))
        {
            return new ReplayedRules(null, asked);
        }

        var files = RuleFolder.In(asked);
        return files.Count == 1 ? new ReplayedRules(files[0], null) : throw new Refusal("SP-RULES-006", [("asked", asked)]);
    }

    private static int Fail(ParseResult parsed, IReadOnlyList<ReplayProblem> problems, Words words)
    {
        foreach (var problem in problems.Select(problem => problem.In(words.Language)))
        {
            Console.Error.WriteLine($"{problem.Code} {problem.Message} {problem.Hint}");
        }

        if (JsonOption.IsAsked(parsed))
        {
            JsonReport.Write(JsonReport.Of(problems), Console.Out);
        }

        return CommandLine.Failure;
    }

    private static async Task WriteAsync(string folder, ReplayReport report, Words words, CancellationToken ct)
    {
        Directory.CreateDirectory(folder);
        foreach (
            var table in ReplayTables.Rows(report, words).Prepend(ReplayTables.Days(report, words)).Select(table => table.Spread(words))
        )
        {
            await using var output = File.Create(Path.Combine(folder, table.Name + ".csv"));
            await using var writer = new CsvTable(
                output,
                [.. table.Headings.Select(heading => new ExportColumn(heading.Text, heading.Text, ExportType.Text, ""))],
                hasByteOrderMark: true
            );
            await writer.StartAsync(ct);
            foreach (var row in table.Rows)
            {
                await writer.WriteAsync(row, ct);
            }

            await writer.EndAsync([], ct);
        }
    }
}
