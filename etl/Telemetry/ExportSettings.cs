using OpenTelemetry.Exporter;

namespace SocietyParty.Etl.Telemetry;

/// <summary>
/// What the usual <c>OTEL_…</c> variables of the environment say. Nothing is exported unless one of them names where to, or asks for the
/// exporter <c>otlp</c>.
/// </summary>
/// <param name="Traces">Whether spans are exported.</param>
/// <param name="Metrics">Whether numbers are exported.</param>
public sealed record ExportSettings(bool Traces, bool Metrics)
{
    private const string Endpoint = "OTEL_EXPORTER_OTLP_ENDPOINT";

    public bool Any => Traces || Metrics;

    /// <param name="variable">Gives a variable of the environment; null where it is not set.</param>
    public static ExportSettings Read(Func<string, string?> variable) =>
        string.Equals(variable("OTEL_SDK_DISABLED")?.Trim(), "true", StringComparison.OrdinalIgnoreCase)
            ? new(Traces: false, Metrics: false)
            : new(IsOn("TRACES", variable), IsOn("METRICS", variable));

    /// <summary>Variables of one signal go before those of all, as the specification says; the library reads the latter alone.</summary>
    /// <param name="signal"><c>TRACES</c> or <c>METRICS</c>.</param>
    internal static void Apply(OtlpExporterOptions options, string signal, Func<string, string?> variable)
    {
        if (Given(variable, $"OTEL_EXPORTER_OTLP_{signal}_PROTOCOL") is { } protocol)
        {
            options.Protocol = protocol == "http/protobuf" ? OtlpExportProtocol.HttpProtobuf : OtlpExportProtocol.Grpc;
        }

        if (Given(variable, $"OTEL_EXPORTER_OTLP_{signal}_HEADERS") is { } headers)
        {
            options.Headers = headers;
        }

        if (
            Given(variable, $"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT") is { } endpoint
            && Uri.TryCreate(endpoint, UriKind.Absolute, out var uri)
        )
        {
            options.Endpoint = uri;
        }
    }

    private static bool IsOn(string signal, Func<string, string?> variable) =>
        Given(variable, $"OTEL_{signal}_EXPORTER") switch
        {
            "otlp" => true,
            null => (Given(variable, Endpoint) ?? Given(variable, $"OTEL_EXPORTER_OTLP_{signal}_ENDPOINT")) is not null,
            _ => false,
        };

    private static string? Given(Func<string, string?> variable, string name) =>
        variable(name)?.Trim() is { Length: > 0 } value ? value : null;
}
