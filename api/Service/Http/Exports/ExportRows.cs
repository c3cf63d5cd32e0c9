using System.Text.Json;
using SocietyParty.GraphQL.Language;
using SocietyParty.Rules.Sentences;
using SocietyParty.Service.Access;
using SocietyParty.Service.Queries;
using SocietyParty.Service.Queries.Answers;
using SocietyParty.Sql.Writing;

namespace SocietyParty.Service.Http.Exports;

/// <summary>
/// A list as a whole: what is said of it by a query like any other, then its rows by one statement. That is made of the plan of a page,
/// with the same filters, order, limits and access.
/// </summary>
internal sealed class ExportRows(QueryPipeline pipeline, ExportQuery query, RequestAccess access, Language language)
{
    private PreparedQuery? head;
    private PreparedQuery? list;

    /// <summary>Both queries, or what is wrong with them.</summary>
    public Outcome<PreparedQuery> Prepare()
    {
        var prepared = Prepare(ofRows: true);
        if (!prepared.TryGet(out list))
        {
            return prepared;
        }

        prepared = Prepare(ofRows: false);
        prepared.TryGet(out head);
        return prepared;
    }

    /// <summary>After <see cref="Prepare()"/>.</summary>
    /// <exception cref="Npgsql.NpgsqlException">The database failed.</exception>
    public async Task<ExportHead> HeadAsync(StatementSnapshot snapshot, CancellationToken ct)
    {
        var answer = new MemorySink();
        await pipeline.RunAsync(head!, answer, ct, snapshot: snapshot);
        using var document = JsonDocument.Parse(answer.Written);
        var data = document.RootElement.GetProperty("data");
        JsonElement? parent = data.TryGetProperty(ExportQuery.Parent, out var found) ? found.Clone() : null;
        if (data.TryGetProperty(ExportQuery.Owner, out var owner) && owner.ValueKind == JsonValueKind.Null)
        {
            parent = owner.Clone();
        }

        return parent is { ValueKind: JsonValueKind.Null }
            ? new ExportHead(parent, 0)
            : new ExportHead(parent, (parent ?? data).GetProperty(ExportQuery.List).GetProperty("totalCount").GetInt64());
    }

    /// <summary>After <see cref="HeadAsync"/>, of the same state.</summary>
    /// <param name="firstMsMax">How long the first ones may take.</param>
    /// <param name="msMax">How long the rows may be read.</param>
    /// <exception cref="Npgsql.NpgsqlException">The database failed.</exception>
    public async Task<ItemReader> OpenAsync(StatementSnapshot snapshot, int firstMsMax, int msMax, CancellationToken ct)
    {
        var statement = pipeline.ListOf(list!, ExportQuery.List);
        // Whatever of them could be wrong was read when it was prepared.
        var values = statement.Parameters.Select(parameter => parameter.Read(list!.Variables).Value).ToArray();
        return new ItemReader(await snapshot.CopyAsync(statement, values, firstMsMax, msMax, ct), statement.Item);
    }

    private Outcome<PreparedQuery> Prepare(bool ofRows) =>
        pipeline.Prepare(
            new GraphQLRequest(query.DocumentOf(ofRows), null, query.Variables(ofRows)) { Access = access, Language = language }
        );
}

/// <param name="Parent">The thing whose list it is, as JSON null where there is none; null for a list of the root.</param>
/// <param name="TotalCount">Items of the list.</param>
internal sealed record ExportHead(JsonElement? Parent, long TotalCount);
