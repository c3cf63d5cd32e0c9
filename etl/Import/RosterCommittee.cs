using Dapper;
using Npgsql;

namespace SocietyParty.Etl.Import;

/// <summary>What is said where a list founds a committee: a slip in its name or region founds a second one.</summary>
internal static class RosterCommittee
{
    /// <summary>Nothing in an empty system: no other committee can be meant.</summary>
    public static async Task<IReadOnlyList<ImportDiscrepancy>> NoticeAsync(
        NpgsqlConnection connection,
        RosterHeader header,
        CancellationToken ct
    )
    {
        var given = new { header.Committee, header.Region };
        var (isFirst, similar) = await connection.QuerySingleAsync<(bool IsFirst, string[] Similar)>(
            new CommandDefinition(ImportSql.Read("committee_similar"), given, commandTimeout: 0, cancellationToken: ct)
        );
        return isFirst
            ? []
            :
            [
                ImportDiscrepancy.Of(
                    "COMMITTEE_FOUNDED",
                    header.Committee,
                    new(
                        similar.Length == 0 ? "Notice.CommitteeFounded" : "Notice.CommitteeFounded.Similar",
                        [("name", header.Committee), ("region", header.Region), ("known", similar)]
                    )
                ),
            ];
    }
}
