using System.Buffers;
using System.Collections.Frozen;
using System.Collections.Immutable;
using Npgsql;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.Language;
using SocietyParty.Service.Http.Answers;

namespace SocietyParty.Service.Http;

/// <summary>GraphQL over HTTP at <c>/graphql</c>: GET and POST, both media types.</summary>
internal sealed partial class GraphQLEndpoint(QueryPipeline pipeline, ILogger<GraphQLEndpoint> log)
{
    public async Task HandleAsync(HttpContext context)
    {
        var ct = context.RequestAborted;
        if (ResponseMedia.Negotiate(context.Request) is not { } media)
        {
            await AnswerAsync(context, StatusCodes.Status406NotAcceptable, ResponseMedia.Json,
                [new("SP-HTTP-006", $"Accept {ResponseMedia.GraphQL} or {ResponseMedia.Json}.")]);
            return;
        }

        var (request, problem) = await RequestReader.ReadAsync(context.Request, ct);
        if (request is null)
        {
            await AnswerAsync(context, problem!.Status, media, [new(problem.Code, problem.Message)]);
            return;
        }

        var prepared = pipeline.Prepare(request);
        if (!prepared.TryGet(out var query))
        {
            // With the older media type a client expects 200 for whatever is a well-formed request.
            var status = media == ResponseMedia.GraphQL ? StatusCodes.Status400BadRequest : StatusCodes.Status200OK;
            await AnswerAsync(context, status, media, prepared.Errors);
            return;
        }

        var cost = CostReport.Asked(context.Request);
        if (cost == CostMode.Validate)
        {
            var report = new ArrayBufferWriter<byte>();
            ResponseWriter.WriteErrors(report, [], CostReport.Extension(cost, query.Cost));
            await SendAsync(context, StatusCodes.Status200OK, media, report);
            return;
        }

        await RunAsync(context, query, media, ct);
    }

    private async Task RunAsync(HttpContext context, PreparedQuery query, string media, CancellationToken ct)
    {
        using var sink = new HttpSink(context, media);
        try
        {
            await pipeline.RunAsync(query, sink, ct, CostReport.Extension(CostReport.Asked(context.Request), query.Cost));
            await sink.CompleteAsync(ct);
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
        }
        catch (NpgsqlException error) when (sink.HasStarted)
        {
            // Half an answer must not look like a whole one.
            BrokenOff(log, error);
            context.Abort();
        }
        catch (PostgresException error) when (error.SqlState == PostgresErrorCodes.QueryCanceled)
        {
            TooSlow(log, error);
            var late = query.Plan.Operation.Fields.Where(field => !field.IsMeta).Select(field => new GraphQLError(
                "SP-LIMIT-003", "The query took longer than this service allows. Ask for less at a time.", [field.Location], [field.ResponseKey]));
            await SendAsync(context, StatusCodes.Status200OK, media, Failed(context, query, [.. late]));
        }
        catch (NpgsqlException error) when (error is not PostgresException || error.IsTransient)
        {
            Unreachable(log, error);
            await AnswerAsync(context, StatusCodes.Status503ServiceUnavailable, media,
                [new("SP-DATABASE-001", "The database cannot be reached at the moment. Try again later.")]);
        }
        catch (PostgresException error)
        {
            // PostgreSQL's own words may hold data; they go to the log.
            Refused(log, error);
            await AnswerAsync(context, StatusCodes.Status500InternalServerError, media,
                [new("SP-DATABASE-002", $"The database refused the statement. The log of the service has the details under {context.TraceIdentifier}.")]);
        }
    }

    /// <summary>A statement fails as a whole: every root field is null, or all data where one of them may not be.</summary>
    private ArrayBufferWriter<byte> Failed(HttpContext context, PreparedQuery query, IReadOnlyList<GraphQLError> errors)
    {
        var body = new ArrayBufferWriter<byte>();
        ResponseWriter.Write(
            body, pipeline.Schema, query.Plan.Operation, query.Variables, FrozenDictionary<string, ReadOnlyMemory<byte>>.Empty, errors,
            CostReport.Extension(CostReport.Asked(context.Request), query.Cost));
        return body;
    }

    private static Task AnswerAsync(HttpContext context, int status, string media, ImmutableArray<GraphQLError> errors)
    {
        var body = new ArrayBufferWriter<byte>();
        ResponseWriter.WriteErrors(body, errors);
        return SendAsync(context, status, media, body);
    }

    private static async Task SendAsync(HttpContext context, int status, string media, ArrayBufferWriter<byte> body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = media + "; charset=utf-8";
        context.Response.ContentLength = body.WrittenCount;
        await context.Response.Body.WriteAsync(body.WrittenMemory, context.RequestAborted);
    }

    [LoggerMessage(Level = LogLevel.Warning, Message = "A statement ran into the time limit")]
    private static partial void TooSlow(ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "The database failed in the middle of an answer; the connection was broken off")]
    private static partial void BrokenOff(ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "The database cannot be reached")]
    private static partial void Unreachable(ILogger log, Exception error);

    [LoggerMessage(Level = LogLevel.Error, Message = "PostgreSQL refused a planned statement")]
    private static partial void Refused(ILogger log, Exception error);
}
