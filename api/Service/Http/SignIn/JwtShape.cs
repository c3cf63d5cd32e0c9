using System.Buffers.Text;
using System.Text.Json;

namespace SocietyParty.Service.Http.SignIn;

/// <summary>
/// What a token must look like before its signature is judged. It names no key of its own and no address of one (RFC 8725, 3.10), nothing
/// that this service would have to understand and does not (<c>crit</c>), and nothing twice, of which two readers take different ones.
/// </summary>
internal static class JwtShape
{
    private const int Parts = 3;

    private static readonly string[] Foreign = ["jwk", "jku", "x5u", "x5c", "crit", "b64", "zip", "enc", "p2c"];

    private static readonly JsonDocumentOptions Strict = new() { AllowDuplicateProperties = false, MaxDepth = 16 };

    public static bool Fits(string token)
    {
        var parts = token.Split('.');
        if (parts.Length != Parts || parts.Any(part => part.Length == 0))
        {
            return false;
        }

        using var header = Read(parts[0]);
        using var claims = Read(parts[1]);
        return header is not null
            && claims is not null
            && !Foreign.Any(name => header.RootElement.TryGetProperty(name, out _))
            && header.RootElement.TryGetProperty("alg", out var algorithm)
            && algorithm.ValueKind == JsonValueKind.String;
    }

    private static JsonDocument? Read(string part)
    {
        try
        {
            var document = JsonDocument.Parse(Base64Url.DecodeFromChars(part), Strict);
            if (document.RootElement.ValueKind == JsonValueKind.Object)
            {
                return document;
            }

            document.Dispose();
        }
        catch (Exception malformed) when (malformed is JsonException or FormatException)
        {
            // No token.
        }

        return null;
    }
}
