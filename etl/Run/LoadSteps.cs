using Npgsql;
using SocietyParty.Etl.Run.Source;
using SocietyParty.Etl.Run.Star;

namespace SocietyParty.Etl.Run;

/// <summary>The steps of a load, in order; each reads what those above it wrote. What becomes of rows is the target's affair.</summary>
internal sealed class LoadSteps(SourceSession session, LoadPlan plan, LoadOptions options, IStarTarget target)
{
    /// <summary>The step of a warehouse apart that copies what it reads of the graph.</summary>
    public const string Copy = "source/copy";

    private const string Load = "staging/load";
    private const string Due = "staging/due_subject";
    private const string Scope = "staging/touched_subject";
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
        Scope,
    ];

    private static readonly string[] Compute =
    [
        "staging/scope",
        "staging/region_within",
        "dimensions/dim_code",
        "dimensions/dim_region",
        .. DimensionTable.All.Select(dimension => dimension.Transform),
        "dimensions/bridge_committee",
        "dimensions/dim_rule_set",
        "dimensions/dim_scheme_item",
        "dimensions/dim_grade",
        "staging/widen_scope",
        "staging/rule_period",
        "staging/version_on",
        "staging/quarantine",
        "staging/branch_days",
        "staging/scope_member",
        "staging/society_days",
        "staging/branch_numbers",
        "staging/target_days",
        .. FactTable.All.Select(fact => fact.Transform),
        .. AggregateTable.All.Select(aggregate => Aggregates + aggregate.Name),
    ];

    /// <summary>Names of all steps but the checks.</summary>
    public static IReadOnlyList<string> All { get; } = [.. Prepare, .. Compute, Months];

    /// <summary>Whether a load found anything to do; where it did not, the star is the one that was checked before.</summary>
    public static bool Computed(IEnumerable<StepReport> steps) => steps.Any(step => step.Step == Compute[0]);

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

            foreach (var name in Compute)
            {
                await run(name, () => StepAsync(name, ct));
            }
        }

        await run(Months, () => target.FileAsync(Months, () => FileAsync(Months, ct), ct));
    }

    // Few subjects among many: what is in memory is found by key for hardly more than what lies in order.
    private const string LookUp = "SET LOCAL random_page_cost = 1.1";

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

    private Task<long> StepAsync(string name, CancellationToken ct) =>
        FactTable.All.FirstOrDefault(fact => fact.Transform == name) is { } fact ? target.FactAsync(fact, TransformFile.All[name], ct)
        : DimensionTable.All.FirstOrDefault(dimension => dimension.Transform == name) is { } dimension
            ? target.DimensionAsync(dimension, TransformFile.All[name], ct)
        : AggregateTable.All.FirstOrDefault(aggregate => Aggregates + aggregate.Name == name) is { } aggregate
            ? target.AggregateAsync(aggregate, ct)
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
