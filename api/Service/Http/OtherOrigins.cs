using Microsoft.AspNetCore.Cors.Infrastructure;
using SocietyParty.Service.Options;

namespace SocietyParty.Service.Http;

/// <summary>
/// Pages of the origins that the operator allows (<c>Switches__AllowedOrigins</c>) may ask and change over POST and event streams, as they
/// may open sockets. No cookies, and no <c>X-Actor</c>: who asks is a proxy's to say.
/// </summary>
internal static class OtherOrigins
{
    private static readonly TimeSpan PreflightKept = TimeSpan.FromHours(1);

    public static void Add(IServiceCollection services, ServiceOptions options) =>
        services.AddCors(cors =>
            cors.AddDefaultPolicy(policy =>
                policy
                    .WithOrigins(Of(options))
                    .WithMethods("GET", "HEAD", "POST")
                    .WithHeaders(
                        "accept",
                        "accept-language",
                        "content-type",
                        "content-language",
                        "content-encoding",
                        "last-event-id",
                        ReadAfter.Header
                    )
                    .WithExposedHeaders("content-disposition", "retry-after", ReadAfter.Header)
                    .SetPreflightMaxAge(PreflightKept)
            )
        );

    public static void Use(WebApplication app)
    {
        if (Of(app.Services.GetRequiredService<ServiceOptions>()).Length > 0)
        {
            app.UseCors();
        }
    }

    private static string[] Of(ServiceOptions options) =>
        options.Switches.AllowedOrigins.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries);
}
