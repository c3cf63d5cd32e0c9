using Npgsql;

namespace SocietyParty.Schema.Database;

/// <summary>Pools of sessions with a name of ours, which spans and numbers have instead of the connection string.</summary>
public static class NamedPool
{
    /// <summary>
    /// The sessions that run statements planned from clients' documents; those at replicas have the replica's number behind it
    /// (<c>reads-1</c>).
    /// </summary>
    public const string Reads = "reads";

    /// <summary>The sessions of mutations.</summary>
    public const string Writes = "writes";

    /// <summary>The sessions of imports over HTTP.</summary>
    public const string Imports = "imports";

    /// <summary>The sessions that make reports over HTTP.</summary>
    public const string Reports = "reports";

    /// <summary>The sessions of the readiness check.</summary>
    public const string Readiness = "readiness";

    /// <summary>The sessions that ask who somebody is.</summary>
    public const string Access = "access";

    /// <summary>The sessions that look how the database and its replicas stand.</summary>
    public const string Watch = "watch";

    /// <summary>The sessions of the set-up and of the command line.</summary>
    public const string Setup = "setup";

    /// <exception cref="ArgumentException">The connection string is not valid.</exception>
    public static NpgsqlDataSource Create(string connectionString, string name) =>
        new NpgsqlDataSourceBuilder(connectionString) { Name = name }.Build();
}
