using System.Text.Json;
using SocietyParty.Service.Trust;

namespace SocietyParty.Service.Http;

/// <summary>
/// A document's name in a request: <c>documentId</c> (GraphQL over HTTP), <c>doc_id</c> (Relay), <c>id</c> (HotChocolate), or
/// <c>extensions.persistedQuery</c> (Apollo).
/// </summary>
internal static class DocumentReferences
{
    private static readonly string[] Names = ["documentId", "doc_id", "id"];

    /// <summary>Null where there is none.</summary>
    public static DocumentReference? From(JsonElement body)
    {
        foreach (var name in Names)
        {
            if (body.TryGetProperty(name, out var id) && id.ValueKind == JsonValueKind.String)
            {
                return new(id.GetString()!);
            }
        }

        return body.TryGetProperty("extensions", out var extensions) ? Apollo(extensions) : null;
    }

    public static DocumentReference? From(IQueryCollection query)
    {
        foreach (var name in Names)
        {
            if (query[name] is [{ Length: > 0 } id])
            {
                return new(id);
            }
        }

        if (query["extensions"] is not [{ Length: > 0 } text])
        {
            return null;
        }

        try
        {
            using var extensions = JsonDocument.Parse(text);
            return Apollo(extensions.RootElement);
        }
        catch (JsonException)
        {
            // Whoever reads extensions tells that they are no JSON; a document is not named by them.
            return null;
        }
    }

    private static DocumentReference? Apollo(JsonElement extensions) =>
        extensions.ValueKind == JsonValueKind.Object
        && extensions.TryGetProperty("persistedQuery", out var query)
        && query.ValueKind == JsonValueKind.Object
        && query.TryGetProperty("version", out var version)
        && version.ValueKind == JsonValueKind.Number
        && version.TryGetInt32(out var number)
        && number == 1
        && query.TryGetProperty("sha256Hash", out var hash)
        && hash.ValueKind == JsonValueKind.String
            ? new(hash.GetString()!.ToLowerInvariant(), IsApollo: true)
            : null;
}
