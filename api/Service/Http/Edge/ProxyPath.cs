using SocietyParty.Service.Options;

namespace SocietyParty.Service.Http.Edge;

/// <summary>
/// Shows the service below a path, as a proxy in front does. A proxy that passes the path on and one that takes it away are served alike:
/// every address that is given out begins with it.
/// </summary>
internal static class ProxyPath
{
    public static void Use(WebApplication app)
    {
        var below = new PathString(app.Services.GetRequiredService<ServiceOptions>().Edge.PathBase);
        if (below.HasValue)
        {
            app.Use(
                (context, next) =>
                {
                    var request = context.Request;
                    if (request.Path.StartsWithSegments(below, out var rest))
                    {
                        request.Path = rest.HasValue ? rest : "/";
                    }

                    request.PathBase = below;
                    return next(context);
                }
            );
        }

        // Else the framework would look for the endpoint before this.
        app.UseRouting();
    }

    /// <summary>An address of this service as a browser asks for it.</summary>
    public static string Of(HttpRequest request, string path) => request.PathBase + path;
}
