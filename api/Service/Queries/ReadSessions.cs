using Npgsql;
using SocietyParty.Service.Options;

namespace SocietyParty.Service.Queries;

/// <summary>Sessions that only read.</summary>
internal static class ReadSessions
{
    private const int SessionsMin = 8;

    /// <summary>Of such sessions at a server.</summary>
    public static NpgsqlConnectionStringBuilder Connection(string server, HttpLimits limits) =>
        new NpgsqlConnectionStringBuilder(server)
        {
            ApplicationName = "SocietyParty.Graph API",
            MaxAutoPrepare = 100,
            MaxPoolSize = Math.Max(SessionsMin, limits.SessionsPerCore * Environment.ProcessorCount),
            // A session only ever runs planned SELECTs: it keeps no state that the next request could see. A scope ends with its batch.
            NoResetOnClose = true,
        }.Bound(limits, "-c default_transaction_read_only=on");
}
