using OpenTelemetry.Metrics;
using OpenTelemetry.Trace;
using SocietyParty.Etl.Telemetry;
using SocietyParty.Service.Health;
using SocietyParty.Service.Telemetry;

namespace SocietyParty.Service.Start;

/// <summary>What the service exports: requests, operations and their stages, statements, sessions, loads, subscriptions.</summary>
internal static class ServiceTelemetry
{
    /// <summary>Null where the environment asks for nothing.</summary>
    public static TelemetryExport? Start() => TelemetryExport.Start("societyparty-graph", AddSpans, AddNumbers);

    public static void AddSpans(TracerProviderBuilder tracing) =>
        tracing
            .AddSource(ServiceSource.Name)
            .AddAspNetCoreInstrumentation(requests => requests.Filter = context => !HealthEndpoints.IsProbe(context.Request.Path));

    public static void AddNumbers(MeterProviderBuilder metrics) => metrics.AddMeter(ServiceSource.Name).AddAspNetCoreInstrumentation();
}
