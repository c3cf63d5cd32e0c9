using Npgsql;
using SocietyParty.Etl.Generate;
using SocietyParty.Etl.Import;
using SocietyParty.Etl.Output;
using SocietyParty.Etl.Refusals;
using SocietyParty.Rules.Sentences;
using SocietyParty.Schema.Database;

namespace SocietyParty.Service.Start;

/// <summary>What an empty graph is filled with.</summary>
internal enum StartSample
{
    /// <summary>The real list: Chongqing's branches of 2022.</summary>
    Chongqing,

    /// <summary>A synthetic city: about 150 societies with members, activities and five years of assessments.</summary>
    City,

    /// <summary>None: an office's own graph begins empty, and stays so until something is entered.</summary>
    None,
}

internal static class StartSamples
{
    // The same city on every machine.
    private const long Seed = 1;

    private const string OtherThanChongqing = "SELECT NOT EXISTS (SELECT FROM graph.committee WHERE name = @committee)";
    private const string OtherThanCity = "SELECT NOT EXISTS (SELECT FROM graph.committee WHERE name LIKE '合成%')";

    /// <summary>Where a sample's private cluster is when nobody says: beside each other, so that both can be tried.</summary>
    public static string DefaultFolder(StartSample sample) =>
        sample switch
        {
            StartSample.City => DataFolder.Default() + "-city",
            StartSample.None => DataFolder.Default() + "-own",
            _ => DataFolder.Default(),
        };

    public static Task FillAsync(
        NpgsqlDataSource source,
        StartSample sample,
        Words words,
        ConsoleProgress progress,
        CancellationToken ct
    ) =>
        sample switch
        {
            StartSample.City => GenerateAsync(source, words, progress, ct),
            StartSample.None => StayEmptyAsync(source, ct),
            _ => ImportAsync(source, words, progress, ct),
        };

    /// <summary>Whether the graph began without a sample: the next start, which may not say so, fills it with none either.</summary>
    public static async Task<bool> StaysEmptyAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var command = source.CreateCommand("SELECT coalesce(current_setting('graph.sample', true), '') = 'none'");
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    /// <summary>
    /// What to say where a filled graph does not hold the sample that somebody asked for; null where it does. It is served as it is.
    /// </summary>
    public static async Task<string?> FindOtherAsync(NpgsqlDataSource source, StartSample sample, Words words, CancellationToken ct)
    {
        if (sample == StartSample.None)
        {
            return null;
        }

        await using var command = source.CreateCommand(sample == StartSample.City ? OtherThanCity : OtherThanChongqing);
        if (sample == StartSample.Chongqing)
        {
            command.Parameters.AddWithValue("committee", Samples.Chongqing2022().Header.Committee);
        }

        return (bool)(await command.ExecuteScalarAsync(ct))!
            ? words.Say("Start.OtherData", ("sample", sample.ToString().ToLowerInvariant()))
            : null;
    }

    // Sessions to come know it by the setting.
    private static async Task StayEmptyAsync(NpgsqlDataSource source, CancellationToken ct)
    {
        await using var command = source.CreateCommand(
            "DO $$ BEGIN EXECUTE format('ALTER DATABASE %I SET graph.sample = %L', current_database(), 'none'); END $$"
        );
        try
        {
            await command.ExecuteNonQueryAsync(ct);
        }
        catch (PostgresException refused) when (refused.SqlState == PostgresErrorCodes.InsufficientPrivilege)
        {
            // A superuser's to say, or whom one granted it. Without it each start says --sample none.
        }
    }

    private static async Task ImportAsync(NpgsqlDataSource source, Words words, ConsoleProgress progress, CancellationToken ct)
    {
        progress.Step(words.Say("Start.ImportingSample"));
        var report = await RosterImporter.ImportAsync(source, Samples.Chongqing2022(), ct: ct);
        if (!report.Succeeded)
        {
            throw new Refusal(
                "SP-START-003",
                [("problems", report.Problems.Select(problem => new Sentence(problem.Key, problem.Arguments)))]
            );
        }

        foreach (var discrepancy in report.Discrepancies)
        {
            progress.Note(discrepancy.MessageIn(words.Language));
        }
    }

    private static async Task GenerateAsync(NpgsqlDataSource source, Words words, ConsoleProgress progress, CancellationToken ct)
    {
        var options = new GenerateOptions(GenerateOptions.DefaultSocieties(Profile.City), Seed, Profile.City)
        {
            ActivitiesUntil = GenerateOptions.Present(),
        };
        progress.Step(words.Say("Start.GeneratingSample", ("societies", options.Societies)));
        var report = await GraphGenerator.RunAsync(source, options, ct: ct);
        if (report.Problem is { } problem)
        {
            throw problem;
        }

        progress.Note(words.Say("Start.AllSynthetic"));
    }
}
