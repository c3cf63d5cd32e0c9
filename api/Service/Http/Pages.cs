using System.Collections.Concurrent;
using System.Reflection;
using Microsoft.Net.Http.Headers;

namespace SocietyParty.Service.Http;

/// <summary>
/// The office's pages and Altair, in which queries are written, as the build put them into <c>wwwroot</c> beside the program.
/// </summary>
internal static class Pages
{
    // Everything comes from here only, and nothing is written into the page itself.
    private const string Policy =
        "default-src 'none'; script-src 'self'; style-src 'self'; img-src 'self' data:; font-src 'self'; connect-src 'self'; "
        + "base-uri 'none'; form-action 'self'; frame-ancestors 'none'";

    // Altair's editor writes style elements and images of its own, checks queries in a worker, and finds its parts by a base address.
    private const string AltairPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; "
        + "font-src 'self'; worker-src 'self'; connect-src 'self'; base-uri 'self'; form-action 'none'; frame-ancestors 'none'";

    /// <summary>The page at <c>/graphql</c>.</summary>
    public const string Altair = "altair/index.html";

    /// <summary>What only reads; of HEAD the server sends the headers alone.</summary>
    public static IReadOnlyList<string> Reading { get; } = ["GET", "HEAD"];

    /// <summary>The office's pages: one document, which shows what its address names.</summary>
    public const string Office = "index.html";

    private const string AltairFolder = "altair/";

    /// <summary>
    /// What the office's pages answer at, so that an address that somebody kept or sent opens again (the same list is in
    /// <c>Web/src/router.ts</c>). <c>/reports</c> is not here: it is served without the built pages, too.
    /// </summary>
    public static IReadOnlyList<string> Routes { get; } =
    [
        "/",
        "/registers",
        .. Registers.Select(list => $"/registers/{list}"),
        "/societies/{id}",
        "/branches/{id}",
        "/members/{id}",
        "/assessment",
        "/assessment/entries/{id}",
        "/analysis",
        "/change",
        "/change/{mutation}",
        "/import",
        "/board",
        "/tokens",
        "/developers",
    ];

    private static string[] Registers =>
        ["societies", "branches", "members", "people", "transfers", "leading-groups", "duties", "evidence", "rectifications", "uncovered"];

    private static readonly ConcurrentDictionary<(string Page, PathString PathBase), string> Texts = [];

    public static bool HasOffice => File.Exists(Path.Combine(Folder, Office));

    public static string Folder { get; } = Path.Combine(AppContext.BaseDirectory, "wwwroot");

    /// <summary>True for a browser that opens <c>/graphql</c> as a page.</summary>
    public static bool IsWanted(HttpRequest request) =>
        (HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method))
        && MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted)
        && accepted.Any(type => type.MediaType == "text/html");

    /// <summary>Sends a built page, or, where the build made none, a page that says what is missing.</summary>
    public static Task SendAsync(HttpContext context, string page)
    {
        Protect(context.Response, page);
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.CacheControl = "no-cache";
        var file = Path.Combine(Folder, page);
        return context.Response.WriteAsync(File.Exists(file) ? Placed(context.Request, page, file) : Missing.Value, context.RequestAborted);
    }

    /// <summary>A built page names its files from where it lies; what is written into it says below which path that is.</summary>
    private static string Placed(HttpRequest request, string page, string file) =>
        Texts.GetOrAdd((page, request.PathBase), of =>
            File.ReadAllText(file).Replace(page == Altair ? "\"/" : "\"./", $"\"{of.PathBase}/", StringComparison.Ordinal)
        );

    /// <summary>
    /// A browser at an address that nothing has gets the page that says so and leads back; the status stays 404. No route does it: it would
    /// hide files, and what answers 405.
    /// </summary>
    public static void UseForWhatIsMissing(WebApplication app) =>
        app.Use(
            async (context, next) =>
            {
                await next(context);
                var isMissing = context.Response.StatusCode == StatusCodes.Status404NotFound && context.GetEndpoint() is null;
                if (isMissing && !context.Response.HasStarted && HasOffice && IsWanted(context.Request))
                {
                    await SendAsync(context, Office);
                }
            }
        );

    /// <summary>The icon that browsers ask for by themselves; nothing where the build made no pages.</summary>
    public static Task SendIconAsync(HttpContext context)
    {
        Protect(context.Response, "favicon.svg");
        var file = Path.Combine(Folder, "favicon.svg");
        if (!File.Exists(file))
        {
            context.Response.StatusCode = StatusCodes.Status204NoContent;
            return Task.CompletedTask;
        }

        context.Response.ContentType = "image/svg+xml";
        context.Response.Headers.CacheControl = "public, max-age=86400";
        return context.Response.SendFileAsync(file, context.RequestAborted);
    }

    /// <summary>Says that Altair is switched off.</summary>
    public static Task RefuseAsync(HttpContext context)
    {
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.ContentType = "text/plain; charset=utf-8";
        return context.Response.WriteAsync(
            // Errors are English where nobody says otherwise.
            BrowserLanguage.IsChinese(context.Request)
                ? "SP-HTTP-020 本服务关闭了查询页面（Switches__GraphiQL）；/graphql 照常回答查询。\n"
                : "SP-HTTP-020 The page for queries is switched off on this service (Switches__GraphiQL). "
                    + "Queries are answered at /graphql as before.\n",
            context.RequestAborted
        );
    }

    /// <param name="response">The answer that carries a page or a part of one.</param>
    /// <param name="file">Path in <see cref="Folder"/>, without a slash before it.</param>
    public static void Protect(HttpResponse response, string file)
    {
        response.Headers.ContentSecurityPolicy = file.StartsWith(AltairFolder, StringComparison.Ordinal) ? AltairPolicy : Policy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
    }

    private static readonly Lazy<string> Missing = new(() =>
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("MissingPages.html")!);
        return reader.ReadToEnd();
    });
}
