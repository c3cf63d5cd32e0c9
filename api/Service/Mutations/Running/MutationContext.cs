using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Service.Model;
using SocietyParty.Service.Mutations.Inputs;

namespace SocietyParty.Service.Mutations.Running;

/// <summary>What a mutation works with, for one try of its transaction.</summary>
/// <param name="graph">Rows that it reads and changes.</param>
/// <param name="actor">Who asks.</param>
/// <param name="now">The moment of the request.</param>
internal sealed class MutationContext(GraphContext graph, string actor, DateTimeOffset now)
{
    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    private readonly List<MutationError> errors = [];
    private readonly List<MutationError> warnings = [];

    public GraphContext Graph => graph;

    public string Actor => actor;

    public DateTimeOffset Now => now;

    /// <summary>Today in Beijing. For defaults only: a rule takes the day from the input.</summary>
    public DateOnly Today => DateOnly.FromDateTime(now.ToOffset(Beijing).DateTime);

    public IReadOnlyList<MutationError> Errors => errors;

    public IReadOnlyList<MutationError> Warnings => warnings;

    public bool HasErrors => errors.Count > 0;

    /// <summary>A rule is broken: it forbids the change, or becomes a warning, as its severity says. Null is no breach.</summary>
    public void Add(Breach? breach)
    {
        if (breach is not null)
        {
            (breach.Severity == Severity.Error ? errors : warnings).Add(new(MutationErrorKind.RuleViolation, breach));
        }
    }

    public void Add(IEnumerable<Breach> breaches)
    {
        foreach (var breach in breaches)
        {
            Add(breach);
        }
    }

    /// <summary>The input cannot be right, whatever the rules are.</summary>
    public void Fail(string code, string message, params IReadOnlyList<string> path) =>
        errors.Add(new(MutationErrorKind.InputError, new Breach(code, message, null, Path: path)));

    /// <summary>Something that the input names otherwise than by an identity is not there.</summary>
    public void Missing(string what, params IReadOnlyList<string> path) =>
        errors.Add(new(MutationErrorKind.NotFoundError, new Breach("NOT_FOUND", $"There is no {what}.", null, Path: path)));

    /// <summary>The row of an identity; null, with the error for it, where there is none.</summary>
    public async Task<T?> FindAsync<T>(Id<T> id, CancellationToken ct, params IReadOnlyList<string> path)
        where T : class, IRow
    {
        if (id.Key is not { } key)
        {
            Fail("INVALID_ID", $"\"{id.Text}\" is no identity of a {typeof(T).Name}: give the id of one as a query gave it.", path);
            return null;
        }

        var row = await graph.Set<T>().FindAsync([key], ct);
        if (row is null)
        {
            Missing($"{typeof(T).Name} with the id {id.Text}", path);
        }

        return row;
    }

    /// <summary>As <see cref="FindAsync{T}(Id{T}, CancellationToken, IReadOnlyList{string})"/> for what may be left out.</summary>
    public async Task<T?> FindAsync<T>(Id<T>? id, CancellationToken ct, params IReadOnlyList<string> path)
        where T : class, IRow => id is { } given ? await FindAsync(given, ct, path) : null;

    /// <summary>The rows of identities in their order, without those that are not there; an error for each of those.</summary>
    public async Task<IReadOnlyList<T>> FindAllAsync<T>(IReadOnlyList<Id<T>> ids, string field, CancellationToken ct)
        where T : class, IRow
    {
        var rows = new List<T>(ids.Count);
        for (var i = 0; i < ids.Count; i++)
        {
            if (await FindAsync(ids[i], ct, field, Position(i)) is { } row)
            {
                rows.Add(row);
            }
        }

        return rows;
    }

    /// <summary>Whether nobody changed the row since the caller read it; adds the conflict where somebody did.</summary>
    public bool HasVersion(IVersioned row, int? read)
    {
        if (read is null || read == row.Version)
        {
            return true;
        }

        errors.Add(
            new(
                MutationErrorKind.VersionConflict,
                new Breach(
                    "VERSION_CONFLICT",
                    $"It was changed since version {read} was read; it has version {row.Version} now. Read it again, and decide again.",
                    null,
                    Path: ["version"]
                ),
                new Conflict(graph.Entry(row).Metadata.ClrType.Name, row.Id, row.Version)
            )
        );
        return false;
    }

    /// <summary>The rules of one subject that are in effect for a committee on a day.</summary>
    public async Task<T> RulesOfAsync<T>(long committeeId, DateOnly day, CancellationToken ct)
        where T : class, ISection
    {
        var section = T.Key;
        var found = await graph
            .Database.SqlQuery<string?>(
                $"""
                SELECT graph.rule_section(c.region_code, {section}, {day})::text AS "Value"
                FROM graph.committee AS c WHERE c.id = {committeeId}
                """
            )
            .SingleAsync(ct)
            ?? throw new InvalidOperationException($"No rule set has the section \"{section}\" on {day:yyyy-MM-dd}; the default one must.");
        return JsonSerializer.Deserialize<T>(found, RuleSet.Json)!;
    }

    /// <summary>Writes what was changed up to here, so that the database has checked it and given it keys.</summary>
    public Task SaveAsync(CancellationToken ct) => graph.SaveChangesAsync(ct);

    public MutationResult Done(IRow changed) =>
        HasErrors ? throw new InvalidOperationException("A mutation with errors is not done.") : new(changed);

    /// <summary>With the errors that were added.</summary>
    public MutationResult Refused() =>
        HasErrors ? new((IRow?)null) : throw new InvalidOperationException("A mutation was refused without an error.");

    public static string Position(int index) => index.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
