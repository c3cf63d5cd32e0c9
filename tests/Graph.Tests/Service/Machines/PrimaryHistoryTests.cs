using NpgsqlTypes;
using SocietyParty.Graph.Tests.Service.Telemetry;
using SocietyParty.Service.Queries.Replicas;

namespace SocietyParty.Graph.Tests.Service.Machines;

/// <summary>How old a replica's state is does not depend on a clock that somebody sets.</summary>
public sealed class PrimaryHistoryTests
{
    private static readonly PrimaryLine Line = new(1, 1);

    [Theory]
    [InlineData(-24)]
    [InlineData(0)]
    [InlineData(24)]
    public void A_replica_that_stands_still_ages_though_the_clock_jumps(int hours)
    {
        var clock = new JumpingClock();
        var history = new PrimaryHistory(TimeSpan.FromSeconds(20), clock);
        Add(history, clock, 10);
        clock.Pass(TimeSpan.FromSeconds(3));
        clock.Jump(TimeSpan.FromHours(hours));
        Add(history, clock, 20);
        clock.Pass(TimeSpan.FromSeconds(4));
        Add(history, clock, 30);

        clock.GetElapsedTime(history.FreshAt(Position(10))!.Value).ShouldBe(TimeSpan.FromSeconds(7));
        clock.GetElapsedTime(history.FreshAt(Position(25))!.Value).ShouldBe(TimeSpan.FromSeconds(4));
        history.FreshAt(Position(30)).ShouldBe(clock.GetTimestamp());

        // What is too old is forgotten, also of before the jump.
        clock.Pass(TimeSpan.FromSeconds(18));
        Add(history, clock, 40);
        history.FreshAt(Position(10)).ShouldBeNull();
    }

    private static void Add(PrimaryHistory history, JumpingClock clock, ulong position) =>
        history.Add(clock.GetTimestamp(), Position(position), Line);

    private static NpgsqlLogSequenceNumber Position(ulong position) => new(position);
}
