using System.CommandLine;
using System.Diagnostics;
using System.Globalization;
using Npgsql;
using SocietyParty.Bench.Database;
using SocietyParty.Bench.Measure;
using SocietyParty.Schema.Database;

namespace SocietyParty.Bench.Indicators;

/// <summary>
/// <c>indicators</c>: how long a reader waits for each indicator, with the same question asked of the facts alone beside it, and what
/// <c>REFRESH MATERIALIZED VIEW</c> of an aggregate would cost.
/// </summary>
internal static class IndicatorVerb
{
    private const int Rounds = 7;

    private const string ReadIndicators = """
        SELECT id, ARRAY(SELECT d FROM unnest(dimensions) AS d WHERE d IN ('PROVINCE', 'DISCIPLINE', 'LEVEL'))
        FROM mart.indicator ORDER BY position
        """;

    private const string ReadIsByYear = "SELECT fact IN ('assessment', 'assessment_item') FROM mart.indicator WHERE id = $1";
    private const string OfAMonth = "SELECT count(*) FROM mart.indicator_value($1, $2)";
    private const string OfFacts = "SELECT count(*) FROM mart.indicator_value($1, $2, known_at => now())";

    // Beforehand: found within the question, it took ten times as long as the answer.
    private const string ChooseProvince = "SELECT set_config('bench.province', (SELECT max(province_code) FROM mart.committee), false)";

    private const string OfTenYears = """
        SELECT count(*) FROM mart.indicator_value($1, $2, (date_trunc('month', now()) - interval '119 months')::date, now()::date,
            filter => jsonb_build_object('province', jsonb_build_object('eq', current_setting('bench.province'))))
        """;

    private const string Scores = """
        SELECT count(*) FROM mart.score_value('ITEM', '{SECTION,ITEM}',
            filter => jsonb_build_object('province', jsonb_build_object('eq', current_setting('bench.province'))))
        """;

    private const string MakeView = """
        CREATE MATERIALIZED VIEW dw.bench_coverage_province AS
        SELECT f.month_key, f.rule_set_id, c.province_code, s.discipline_code, s.level, count(*) AS society_count,
               sum(f.organised * f.in_denominator) AS organised_in_denominator, sum(f.work * f.in_work_denominator) AS work_in_work_denominator,
               sum(f.effective * f.in_effective_denominator) AS effective_in_effective_denominator
        FROM dw.fct_coverage_monthly AS f
        JOIN dw.dim_society AS s ON s.society_key = f.society_key
        JOIN dw.dim_committee AS c ON c.committee_key = f.committee_key
        WHERE f.generation = (SELECT generation FROM dw.published)
        GROUP BY f.month_key, f.rule_set_id, c.province_code, s.discipline_code, s.level
        """;

    private const string ReadDifference = """
        SELECT coalesce(max(s.ms), 0)::float8 FROM dw.load_step AS s
        WHERE s.step = 'aggregates/agg_coverage_province' AND s.load_run_id = (
            SELECT max(r.id) FROM dw.load_run AS r WHERE r.mode = 'INCREMENTAL' AND r.status = 'SUCCEEDED' AND r.touched > 0)
        """;

    public static Command Create()
    {
        var connection = new Option<string?>("--connection")
        {
            Description = "A loaded database. Left out: the private cluster in --data.",
        };
        var data = new Option<string>("--data")
        {
            Description = "Folder of a private cluster that an earlier measurement filled.",
            DefaultValueFactory = _ => DataFolder.Default() + "-bench",
            HelpName = "DIR",
        };
        var command = new Command("indicators", "Measures how long a reader waits for each indicator.") { connection, data };
        command.SetAction(
            async (parsed, ct) =>
            {
                await using var graph = await GraphDatabase.OpenAsync(parsed.GetValue(connection), parsed.GetValue(data), ct: ct);
                await using var session = await graph.Source.OpenConnectionAsync(ct);
                await IndicatorsAsync(session, ct);
                await AggregateAsync(session, ct);
                return 0;
            }
        );
        return command;
    }

