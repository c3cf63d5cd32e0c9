using Npgsql;

namespace SocietyParty.Schema.Database;

/// <summary>Connection strings that name all members of a cluster, of which one takes writes.</summary>
public static class HostList
{
    // For which it is remembered who is the primary. Npgsql's 10 seconds make everybody wait that long after a promotion.
    private const int RecheckSeconds = 1;

    // A machine without power refuses nothing. Members are asked in turn, so Npgsql's 15 seconds pass before the next one is.
    private const int TimeoutSeconds = 3;

    // Nor does it end a connection. Idle ones of a pool are asked, else each of them takes one more caller's patience.
    private const int KeepaliveSeconds = 3;

    private static readonly (string Name, int Seconds)[] Times =
    [
        ("Host Recheck Seconds", RecheckSeconds),
        ("Timeout", TimeoutSeconds),
        ("Keepalive", KeepaliveSeconds),
    ];

    /// <summary>
    /// The same connection, with times that find the new primary soon unless it has its own; one that is not valid stays as it is.
    /// </summary>
    public static string Prompt(string connectionString)
    {
        try
        {
            var connection = new NpgsqlConnectionStringBuilder(connectionString);
            if (connection.Host?.Contains(',', StringComparison.Ordinal) != true)
            {
                return connectionString;
            }

            foreach (var (name, seconds) in Times)
            {
                if (!connection.ShouldSerialize(name))
                {
                    connection[name] = seconds;
                }
            }

            return connection.ConnectionString;
        }
        catch (ArgumentException)
        {
            // Whoever opens it says what is wrong.
            return connectionString;
        }
    }
}
