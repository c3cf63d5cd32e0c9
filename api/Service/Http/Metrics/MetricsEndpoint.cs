using System.Security.Cryptography;
using System.Text;
using OpenTelemetry;
using OpenTelemetry.Metrics;
using SocietyParty.Etl.Telemetry;
using SocietyParty.Service.Options;
using SocietyParty.Service.Telemetry;

namespace SocietyParty.Service.Http.Metrics;

/// <summary>
/// <c>/metrics</c> in the format of Prometheus, for a collector that shows the secret. To anybody else there is no such place:
/// they get what any other path gives them.
/// </summary>
internal static class MetricsEndpoint
{
    public const string Path = "/metrics";

    private const string Scheme = "Bearer ";

    public static void Add(IServiceCollection services, string graph, ServiceOptions options)
    {
        if (options.Access.MetricsSecret is null)
        {
            return;
        }

        services.AddSingleton(_ =>
            Sdk.CreateMeterProviderBuilder()
                .AddMeter([ServiceSource.Name, .. TelemetryExport.Meters])
                .AddAspNetCoreInstrumentation()
                .AddPrometheusExporter()
                .Build()
        );
        services.AddSingleton(provider => new DatabaseCounts(
            graph,
            provider.GetRequiredService<System.Diagnostics.Metrics.IMeterFactory>(),
            provider.GetRequiredService<TimeProvider>()
        ));
        services.AddHostedService(provider => provider.GetRequiredService<DatabaseCounts>());
    }

    public static void Use(WebApplication app)
    {
        if (app.Services.GetRequiredService<ServiceOptions>().Access.MetricsSecret is not { } secret)
        {
            return;
        }

        var expected = SHA256.HashData(Encoding.UTF8.GetBytes(secret));
        app.UseOpenTelemetryPrometheusScrapingEndpoint(
            app.Services.GetRequiredService<MeterProvider>(),
            context => context.Request.Path == Path && HttpMethods.IsGet(context.Request.Method) && Fits(context.Request, expected),
            path: null,
            configureBranchedPipeline: null,
            optionsName: null
        );
    }

    // Hashes are compared, in a time that says nothing of either.
    private static bool Fits(HttpRequest request, byte[] expected) =>
        request.Headers.Authorization is [{ } shown]
        && shown.StartsWith(Scheme, StringComparison.OrdinalIgnoreCase)
        && CryptographicOperations.FixedTimeEquals(SHA256.HashData(Encoding.UTF8.GetBytes(shown[Scheme.Length..].Trim())), expected);
}