    private static async Task IndicatorsAsync(NpgsqlConnection session, CancellationToken ct)
    {
        Console.WriteLine(
            $"Medians of {Rounds}, ms: the newest period by province, discipline and level; the same from facts; ten years of a province "
                + "by month. CPU time of the session, where the system tells it: other work does not slow that."
        );
        await ExecuteAsync(session, ChooseProvince, ct);
        foreach (var (id, by) in await ReadAsync(session, ct))
        {
            var ofYears = by.Where(key => key != "PROVINCE").Append(await IsByYearAsync(session, id, ct) ? "YEAR" : "MONTH").ToArray();
            var newest = await MedianAsync(session, OfAMonth, id, by, ct);
            var facts = await MedianAsync(session, OfFacts, id, by, ct);
            var years = await MedianAsync(session, OfTenYears, id, ofYears, ct);
            Console.WriteLine($"{id} {Shown(newest)} {Shown(facts)} ({Shown(facts / newest)} ×) {Shown(years)}");
        }

        var scores = await MedianAsync(session, Scores, null, null, ct);
        Console.WriteLine(string.Create(CultureInfo.InvariantCulture, $"Spread of a province's scores by item: {scores:0.0}"));
    }

    private static string Shown(double number) => number.ToString("0.0", CultureInfo.InvariantCulture).PadLeft(8);

    private static async Task AggregateAsync(NpgsqlConnection session, CancellationToken ct)
    {
        await using var transaction = await session.BeginTransactionAsync(ct);
        await ExecuteAsync(session, MakeView, ct);
        var start = Stopwatch.GetTimestamp();
        await ExecuteAsync(session, "REFRESH MATERIALIZED VIEW dw.bench_coverage_province", ct);
        var refresh = Stopwatch.GetElapsedTime(start).TotalMilliseconds;
        await using var read = new NpgsqlCommand(ReadDifference, session);
        var difference = (double)(await read.ExecuteScalarAsync(ct))!;
        await transaction.RollbackAsync(ct);
        Console.WriteLine(
            string.Create(
                CultureInfo.InvariantCulture,
                $"Coverage by province: REFRESH MATERIALIZED VIEW {refresh:0} ms, by differences in the last small load {difference:0} ms, "
                    + $"{refresh / Math.Max(difference, 1):0} ×"
            )
        );
    }

    private static async Task<List<(string Id, string[] By)>> ReadAsync(NpgsqlConnection session, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(ReadIndicators, session);
        await using var rows = await command.ExecuteReaderAsync(ct);
        var indicators = new List<(string, string[])>();
        while (await rows.ReadAsync(ct))
        {
            indicators.Add((rows.GetString(0), rows.GetFieldValue<string[]>(1)));
        }

        return indicators;
    }

    private static async Task<bool> IsByYearAsync(NpgsqlConnection session, string id, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(ReadIsByYear, session);
        command.Parameters.AddWithValue(id);
        return (bool)(await command.ExecuteScalarAsync(ct))!;
    }

    private static async Task<double> MedianAsync(NpgsqlConnection session, string sql, string? id, string[]? by, CancellationToken ct)
    {
        var times = new List<double>();
        var isExact = await ProcessUsage.IsPostgresAsync(session.ProcessID, ct);
        for (var round = 0; round <= Rounds; round++)
        {
            await using var command = new NpgsqlCommand(sql, session) { CommandTimeout = 600 };
            if (id is not null)
            {
                command.Parameters.AddWithValue(id);
                command.Parameters.AddWithValue(by!);
            }

            var start = Stopwatch.GetTimestamp();
            var before = isExact ? ProcessUsage.ExactCpuMs(session.ProcessID) : null;
            await command.ExecuteScalarAsync(ct);
            // The first one warms up.
            if (round > 0)
            {
                times.Add(
                    before is { } cpu
                        ? ProcessUsage.ExactCpuMs(session.ProcessID)!.Value - cpu
                        : Stopwatch.GetElapsedTime(start).TotalMilliseconds
                );
            }
        }

        times.Sort();
        return times[times.Count / 2];
    }

    private static async Task ExecuteAsync(NpgsqlConnection session, string sql, CancellationToken ct)
    {
        await using var command = new NpgsqlCommand(sql, session) { CommandTimeout = 600 };
        await command.ExecuteNonQueryAsync(ct);
    }
}
