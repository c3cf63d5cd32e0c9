using System.Globalization;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Npgsql;
using SocietyParty.Rules;
using SocietyParty.Rules.Inputs;
using SocietyParty.Service.Access;
using SocietyParty.Service.Model;
using SocietyParty.Service.Mutations.Inputs;

namespace SocietyParty.Service.Mutations.Running;

/// <summary>What a mutation works with, for one try of its transaction.</summary>
/// <param name="graph">Rows that it reads and changes.</param>
/// <param name="actor">Who asks.</param>
/// <param name="now">The moment of the request.</param>
/// <param name="today">Beijing's day, as the database tells it: what it works out of today and what is checked here are of one day.</param>
internal sealed class MutationContext(GraphContext graph, RequestAccess access, DateTimeOffset now, DateOnly today)
{
    private readonly List<MutationError> errors = [];
    private readonly List<MutationError> warnings = [];

    public GraphContext Graph => graph;

    /// <summary>Who asks, in which role.</summary>
    public RequestAccess Access => access;

    public string Actor => access.Actor;

    public DateTimeOffset Now => now;

    /// <summary>Today in Beijing.</summary>
    public DateOnly Today => today;

    public IReadOnlyList<MutationError> Errors => errors;

    public IReadOnlyList<MutationError> Warnings => warnings;

    public bool HasErrors => errors.Count > 0;

    /// <summary>A rule is broken: it forbids the change, or becomes a warning, as its severity says. Null is no breach.</summary>
    public void Add(Breach? breach)
    {
        if (breach is not null)
        {
            var kind = breach.IsOfInput ? MutationErrorKind.InputError : MutationErrorKind.RuleViolation;
            (breach.Severity == Severity.Error ? errors : warnings).Add(new(kind, breach));
        }
    }

    public void Add(IEnumerable<Breach> breaches)
    {
        foreach (var breach in breaches)
        {
            Add(breach);
        }
    }

    /// <summary>As <see cref="Add(Breach?)"/>, of what cannot be right whatever the rules are.</summary>
    public void AddOfInput(Breach? breach)
    {
        if (breach is not null)
        {
            errors.Add(new(MutationErrorKind.InputError, breach));
        }
    }

    /// <summary>Something that the input names by a code is not there.</summary>
    /// <param name="thing">What has the code: a sentence's key behind <c>Thing.</c>.</param>
    public void Missing(string thing, string code, params IReadOnlyList<string> path) =>
        errors.Add(new(MutationErrorKind.NotFoundError, KnownRow.NoCode(thing, code, path)));

    /// <summary>The row of an identity; null, with the error for it, where there is none.</summary>
    public async Task<T?> FindAsync<T>(Id<T> id, CancellationToken ct, params IReadOnlyList<string> path)
        where T : class, IRow
    {
        if (id.Key is not { } key)
        {
            Add(KnownRow.NoIdentity(typeof(T).Name, id.Text, path));
            return null;
        }

        var row = await graph.Set<T>().FindAsync([key], ct);
        if (row is null)
        {
            errors.Add(new(MutationErrorKind.NotFoundError, KnownRow.NoRow(typeof(T).Name, id.Text, path)));
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
        if (VersionFits.Check(read, row.Version) is not { } breach)
        {
            return true;
        }

        errors.Add(
            new(MutationErrorKind.VersionConflict, breach, new Conflict(graph.Entry(row).Metadata.ClrType.Name, row.Id, row.Version))
        );
        return false;
    }

    /// <summary>The rules of one subject that are in effect for a committee on a day; the default rule set has some at least.</summary>
    public async Task<T> RulesOfAsync<T>(long committeeId, DateOnly day, CancellationToken ct)
        where T : class, ISection =>
        await FindRulesOfAsync<T>(committeeId, day, ct)
        ?? throw new InvalidOperationException($"No rule set has the section \"{T.Key}\" on {day:yyyy-MM-dd}; the default one must.");

    /// <summary>The same of a subject on which only cities have rules; null where none is in effect.</summary>
    public async Task<T?> FindRulesOfAsync<T>(long committeeId, DateOnly day, CancellationToken ct)
        where T : class, ISection
    {
        var section = T.Key;
        var found = await AskOneAsync(
            $"SELECT graph.rule_section(c.region_code, {section}, {day})::text FROM graph.committee AS c WHERE c.id = {committeeId}",
            row => row.IsDBNull(0) ? null : row.GetString(0),
            ct
        );
        return found is null ? null : JsonSerializer.Deserialize<T>(found, RuleSet.Json)!;
    }

    /// <summary>The name of a committee's region.</summary>
    public Task<string> RegionOfAsync(long committeeId, CancellationToken ct) =>
        AskOneAsync(
            $"SELECT r.name FROM graph.committee AS c JOIN graph.region AS r ON r.code = c.region_code WHERE c.id = {committeeId}",
            row => row.GetString(0),
            ct
        );

    /// <summary>
    /// The rows of a statement in the mutation's transaction; what stands in braces are parameters. For what most mutations ask: EF Core
    /// takes longer to make such a statement than PostgreSQL to answer it.
    /// </summary>
    public async Task<List<T>> AskAsync<T>(FormattableString sql, Func<NpgsqlDataReader, T> read, CancellationToken ct)
    {
        var places = new object[sql.ArgumentCount];
        await using var command = new NpgsqlCommand { Connection = (NpgsqlConnection)graph.Database.GetDbConnection() };
        for (var i = 0; i < places.Length; i++)
        {
            places[i] = string.Create(CultureInfo.InvariantCulture, $"${i + 1}");
            command.Parameters.Add(new NpgsqlParameter { Value = sql.GetArgument(i) ?? DBNull.Value });
        }

        command.CommandText = string.Format(CultureInfo.InvariantCulture, sql.Format, places);
        await using var reader = await command.ExecuteReaderAsync(ct);
        var rows = new List<T>();
        while (await reader.ReadAsync(ct))
        {
            rows.Add(read(reader));
        }

        return rows;
    }

    /// <summary>As <see cref="AskAsync{T}"/>, of a statement that has one row.</summary>
    public async Task<T> AskOneAsync<T>(FormattableString sql, Func<NpgsqlDataReader, T> read, CancellationToken ct) =>
        (await AskAsync(sql, read, ct)).Single();

    /// <summary>Writes what was changed up to here, so that the database has checked it and given it keys.</summary>
    public Task SaveAsync(CancellationToken ct) => graph.SaveChangesAsync(ct);

    public MutationResult Done(IRow changed) =>
        HasErrors ? throw new InvalidOperationException("A mutation with errors is not done.") : new(changed);

    /// <summary>With the errors that were added.</summary>
    public MutationResult Refused() =>
        HasErrors ? new((IRow?)null) : throw new InvalidOperationException("A mutation was refused without an error.");

    public static string Position(int index) => index.ToString(CultureInfo.InvariantCulture);
}
