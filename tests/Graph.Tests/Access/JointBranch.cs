using Dapper;

namespace SocietyParty.Graph.Tests.Access;

/// <summary>A branch of one committee to which a society of another comes.</summary>
/// <param name="Branch">With results, activities and members.</param>
/// <param name="Society">It has no branch else, where its committee has one without.</param>
internal sealed record JointBranch(long Branch, long Society)
{
    /// <param name="own">The branch's committee.</param>
    /// <param name="other">The society's.</param>
    public static async Task<JointBranch> MakeAsync(AccessFixture city, long own, long other)
    {
        await using var connection = await city.Database.OpenConnectionAsync();
        var branch = await connection.ExecuteScalarAsync<long>(
            """
            SELECT min(b.id) FROM graph.branch AS b WHERE b.committee_id = @own
              AND EXISTS (SELECT FROM graph.assessment AS a WHERE a.branch_id = b.id) AND EXISTS (SELECT FROM graph.activity AS a WHERE a.branch_id = b.id)
              AND EXISTS (SELECT FROM graph.member AS m WHERE m.branch_id = b.id)
              AND EXISTS (
                SELECT FROM mart.coverage AS c JOIN graph.branch_society AS j ON j.society_id = c.society_id AND j.branch_id = b.id
                WHERE c.organization_coverage_numerator = 1)
            """,
            new { own }
        );
        var society = await connection.ExecuteScalarAsync<long>(
            """
            SELECT id FROM graph.society AS s WHERE committee_id = @other AND s.cancelled_on IS NULL
            ORDER BY EXISTS (SELECT FROM graph.branch_society AS j WHERE j.society_id = s.id), id LIMIT 1
            """,
            new { other }
        );
        await connection.ExecuteAsync(
            "INSERT INTO graph.branch_society (branch_id, society_id, is_lead, since) VALUES (@branch, @society, false, '2020-01-01')",
            new { branch, society }
        );
        return new JointBranch(branch, society);
    }

    public async Task RemoveAsync(AccessFixture city)
    {
        await using var connection = await city.Database.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            DELETE FROM graph.branch_society WHERE society_id = @Society AND branch_id = @Branch;
            DELETE FROM graph.branch_society_past WHERE society_id = @Society AND branch_id = @Branch;
            """,
            this
        );
    }
}
