using Microsoft.AspNetCore.Authentication;
using Microsoft.IdentityModel.JsonWebTokens;

namespace SocietyParty.Service.Http.SignIn;

/// <summary>Tokens of the organization's provider, shown by programs: the framework judges them.</summary>
internal static class ProviderTokens
{
    /// <summary>Whom a token names, and until when; null where it is not taken.</summary>
    public static async Task<(string Issuer, string Subject, DateTimeOffset EndsAt)?> ReadAsync(HttpContext context, string token)
    {
        // A socket's first message has no header for it; and what was judged before is not judged again by the framework.
        context.Features.Set(new ShownToken(token));
        var judged = await context.AuthenticateAsync(ProviderServices.Tokens);
        if (
            judged is not { Succeeded: true, Principal: { } claims }
            || claims.FindAll(JwtRegisteredClaimNames.Sub).ToList() is not [{ Value.Length: > 0 } subject]
            || !long.TryParse(
                claims.FindFirst(JwtRegisteredClaimNames.Exp)?.Value,
                System.Globalization.CultureInfo.InvariantCulture,
                out var end
            )
        )
        {
            return null;
        }

        return (subject.Issuer, subject.Value, DateTimeOffset.FromUnixTimeSeconds(end));
    }
}

/// <summary>The token that a request shows.</summary>
internal sealed record ShownToken(string Text);
