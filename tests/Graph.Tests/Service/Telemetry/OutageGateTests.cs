using SocietyParty.Service.Telemetry;

namespace SocietyParty.Graph.Tests.Service.Telemetry;

/// <summary>An outage that a thousand requests meet is a line a minute.</summary>
public sealed class OutageGateTests
{
    [Fact]
    public void A_minute_has_one_line_that_counts_the_others()
    {
        var clock = new Clock();
        var gate = new OutageGate(clock);
        gate.Opens(out var leftOut).ShouldBeTrue();
        leftOut.ShouldBe(0);
        Enumerable.Range(0, 870).Count(_ => gate.Opens(out var none)).ShouldBe(0);
        clock.Now += TimeSpan.FromSeconds(59);
        gate.Opens(out leftOut).ShouldBeFalse();
        clock.Now += TimeSpan.FromSeconds(1);
        gate.Opens(out leftOut).ShouldBeTrue();
        leftOut.ShouldBe(871);
    }

    private sealed class Clock : TimeProvider
    {
        public DateTimeOffset Now { get; set; } = new(2031, 12, 31, 0, 0, 0, TimeSpan.Zero);

        public override DateTimeOffset GetUtcNow() => Now;
    }
}
