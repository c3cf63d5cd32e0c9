using SocietyParty.Graph.Tests.Sample;

namespace SocietyParty.Graph.Tests.Service.Machines;

/// <summary>A primary with the sample, and two standbys that pg_basebackup made of it.</summary>
public sealed class ReplicaServers : IAsyncDisposable
{
    internal ReplicaServer Primary { get; private init; } = null!;

    internal ReplicaServer[] Standbys { get; private init; } = [];

    public static async Task<ReplicaServers> StartAsync()
    {
        var primary = await ReplicaServer.PrimaryAsync();
        await SampleDatabase.FillAsync(primary.ConnectionString);
        var first = await primary.StandbyAsync("s1");
        // Follows whichever of the two is primary.
        var second = await primary.StandbyAsync("s2", first.Port);
        await Task.WhenAll(first.StartAsync(), second.StartAsync());
        return new ReplicaServers { Primary = primary, Standbys = [first, second] };
    }

    public async ValueTask DisposeAsync()
    {
        foreach (var server in Standbys.Append(Primary))
        {
            await server.DisposeAsync();
        }
    }
}
