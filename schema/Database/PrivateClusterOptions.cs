namespace SocietyParty.Schema.Database;

/// <summary>What may differ between a service's cluster and a test's.</summary>
public sealed record PrivateClusterOptions
{
    /// <summary>Where to look for the server's programs.</summary>
    public PostgresSearch Search { get; init; } = PostgresSearch.OfThisMachine();

    /// <summary>Port on 127.0.0.1, kept from then on; null: the one that the folder keeps, at first a free one.</summary>
    public int? Port { get; init; }

    /// <summary>False: nothing survives a power cut and nothing waits for the disk. For tests only.</summary>
    public bool Durable { get; init; } = true;

    /// <summary>PostgreSQL's max_connections; pools made from the connection string stay ten below.</summary>
    public int ConnectionsMax { get; init; } = 50;

    /// <summary>How long the server may take to start, crash recovery included, or to stop.</summary>
    public TimeSpan WaitMax { get; init; } = TimeSpan.FromSeconds(60);
}
