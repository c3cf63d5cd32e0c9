using System.Buffers;
using System.Collections.Immutable;
using SocietyParty.GraphQL.Language;
using SocietyParty.Service.Http.Subscriptions;
using SocietyParty.Service.Options;
using SocietyParty.Service.Queries;
using SocietyParty.Service.Queries.Answers;
using SocietyParty.Service.Telemetry;

namespace SocietyParty.Service.Http;

/// <summary>GraphQL over HTTP at <c>/graphql</c>: GET and POST, both media types.</summary>
internal sealed class GraphQLEndpoint(QueryPipeline pipeline, OperationRunner runner, EventStreamEndpoint events, ServiceOptions options)
{
    // A subscription needs a connection that stays open.
    private static readonly MalformedRequest NoStream = new(
        StatusCodes.Status400BadRequest,
        new("SP-HTTP-007", [("media", EventStreamEndpoint.Media), ("protocol", SocketEndpoint.Protocol)])
    );

    // A link or a preview must not change anything.
    private static readonly MalformedRequest NoChangeByGet = new(
        StatusCodes.Status405MethodNotAllowed,
        new("SP-HTTP-008.Get", [("method", HttpMethods.Post)])
    );

    private static readonly MalformedRequest NoMedia = new(
        StatusCodes.Status406NotAcceptable,
        new("SP-HTTP-006", [("media", $"{ResponseMedia.GraphQL}, {ResponseMedia.Json}")])
    );

    public async Task HandleAsync(HttpContext context)
    {
        var ct = context.RequestAborted;
        if (ResponseMedia.Negotiate(context.Request) is not { } media)
        {
            await SendAsync(context, NoMedia.Status, ResponseMedia.Json, Refused(context, NoMedia).Body);
            return;
        }

        var (batch, problem) = await RequestReader.ReadAsync(context.Request, options, ct);
        if (batch is null)
        {
            await SendAsync(context, problem!.Status, media, Refused(context, problem).Body);
            return;
        }

        try
        {
            if (batch.IsList)
            {
                await SendAsync(context, StatusCodes.Status200OK, media, await ListAsync(context, batch.Requests, ct));
            }
            else if (EventStreamEndpoint.IsAccepted(context.Request) && IsSubscription(batch.Requests[0]))
            {
                await events.HandleAsync(context, batch.Requests[0]);
            }
            else
            {
                await SingleAsync(context, batch.Requests[0], media, ct);
            }
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The client left; its statement was cancelled with it.
        }
    }

    private bool IsSubscription(GraphQLRequest request) => pipeline.Prepare(request).TryGet(out var query) && query.Plan.Event is not null;

    private async Task SingleAsync(HttpContext context, GraphQLRequest request, string media, CancellationToken ct)
    {
        using var sink = new HttpSink(context, media + "; charset=utf-8", options.Http.AnswerMsMax);
        if (await RunAsync(context, request, sink, ct) is { } response)
        {
            // With the older media type a client expects 200 for whatever is a well-formed request.
            var isOlder = response.Status == StatusCodes.Status400BadRequest && media != ResponseMedia.GraphQL;
            await SendAsync(context, isOlder ? StatusCodes.Status200OK : response.Status, media, response.Body);
            return;
        }

        await sink.CompleteAsync(ct);
    }

    /// <summary>One after the other: a batch shall not take more of the database at a time than a single request.</summary>
    private async Task<ReadOnlyMemory<byte>> ListAsync(HttpContext context, ImmutableArray<GraphQLRequest> requests, CancellationToken ct)
    {
        var list = new ArrayBufferWriter<byte>();
        foreach (var request in requests)
        {
            list.Write(list.WrittenCount == 0 ? "["u8 : ","u8);
            var sink = new MemorySink();
            list.Write((await RunAsync(context, request, sink, ct) is { } response ? response.Body : sink.Written).Span);
        }

        list.Write("]"u8);
        return list.WrittenMemory;
    }

    /// <summary>Writes the response to the sink, or gives another one to send instead.</summary>
    private async Task<OperationResponse?> RunAsync(HttpContext context, GraphQLRequest request, IAnswerSink sink, CancellationToken ct)
    {
        using var span = OperationSpan.Start(request.Query);
        var response = await RunAsync(context, request, sink, span, ct);
        span?.Failed(response?.Code);
        return response;
    }

    private async Task<OperationResponse?> RunAsync(
        HttpContext context,
        GraphQLRequest request,
        IAnswerSink sink,
        OperationSpan? span,
        CancellationToken ct
    )
    {
        var prepared = pipeline.Prepare(request.From(context.Request) with { Point = ReadAfter.Of(context) });
        if (!prepared.TryGet(out var query) || query.Plan.Event is not null)
        {
            return query is null ? OperationRunner.Failed(StatusCodes.Status400BadRequest, prepared.Errors) : Refused(context, NoStream);
        }

        span?.Prepared(query);
        if (query.Plan.Operation.Kind == OperationType.Mutation && !HttpMethods.IsPost(context.Request.Method))
        {
            context.Response.Headers.Allow = HttpMethods.Post;
            return Refused(context, NoChangeByGet);
        }

        if (query.Plan.Operation.Kind == OperationType.Mutation)
        {
            ReadAfter.Mark(context);
        }

        var cost = CostReport.Asked(context.Request);
        var extensions = CostReport.Extension(cost, query.Cost);
        return cost == CostMode.Validate
            ? OperationRunner.Failed(StatusCodes.Status200OK, [], extensions)
            : await runner.RunAsync(query, sink, context.TraceIdentifier, ct, extensions);
    }

    private static OperationResponse Refused(HttpContext context, MalformedRequest refused) =>
        OperationRunner.Failed(refused.Status, [new GraphQLError(refused.Code, refused.Message(BrowserLanguage.OfApi(context.Request)))]);

    private static async Task SendAsync(HttpContext context, int status, string media, ReadOnlyMemory<byte> body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = media + "; charset=utf-8";
        context.Response.ContentLength = body.Length;
        await context.Response.Body.WriteAsync(body, context.RequestAborted);
    }
}
