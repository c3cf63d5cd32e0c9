using Microsoft.AspNetCore.Authentication;
using Npgsql;
using SocietyParty.Etl.Access;
using SocietyParty.Rules.Sentences;
using SocietyParty.Service.Access;
using SocietyParty.Service.Health;
using SocietyParty.Service.Options;
using SocietyParty.Service.Queries;
using SocietyParty.Service.Telemetry;

namespace SocietyParty.Service.Http.SignIn;

/// <summary>Finds who asks where everybody has to say so, and answers those who do not.</summary>
internal sealed partial class SignInSource(
    SignInStore store,
    AccessLog record,
    AccessSettings settings,
    OutageGate outage,
    ILogger<SignInSource> log
) : IAccessSource
{
    private const string Scheme = "Bearer ";

    // Far more than a provider puts into a token.
    private const int TokenLengthMax = 16_384;

    private static readonly RequestAccess Nobody = new(Actors.Unknown, AccessRole.Anonymous);

    public async ValueTask<RequestAccess?> FindAsync(HttpContext context)
    {
        if (IsForAll(context.Request.Path))
        {
            return Nobody;
        }

        try
        {
            var shown = await ShownAsync(context);
            return shown.Who is { } who ? await AdmitAsync(context, who)
                // A browser's script cannot set headers of a socket, so its first message says who it is.
                : shown.Refused is null && context.WebSockets.IsWebSocketRequest ? Pending(context)
                : await RefuseAsync(context, shown.Refused ?? AccessRefusal.SignInNeeded);
        }
        catch (NpgsqlException failure) when (!context.RequestAborted.IsCancellationRequested)
        {
            if (outage.Opens(out _))
            {
                Unreachable(log, failure);
            }

            await AccessRefusal.SendAsync(context, StatusCodes.Status503ServiceUnavailable, new Sentence("SP-ACCESS-009", []));
            return null;
        }
    }

    /// <summary>The bearer of an <c>Authorization</c> header's value; null where it is not taken.</summary>
    public async Task<SignedIn?> OfBearerAsync(HttpContext context, string header)
    {
        if (!header.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase) || header.Length > TokenLengthMax)
        {
            return null;
        }

        var token = header[Scheme.Length..].Trim();
        if (token.StartsWith(Secret.TokenPrefix, StringComparison.Ordinal))
        {
            return token.Length <= Secret.LengthMax ? await store.OfTokenAsync(Secret.Hash(token), context.RequestAborted) : null;
        }

        if (settings.Provider.Audience is null || await ProviderTokens.ReadAsync(context, token) is not var (issuer, subject, endsAt))
        {
            return null;
        }

        var who = await store.OfIssuerAsync(issuer, subject, context.RequestAborted);
        return who is null ? null : who with { EndsAt = endsAt };
    }

    /// <summary>Who was found, in the role that the request names; null and why not.</summary>
    public async Task<(SignedIn? Who, Sentence? Refused)> InRoleAsync(HttpContext context, SignedIn who)
    {
        if (who.Role is not null)
        {
            return (who, null);
        }

        var roles = await store.RolesAsync(who.Account, context.RequestAborted);
        if (who.Way is SignInWay.Session)
        {
            // A browser chooses on its page.
            return (null, roles.Count == 0 ? AccessRefusal.NoRole : AccessRefusal.RoleOpen);
        }

        var named = context.Request.Headers[AccessRefusal.RoleHeader].ToString();
        var role =
            named.Length > 0 ? roles.FirstOrDefault(role => $"{role.Id}" == named)
            : roles is [var only] ? only
            : null;
        return role is not null ? (who with { Role = role }, null)
            : named.Length == 0 && roles.Count > 1 ? (null, AccessRefusal.RoleOpen)
            : (null, AccessRefusal.NoRole);
    }

    private async Task<(SignedIn? Who, Sentence? Refused)> ShownAsync(HttpContext context)
    {
        var request = context.Request;
        if (request.Headers.Authorization.Count > 0)
        {
            var who = request.Headers.Authorization is [{ } header] ? await OfBearerAsync(context, header) : null;
            return (who, who is null ? AccessRefusal.NotTaken : null);
        }

        if (TrustedProxy.IsBehind(context) && request.Headers[ActorHeader.Name].Count > 0)
        {
            var who = await store.OfNameAsync(ActorHeader.Of(request), context.RequestAborted);
            return (who, who is null ? AccessRefusal.NotTaken : null);
        }

        if (SessionCookie.HashOf(request) is not { } hash)
        {
            return (null, null);
        }

        // A cookie that is over is none: who only looks is asked to sign in again.
        return (await store.OfSessionAsync(hash, TimeSpan.FromMinutes(settings.SessionMinutes), context.RequestAborted), null);
    }

    private async Task<RequestAccess?> AdmitAsync(HttpContext context, SignedIn found)
    {
        if (found.Way == SignInWay.Session && !OwnOrigin.IsSafe(context.Request) && !OwnOrigin.IsFrom(context.Request))
        {
            return await RefuseAsync(context, AccessRefusal.OtherSite, found.Name);
        }

        var (who, refused) = await InRoleAsync(context, found);
        if (who is null)
        {
            return await RefuseAsync(context, refused!, found.Name, found.Way is SignInWay.Session);
        }

        context.Features.Set(who);
        return who.Access;
    }

    private static RequestAccess Pending(HttpContext context)
    {
        context.Features.Set(new PendingSignIn());
        return Nobody;
    }

    /// <param name="isInSession">Whether a browser has signed in: without a role, the page of roles says why.</param>
    private async Task<RequestAccess?> RefuseAsync(
        HttpContext context,
        Sentence said,
        string actor = AccessLog.Nobody,
        bool isInSession = false
    )
    {
        var isOfRole = said == AccessRefusal.RoleOpen || (isInSession && said == AccessRefusal.NoRole);
        if (Pages.IsWanted(context.Request) && (said == AccessRefusal.SignInNeeded || isOfRole))
        {
            // A person with a browser is led to where it goes on.
            SignInPage.Lead(context, isOfRole ? SignInPage.RolePath : SignInPage.Path);
            return null;
        }

        // Who showed nothing tried nothing.
        if (said != AccessRefusal.SignInNeeded)
        {
            await record.RefusedAsync(context, actor, said);
        }

        var isUnknown = said == AccessRefusal.SignInNeeded || said == AccessRefusal.NotTaken;
        await AccessRefusal.SendAsync(context, isUnknown ? StatusCodes.Status401Unauthorized : StatusCodes.Status403Forbidden, said);
        return null;
    }

    /// <summary>What shows nothing of anybody: probes, and where people sign in.</summary>
    private static bool IsForAll(PathString path) =>
        HealthEndpoints.IsProbe(path)
        || path.StartsWithSegments(SignInPage.Path)
        || path == SignInPage.OutPath
        || path == "/favicon.ico"
        || path == "/favicon.svg";

    [LoggerMessage(Level = LogLevel.Error, Message = "Nobody can be asked who it is: the database cannot be reached")]
    private static partial void Unreachable(ILogger log, Exception failure);
}

/// <summary>On the way of a socket whose first message is to say who it is.</summary>
internal sealed class PendingSignIn;
