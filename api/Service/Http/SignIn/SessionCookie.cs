using System.Net;
using SocietyParty.Etl.Access;

namespace SocietyParty.Service.Http.SignIn;

/// <summary>
/// The cookie of a browser that has signed in: no script reads it, no other site's form or picture sends it, and beyond this machine it
/// goes over TLS alone. <c>__Host-</c> binds it to this host: no neighbour in the domain can set it.
/// </summary>
internal static class SessionCookie
{
    private const string Name = "sp-session";
    private const string NameOverTls = "__Host-" + Name;

    /// <summary>The cookie's hash; null where there is none.</summary>
    public static byte[]? HashOf(HttpRequest request) =>
        request.Cookies[NameFor(request)] is { Length: > 0 and <= Secret.LengthMax } cookie ? Secret.Hash(cookie) : null;

    public static void Set(HttpContext context, string cookie) =>
        context.Response.Cookies.Append(NameFor(context.Request), cookie, Options(context.Request));

    public static void Remove(HttpContext context) => context.Response.Cookies.Delete(NameFor(context.Request), Options(context.Request));

    private static string NameFor(HttpRequest request) => IsOverTls(request) ? NameOverTls : Name;

    private static CookieOptions Options(HttpRequest request) =>
        new()
        {
            HttpOnly = true,
            Secure = IsOverTls(request),
            // Links from other pages open signed in; whatever changes something asks for more (SameSite alone is not relied upon).
            SameSite = SameSiteMode.Lax,
            Path = "/",
            IsEssential = true,
        };

    /// <summary>Whoever comes by another name than this machine's own comes through a proxy with TLS, or gets no cookie back.</summary>
    public static bool IsOverTls(HttpRequest request) =>
        request.IsHttps
        || !(
            request.Host.Host.Equals("localhost", StringComparison.OrdinalIgnoreCase)
            || (IPAddress.TryParse(request.Host.Host, out var ip) && IPAddress.IsLoopback(ip))
        );
}
