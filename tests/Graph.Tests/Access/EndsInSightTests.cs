using System.Text.RegularExpressions;
using Dapper;
using Npgsql;

namespace SocietyParty.Graph.Tests.Access;

/// <summary>
/// Every foreign key of the graph, as the catalogue lists them: a role with a scope ties no row to one that it does not see, and gets
/// the answer that a key of nothing gets. Straight in the database, past every mutation.
/// </summary>
[Collection(AccessCollection.Name)]
public sealed class EndsInSightTests(AccessFixture city)
{
    private const long Nothing = 4_000_000_000;

    // Keys that lead by something else than an identity.
    private static readonly string[] Otherwise =
    [
        // The same meeting_id and seat_id have keys of their own.
        "leading_group_voter_is_present",
        // Nobody but a trigger writes a place.
        "person_place_fkey",
        // Of the same rectification, which has a key of its own.
        "rectification_stage_follows",
    ];

    private const string Keys = """
        SELECT f.conname::text AS name, t.relname::text AS fromtable, o.relname::text AS totable, a.attname::text AS key
        FROM pg_constraint AS f JOIN pg_class AS t ON t.oid = f.conrelid JOIN pg_class AS o ON o.oid = f.confrelid
        LEFT JOIN LATERAL (
            SELECT own.attname FROM unnest(f.conkey, f.confkey) AS pair (own, other)
            JOIN pg_attribute AS own ON own.attrelid = f.conrelid AND own.attnum = pair.own
            JOIN pg_attribute AS other ON other.attrelid = f.confrelid AND other.attnum = pair.other AND other.attname = 'id') AS a ON true
        WHERE f.contype = 'f' AND t.relnamespace = 'graph'::regnamespace AND o.relnamespace = 'graph'::regnamespace
          AND o.relname IN (SELECT name FROM graph.access_rule WHERE way <> 'SHARED')
          AND t.relname IN (SELECT name FROM graph.access_rule WHERE is_written)
        ORDER BY f.conname
        """;

    // What the generated city has nothing of, for its second committee.
    private const string Others = """
        INSERT INTO graph.import_run (committee_id, kind, source_name, source_checksum, read_count, inserted_count, updated_count, unchanged_count)
        VALUES (@other, 'MEMBERS', 'x.csv', repeat('0', 64), 0, 0, 0, 0);
        INSERT INTO graph.roster (committee_id, import_run_id, policy_document_id, title)
        SELECT @other, max(id), (SELECT min(id) FROM graph.policy_document), '合成名单' FROM graph.import_run;
        INSERT INTO graph.party_group (branch_id, name, valid_during)
        SELECT min(id), '合成小组', daterange('2026-01-01', NULL) FROM graph.branch WHERE committee_id = @other;
        """;

