using System.Threading.RateLimiting;
using Microsoft.AspNetCore.Authentication;
using Npgsql;
using SocietyParty.Rules.Sentences;
using SocietyParty.Service.Http.Edge;
using SocietyParty.Service.Options;

namespace SocietyParty.Service.Http.SignIn;

/// <summary>Signing in with a local account, by a link or by the provider; choosing a role; signing out.</summary>
internal sealed class SignInEndpoints(SignInStore store, SessionStore sessions, AccessLog record, AccessSettings settings) : IDisposable
{
    private const int BodyBytesMax = 16_384;
    private const int TriesPerMinute = 20;

    // Of one address, whatever accounts it tries; an account's own pauses are in the database.
    private readonly PartitionedRateLimiter<HttpContext> tries = PartitionedRateLimiter.Create<HttpContext, string>(context =>
        RateLimitPartition.GetFixedWindowLimiter(
            context.Connection.RemoteIpAddress?.ToString() ?? "",
            _ => new FixedWindowRateLimiterOptions { PermitLimit = TriesPerMinute, Window = TimeSpan.FromMinutes(1) }
        )
    );

    public static void Map(WebApplication app)
    {
        var endpoints = app.Services.GetRequiredService<SignInEndpoints>();
        app.MapMethods(SignInPage.Path, Pages.Reading, endpoints.ShowAsync);
        app.MapPost(SignInPage.Path, context => endpoints.FromOwnPageAsync(context, endpoints.SignInAsync));
        app.MapMethods(SignInPage.RolePath, Pages.Reading, endpoints.ShowAsync);
        app.MapPost(SignInPage.RolePath, context => endpoints.FromOwnPageAsync(context, endpoints.ChooseAsync));
        app.MapMethods(SignInPage.LinkPath, Pages.Reading, context =>
            SignInPage.SendLinkAsync(context, context.Request.Query["code"].ToString())
        );
        app.MapPost(SignInPage.LinkPath, context => endpoints.FromOwnPageAsync(context, endpoints.UseLinkAsync));
        app.MapPost(SignInPage.OutPath, context => endpoints.FromOwnPageAsync(context, endpoints.SignOutAsync));
        app.MapMethods(SignInPage.StylePath, Pages.Reading, SignInPage.SendStyleAsync);
        if (endpoints.HasProvider)
        {
            app.MapMethods(SignInPage.ProviderPath, Pages.Reading, context =>
                context.ChallengeAsync(
                    ProviderServices.Pages,
                    new AuthenticationProperties { RedirectUri = SignInPage.Local(context.Request, context.Request.Query[SignInPage.To]) }
                )
            );
        }
    }

    /// <summary>Begins a session for an account that has shown who it is, and leads on.</summary>
    public async Task BeginAsync(HttpContext context, long account, string name, string way, string to)
    {
        var address = context.Connection.RemoteIpAddress?.ToString();
        await record.WriteAsync(context, name, "SIGN_IN", name, way);
        // Whatever the browser held before is over: nobody else's session is taken on.
        if (SessionCookie.HashOf(context.Request) is { } before)
        {
            await sessions.EndAsync(before, context.RequestAborted);
        }

        SessionCookie.Set(context, await sessions.BeginAsync(account, way, address, context.RequestAborted));
        Lead(context, to);
    }

    public void Dispose() => tries.Dispose();

    private bool HasProvider => settings.Provider.ClientId is not null;

    private async Task ShowAsync(HttpContext context)
    {
        var to = SignInPage.Local(context.Request, context.Request.Query[SignInPage.To]);
        if (await SessionAsync(context) is { } who)
        {
            var roles = await store.RolesAsync(who.Account, context.RequestAborted);
            await SignInPage.SendRolesAsync(context, who, roles, to);
            return;
        }

        await SignInPage.SendFormAsync(context, to, HasProvider);
    }

