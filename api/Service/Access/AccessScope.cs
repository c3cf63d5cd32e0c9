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
                "SELECT set_config('sp.scope', graph.scope_of_committee($1), true)",
                access.Subject ?? Nobody
            ),
            AccessRole.BranchSecretary or AccessRole.Member => new(
                "SELECT set_config('sp.scope', format('{%s,%s}', $1, $1 + 1), true)",
                access.Subject ?? Nobody
            ),
            AccessRole.Supervisor => new("SELECT set_config('sp.scope', graph.scope_of_team($1), true)", access.Subject ?? Nobody),
            _ => null,
        };

    public NpgsqlParameter Parameter() => new() { Value = Subject, NpgsqlDbType = NpgsqlDbType.Bigint };

    /// <summary>To be run first in a transaction.</summary>
    public NpgsqlCommand Command(NpgsqlConnection connection) => new(Sql, connection) { Parameters = { Parameter() } };

    /// <summary>Sets it in the connection's transaction.</summary>
    public async Task SetAsync(NpgsqlConnection connection)
    {
        await using var set = Command(connection);
        await set.ExecuteNonQueryAsync();
    }

    /// <inheritdoc cref="Command"/>
    public NpgsqlBatchCommand BatchCommand() => new(Sql) { Parameters = { Parameter() } };
}
