using Npgsql;
using NpgsqlTypes;

namespace SocietyParty.Service.Access;

/// <summary>What a session gets before a statement, in the same round trip, until the transaction's end.</summary>
/// <param name="Sql">Sets <c>sp.scope</c>, which policies read; one parameter.</param>
public sealed record AccessScope(string Sql, long Subject)
{
    // No key of anything: nothing is seen.
    private const long Nobody = -1;

    /// <summary>Null where the role needs none: it sees everything that its grants allow.</summary>
    public static AccessScope? Of(RequestAccess access) =>
        access.Role switch
        {
            AccessRole.CommitteeAdministrator => new(
                "SELECT set_config('sp.scope', "
                    + "coalesce((SELECT s.scope FROM graph.committee_scope AS s WHERE s.committee_id = $1), '{}'), true)",
                access.Subject ?? Nobody
            ),
            AccessRole.BranchSecretary or AccessRole.Member => new(
                "SELECT set_config('sp.scope', format('{%s,%s}', $1, $1 + 1), true)",
                access.Subject ?? Nobody
            ),
            AccessRole.Supervisor => new(
                "SELECT set_config('sp.scope', graph.scope_of_team($1), true), set_config('sp.team', $1::text, true)",
                access.Subject ?? Nobody
            ),
            _ => null,
        };

    public NpgsqlParameter Parameter() => new() { Value = Subject, NpgsqlDbType = NpgsqlDbType.Bigint };

    /// <summary>Sets it, first in the connection's transaction.</summary>
    public async Task SetAsync(NpgsqlConnection connection, CancellationToken ct = default)
    {
        await using var set = new NpgsqlCommand(Sql, connection) { Parameters = { Parameter() } };
        await set.ExecuteNonQueryAsync(ct);
    }

    /// <summary>The same, to be run first in a transaction's batch.</summary>
    public NpgsqlBatchCommand BatchCommand() => new(Sql) { Parameters = { Parameter() } };
}
