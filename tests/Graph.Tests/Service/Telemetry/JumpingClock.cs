namespace SocietyParty.Graph.Tests.Service.Telemetry;

/// <summary>
/// A clock that stands until the test moves it: time passes, or somebody sets the time of day, which the monotonic clock does not follow.
/// </summary>
internal sealed class JumpingClock : TimeProvider
{
    private TimeSpan passed;
    private DateTimeOffset shown = new(2031, 12, 31, 0, 0, 0, TimeSpan.Zero);

    public override long TimestampFrequency => TimeSpan.TicksPerSecond;

    public void Pass(TimeSpan time)
    {
        passed += time;
        shown += time;
    }

    public void Jump(TimeSpan by) => shown += by;

    public override DateTimeOffset GetUtcNow() => shown;

    public override long GetTimestamp() => passed.Ticks;
}
