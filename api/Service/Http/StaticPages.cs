using System.Collections.Frozen;
using System.IO.Compression;
using System.Reflection;
using System.Security.Cryptography;

using Microsoft.AspNetCore.StaticFiles;
using Microsoft.Net.Http.Headers;

namespace SocietyParty.Service.Http;

/// <summary>
/// The start page at <c>/</c>, GraphiQL at <c>/graphql</c> for a browser, and what the two load. They are few and small, so they are
/// kept in memory: a request names an entry of a dictionary and never a path on the disk.
/// </summary>
public sealed class StaticPages
{
    // GraphiQL's dialogs and editor write style elements and images of their own; scripts come from here only.
    private const string ContentSecurityPolicy =
        "default-src 'none'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data:; connect-src 'self'; "
        + "base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    private readonly FrozenDictionary<string, Page> pages;
    private readonly Page missing;

    private StaticPages(Dictionary<string, Page> pages, Page missing)
    {
        this.pages = pages.ToFrozenDictionary(StringComparer.Ordinal);
        this.missing = missing;
    }

    /// <summary>Whether both pages were there at the start; if not, a page that says how to build them stands in.</summary>
    public bool Complete => pages.ContainsKey("/index.html") && pages.ContainsKey("/graphiql.html");

    /// <summary>Reads the pages that the build put beside the program. A folder that is not there gives no pages and no error.</summary>
    public static StaticPages Load() => Load(Path.Combine(AppContext.BaseDirectory, "wwwroot"));

    internal static StaticPages Load(string folder)
    {
        var pages = new Dictionary<string, Page>(StringComparer.Ordinal);
        var types = new FileExtensionContentTypeProvider();
        if (Directory.Exists(folder))
            foreach (var file in Directory.EnumerateFiles(folder, "*", SearchOption.AllDirectories))
            {
                var path = "/" + Path.GetRelativePath(folder, file).Replace('\\', '/');
                if (types.TryGetContentType(path, out var type))
                    pages[path] = Page.Of(path, type, File.ReadAllBytes(file));
            }

        using var stream = Assembly.GetExecutingAssembly().GetManifestResourceStream("MissingPages.html")
            ?? throw new InvalidOperationException("MissingPages.html is not embedded.");
        using var copy = new MemoryStream();
        stream.CopyTo(copy);
        return new StaticPages(pages, Page.Of("/", "text/html", copy.ToArray()));
    }

    /// <summary>Answers the request where it asks for a page; false where it is not one for this class and nothing was written.</summary>
    public async Task<bool> TryAnswer(HttpContext context)
    {
        var request = context.Request;
        if (!HttpMethods.IsGet(request.Method) && !HttpMethods.IsHead(request.Method))
            return false;

        var page = request.Path.Value switch
        {
            "/" or "/index.html" => pages.GetValueOrDefault("/index.html", missing),
            "/graphql" when IsBrowser(request) => pages.GetValueOrDefault("/graphiql.html", missing),
            { } path => pages.GetValueOrDefault(path),
            null => null,
        };
        if (page is null)
            return false;

        await Write(context, page);
        return true;
    }

    // A browser names text/html; a program that may also send GET names JSON, or nothing.
    private static bool IsBrowser(HttpRequest request) =>
        request.GetTypedHeaders().Accept.Any(type => type.MediaType.Equals("text/html", StringComparison.OrdinalIgnoreCase));

    private static async Task Write(HttpContext context, Page page)
    {
        var (request, response) = (context.Request, context.Response);
        response.Headers.ContentSecurityPolicy = ContentSecurityPolicy;
        response.Headers.XContentTypeOptions = "nosniff";
        response.Headers["Referrer-Policy"] = "no-referrer";
        response.Headers.ETag = page.Tag.ToString();
        response.Headers.CacheControl = page.CacheControl;
        // `/graphql` answers by what is accepted, everything by what is encoded.
        response.Headers.Vary = "Accept, Accept-Encoding";

        if (request.GetTypedHeaders().IfNoneMatch.Any(tag => tag.Compare(page.Tag, useStrongComparison: false)))
        {
            response.StatusCode = StatusCodes.Status304NotModified;
            return;
        }

        var packed = request.GetTypedHeaders().AcceptEncoding.Any(encoding => encoding.Value == "gzip" && encoding.Quality is not 0);
        var body = packed ? page.Packed.Value : page.Body;
        if (packed)
            response.Headers.ContentEncoding = "gzip";
        response.ContentType = page.Type;
        response.ContentLength = body.Length;
        if (HttpMethods.IsGet(request.Method))
            await response.Body.WriteAsync(body, context.RequestAborted);
    }

    private sealed record Page(string Type, string CacheControl, byte[] Body, EntityTagHeaderValue Tag, Lazy<byte[]> Packed)
    {
        public static Page Of(string path, string type, byte[] body) => new(
            type.StartsWith("text/", StringComparison.Ordinal) ? type + "; charset=utf-8" : type,
            // Vite puts a hash of the content into the names under assets/.
            path.StartsWith("/assets/", StringComparison.Ordinal) ? "public, max-age=31536000, immutable" : "no-cache",
            body,
            // Weak: the packed body is another one.
            new EntityTagHeaderValue($"\"{Convert.ToHexStringLower(SHA256.HashData(body).AsSpan(0, 12))}\"", isWeak: true),
            new Lazy<byte[]>(() => Pack(body)));

        private static byte[] Pack(byte[] body)
        {
            using var packed = new MemoryStream();
            using (var stream = new GZipStream(packed, CompressionLevel.Optimal))
                stream.Write(body);
            return packed.ToArray();
        }
    }
}

/// <summary>Puts the pages in front of the service.</summary>
public static class StaticPagesApplication
{
    /// <summary>Answers requests for pages and lets all others pass. It stands before routing and authentication: pages hold no data.</summary>
    public static IApplicationBuilder UseStaticPages(this IApplicationBuilder application, StaticPages pages) =>
        application.Use(async (context, next) =>
        {
            if (!await pages.TryAnswer(context))
                await next(context);
        });
}
