namespace SocietyParty.Graph.Tests.Service.Machines;

/// <summary>The servers of all tests that leave them as they found them.</summary>
public sealed class ReplicaServersFixture : IAsyncLifetime
{
    public ReplicaServers Servers { get; private set; } = null!;

    public async Task InitializeAsync() => Servers = await ReplicaServers.StartAsync();

    public async Task DisposeAsync() => await Servers.DisposeAsync();
}

[CollectionDefinition(Name)]
public sealed class ReplicaCollection : ICollectionFixture<ReplicaServersFixture>
{
    public const string Name = "replicas";
}
