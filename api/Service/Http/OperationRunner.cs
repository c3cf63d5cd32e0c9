using System.Buffers;
using System.Collections.Immutable;
using Npgsql;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.Language;

namespace SocietyParty.Service.Http;

/// <summary>A prepared query → its response, whatever carries it: HTTP, a batch, a WebSocket or an event.</summary>
internal sealed class OperationRunner(QueryPipeline pipeline, DatabaseFailures failures)
{
    /// <summary>Failures of the database are in the response; only a cancellation throws.</summary>
    public async Task<OperationResponse> RunAsync(PreparedQuery query, string trace, CancellationToken ct)
    {
        try
        {
            return new(StatusCodes.Status200OK, Body(query, await pipeline.RunAsync(query, ct), []));
        }
        catch (NpgsqlException error) when (!ct.IsCancellationRequested)
        {
            var failed = failures.Explain(error, query.Plan, trace);
            return failed.IsPartial ? new(failed.Status, Body(query, [], failed.Errors)) : Failed(failed.Status, failed.Errors);
        }
    }

    /// <summary>A response of errors alone.</summary>
    public static OperationResponse Failed(int status, ImmutableArray<GraphQLError> errors)
    {
        var body = new ArrayBufferWriter<byte>();
        ResponseWriter.WriteErrors(body, errors);
        return new(status, body);
    }

    private ArrayBufferWriter<byte> Body(
        PreparedQuery query, IReadOnlyList<ReadOnlyMemory<byte>?> columns, IReadOnlyList<GraphQLError> errors)
    {
        var roots = new Dictionary<string, ReadOnlyMemory<byte>>(columns.Count, StringComparer.Ordinal);
        for (var i = 0; i < columns.Count; i++)
            if (columns[i] is { } json)
                roots[query.Plan.Statement.Columns[i]] = json;
        var body = new ArrayBufferWriter<byte>();
        ResponseWriter.Write(body, pipeline.Schema, query.Plan.Operation, query.Variables, roots, errors);
        return body;
    }
}

/// <param name="Status">The HTTP status that fits it.</param>
/// <param name="Body">The response as JSON.</param>
internal sealed record OperationResponse(int Status, ArrayBufferWriter<byte> Body);
