using System.Diagnostics;
using System.Diagnostics.Metrics;

namespace SocietyParty.Etl.Telemetry;

/// <summary>Source of the spans and meter of the numbers of loads and imports. Neither names a file or a thing that was loaded.</summary>
internal static class EtlSource
{
    /// <summary>Of the source and of the meter.</summary>
    public const string Name = "SocietyParty.Etl";

    /// <summary>What became of it: of a load <c>succeeded</c> or <c>failed</c>, of imported rows <c>inserted</c> and the like.</summary>
    public const string Outcome = "societyparty.outcome";

    private const string ErrorType = "error.type";

    public static ActivitySource Spans { get; } = new(Name);

    public static Meter Numbers { get; } = new(Name);

    public static KeyValuePair<string, object?> Tag(string name, object? value) => new(name, value);

    /// <param name="error">Code of what failed; null where it succeeded.</param>
    public static void End(Activity? span, string? error)
    {
        if (error is not null)
        {
            span?.SetTag(ErrorType, error).SetStatus(ActivityStatusCode.Error);
        }
    }
}
