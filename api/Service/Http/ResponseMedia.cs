using Microsoft.Net.Http.Headers;

namespace SocietyParty.Service.Http;

/// <summary>Media types of a GraphQL response, and which one a client wants.</summary>
internal static class ResponseMedia
{
    public const string GraphQL = "application/graphql-response+json";
    public const string Json = "application/json";

    /// <summary>The accepted type of the highest quality, the newer one where both are equal; null where neither is accepted.</summary>
    public static string? Negotiate(HttpRequest request)
    {
        var header = request.Headers.Accept;
        if (string.IsNullOrEmpty(header) || header == Json)
        {
            return Json;
        }

        if (header == GraphQL)
        {
            return GraphQL;
        }

        if (!MediaTypeHeaderValue.TryParseList(request.Headers.Accept, out var accepted))
        {
            return null;
        }

        var newer = Quality(accepted, "application", "graphql-response+json");
        var older = Quality(accepted, "application", "json");
        if (newer <= 0 && older <= 0)
        {
            return null;
        }
        // "*/*" alone is an old client's way to say nothing.
        var asked = accepted.Any(type => type.MediaType == GraphQL);
        return newer >= older && asked ? GraphQL
            : older > 0 ? Json
            : GraphQL;
    }

    private static double Quality(IList<MediaTypeHeaderValue> accepted, string type, string subType) =>
        accepted
            .Where(range =>
                (range.Type == "*" || range.Type.Equals(type, StringComparison.OrdinalIgnoreCase))
                && (range.SubType == "*" || range.SubType.Equals(subType, StringComparison.OrdinalIgnoreCase))
                && (!range.Charset.HasValue || range.Charset.Equals("utf-8", StringComparison.OrdinalIgnoreCase))
            )
            .OrderByDescending(range => range.Type != "*")
            .ThenByDescending(range => range.SubType != "*")
            .Select(range => range.Quality ?? 1)
            .FirstOrDefault();
}
