using Npgsql;
using OpenTelemetry;
using OpenTelemetry.Exporter;
using OpenTelemetry.Metrics;
using OpenTelemetry.Resources;
using OpenTelemetry.Trace;
using SocietyParty.Schema;

namespace SocietyParty.Etl.Telemetry;

/// <summary>
/// The export of spans and numbers by OpenTelemetry's protocol, for as long as this lives; disposing sends what waits. Logs are not
/// exported: they may hold what PostgreSQL says of values.
/// </summary>
public sealed class TelemetryExport : IDisposable
{
    /// <summary>Meters of loads, of sessions and of .NET.</summary>
    public static readonly string[] Meters = [EtlSource.Name, "Npgsql", "System.Runtime"];

    private readonly OpenTelemetrySdk sdk;
    private readonly ExceptionTexts texts = new();

    private TelemetryExport(OpenTelemetrySdk sdk) => this.sdk = sdk;

    /// <summary>Null where the environment asks for nothing: then nobody listens, and measuring costs next to nothing.</summary>
    /// <param name="service">Name of the program, unless the environment gives another one.</param>
    /// <param name="spans">Further sources of spans.</param>
    /// <param name="numbers">Further meters.</param>
    public static TelemetryExport? Start(
        string service,
        Action<TracerProviderBuilder>? spans = null,
        Action<MeterProviderBuilder>? numbers = null
    ) => Start(service, spans, numbers, Environment.GetEnvironmentVariable);

    internal static TelemetryExport? Start(
        string service,
        Action<TracerProviderBuilder>? spans,
        Action<MeterProviderBuilder>? numbers,
        Func<string, string?> variable
    )
    {
        var settings = ExportSettings.Read(variable);
        return settings.Any ? new TelemetryExport(Create(service, spans, numbers, settings, variable)) : null;
    }

    public void Dispose()
    {
        sdk.Dispose();
        texts.Dispose();
    }

    private static OpenTelemetrySdk Create(
        string service,
        Action<TracerProviderBuilder>? spans,
        Action<MeterProviderBuilder>? numbers,
        ExportSettings settings,
        Func<string, string?> variable
    ) =>
        OpenTelemetrySdk.Create(builder =>
        {
            // What the environment says comes last, so that it counts.
            builder.ConfigureResource(resource =>
                resource.Clear().AddTelemetrySdk().AddService(service, serviceVersion: ProgramVersion.Text).AddEnvironmentVariableDetector()
            );
            if (settings.Traces)
            {
                builder.WithTracing(tracing =>
                {
                    tracing.AddSource(EtlSource.Name).AddNpgsql();
                    spans?.Invoke(tracing);
                    // Before the exporter, which sees what this leaves.
                    tracing.AddProcessor(new SpanScrubber());
                    tracing.AddOtlpExporter(options => ExportSettings.Apply(options, "TRACES", variable));
                });
            }

            if (settings.Metrics)
            {
                builder.WithMetrics(metrics =>
                {
                    metrics.AddMeter(Meters);
                    numbers?.Invoke(metrics);
                    metrics.AddOtlpExporter(options => ExportSettings.Apply(options, "METRICS", variable));
                });
            }
        });
}