    [Theory]
    [InlineData("api_committee")]
    [InlineData("api_branch")]
    public async Task No_row_is_tied_to_one_out_of_sight(string role)
    {
        await using var connection = await city.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(Others, new { other = city.Committee + 1 });
        var keys = (await connection.QueryAsync<ForeignKey>(Keys)).ToList();
        keys.Where(key => key.Key is null).Select(key => key.Name).Order().ShouldBe(Otherwise);
        keys.Count.ShouldBeGreaterThan(130);
        var all = new Dictionary<string, List<long>>(StringComparer.Ordinal);
        foreach (var table in keys.Select(key => key.ToTable).Distinct())
        {
            if (await HasIdAsync(connection, table))
            {
                all[table] = [.. await connection.QueryAsync<long>($"SELECT id FROM graph.{table}")];
            }
        }

        await EnterAsync(connection, role);
        var wrong = new List<string>();
        foreach (var key in keys.Where(key => key.Key is not null))
        {
            var seen = (await connection.QueryAsync<long>($"SELECT id FROM graph.{key.ToTable}")).ToList();
            var foreign = all[key.ToTable].Except(seen).Order().ToList();
            if (foreign.Count == 0)
            {
                wrong.Add($"{key.Name}: no {key.ToTable} is another's");
                continue;
            }

            var insert = $"INSERT INTO graph.{key.FromTable} ({key.Key}) VALUES (@id)";
            var update =
                $"UPDATE graph.{key.FromTable} SET {key.Key} = @id "
                + $"WHERE ctid = (SELECT ctid FROM graph.{key.FromTable} WHERE {key.Key} IS DISTINCT FROM @id LIMIT 1)";
            foreach (var sql in new[] { insert, update })
            {
                var ofForeign = await AnswerAsync(connection, sql, foreign[0]);
                var ofNothing = await AnswerAsync(connection, sql, Nothing);
                // An update may find no row to change.
                var isRefused = sql == insert ? ofForeign.Contains(key.Name, StringComparison.Ordinal) : ofForeign != "done 1";
                if (!isRefused || (ofForeign != ofNothing && ofForeign != "done 0"))
                {
                    wrong.Add($"{sql}: {ofForeign} / {ofNothing}");
                }

                // And what is seen is not refused for that.
                if (seen.Count > 0 && (await AnswerAsync(connection, sql, seen[0])) == ofForeign && ofForeign != "done 0")
                {
                    wrong.Add($"{sql}: {key.ToTable} {seen[0]} is seen");
                }
            }
        }

        wrong.ShouldBeEmpty();
    }

    /// <summary>An end out of sight that stands there already stays when the rest of the row changes.</summary>
    [Fact]
    public async Task What_stands_there_stays()
    {
        await using var connection = await city.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var own = await connection.ExecuteScalarAsync<long>(
            """
            INSERT INTO graph.contact_point (committee_id, branch_id, person_id, valid_during)
            SELECT @committee, min(b.id), (SELECT min(id) FROM graph.person), daterange('2026-01-01', NULL)
            FROM graph.branch AS b WHERE b.committee_id = @committee + 1
            RETURNING id
            """,
            new { committee = city.Committee }
        );
        await EnterAsync(connection, "api_committee");
        (
            await connection.ExecuteAsync(
                "UPDATE graph.contact_point SET valid_during = daterange('2026-02-01', NULL), branch_id = branch_id WHERE id = @own",
                new { own }
            )
        ).ShouldBe(1);
    }

    private async Task EnterAsync(NpgsqlConnection connection, string role)
    {
        var branch = await connection.ExecuteScalarAsync<long>(
            "SELECT min(id) FROM graph.branch WHERE committee_id = @committee",
            new { committee = city.Committee }
        );
        await connection.ExecuteAsync(
            $"SET LOCAL ROLE {role}; SELECT set_config('sp.scope', "
                + (role == "api_committee" ? $"graph.scope_of_committee({city.Committee})" : $"'{{{branch},{branch + 1}}}'")
                + ", true)"
        );
    }

    private static async Task<bool> HasIdAsync(NpgsqlConnection connection, string table) =>
        await connection.ExecuteScalarAsync<bool>(
            "SELECT EXISTS (SELECT FROM pg_attribute WHERE attrelid = ('graph.' || @table)::regclass AND attname = 'id')",
            new { table }
        );

    /// <summary>How many rows, or what the database says, without the key itself.</summary>
    private static async Task<string> AnswerAsync(NpgsqlConnection connection, string sql, long id)
    {
        await connection.ExecuteAsync("SAVEPOINT tried");
        try
        {
            return $"done {await connection.ExecuteAsync(sql, new { id })}";
        }
        catch (PostgresException refused)
        {
            return Regex.Replace($"{refused.SqlState} {refused.ConstraintName} {refused.MessageText} {refused.Detail}", $@"\b{id}\b", "ID");
        }
        finally
        {
            await connection.ExecuteAsync("ROLLBACK TO tried");
        }
    }

    private sealed record ForeignKey
    {
        public required string Name { get; init; }

        public required string FromTable { get; init; }

        public required string ToTable { get; init; }

        public string? Key { get; init; }
    }
}
