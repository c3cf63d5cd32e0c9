using SocietyParty.Service.Telemetry;

namespace SocietyParty.Graph.Tests.Service.Telemetry;

/// <summary>An outage that a thousand requests meet is a line a minute.</summary>
public sealed class OutageGateTests
{
    [Fact]
    public void A_minute_has_one_line_that_counts_the_others()
    {
        var clock = new JumpingClock();
        var gate = new OutageGate(clock);
        gate.Opens(out var leftOut).ShouldBeTrue();
        leftOut.ShouldBe(0);
        Enumerable.Range(0, 870).Count(_ => gate.Opens(out var none)).ShouldBe(0);
        clock.Pass(TimeSpan.FromSeconds(59));
        gate.Opens(out leftOut).ShouldBeFalse();
        clock.Pass(TimeSpan.FromSeconds(1));
        gate.Opens(out leftOut).ShouldBeTrue();
        leftOut.ShouldBe(871);
    }

    [Theory]
    [InlineData(-24)]
    [InlineData(24)]
    public void A_clock_that_jumps_makes_no_line_and_keeps_none_back(int hours)
    {
        var clock = new JumpingClock();
        var gate = new OutageGate(clock);
        gate.Opens(out _).ShouldBeTrue();
        clock.Jump(TimeSpan.FromHours(hours));
        gate.Opens(out _).ShouldBeFalse();
        clock.Pass(TimeSpan.FromMinutes(1));
        gate.Opens(out _).ShouldBeTrue();
    }
}
