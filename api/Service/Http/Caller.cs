using SocietyParty.Service.Access;
using SocietyParty.Service.Queries;

namespace SocietyParty.Service.Http;

/// <summary>Who asks and in which language, whichever way a request comes; of a socket its opening request says so.</summary>
internal static class Caller
{
    /// <summary>Asks the service's source before anything else is done for a request.</summary>
    public static void Use(WebApplication app)
    {
        var source = app.Services.GetRequiredService<IAccessSource>();
        app.Use(
            async (context, next) =>
            {
                if (await source.FindAsync(context) is { } access)
                {
                    context.Features.Set(access);
                    await next(context);
                }
            }
        );
    }

    /// <summary>Who asks, as the source found.</summary>
    public static RequestAccess Access(this HttpContext context) =>
        context.Features.Get<RequestAccess>() ?? throw new InvalidOperationException("Nobody asked who it is.");

    public static GraphQLRequest From(this GraphQLRequest request, HttpRequest http) =>
        request with
        {
            Access = http.HttpContext.Access(),
            Language = BrowserLanguage.OfApi(http),
        };
}
