using Microsoft.AspNetCore.Http.Features;
using Microsoft.Net.Http.Headers;
using Npgsql;
using SocietyParty.Etl.Import;
using SocietyParty.Etl.Import.Sheets;
using SocietyParty.Schema.Database;
using SocietyParty.Service.Access;
using SocietyParty.Service.Options;
using SocietyParty.Service.Queries;

namespace SocietyParty.Service.Http.Imports;

/// <summary>
/// <c>GET /templates/{kind}.{csv|xlsx}</c> and <c>POST /import/{kind}?committee=…&amp;dryRun=true&amp;fileName=…</c>, whose body is the
/// file; <c>POST /import/roster?committee=…&amp;region=…&amp;title=…</c> takes a published list, whose header block the query
/// overrides. The content types that are taken are none that a form can send, so that a page of another origin needs a preflight, which it
/// does not get.
/// </summary>
internal sealed class SheetEndpoints(
    ServiceOptions options,
    [FromKeyedServices(SheetEndpoints.Sessions)] SessionSources sessions,
    ILogger<SheetEndpoints> log
) : IDisposable
{
    public const string Sessions = NamedPool.Imports;

    private const string Roster = "roster";

    // A sheet is held in memory while it is imported, and the graph takes one at a time anyway.
    private readonly SemaphoreSlim gate = new(1);

    /// <param name="api">Of sessions in a role; null: as the graph's.</param>
    public static void Add(IServiceCollection services, string graph, string? api = null)
    {
        services.AddKeyedSingleton(Sessions, (_, _) => NamedPool.Create(Connection(graph).ConnectionString, NamedPool.Imports));
        services.AddKeyedSingleton(Sessions, (provider, _) =>
            SessionSources.Of(
                provider.GetRequiredKeyedService<NpgsqlDataSource>(Sessions),
                Connection(api ?? graph),
                isLogin: false,
                NamedPool.Imports
            )
        );
        services.AddSingleton<SheetEndpoints>();
    }

    public static void Map(WebApplication app)
    {
        var endpoints = app.Services.GetRequiredService<SheetEndpoints>();
        app.MapMethods("/templates/{name}", Pages.Reading, endpoints.SendTemplateAsync);
        app.MapPost("/import/roster", endpoints.ImportRosterAsync);
        app.MapPost("/import/{kind}", endpoints.ImportAsync);
    }

    public void Dispose() => gate.Dispose();

    // A long sheet may take longer than a statement of a query does.
    private static NpgsqlConnectionStringBuilder Connection(string database) =>
        new(database)
        {
            ApplicationName = "SocietyParty.Graph API, imports",
            Options = "-c jit=off -c TimeZone=Asia/Shanghai",
            MaxPoolSize = 2,
        };

    private Task SendTemplateAsync(HttpContext context)
    {
        var name = (string)context.Request.RouteValues["name"]!;
        var dot = name.LastIndexOf('.');
        if (dot < 0 || SheetKind.Find(name[..dot]) is not { } kind || FormatOf(name[(dot + 1)..]) is not { } format)
        {
            return SheetAnswer.RefuseAsync(context, StatusCodes.Status404NotFound, "SP-HTTP-021.Template", ("kinds", Kinds()));
        }

        var file = SheetTemplate.Write(kind, format);
        context.Response.ContentType = SheetTemplate.MediaType(format);
        context.Response.Headers.XContentTypeOptions = "nosniff";
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{kind.Name}.{name[(dot + 1)..].ToLowerInvariant()}\"";
        context.Response.ContentLength = file.Length;
        return context.Response.Body.WriteAsync(file, context.RequestAborted).AsTask();
    }

    private async Task ImportAsync(HttpContext context)
    {
        var ct = context.RequestAborted;
        if (SheetKind.Find((string)context.Request.RouteValues["kind"]!) is not { } kind)
        {
            await SheetAnswer.RefuseAsync(context, StatusCodes.Status404NotFound, "SP-HTTP-021.Kind", ("kinds", Kinds()));
            return;
        }
        if (
            !MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type)
            || FormatOfMedia(type.MediaType.Value) is not { } format
        )
        {
            await SheetAnswer.RefuseAsync(
                context,
                StatusCodes.Status415UnsupportedMediaType,
                "SP-HTTP-022",
                ("csv", SheetTemplate.MediaType(SheetFormat.Csv)),
                ("xlsx", SheetTemplate.MediaType(SheetFormat.Xlsx))
            );
            return;
        }
        if (!TryReadSwitch(context.Request.Query["dryRun"], out var isDryRun))
        {
            await SheetAnswer.RefuseAsync(context, StatusCodes.Status400BadRequest, "SP-HTTP-024");
            return;
        }

        await RunAsync(context, kind.Name, async body =>
        {
            var query = context.Request.Query;
            var reading = SheetReader.Read(
                kind,
                body,
                FileName(query["fileName"], kind.Name, format == SheetFormat.Csv ? ".csv" : ""),
                SheetLimits.Default with
                {
                    FileBytesMax = options.Http.ImportBytesMax,
                }
            );
            return await SheetImporter.ImportAsync(
                sessions.For(context.Access()),
                reading,
                query["committee"] is [{ Length: > 0 } committee] ? committee : null,
                ImportOf(context.Request, isDryRun),
                ct
            );
        });
    }

    // In the role and scope of the caller: what policies hide is not known to the import, and what they refuse is not written.
    private static ImportOptions ImportOf(HttpRequest request, bool isDryRun)
    {
        var access = request.HttpContext.Access();
        return new(isDryRun)
        {
            Actor = access.Actor,
            Before = AccessScope.Of(access) is { } scope ? connection => scope.SetAsync(connection) : null,
        };
    }

    /// <summary>A published list, as text, CSV, DOCX or XLSX: the content decides which.</summary>
    private async Task ImportRosterAsync(HttpContext context)
    {
        const string name = Roster;
        var ct = context.RequestAborted;
        if (!MediaTypeHeaderValue.TryParse(context.Request.ContentType, out var type) || !IsOfList(type.MediaType.Value))
        {
            await SheetAnswer.RefuseAsync(
                context,
                StatusCodes.Status415UnsupportedMediaType,
                "SP-HTTP-022.Roster",
                ("docx", Docx),
                ("csv", SheetTemplate.MediaType(SheetFormat.Csv)),
                ("xlsx", SheetTemplate.MediaType(SheetFormat.Xlsx)),
                ("text", "application/octet-stream")
            );
            return;
        }
        if (!TryReadSwitch(context.Request.Query["dryRun"], out var isDryRun))
        {
            await SheetAnswer.RefuseAsync(context, StatusCodes.Status400BadRequest, "SP-HTTP-024");
            return;
        }

        await RunAsync(context, name, async body =>
        {
            var query = context.Request.Query;
            var given = HeaderKeys
                .All.Where(key => key != HeaderKeys.Stated && query[key] is [{ Length: > 0 }])
                .ToDictionary(key => key, key => query[key].ToString());
            var reading = RosterReader.Read(body, FileName(query["fileName"], name, ""), given);
            return reading.File is { } file
                ? await RosterImporter.ImportAsync(sessions.For(context.Access()), file, ImportOf(context.Request, isDryRun), ct)
                : ImportReport.Rejected(reading.FileName, reading.ReadCount, reading.Problems, isDryRun);
        });
    }

    /// <summary>One import after the other, each with its answer.</summary>
    private async Task RunAsync(HttpContext context, string kind, Func<MemoryStream, Task<ImportReport>> import)
    {
        // A published list names societies by words alone, and makes what it does not find; a sheet is imported in the caller's scope.
        if (!context.Access().SeesEverything && (kind == Roster || context.Access().Class != AccessClass.Committee))
        {
            await SheetAnswer.RefuseAsync(context, StatusCodes.Status403Forbidden, "SP-ACCESS-112");
            return;
        }

        var ct = context.RequestAborted;
        await gate.WaitAsync(ct);
        try
        {
            using var body = await ReadBodyAsync(context);
            if (body is null)
            {
                return;
            }

            await SheetAnswer.SendAsync(context, kind, await import(body));
        }
        catch (OperationCanceledException) when (ct.IsCancellationRequested)
        {
            // The client left; nothing was kept.
        }
        catch (NpgsqlException failure)
        {
            SheetLog.Failed(log, kind, failure);
            await SheetAnswer.RefuseAsync(context, StatusCodes.Status503ServiceUnavailable, "SP-DATABASE-001.Import");
        }
        finally
        {
            gate.Release();
        }
    }

    /// <summary>The whole body, or null after the answer that it cannot be read.</summary>
    private async Task<MemoryStream?> ReadBodyAsync(HttpContext context)
    {
        if (context.Features.Get<IHttpMaxRequestBodySizeFeature>() is { IsReadOnly: false } size)
        {
            size.MaxRequestBodySize = options.Http.ImportBytesMax;
        }

        var body = new MemoryStream();
        try
        {
            await context.Request.Body.CopyToAsync(body, context.RequestAborted);
            body.Position = 0;
            return body;
        }
        catch (BadHttpRequestException error)
        {
            await body.DisposeAsync();
            await SheetAnswer.RefuseAsync(
                context,
                error.StatusCode,
                error.StatusCode == StatusCodes.Status413PayloadTooLarge ? "SP-HTTP-023.TooLarge" : "SP-HTTP-023.Unreadable",
                ("max", options.Http.ImportBytesMax),
                ("setting", "Limits__ImportBytesMax")
            );
            return null;
        }
    }

    private static IEnumerable<string> Kinds() => SheetKind.All.Select(kind => kind.Name);

    private static SheetFormat? FormatOf(string extension) =>
        extension.ToLowerInvariant() switch
        {
            "csv" => SheetFormat.Csv,
            "xlsx" => SheetFormat.Xlsx,
            _ => null,
        };

    // What browsers make of a file's name, which depends on the programs of the computer: the content decides anyway. Types that a form
    // can send, text/plain among them, are none of these.
    private static SheetFormat? FormatOfMedia(string? media) =>
        media?.ToLowerInvariant() switch
        {
            "text/csv" or "application/csv" or "text/x-csv" or "application/x-csv" or "text/comma-separated-values" => SheetFormat.Csv,
            "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet" => SheetFormat.Xlsx,
            "application/vnd.ms-excel" or "application/vnd.ms-excel.sheet.macroenabled.12" => SheetFormat.Xlsx,
            "application/octet-stream" or "application/zip" or "application/x-zip-compressed" or "application/wps-office.xlsx" =>
                SheetFormat.Xlsx,
            _ => null,
        };

    private const string Docx = "application/vnd.openxmlformats-officedocument.wordprocessingml.document";

    private static bool IsOfList(string? media) =>
        FormatOfMedia(media) is not null || string.Equals(media, Docx, StringComparison.OrdinalIgnoreCase);

    private static bool TryReadSwitch(string? text, out bool isOn)
    {
        isOn = false;
        return string.IsNullOrEmpty(text) || bool.TryParse(text, out isOn);
    }

    // For the record of the import: the last part of a path, and not much of it.
    private static string FileName(string? given, string kind, string extension)
    {
        const int charactersMax = 200;
        var name = Path.GetFileName((given ?? "").Replace('\\', '/')).Trim();
        return name.Length is 0 or > charactersMax || name.Any(char.IsControl) ? kind + extension : name;
    }
}

internal static partial class SheetLog
{
    [LoggerMessage(Level = LogLevel.Error, Message = "An import of {Kind} failed.")]
    public static partial void Failed(ILogger log, string kind, Exception failure);
}
