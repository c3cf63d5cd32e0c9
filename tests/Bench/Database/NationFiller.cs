using Npgsql;
using SocietyParty.Etl.Generate;
using SocietyParty.Etl.Output;
using SocietyParty.Etl.Run;

namespace SocietyParty.Bench.Database;

/// <summary>Does what <c>etl generate</c> and <c>etl load</c> do, as far as it was not done before.</summary>
internal static class NationFiller
{
    /// <exception cref="BenchException">The database holds another graph, or cannot be filled.</exception>
    public static async Task FillAsync(NpgsqlDataSource database, int societies, int seed, ConsoleProgress progress, CancellationToken ct)
    {
        var there = await database.SocietiesAsync(ct);
        if (there == 0)
        {
            progress.Step($"Generating {societies:N0} societies (once; kept for the next run)");
            var report = await GraphGenerator.RunAsync(database, new GenerateOptions(societies, seed, Profile.Nation), ct: ct);
            if (report.Problem is { } problem)
            {
                throw new BenchException(problem.Code, $"{problem.Problem} {problem.Remedy}");
            }
        }
        else if (there != societies)
        {
            throw new BenchException(
                "SP-BENCH-203",
                $"The database holds {there} societies instead of {societies}. Choose another folder with --data."
            );
        }

        if (!await database.IsLoadedAsync(ct))
        {
            await LoadAsync(database, progress, ct);
        }

        progress.Step("Tidying up the tables");
        await database.ScalarAsync("VACUUM (ANALYZE)", ct);
    }

    private static async Task LoadAsync(NpgsqlDataSource database, ConsoleProgress progress, CancellationToken ct)
    {
        progress.Step("Loading the warehouse");
        var rules = await RuleSetLoader.LoadAsync(database, RuleSetFile.Embedded(), ct);
        if (rules.Problems.Count > 0)
        {
            throw new BenchException("SP-BENCH-204", "The rule sets cannot be loaded: " + string.Join("; ", rules.Problems));
        }

        var load = await LoadPipeline.RunAsync(database, new LoadOptions(LoadOptions.Today()), ct: ct);
        if (load.Problem is { } problem)
        {
            throw new BenchException(problem.Code, $"{problem.Message} {problem.Hint}");
        }
    }
}