    private async Task SignInAsync(HttpContext context, IFormCollection form)
    {
        using var lease = tries.AttemptAcquire(context);
        var (name, to) = (form["name"].ToString().Trim(), SignInPage.Local(context.Request, form[SignInPage.To]));
        if (!lease.IsAcquired)
        {
            context.Response.Headers.RetryAfter = "60";
            await SignInPage.SendMessageAsync(
                context,
                StatusCodes.Status429TooManyRequests,
                "SP-ACCESS-008",
                new Sentence("SP-ACCESS-008", [])
            );
            return;
        }

        var code = form["code"].ToString().Trim();
        if (await sessions.CheckAsync(name, form["password"].ToString(), code, context.RequestAborted) is not { } account)
        {
            await record.WriteFailedAsync(context, name);
            context.Response.Headers.WWWAuthenticate = "Bearer realm=\"SocietyParty\"";
            await SignInPage.SendFormAsync(context, to, HasProvider, hasFailed: true);
            return;
        }

        await BeginAsync(context, account, name, "PASSWORD", to);
    }

    private async Task UseLinkAsync(HttpContext context, IFormCollection form)
    {
        using var lease = tries.AttemptAcquire(context);
        if (!lease.IsAcquired || await sessions.UseLinkAsync(form["code"].ToString(), context.RequestAborted) is not var (account, name))
        {
            await record.WriteFailedAsync(context, "");
            await AccessRefusal.SendAsync(context, StatusCodes.Status401Unauthorized, AccessRefusal.NotTaken);
            return;
        }

        await BeginAsync(context, account, name, "LINK", ProxyPath.Of(context.Request, "/"));
    }

    private async Task ChooseAsync(HttpContext context, IFormCollection form)
    {
        if (SessionCookie.HashOf(context.Request) is not { } hash || await SessionAsync(context) is null)
        {
            Lead(context, ProxyPath.Of(context.Request, SignInPage.Path));
            return;
        }

        if (!await sessions.ChooseAsync(hash, form["grant"].ToString(), context.RequestAborted))
        {
            await AccessRefusal.SendAsync(context, StatusCodes.Status403Forbidden, AccessRefusal.NoRole);
            return;
        }

        Lead(context, SignInPage.Local(context.Request, form[SignInPage.To]));
    }

    private async Task SignOutAsync(HttpContext context, IFormCollection form)
    {
        if (SessionCookie.HashOf(context.Request) is { } hash)
        {
            if (await SessionAsync(context) is { } who)
            {
                await record.WriteAsync(context, who.Name, "SIGN_OUT", who.Name);
            }

            await sessions.EndAsync(hash, context.RequestAborted);
        }

        SessionCookie.Remove(context);
        Lead(context, ProxyPath.Of(context.Request, SignInPage.Path));
    }

    private async Task<SignedIn?> SessionAsync(HttpContext context) =>
        SessionCookie.HashOf(context.Request) is { } hash ? await store.OfSessionAsync(hash, null, context.RequestAborted) : null;

    /// <summary>Takes a form of this service's own pages only: another site shall neither sign a person in nor out.</summary>
    private async Task FromOwnPageAsync(HttpContext context, Func<HttpContext, IFormCollection, Task> work)
    {
        if (!OwnOrigin.IsFrom(context.Request))
        {
            await record.RefusedAsync(context, AccessLog.Nobody, AccessRefusal.OtherSite);
            await AccessRefusal.SendAsync(context, StatusCodes.Status403Forbidden, AccessRefusal.OtherSite);
            return;
        }

        try
        {
            var form = context.Request.HasFormContentType
                ? await context.Request.ReadFormAsync(
                    new() { BufferBodyLengthLimit = BodyBytesMax, ValueLengthLimit = 4_096 },
                    context.RequestAborted
                )
                : FormCollection.Empty;
            await work(context, form);
        }
        catch (Exception odd) when (odd is InvalidDataException or BadHttpRequestException)
        {
            context.Response.StatusCode = StatusCodes.Status400BadRequest;
        }
        catch (NpgsqlException) when (!context.Response.HasStarted && !context.RequestAborted.IsCancellationRequested)
        {
            await AccessRefusal.SendAsync(context, StatusCodes.Status503ServiceUnavailable, new Sentence("SP-ACCESS-009", []));
        }
    }

    private static void Lead(HttpContext context, string to)
    {
        context.Response.StatusCode = StatusCodes.Status303SeeOther;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers.Location = to;
    }
}
