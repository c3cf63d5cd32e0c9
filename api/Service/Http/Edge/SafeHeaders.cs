using SocietyParty.Service.Options;

namespace SocietyParty.Service.Http.Edge;

/// <summary>
/// What browsers are asked to keep to, on every answer that says nothing else itself: a page has a policy of its own, everything else runs
/// nothing and is framed nowhere. Where everybody signs in, no answer is kept.
/// </summary>
internal static class SafeHeaders
{
    private const string Policy = "script-src 'none'; object-src 'none'; base-uri 'none'; form-action 'none'; frame-ancestors 'none'";

    public static void Use(WebApplication app)
    {
        var options = app.Services.GetRequiredService<ServiceOptions>();
        var keepsNothing = options.Access.Mode != AccessMode.Open;
        app.Use(
            (context, next) =>
            {
                context.Response.OnStarting(() =>
                {
                    var headers = context.Response.Headers;
                    headers.XContentTypeOptions = "nosniff";
                    if (headers.ContentSecurityPolicy.Count == 0)
                    {
                        headers.ContentSecurityPolicy = Policy;
                    }

                    headers.TryAdd("Referrer-Policy", "no-referrer");
                    if (keepsNothing && headers.CacheControl.Count == 0)
                    {
                        headers.CacheControl = "no-store";
                    }

                    return Task.CompletedTask;
                });
                return next(context);
            }
        );
    }

    /// <summary>Over TLS, the service's own or a trusted proxy's, browsers hear that they shall stay with it.</summary>
    public static void UseHsts(WebApplication app)
    {
        if (app.Services.GetRequiredService<ServiceOptions>().Edge.HstsDays > 0)
        {
            app.UseHsts();
        }
    }
}
