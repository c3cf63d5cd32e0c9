using System.CommandLine;
using SocietyParty.Etl.Generate;
using SocietyParty.Etl.Output;

namespace SocietyParty.Etl.Cli;

/// <summary><c>generate</c>: synthetic data of any size, for trying things out and for measuring.</summary>
internal static class GenerateCommand
{
    private const int YearsMax = 10;

    public static Command Create()
    {
        var societies = new Option<int?>("--societies")
        {
            Description = $"Number of societies, up to {GenerateOptions.SocietiesMax}; left out: 60000, a city 150.",
        };
        var seed = new Option<long>("--seed") { Description = "The same seed gives the same rows.", DefaultValueFactory = _ => 1 };
        var profile = new Option<Profile>("--profile")
        {
            Description = "nation: committees from the country down to counties; city: one city with its counties.",
            DefaultValueFactory = _ => Profile.Nation,
            CustomParser = Choices.Of<Profile>(),
        };
        var dryRun = new Option<bool>("--dry-run") { Description = "Count the rows that there would be; touch no database." };
        var until = new Option<DateOnly?>("--until")
        {
            Description =
                $"Day up to which a city's branches hold activities; left out: today. All else ends on {GenerateOptions.Last:yyyy-MM-dd}.",
            HelpName = "YYYY-MM-DD",
        };
        var database = new DatabaseOptions();
        var command = new Command(
            "generate",
            "Fills an empty graph with synthetic data, making the data folder where there is none; every name begins with 合成."
        )
        {
            societies,
            seed,
            profile,
            until,
            dryRun,
        };
        database.AddTo(command);
        command.Validators.Add(result =>
        {
            if (result.GetValue(until) is { } day && (day < GenerateOptions.Last || day.Year > GenerateOptions.Last.Year + YearsMax))
            {
                result.AddError(
                    $"SP-GENERATE-103 --until is a day from {GenerateOptions.Last:yyyy-MM-dd} on, at most {YearsMax} years later."
                );
            }

            if (result.GetValue(societies) is < 1 or > GenerateOptions.SocietiesMax)
            {
                result.AddError($"SP-GENERATE-102 --societies is a number from 1 to {GenerateOptions.SocietiesMax}.");
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
                var report = isDryRun ? plan : await RunAsync(parsed, database, options, plan, ct);
                GenerateReportWriter.Write(report, isDryRun, LanguageOption.WordsOf(parsed), Terminal.Output, Console.Out, Console.Error);
                return report.Problem is null ? CommandLine.Success : CommandLine.Failure;
            }
        );
        return command;
    }

    private static async Task<GenerateReport> RunAsync(
        ParseResult parsed,
        DatabaseOptions database,
        GenerateOptions options,
        GenerateReport plan,
        CancellationToken ct
    )
    {
        await using var graph = await ConsoleProgress.RunAsync(Terminal.Error, progress => database.OpenAsync(parsed, progress, ct));
        return await GenerateProgress.RunAsync(plan, progress => GraphGenerator.RunAsync(graph.Source, options, progress, ct));
    }
}
