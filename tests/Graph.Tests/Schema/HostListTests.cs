using Npgsql;
using SocietyParty.Schema.Database;

namespace SocietyParty.Graph.Tests.Schema;

/// <summary>Members of a cluster in one connection string.</summary>
public sealed class HostListTests
{
    private const string Cluster = "Host=a,b;Target Session Attributes=primary";

    [Theory]
    [InlineData(Cluster, 1, 3, 3)]
    [InlineData(Cluster + ";Host Recheck Seconds=30", 30, 3, 3)]
    [InlineData(Cluster + ";HostRecheckSeconds=10;Timeout=15;Keepalive=0", 10, 15, 0)]
    [InlineData("Host=a;Database=graph", 10, 15, 0)]
    public void The_primary_is_looked_for_each_second_and_who_is_silent_left_unless_other_times_are_given(
        string given,
        int recheck,
        int timeout,
        int keepalive
    )
    {
        var prompt = new NpgsqlConnectionStringBuilder(HostList.Prompt(given));
        (prompt.HostRecheckSeconds, prompt.Timeout, prompt.KeepAlive).ShouldBe((recheck, timeout, keepalive));
        (prompt.Host, prompt.TargetSessionAttributes).ShouldBe(
            (new NpgsqlConnectionStringBuilder(given).Host, new NpgsqlConnectionStringBuilder(given).TargetSessionAttributes)
        );
    }

    [Theory]
    [InlineData("no=such;Host=a,b")]
    [InlineData("Host=a;Database=graph")]
    public void What_is_not_valid_or_names_one_host_stays_as_it_is(string given) => HostList.Prompt(given).ShouldBe(given);
}
