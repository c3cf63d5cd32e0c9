using System.CommandLine;
using SocietyParty.Etl.Generate;
using SocietyParty.Etl.Output;

namespace SocietyParty.Etl.Cli;

/// <summary><c>generate</c>: synthetic data of any size, for trying things out and for measuring.</summary>
internal static class GenerateCommand
{
    private const int YearsMax = 10;

    public static Command Create(Words words)
    {
        var societies = new Option<int?>("--societies")
        {
            Description = words.Say("Help.Generate.Societies", ("max", GenerateOptions.SocietiesMax)),
        };
        var seed = new Option<long>("--seed") { Description = words.Say("Help.Generate.Seed"), DefaultValueFactory = _ => 1 };
        var profile = new Option<Profile>("--profile")
        {
            Description = words.Say("Help.Generate.Profile"),
            DefaultValueFactory = _ => Profile.Nation,
            CustomParser = Choices.Of<Profile>(words),
        };
        var dryRun = new Option<bool>("--dry-run") { Description = words.Say("Help.Generate.DryRun") };
        var until = new Option<DateOnly?>("--until")
        {
            Description = words.Say("Help.Generate.Until", ("last", GenerateOptions.Last)),
            HelpName = "YYYY-MM-DD",
        };
        var database = new DatabaseOptions(words);
        var command = new Command("generate", words.Say("Help.Generate")) { societies, seed, profile, until, dryRun };
        database.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.Readable(until) is { } day && (day < GenerateOptions.Last || day.Year > GenerateOptions.Last.Year + YearsMax))
            {
                result.AddError(words.Coded("SP-GENERATE-103", ("last", GenerateOptions.Last), ("years", YearsMax)));
            }

            if (result.Readable(societies) is < 1 or > GenerateOptions.SocietiesMax)
            {
                result.AddError(words.Coded("SP-GENERATE-102", ("max", GenerateOptions.SocietiesMax)));
            }
        });
        command.SetAction(
            async (parsed, ct) =>
            {
                var shape = parsed.GetValue(profile);
                var options = new GenerateOptions(
                    parsed.GetValue(societies) ?? GenerateOptions.DefaultSocieties(shape),
                    parsed.GetValue(seed),
                    shape
                );
                options = options with { ActivitiesUntil = parsed.GetValue(until) ?? GenerateOptions.Present() };
                var plan = GraphGenerator.Plan(options);
                var isDryRun = parsed.GetValue(dryRun);
                var report = isDryRun ? plan : await RunAsync(parsed, words, database, options, plan, ct);
                GenerateReportWriter.Write(report, isDryRun, words, Terminal.Output, Console.Out, Console.Error);
                return report.Problem is null ? CommandLine.Success : CommandLine.Failure;
            }
        );
        return command;
    }

    private static async Task<GenerateReport> RunAsync(
        ParseResult parsed,
        Words words,
        DatabaseOptions database,
        GenerateOptions options,
        GenerateReport plan,
        CancellationToken ct
    )
    {
        await using var graph = await ConsoleProgress.RunAsync(Terminal.Error, words, progress => database.OpenAsync(parsed, progress, ct));
        return await GenerateProgress.RunAsync(plan, words, progress => GraphGenerator.RunAsync(graph.Source, options, progress, ct));
    }
}
