using Dapper;
using Npgsql;
using SocietyParty.Graph.Tests.Sample;
using SocietyParty.Graph.Tests.Service;
using SocietyParty.Schema.Database;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Access.Identity;

/// <summary>What roles may do stands in <c>schema/access/rights.json</c> alone.</summary>
public sealed class RightListTests
{
    [Fact]
    public void Each_mutation_is_allowed_by_one_right()
    {
        var listed = RightList.Embedded.Mutations.Values.SelectMany(names => names).Order(StringComparer.Ordinal).ToList();
        listed.ShouldBe(ServicePipeline.Schema.Mutation!.Fields.Select(field => field.Name).Order(StringComparer.Ordinal));
    }

    [Fact]
    public void Roles_have_known_rights_and_the_system_administrator_has_all()
    {
        var known = RightList.Embedded.Mutations.Keys.ToHashSet();
        RightList.Embedded.Roles.Values.SelectMany(rights => rights).Where(right => !known.Contains(right)).ShouldBeEmpty();
        RightList.Embedded.Roles["SYSTEM_ADMINISTRATOR"].Order().ShouldBe(known.Order());
        // People nowhere, and the assessment alone.
        RightList.Embedded.Roles["RESEARCHER"].ShouldNotContain("READ_PEOPLE");
        RightList.Embedded.Roles["SUPERVISOR"].ShouldNotContain("READ_PEOPLE");
    }

    /// <summary>A mutation that comes to another right comes to other roles: a change of this list is looked at.</summary>
    [Fact]
    public void Which_roles_may_do_which_change_is_reviewed()
    {
        var list = RightList.Embedded;
        var lines =
            from right in list.Mutations
            from mutation in right.Value
            let roles = list.Roles.Where(role => role.Value.Contains(right.Key)).Select(role => role.Key).Order(StringComparer.Ordinal)
            select $"{mutation}: {string.Join(' ', roles)}";
        Golden.Match("Access/Golden/changes.txt", string.Join('\n', lines.Order(StringComparer.Ordinal)) + "\n");
    }

    [Fact]
    public async Task The_database_has_the_file()
    {
        await using var connection = new NpgsqlConnection(await SampleDatabase.ConnectionStringAsync());
        (await connection.QueryAsync<string>("SELECT role || ' ' || code FROM access.role_right"))
            .Order(StringComparer.Ordinal)
            .ShouldBe(
                RightList.Embedded.Roles.SelectMany(role => role.Value.Select(right => $"{role.Key} {right}")).Order(StringComparer.Ordinal)
            );
        (await connection.QueryAsync<string>("SELECT code FROM access.role")).Order().ShouldBe(RightList.Embedded.Roles.Keys.Order());
    }

    [Fact]
    public async Task Every_table_and_column_of_access_has_a_comment_and_every_foreign_key_an_index()
    {
        await using var connection = new NpgsqlConnection(await SampleDatabase.ConnectionStringAsync());
        var bare = await connection.QueryAsync<string>(
            """
            SELECT c.relname || '.' || a.attname FROM pg_class AS c JOIN pg_attribute AS a ON a.attrelid = c.oid AND a.attnum > 0 AND NOT a.attisdropped
            WHERE c.relnamespace = 'access'::regnamespace AND c.relkind = 'r'
              AND (col_description(c.oid, a.attnum) IS NULL OR obj_description(c.oid, 'pg_class') IS NULL)
            UNION ALL
            SELECT c.conrelid::regclass || ' ' || c.conname FROM pg_constraint AS c
            WHERE c.contype = 'f' AND c.connamespace = 'access'::regnamespace
              AND NOT EXISTS (SELECT FROM pg_index AS i WHERE i.indrelid = c.conrelid AND i.indkey[0] = c.conkey[1] AND i.indpred IS NULL)
            """
        );
        bare.ShouldBeEmpty();
    }

    [Fact]
    public async Task Nobody_but_the_owner_reads_accounts()
    {
        await using var connection = new NpgsqlConnection(await SampleDatabase.ConnectionStringAsync());
        (
            await connection.QueryAsync<string>(
                """
                SELECT 'schema' FROM pg_namespace, aclexplode(nspacl) AS a WHERE nspname = 'access' AND a.grantee <> nspowner
                UNION ALL SELECT c.relname FROM pg_class AS c, aclexplode(c.relacl) AS a
                WHERE c.relnamespace = 'access'::regnamespace AND a.grantee <> c.relowner
                """
            )
        ).ShouldBeEmpty();
    }
}
