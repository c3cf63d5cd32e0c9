using Npgsql;
using SocietyParty.Etl.Generate;
using SocietyParty.Etl.Import;
using SocietyParty.Etl.Output;
using SocietyParty.Schema.Database;

namespace SocietyParty.Service.Start;

/// <summary>What an empty graph is filled with.</summary>
internal enum StartSample
{
    /// <summary>The real list: Chongqing's branches of 2022.</summary>
    Chongqing,

    /// <summary>A synthetic city: about 150 societies with members, activities and five years of assessments.</summary>
    City,
}

internal static class StartSamples
{
    // The same city on every machine.
    private const long Seed = 1;

    private const string OtherThanChongqing = "SELECT NOT EXISTS (SELECT FROM graph.committee WHERE name = @committee)";
    private const string OtherThanCity = "SELECT NOT EXISTS (SELECT FROM graph.committee WHERE name LIKE '合成%')";

    /// <summary>Where a sample's private cluster is when nobody says: beside each other, so that both can be tried.</summary>
    public static string DefaultFolder(StartSample sample) =>
        sample == StartSample.City ? DataFolder.Default() + "-city" : DataFolder.Default();

    public static Task FillAsync(NpgsqlDataSource source, StartSample sample, ConsoleProgress progress, CancellationToken ct) =>
        sample == StartSample.City ? GenerateAsync(source, progress, ct) : ImportAsync(source, progress, ct);

    /// <summary>
    /// What to say where a filled graph does not hold the sample that somebody asked for; null where it does. It is served as it is.
    /// </summary>
    public static async Task<string?> FindOtherAsync(NpgsqlDataSource source, StartSample sample, CancellationToken ct)
    {
        await using var command = source.CreateCommand(sample == StartSample.City ? OtherThanCity : OtherThanChongqing);
        if (sample == StartSample.Chongqing)
        {
            command.Parameters.AddWithValue("committee", Samples.Chongqing2022().Header.Committee);
        }

        return (bool)(await command.ExecuteScalarAsync(ct))!
            ? $"The graph is filled with other data than --sample {sample.ToString().ToLowerInvariant()}: it is served as it is. "
                + "A sample fills an empty graph only; name an empty folder with --data, or leave --data out."
            : null;
    }

    private static async Task ImportAsync(NpgsqlDataSource source, ConsoleProgress progress, CancellationToken ct)
    {
        progress.Step("Importing the sample: Chongqing's branches of 2022");
        var report = await RosterImporter.ImportAsync(source, Samples.Chongqing2022(), ct: ct);
        if (!report.Succeeded)
        {
            throw new DatabaseSetupException(
                "SP-START-003",
                "The sample cannot be imported: " + string.Join("; ", report.Problems),
                "Restore the program's files."
            );
        }

        foreach (var discrepancy in report.Discrepancies)
        {
            progress.Note(discrepancy.Message);
        }
    }

    private static async Task GenerateAsync(NpgsqlDataSource source, ConsoleProgress progress, CancellationToken ct)
    {
        var options = new GenerateOptions(GenerateOptions.DefaultSocieties(Profile.City), Seed, Profile.City)
        {
            ActivitiesUntil = GenerateOptions.Present(),
        };
        progress.Step($"Generating the sample: a synthetic city of {options.Societies} societies");
        var report = await GraphGenerator.RunAsync(source, options, ct: ct);
        if (report.Problem is { } problem)
        {
            throw new DatabaseSetupException(problem.Code, problem.Message, problem.Hint);
        }

        progress.Note("every name in it begins with 合成: no society and no person is real");
    }
}
