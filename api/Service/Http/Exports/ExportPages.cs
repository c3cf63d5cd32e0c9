using System.Diagnostics;
using System.Runtime.CompilerServices;
using System.Text.Json;
using SocietyParty.GraphQL.Language;
using SocietyParty.Rules.Sentences;
using SocietyParty.Service.Access;
using SocietyParty.Service.Queries;
using SocietyParty.Service.Queries.Answers;

namespace SocietyParty.Service.Http.Exports;

/// <summary>
/// A list page by page, through the pipeline of every query: the same planning, the same limits, the same access. A page's items are gone
/// when the next one is asked for.
/// </summary>
/// <param name="isComputed">Whether the whole list is computed for each page, as indicators are.</param>
/// <param name="statementMsMax">Milliseconds of a statement; pages stay far below it.</param>
internal sealed class ExportPages(
    QueryPipeline pipeline,
    ExportQuery query,
    RequestAccess access,
    Language language,
    bool isComputed,
    int statementMsMax
)
{
    // A small page at first tells how long the list's rows take.
    private const int FirstRows = 500;
    private const int Quick = 40;
    private const int Slow = 8;

    private const string FieldCost = "SP-LIMIT-020";
    private const string TypeCost = "SP-LIMIT-021";
    private const string PageProduct = "SP-LIMIT-022";

    private readonly MemorySink answer = new();
    private PreparedQuery? first;
    private int pageSize;
    private int largest;

    /// <summary>The first page's query. Pages are no larger than a query's cost allows, so that a wide list has smaller ones.</summary>
    public Outcome<PreparedQuery> Prepare(int pageSizeMax)
    {
        pageSize = pageSizeMax;
        var prepared = Prepare(isFirst: true, after: null);
        while (!prepared.Succeeded && pageSize > 1 && prepared.Errors.All(IsOfSize))
        {
            pageSize /= 2;
            prepared = Prepare(isFirst: true, after: null);
        }

        largest = pageSize;
        if (prepared.Succeeded && !isComputed && pageSize > FirstRows)
        {
            pageSize = FirstRows;
            prepared = Prepare(isFirst: true, after: null);
        }

        prepared.TryGet(out first);
        return prepared;
    }

    /// <summary>After <see cref="Prepare(int)"/>. A page holds until the next one is asked for.</summary>
    /// <exception cref="Npgsql.NpgsqlException">The database failed.</exception>
    public async IAsyncEnumerable<ExportPage> ReadAsync(StatementSnapshot snapshot, [EnumeratorCancellation] CancellationToken ct)
    {
        var page = first ?? throw new InvalidOperationException("Nothing is prepared.");
        while (true)
        {
            answer.Clear();
            var watch = Stopwatch.StartNew();
            await pipeline.RunAsync(page, answer, ct, snapshot: snapshot);
            FitTo(watch.ElapsedMilliseconds);
            using var document = JsonDocument.Parse(answer.Written);
            var data = document.RootElement.GetProperty("data");
            JsonElement? parent = data.TryGetProperty(ExportQuery.Parent, out var found) ? found : null;
            var isNobodys = data.TryGetProperty(ExportQuery.Owner, out var owner) && owner.ValueKind == JsonValueKind.Null;
            if (isNobodys || parent is { ValueKind: JsonValueKind.Null })
            {
                yield return new ExportPage(isNobodys ? owner : parent, 0, []);
                yield break;
            }

            var list = (parent ?? data).GetProperty(ExportQuery.List);
            var count = list.TryGetProperty("totalCount", out var total) ? total.GetInt64() : 0;
            yield return new ExportPage(parent, count, list.GetProperty("nodes").EnumerateArray());
            var info = list.GetProperty("pageInfo");
            if (!info.GetProperty("hasNextPage").GetBoolean())
            {
                yield break;
            }

            page = Prepare(isFirst: false, info.GetProperty("endCursor").GetString()).Value;
        }
    }

    // Rows that are read quickly come in larger pages, others in smaller ones, before a statement meets its limit.
    private void FitTo(long milliseconds)
    {
        if (!isComputed)
        {
            pageSize =
                milliseconds < statementMsMax / Quick ? Math.Min(pageSize * 2, largest)
                : milliseconds > statementMsMax / Slow ? Math.Max(pageSize / 2, 1)
                : pageSize;
        }
    }

    private Outcome<PreparedQuery> Prepare(bool isFirst, string? after) =>
        pipeline.Prepare(
            new GraphQLRequest(query.DocumentOf(isFirst), null, query.Variables(pageSize, after)) { Access = access, Language = language }
        );

    private static bool IsOfSize(GraphQLError error) => error.Code is FieldCost or TypeCost or PageProduct;
}

/// <param name="Parent">The thing whose list it is, as JSON null where there is none; null for a list of the root.</param>
/// <param name="TotalCount">Items of the whole list; told with the first page.</param>
internal sealed record ExportPage(JsonElement? Parent, long TotalCount, IEnumerable<JsonElement> Nodes);
