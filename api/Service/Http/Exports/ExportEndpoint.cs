using Npgsql;
using SocietyParty.Etl.Export;
using SocietyParty.Rules.Sentences;
using SocietyParty.Service.Options;
using SocietyParty.Service.Queries;
using SocietyParty.Service.Trust;
using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Planning;

namespace SocietyParty.Service.Http.Exports;

/// <summary>
/// <c>GET /export/{list}</c> and <c>GET /export/indicators/{id}</c>: a list as a file, written while it is read. What goes wrong before the
/// first byte is an answer of its own; later it ends the connection, so that half a file does not look like a whole one.
/// </summary>
internal sealed class ExportEndpoint(
    [FromKeyedServices(ExportEndpoint.Lists)] QueryPipeline pipeline,
    DatabaseFailures failures,
    ServiceOptions options
) : IDisposable
{
    private const string Lists = "exports";

    private const string Allowed = "GET, HEAD, OPTIONS";

    private static readonly TimeSpan Beijing = TimeSpan.FromHours(8);

    private readonly SemaphoreSlim places = new(options.Export.RunningMax);

    /// <summary>With a pipeline whose plans have all of an item in it; those of queries send some of it beside the items.</summary>
    public static void Add(IServiceCollection services, GraphQLSchema schema, ServiceOptions options, TrustedDocuments trusted)
    {
        services.AddKeyedSingleton(Lists, (found, _) =>
            new QueryPipeline(
                schema,
                new QueryPlanner(schema, GraphMap.For(schema), options.Query, sendsRows: false),
                found.GetRequiredService<StatementRunner>(),
                options,
                trusted
            )
        );
        services.AddSingleton<ExportEndpoint>();
    }

    public static void Map(WebApplication app)
    {
        var endpoint = app.Services.GetRequiredService<ExportEndpoint>();
        string[] methods = [HttpMethods.Get, HttpMethods.Head, HttpMethods.Options];
        app.MapMethods("/export/{list}", methods, endpoint.HandleAsync);
        app.MapMethods("/export/indicators/{indicator}", methods, endpoint.HandleAsync);
    }

    public void Dispose() => places.Dispose();

    private async Task HandleAsync(HttpContext context)
    {
        if (HttpMethods.IsOptions(context.Request.Method))
        {
            context.Response.Headers.Allow = Allowed;
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return;
        }

        try
        {
            await PrepareAsync(context);
        }
        catch (ExportException refused)
        {
            await ExportAnswer.RefuseAsync(context, refused.Status, refused.Code, refused.In(BrowserLanguage.OfApi(context.Request)));
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client left; its statement was cancelled with it.
        }
    }

    private async Task PrepareAsync(HttpContext context)
    {
        var suggests = options.Switches.Introspection;
        var catalogue = new ExportCatalogue(pipeline.Schema, suggests);
        var list = context.Request.RouteValues["indicator"] is string id
            ? catalogue.Indicator(id)
            : catalogue.Find(
                (string)context.Request.RouteValues["list"]!,
                context.Request.Query["of"] is [{ Length: > 0 } of] ? of : null,
                isGrouped: context.Request.Query.ContainsKey("by")
            );
        var request = new ExportRequest(context.Request, list, options.Parser, suggests);
        var rows = new ExportRows(pipeline, request.Query, context.Access(), BrowserLanguage.OfApi(context.Request));
        var prepared = rows.Prepare();
        if (!prepared.TryGet(out var first))
        {
            await ExportAnswer.RefuseAsync(context, StatusCodes.Status400BadRequest, prepared.Errors);
            return;
        }

        var headers = context.Response.Headers;
        headers.Vary = "Accept, Accept-Language";
        if (HttpMethods.IsHead(context.Request.Method))
        {
            Describe(context.Response, request);
            context.Response.ContentType = ExportFormats.ContentType(request.Format);
            return;
        }

        if (!await places.WaitAsync(0))
        {
            headers.RetryAfter = "10";
            throw new ExportException(
                StatusCodes.Status503ServiceUnavailable,
                "SP-LIMIT-105",
                [("max", options.Export.RunningMax), ("setting", "Limits__ExportsMax")]
            );
        }

        try
        {
            await SendAsync(context, request, rows, first);
        }
        finally
        {
            places.Release();
        }
    }

    private async Task SendAsync(HttpContext context, ExportRequest request, ExportRows rows, PreparedQuery first)
    {
        using var sink = new HttpSink(context, ExportFormats.ContentType(request.Format), options.Export.MsMax);
        using var time = CancellationTokenSource.CreateLinkedTokenSource(context.RequestAborted);
        time.CancelAfter(options.Export.MsMax);
        try
        {
            await WriteAsync(context, request, rows, sink, time.Token);
            await sink.CompleteAsync(time.Token);
        }
        catch (Exception failure) when (sink.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            // Whatever it is: a file that ends here must not look whole.
            sink.BreakOff();
            failures.BrokenOff(failure, context.TraceIdentifier);
        }
        catch (OperationCanceledException) when (!context.RequestAborted.IsCancellationRequested)
        {
            throw new ExportException(
                StatusCodes.Status422UnprocessableEntity,
                "SP-LIMIT-107",
                [("setting", "Limits__ExportMsMax"), ("parameter", "where")]
            );
        }
        catch (NpgsqlException failure) when (!context.RequestAborted.IsCancellationRequested)
        {
            var failed = failures.Explain(failure, first.Plan, first.Language, context.TraceIdentifier);
            await ExportAnswer.RefuseAsync(
                context,
                failed.IsPartial ? StatusCodes.Status422UnprocessableEntity : failed.Status,
                failed.Errors.Take(1)
            );
        }
    }

    private async Task WriteAsync(HttpContext context, ExportRequest request, ExportRows rows, HttpSink sink, CancellationToken ct)
    {
        await using var snapshot = await pipeline.OpenSnapshotAsync(context.Access(), ct);
        var head = await rows.HeadAsync(snapshot, ct);
        Check(request, head);
        await using var items = await rows.OpenAsync(snapshot, options.Http.StatementMsMax, options.Export.MsMax, ct);
        var isRow = await items.Rows.WaitAsync(ct);
        Describe(context.Response, request);
        await using var output = new SinkStream(sink);
        await using var file = request.Writer(output, items);
        await file.StartAsync(ct);
        for (; isRow; isRow = await items.Rows.WaitAsync(ct))
        {
            while (items.Rows.Read())
            {
                await file.WriteAsync(ct);
            }
        }

        await file.EndAsync(request.Facts(OfParent(request, head), file.Rows, DateTimeOffset.UtcNow.ToOffset(Beijing)), ct);
    }

    private void Check(ExportRequest request, ExportHead head)
    {
        if (head.Parent is { ValueKind: System.Text.Json.JsonValueKind.Null })
        {
            throw new ExportException(
                StatusCodes.Status404NotFound,
                "SP-EXPORT-008",
                [("id", request.List.Owner ?? request.List.Parent!.Id)]
            );
        }

        if (head.TotalCount > options.Export.RowsMax)
        {
            throw new ExportException(
                StatusCodes.Status422UnprocessableEntity,
                "SP-LIMIT-106",
                [("count", head.TotalCount), ("max", options.Export.RowsMax), ("setting", "Limits__ExportRowsMax"), ("parameter", "where")]
            );
        }
    }

    private static IReadOnlyList<ExportFact> OfParent(ExportRequest request, ExportHead head) =>
        head.Parent is { } parent && request.List.Parent is { } around
            ?
            [
                .. around
                    .Facts.Select(fact => (fact.Name, Text: ListParent.Text(parent, fact.Path)))
                    .Where(fact => !string.IsNullOrEmpty(fact.Text))
                    .Select(fact => new ExportFact(fact.Name, fact.Text!)),
            ]
            : [];

    private static void Describe(HttpResponse response, ExportRequest request)
    {
        response.Headers.ContentDisposition = request.ContentDisposition;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers.CacheControl = "no-store";
    }
}
