using Npgsql;
using SocietyParty.Etl.Run.Source;
using SocietyParty.Etl.Run.Star;

namespace SocietyParty.Etl.Run;

/// <summary>The steps of a load, in order; each reads what those above it wrote. What becomes of rows is the target's affair.</summary>
internal sealed class LoadSteps(SourceSession session, LoadPlan plan, LoadOptions options, IStarTarget target)
{
    /// <summary>The step of a warehouse apart that copies what it reads of the graph.</summary>
    public const string Copy = "source/copy";

    /// <summary>The first step of a load that found something to do.</summary>
    public const string Scope = "staging/scope";

    /// <summary>The step that looks further where versions came or went.</summary>
    public const string Widen = "staging/widen_scope";

    private const string Load = "staging/load";
    private const string Due = "staging/due_subject";
    private const string Touched = "staging/touched_subject";
    private const string Aggregates = "aggregates/";
    private const string Months = "facts/loaded_month";

    private static readonly string[] Prepare =
    [
        Load,
        "dimensions/dim_date",
        "staging/load_month",
        "staging/horizon",
        "staging/due_window",
        Due,
        Touched,
    ];

    private static readonly string[] Compute =
    [
        Scope,
        "dimensions/dim_code",
        "dimensions/dim_region",
        .. DimensionTable.All.Select(dimension => dimension.Transform),
        "dimensions/bridge_committee",
        "dimensions/dim_rule_set",
        "dimensions/dim_scheme_item",
        "dimensions/dim_grade",
        "dimensions/dim_activity_kind",
        "dimensions/dim_evidence_kind",
        Widen,
        "staging/region_within",
        "staging/rule_period",
        "staging/lead_society",
        "staging/version_on",
        "staging/quarantine",
        "staging/branch_days",
        "staging/scope_member",
        "staging/society_days",
        "staging/society_known",
        "staging/branch_numbers",
        "staging/branch_known",
        "staging/target_days",
        "staging/evidence_scope",
        .. FactTable.All.Select(fact => fact.Transform),
        .. AggregateTable.All.Select(StepOf),
    ];

    /// <summary>Steps that find which subjects and months a load looks at.</summary>
    public static IReadOnlySet<string> Scoping { get; } = new HashSet<string>([.. Prepare, Scope, Widen], StringComparer.Ordinal);

    /// <summary>Names of all steps but the checks.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Prepare, .. Compute, Months];

    /// <summary>The step that keeps an aggregate.</summary>
    public static string StepOf(AggregateTable aggregate) => Aggregates + aggregate.Name;

    /// <summary>Whether a load found anything to do; where it did not, the star is the one that was checked before.</summary>
    public static bool Computed(IEnumerable<StepReport> steps) => steps.Any(step => step.Step == Scope);

    /// <summary>Passes the name and the work of each step to <paramref name="run"/>. Without a change no fact is read.</summary>
    public async Task RunAsync(Func<string, Func<Task<long>>, Task> run, CancellationToken ct)
    {
        foreach (var name in Prepare)
        {
            // What came due is read from the source.
            if (name == Due && session.IsApart)
            {
                await run(Copy, () => CopyAsync(ct));
            }

            await run(name, () => target.FileAsync(name, () => FileAsync(name, ct), ct));
        }

        if (!await IsTrueAsync(NothingToDo, ct))
        {
            if (!plan.IsFull)
            {
                await using var command = LoadStatement.Of(session.Star, LookUp);
                await command.ExecuteNonQueryAsync(ct);
            }

            var needed = await NeededSteps.ReadAsync(session.Star, plan, ct);
            foreach (var name in Compute)
            {
                if (name == Widen)
                {
                    await needed.TakeVersionsAsync(ct);
                }

                if (needed.Has(name))
                {
                    await run(name, () => needed.IsSame(name) ? SameAsync(name, ct) : StepAsync(name, ct));
                }
            }
        }

        await run(Months, () => target.FileAsync(Months, () => FileAsync(Months, ct), ct));
    }

    // Few subjects among many: what is in memory is found by key for hardly more than what lies in order, and by nobody faster than by one.
    private const string LookUp = "SET LOCAL random_page_cost = 1.1; SET LOCAL max_parallel_workers_per_gather = 0";

    private const string NothingIsDue = "CREATE TEMP TABLE due_subject (subject text, subject_id bigint, after_day date) ON COMMIT DROP";

    private const string NothingToDo =
        "SELECT NOT (SELECT is_full FROM load) AND NOT EXISTS (SELECT FROM touched_subject) "
        + "AND NOT EXISTS (SELECT FROM load_month WHERE is_new)";

    // Like staging's, its rows are not the star's.
    private async Task<long> CopyAsync(CancellationToken ct)
    {
        await new SourceCopy(session).RunAsync(ct);
        return 0;
    }

    private async Task<bool> IsTrueAsync(string question, CancellationToken ct)
    {
        await using var command = LoadStatement.Of(session.Star, question);
        return await command.ExecuteScalarAsync(ct) is true;
    }

    private async Task<long> SameAsync(string name, CancellationToken ct)
    {
        var fact = FactTable.All.Single(one => one.Transform == name).Name;
        await using var command = LoadStatement.Of(session.Star, $"CREATE TEMP TABLE moved_{fact} ON COMMIT DROP AS {Nothing(fact)}");
        await command.ExecuteNonQueryAsync(ct);
        return 0;
    }

    private static string Nothing(string fact) => $"SELECT 1 AS sign, true AS stays, f.* FROM dw.{fact} AS f WHERE false";

    private Task<long> StepAsync(string name, CancellationToken ct) =>
        FactTable.All.FirstOrDefault(fact => fact.Transform == name) is { } fact ? target.FactAsync(fact, TransformFile.All[name], ct)
        : DimensionTable.All.FirstOrDefault(dimension => dimension.Transform == name) is { } dimension
            ? target.DimensionAsync(dimension, TransformFile.All[name], ct)
        : AggregateTable.All.FirstOrDefault(aggregate => StepOf(aggregate) == name) is { } aggregate ? target.AggregateAsync(aggregate, ct)
        : target.FileAsync(name, () => FileAsync(name, ct), ct);

    private async Task<long> FileAsync(string name, CancellationToken ct)
    {
        var isIdle = name == Due && !await IsTrueAsync("SELECT EXISTS (SELECT FROM due_window)", ct);
        await using var command = LoadStatement.Of(session.Star, isIdle ? NothingIsDue : TransformFile.All[name].Sql);
        if (name == Load)
        {
            command.Parameters.AddWithValue("load_run_id", plan.RunId);
            command.Parameters.AddWithValue("as_of", options.AsOf);
            command.Parameters.Add(RunLog.FromMonth(options));
            command.Parameters.AddWithValue("is_full", plan.IsFull);
            command.Parameters.AddWithValue("generation", plan.Generation);
            command.Parameters.AddWithValue("unload", options.Unload.ToArray());
        }

        var rows = await command.ExecuteNonQueryAsync(ct);
        // Staging tables are made, not written: only what the star gained or lost counts.
        return name.StartsWith("staging/", StringComparison.Ordinal) ? 0 : Math.Max(rows, 0);
    }
}
