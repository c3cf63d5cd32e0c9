using Npgsql;
using SocietyParty.Service.Http.SignIn;
using SocietyParty.Service.Options;
using SocietyParty.Service.Queries.Replicas;

namespace SocietyParty.Service.Http;

/// <summary>
/// A client sees its own changes at once, whichever server answers: the answer to a change says up to where the primary's log went, and
/// what the client asks next brings it along, in a header or, from a browser, in a cookie.
/// </summary>
internal static class ReadAfter
{
    public const string Header = "X-Read-After";
    public const string Cookie = "sp-read-after";

    // No place in a log: whoever brings it is answered by the primary.
    private const string Unknown = "primary";

    public static void Use(WebApplication app)
    {
        if (app.Services.GetService<ReplicaSet>() is not { } replicas)
        {
            return;
        }

        // Then every replica that still answers has replayed it.
        var kept = TimeSpan.FromMilliseconds(app.Services.GetRequiredService<ServiceOptions>().Replica.LagMsMax) + TimeSpan.FromSeconds(1);
        app.Use(
            (context, next) =>
            {
                if (!OwnOrigin.IsSafe(context.Request) && context.Request.Path != "/graphql")
                {
                    // Imports, issued reports, sign-ins.
                    Mark(context);
                }

                context.Response.OnStarting(() => TellAsync(context, replicas, kept));
                return next(context);
            }
        );
    }

    /// <summary>Notes that the request changes something.</summary>
    public static void Mark(HttpContext context) => context.Features.Set(new Change());

    /// <summary>What the request's queries must not be older than.</summary>
    public static ReadPoint Of(HttpContext context) =>
        // What came before in the same request is not answered yet, so nobody knows its place.
        context.Features.Get<Change>()
            is not null
            ? ReadPoint.Primary
        : context.Request.Headers[Header] is [{ } brought] ? ReadPoint.AfterText(brought)
        : context.Request.Cookies[Cookie] is { } kept ? ReadPoint.AfterText(kept)
        : ReadPoint.Anywhere;

    private static async Task TellAsync(HttpContext context, ReplicaSet replicas, TimeSpan kept)
    {
        if (context.Features.Get<Change>() is null)
        {
            return;
        }

        var place = Unknown;
        try
        {
            place = await replicas.PositionAsync(context.RequestAborted);
        }
        catch (Exception failure) when (failure is NpgsqlException or TimeoutException or OperationCanceledException)
        {
            // The change was done or its answer says what became of it; only its place is not known.
        }

        context.Response.Headers[Header] = place;
        context.Response.Cookies.Append(
            Cookie,
            place,
            new CookieOptions
            {
                HttpOnly = true,
                Secure = SessionCookie.IsOverTls(context.Request),
                SameSite = SameSiteMode.Lax,
                Path = "/",
                MaxAge = kept,
                IsEssential = true,
            }
        );
    }

    private sealed class Change;
}
