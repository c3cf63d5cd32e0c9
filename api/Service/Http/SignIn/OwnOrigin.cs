namespace SocietyParty.Service.Http.SignIn;

/// <summary>
/// Whether a browser's request comes from a page of this service. Browsers say so themselves in headers that no script can set:
/// <c>Sec-Fetch-Site</c>, and <c>Origin</c> where the connection is not trusted enough for it. A request that changes something and says
/// neither is not from a browser's page, and a cookie is no proof then.
/// </summary>
internal static class OwnOrigin
{
    public static bool IsFrom(HttpRequest request)
    {
        var site = request.Headers["Sec-Fetch-Site"].ToString();
        if (site.Length > 0)
        {
            return site == "same-origin";
        }

        var origin = request.Headers.Origin.ToString();
        return Uri.TryCreate(origin, UriKind.Absolute, out var uri)
            && string.Equals(uri.Authority, request.Host.Value, StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>What changes nothing, whoever sends it.</summary>
    public static bool IsSafe(HttpRequest request) =>
        HttpMethods.IsGet(request.Method) || HttpMethods.IsHead(request.Method) || HttpMethods.IsOptions(request.Method);
}
