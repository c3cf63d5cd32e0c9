using System.Net;
using System.Security.Cryptography;
using System.Text;
using SocietyParty.Service.Options;

namespace SocietyParty.Service.Http.SignIn;

/// <summary>
/// A proxy that shows the shared secret says from where a request comes, over which scheme, and, if it knows, who asks. From anybody else
/// such headers mean nothing.
/// </summary>
internal sealed class TrustedProxy
{
    public const string SecretHeader = "X-Proxy-Secret";
    private const string ForwardedFor = "X-Forwarded-For";
    private const string ForwardedProto = "X-Forwarded-Proto";

    private static readonly TrustedProxy Known = new();

    private TrustedProxy() { }

    public static bool IsBehind(HttpContext context) => context.Features.Get<TrustedProxy>() is not null;

    public static void Use(WebApplication app, AccessSettings settings)
    {
        if (settings.ProxySecret is not { } secret)
        {
            return;
        }

        var expected = SHA256.HashData(Encoding.UTF8.GetBytes(secret));
        app.Use(
            (context, next) =>
            {
                var headers = context.Request.Headers;
                // Hashes are compared, in a time that says nothing of either.
                if (
                    headers[SecretHeader] is [{ Length: > 0 } shown]
                    && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(shown)), expected)
                )
                {
                    context.Features.Set(Known);
                    Forward(context);
                }

                headers.Remove(SecretHeader);
                return next(context);
            }
        );
    }

    private static void Forward(HttpContext context)
    {
        // The last is the proxy's own word; those before it are the client's.
        var last = context.Request.Headers[ForwardedFor].ToString().Split(',')[^1].Trim();
        if (IPAddress.TryParse(last, out var address))
        {
            context.Connection.RemoteIpAddress = address;
        }

        var scheme = context.Request.Headers[ForwardedProto].ToString().Split(',')[^1].Trim();
        if (scheme is "http" or "https")
        {
            context.Request.Scheme = scheme;
        }
    }
}
