using OpenTelemetry.Exporter;
using SocietyParty.Etl.Telemetry;

namespace SocietyParty.Graph.Tests.Etl.Telemetry;

public sealed class ExportSettingsTests
{
    [Theory]
    [InlineData("", false, false)]
    [InlineData("OTEL_SERVICE_NAME=a", false, false)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=", false, false)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://a:4317", true, true)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://a:4317 OTEL_SDK_DISABLED=True", false, false)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://a:4317 OTEL_SDK_DISABLED=false", true, true)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://a:4317 OTEL_TRACES_EXPORTER=none", false, true)]
    [InlineData("OTEL_EXPORTER_OTLP_ENDPOINT=http://a:4317 OTEL_METRICS_EXPORTER=none", true, false)]
    [InlineData("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=http://a:4317", true, false)]
    [InlineData("OTEL_EXPORTER_OTLP_METRICS_ENDPOINT=http://a:4317", false, true)]
    [InlineData("OTEL_TRACES_EXPORTER=otlp", true, false)]
    public void The_environment_says_what_is_exported(string variables, bool traces, bool metrics) =>
        ExportSettings.Read(Of(variables)).ShouldBe(new ExportSettings(traces, metrics));

    [Fact]
    public void Variables_of_one_signal_go_before_those_of_all()
    {
        var options = new OtlpExporterOptions { Protocol = OtlpExportProtocol.Grpc, Endpoint = new Uri("http://all:4317") };
        ExportSettings.Apply(
            options,
            "TRACES",
            Of("OTEL_EXPORTER_OTLP_TRACES_ENDPOINT=http://one:4318/v1/traces OTEL_EXPORTER_OTLP_TRACES_PROTOCOL=http/protobuf")
        );
        (options.Endpoint.ToString(), options.Protocol).ShouldBe(("http://one:4318/v1/traces", OtlpExportProtocol.HttpProtobuf));
    }

    [Fact]
    public void Nobody_listens_where_nothing_is_exported() => TelemetryExport.Start("a", null, null, _ => null).ShouldBeNull();

    private static Func<string, string?> Of(string variables)
    {
        var given = variables
            .Split(' ', StringSplitOptions.RemoveEmptyEntries)
            .Select(pair => pair.Split('=', 2))
            .ToDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
        return name => given.GetValueOrDefault(name);
    }
}
