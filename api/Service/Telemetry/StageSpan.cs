using System.Diagnostics;

namespace SocietyParty.Service.Telemetry;

/// <summary>One stage of an operation: a span, and its duration as a number.</summary>
internal readonly struct StageSpan : IDisposable
{
    private readonly string name;
    private readonly Activity? span;
    private readonly long started;

    private StageSpan(string name)
    {
        this.name = name;
        span = ServiceSource.Spans.StartActivity(name);
        started = ServiceSource.StageDuration.Enabled ? Stopwatch.GetTimestamp() : 0;
    }

    public static StageSpan Start(string name) => new(name);

    public void Dispose()
    {
        span?.Dispose();
        if (started != 0)
        {
            ServiceSource.StageDuration.Record(
                Stopwatch.GetElapsedTime(started).TotalSeconds,
                new KeyValuePair<string, object?>("societyparty.stage", name)
            );
        }
    }
}
