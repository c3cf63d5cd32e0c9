using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using Npgsql;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.Language;
using SocietyParty.Service.Access;
using SocietyParty.Service.Http.Records;
using SocietyParty.Service.Http.SignIn;
using SocietyParty.Service.Mutations.Running;
using SocietyParty.Service.Queries;
using SocietyParty.Service.Queries.Answers;
using SocietyParty.Service.Telemetry;

namespace SocietyParty.Service.Http;

/// <summary>A prepared query → its response, whatever carries it: HTTP, a batch, a WebSocket or an event.</summary>
internal sealed class OperationRunner(
    QueryPipeline pipeline,
    StatementRunner statements,
    MutationRunner mutations,
    DatabaseFailures failures,
    FieldRunner fields,
    ReplayRunner replays,
    RightGate? gate = null,
    ReadRecord? reads = null
)
{
    /// <summary>The whole response in memory. Failures of the database are in it; only a cancellation throws.</summary>
    public async Task<OperationResponse> RunAsync(
        PreparedQuery query,
        string trace,
        CancellationToken ct,
        Action<Utf8JsonWriter>? extensions = null
    )
    {
        using var span = OperationSpan.Start(null);
        span?.Prepared(query);
        var sink = new MemorySink();
        var response = await RunAsync(query, sink, trace, ct, extensions) ?? new(StatusCodes.Status200OK, sink.Written);
        span?.Failed(response.Code);
        return response;
    }

    /// <summary>Whether the caller sees one of these rows; an outage counts as no, since nothing may leak.</summary>
    public async Task<bool> SeesAsync(ImmutableArray<(string Table, ImmutableArray<long> Keys)>? rows, RequestAccess access, string trace)
    {
        try
        {
            if (rows is not { } any)
            {
                return true;
            }

            foreach (var (table, keys) in any)
            {
                if (await statements.SeesAnyAsync(table, [.. keys], access, CancellationToken.None))
                {
                    return true;
                }
            }

            return false;
        }
        catch (NpgsqlException error)
        {
            failures.BrokenOff(error, trace);
            return false;
        }
    }

    /// <summary>
    /// Writes the response while it arrives. Gives null where it did, or else the response to send instead. Where half of it had been
    /// sent already, the sink is broken off: half an answer must not look like a whole one.
    /// </summary>
    public async Task<OperationResponse?> RunAsync(
        PreparedQuery query,
        IAnswerSink sink,
        string trace,
        CancellationToken ct,
        Action<Utf8JsonWriter>? extensions = null
    )
    {
        try
        {
            return await AnswerAsync(query, sink, trace, extensions, ct);
        }
        catch (OperationCanceledException) when (sink.HasStarted && !ct.IsCancellationRequested)
        {
            // The reader took too long; nobody has cancelled the request itself.
            sink.BreakOff();
            return null;
        }
        catch (NpgsqlException error) when (!ct.IsCancellationRequested)
        {
            var failed = failures.Explain(error, query.Plan, query.Language, trace);
            if (sink.HasStarted)
            {
                sink.BreakOff();
                return null;
            }

            return failed.IsPartial
                ? new(failed.Status, Partial(query, failed.Errors, extensions)) { Code = failed.Errors[0].Code }
                : Failed(failed.Status, failed.Errors, extensions);
        }
    }

    private async Task<OperationResponse?> AnswerAsync(
        PreparedQuery query,
        IAnswerSink sink,
        string trace,
        Action<Utf8JsonWriter>? extensions,
        CancellationToken ct
    )
    {
        // Of an event it was recorded when somebody subscribed.
        if (reads is not null && query.Plan.Event is null)
        {
            await reads.AddAsync(query, trace, ct);
        }

        if (!query.Plan.Changes.IsEmpty)
        {
            if (RightGate.Refusal(query) is { } refused)
            {
                await (gate?.RecordAsync(query.Access, refused) ?? Task.CompletedTask);
                return Failed(StatusCodes.Status403Forbidden, [new(refused.Key, refused.In(query.Language))], extensions);
            }

            void Log(NpgsqlException error) => failures.Explain(error, query.Plan, query.Language, trace);
            return new(StatusCodes.Status200OK, await mutations.RunAsync(query, extensions, Log, ct));
        }

        if (ReplayRunner.IsFor(query))
        {
            return await replays.RunAsync(query, trace, extensions, ct);
        }

        try
        {
            await pipeline.RunAsync(query, sink, ct, extensions);
            return null;
        }
        catch (NpgsqlException error) when (FieldRunner.IsFor(error, query) && !sink.HasStarted && !ct.IsCancellationRequested)
        {
            return await fields.RunAsync(query, trace, extensions, ct);
        }
    }

    /// <summary>A response without data.</summary>
    public static OperationResponse Failed(int status, ImmutableArray<GraphQLError> errors, Action<Utf8JsonWriter>? extensions = null)
    {
        var body = new ArrayBufferWriter<byte>();
        ResponseWriter.WriteErrors(body, errors, extensions);
        return new(status, body.WrittenMemory) { Code = errors.IsEmpty ? null : errors[0].Code };
    }

    // A statement fails as a whole: every root field is null, or all data where one of them may not be.
    private ReadOnlyMemory<byte> Partial(PreparedQuery query, ImmutableArray<GraphQLError> errors, Action<Utf8JsonWriter>? extensions)
    {
        var body = new ArrayBufferWriter<byte>();
        ResponseWriter.Write(
            body,
            pipeline.Schema,
            query.Plan.Operation,
            query.Variables,
            FrozenDictionary<string, ReadOnlyMemory<byte>>.Empty,
            [.. query.Failures, .. errors.Where(error => !query.Failures.Any(known => Equals(known.Path[0], error.Path[0])))],
            extensions,
            query.OnError == ErrorMode.Propagate
        );
        return body.WrittenMemory;
    }
}

/// <param name="Status">The HTTP status that fits it.</param>
/// <param name="Body">The response as JSON.</param>
internal sealed record OperationResponse(int Status, ReadOnlyMemory<byte> Body)
{
    /// <summary>Stable code of its first error; null where it has none of the request's own.</summary>
    public string? Code { get; init; }
}
