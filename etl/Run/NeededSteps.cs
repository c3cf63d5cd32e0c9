using Npgsql;
using SocietyParty.Etl.Run.Star;

namespace SocietyParty.Etl.Run;

/// <summary>
/// Which steps a load needs: those that read what changed, and those that make what these read. A load of everything, one that fills a
/// month, and one that passes over days on which something came due need all of them.
/// </summary>
internal sealed class NeededSteps
{
    private const string AnythingMayHaveChanged = """
        SELECT EXISTS (SELECT FROM load_month WHERE is_new OR snapshot_day IS DISTINCT FROM snapshot_day_before)
            OR EXISTS (SELECT FROM due_subject) OR EXISTS (SELECT FROM touched WHERE relation IS NULL)
        """;

    private const string ReadChanged = "SELECT DISTINCT relation FROM touched";

    // What has no fact, and yet is written.
    private const string Quarantine = "staging/quarantine";

    private readonly NpgsqlConnection connection;
    private readonly HashSet<string>? changed;
    private readonly HashSet<string> needed = new([LoadSteps.Scope], StringComparer.Ordinal);
    private readonly HashSet<string> same = new(StringComparer.Ordinal);

    private NeededSteps(NpgsqlConnection connection, HashSet<string>? changed) => (this.connection, this.changed) = (connection, changed);

    /// <summary>Finds what changed; <c>touched</c>, <c>due_subject</c> and <c>load_month</c> must be there.</summary>
    public static async Task<NeededSteps> ReadAsync(NpgsqlConnection connection, LoadPlan plan, CancellationToken ct)
    {
        if (plan.IsFull || await IsTrueAsync(connection, AnythingMayHaveChanged, ct))
        {
            return new NeededSteps(connection, null);
        }

        var needed = new NeededSteps(connection, await NamesAsync(connection, ReadChanged, ct));
        needed.Take(LoadSteps.All.Where(step => IsOfDimension(step) && needed.Reads(step)));
        // Later steps ask what changed of every dimension.
        var same = DimensionTable.All.Where(dimension => !needed.Reads(dimension.Transform)).Select(dimension => Unchanged(dimension.Name));
        await ExecuteAsync(connection, string.Concat(same), ct);
        return needed;
    }

    /// <summary>Takes what the dimensions' steps found: from here on a version that came or went is a change, too.</summary>
    public async Task TakeVersionsAsync(CancellationToken ct)
    {
        if (changed is null)
        {
            return;
        }

        var versions = string.Join(
            " UNION ALL ",
            DimensionTable.All.Select(dimension => $"SELECT '{dimension.Name}' WHERE EXISTS (SELECT FROM changed_{dimension.Name})")
        );
        var moved = await NamesAsync(connection, versions, ct);
        changed.UnionWith(moved);
        Take(FactTable.All.Select(fact => fact.Transform).Append(Quarantine).Where(Reads));
        same.UnionWith(
            FactTable.All.Where(MovesWithVersions).Select(fact => fact.Transform).Where(step => moved.Count > 0 && !Reads(step))
        );
        needed.UnionWith(same);
        needed.UnionWith(AggregateTable.All.Where(one => needed.Contains(one.Fact.Transform)).Select(LoadSteps.StepOf));
        if (moved.Count > 0)
        {
            needed.Add(LoadSteps.Widen);
        }
    }

    /// <summary>Whether the load needs this step. Of those after the dimensions it is known once these are loaded.</summary>
    public bool Has(string step) => changed is null || needed.Contains(step);

    /// <summary>Whether the rows of this fact stay, and only what they are added up by moves.</summary>
    public bool IsSame(string step) => same.Contains(step);

    private static bool IsOfDimension(string step) => step.StartsWith("dimensions/", StringComparison.Ordinal);

    private void Take(IEnumerable<string> steps) => needed.UnionWith(steps.SelectMany(StepLineage.StepsOf));

    private static bool MovesWithVersions(FactTable fact) => AggregateTable.All.Any(one => one.Fact == fact && one.MovesWith is not null);

    // Of what is not told nobody knows whether it changed: a dimension that reads it is looked at each time.
    private bool Reads(string step) =>
        StepLineage.RelationsOf(step) is var relations && (relations.Overlaps(changed!) || (IsOfDimension(step) && !IsTold(relations)));

    private static bool IsTold(IReadOnlySet<string> relations) =>
        relations.All(relation => StepLineage.Told.Contains(relation) || DimensionTable.All.Any(dimension => dimension.Name == relation));

    private static string Unchanged(string dimension) =>
        $"CREATE TEMP TABLE changed_{dimension} (id bigint, from_day date) ON COMMIT DROP;";

    private static async Task<bool> IsTrueAsync(NpgsqlConnection connection, string question, CancellationToken ct)
    {
        await using var command = LoadStatement.Of(connection, question);
        return await command.ExecuteScalarAsync(ct) is true;
    }

    private static async Task ExecuteAsync(NpgsqlConnection connection, string sql, CancellationToken ct)
    {
        if (sql.Length > 0)
        {
            await using var command = LoadStatement.Of(connection, sql);
            await command.ExecuteNonQueryAsync(ct);
        }
    }

    private static async Task<HashSet<string>> NamesAsync(NpgsqlConnection connection, string question, CancellationToken ct)
    {
        var names = new HashSet<string>(StringComparer.Ordinal);
        await using var command = LoadStatement.Of(connection, question);
        await using var reader = await command.ExecuteReaderAsync(ct);
        while (await reader.ReadAsync(ct))
        {
            names.Add(reader.GetString(0));
        }

        return names;
    }
}
