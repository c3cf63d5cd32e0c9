using System.Buffers;
using System.Diagnostics;
using System.Text.Json;
using Npgsql;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.Language;
using SocietyParty.Service.Options;
using SocietyParty.Service.Queries;

namespace SocietyParty.Service.Http;

/// <summary>
/// A query of which the database refused something → its answer, with that root field alone null. A statement fails as a whole and does
/// not say for which field, so each field is asked by itself, all in one snapshot.
/// </summary>
internal sealed class FieldRunner(QueryPipeline pipeline, DatabaseFailures failures, ServiceOptions options)
{
    /// <summary>Whether the failure is one field's fault, and there are others.</summary>
    public static bool IsFor(NpgsqlException error, PreparedQuery query) =>
        DatabaseFailures.IsOfOneField(error)
        && query.Plan.Operation.Kind == OperationType.Query
        && query.Plan.Operation.Fields.Count(field => !field.IsMeta && !query.Fails(field)) > 1;

    public async Task<OperationResponse> RunAsync(
        PreparedQuery query,
        string trace,
        Action<Utf8JsonWriter>? extensions,
        CancellationToken ct
    )
    {
        var roots = new Dictionary<string, ReadOnlyMemory<byte>>(StringComparer.Ordinal);
        var errors = new List<GraphQLError>(query.Failures);
        var started = Stopwatch.GetTimestamp();
        await using var snapshot = await pipeline.OpenSnapshotAsync(query.Access, ct, query.Point);
        foreach (var field in query.Plan.Operation.Fields.Where(field => !field.IsMeta && !query.Fails(field)))
        {
            // All together take no longer than one statement may.
            if (Stopwatch.GetElapsedTime(started).TotalMilliseconds > options.Http.StatementMsMax)
            {
                errors.Add(EngineWords.In(DatabaseFailures.TooLong(field), query.Language));
                continue;
            }

            var alone = pipeline.Alone(query, field);
            try
            {
                roots[field.ResponseKey] = await QueryPipeline.ValueAsync(pipeline.Schema, alone, snapshot, ct);
            }
            catch (PostgresException error) when (failures.Explain(error, alone.Plan, query.Language, trace) is { IsPartial: true } failed)
            {
                errors.AddRange(failed.Errors);
            }
        }

        var body = new ArrayBufferWriter<byte>();
        ResponseWriter.Write(
            body,
            pipeline.Schema,
            query.Plan.Operation,
            query.Variables,
            roots,
            errors,
            extensions,
            query.OnError == ErrorMode.Propagate
        );
        return new(StatusCodes.Status200OK, body.WrittenMemory) { Code = errors.Count == 0 ? null : errors[0].Code };
    }
}
