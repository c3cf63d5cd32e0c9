using Npgsql;

namespace SocietyParty.Bench.Warehouse;

/// <summary>What coverage is of a full load.</summary>
/// <param name="Rows">Rows of its fact.</param>
/// <param name="Share">Of the load's time: all of it, COMMIT included, but steps that coverage does not need.</param>
internal sealed record CoverageShare(long Rows, double Share)
{
    // Versions, days and numbers that other facts alone ask for, these facts, and their aggregates.
    private const string Read = """
        SELECT (SELECT count(*) FROM dw.fct_coverage_monthly AS f JOIN dw.published AS p ON p.generation = f.generation),
               coalesce(sum(s.ms), 0)::bigint
        FROM dw.load_step AS s
        WHERE s.load_run_id = (SELECT load_run_id FROM dw.published)
          AND (s.step LIKE 'facts/fct%' AND s.step <> 'facts/fct_coverage_monthly'
               OR s.step LIKE 'aggregates/%' AND s.step NOT LIKE 'aggregates/agg_coverage_%'
               OR s.step IN ('dimensions/dim_branch', 'dimensions/dim_supporting_unit', 'dimensions/dim_scheme_item',
                             'dimensions/dim_grade',
                             'staging/lead_society', 'staging/version_on', 'staging/quarantine', 'staging/branch_numbers',
                             'staging/branch_known', 'staging/target_days'))
        """;

    /// <summary>Reads it after a load of everything.</summary>
    public static async Task<CoverageShare> ReadAsync(NpgsqlDataSource database, LoaderFigures full, CancellationToken ct)
    {
        await using var command = database.CreateCommand(Read);
        command.CommandTimeout = 0;
        await using var row = await command.ExecuteReaderAsync(ct);
        await row.ReadAsync(ct);
        return new CoverageShare(row.GetInt64(0), 1 - row.GetInt64(1) / (full.Seconds * 1000));
    }
}
