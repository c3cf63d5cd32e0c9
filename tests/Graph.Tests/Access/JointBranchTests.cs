using System.Text.Json;
using Dapper;
using Npgsql;
using SocietyParty.Sql.Planning.Values;

namespace SocietyParty.Graph.Tests.Access;

/// <summary>
/// A branch of one committee with a society of another: both see it, wherever it is shown by what it is; it is changed, listed at the root
/// and counted by its own.
/// </summary>
[Collection(AccessWritesCollection.Name)]
public sealed class JointBranchTests(AccessFixture city) : IAsyncLifetime
{
    private JointBranch joint = null!;

    private long BranchId => joint.Branch;

    private long SocietyId => joint.Society;

    private long Own => city.Committee + 1;

    private string Branch => GlobalId.Format("Branch", BranchId);

    private string Society => GlobalId.Format("Society", SocietyId);

    private static string Administrator(long committee) => $"CommitteeAdministrator {committee}";

    public async Task InitializeAsync() => joint = await JointBranch.MakeAsync(city, Own, city.Committee);

    public Task DisposeAsync() => joint.RemoveAsync(city);

    [Fact]
    public async Task Both_committees_see_it()
    {
        var query = $$"""
            {
              node(id: "{{Branch}}") { ... on Branch {
                name status category societies { nodes { id } } activities { totalCount } assessments { totalCount }
                members { totalCount }
              } }
              society: node(id: "{{Society}}") { ... on Society { branches { nodes { id } } } }
            }
            """;
        var own = (await city.DataAsync(Administrator(Own), query)).GetProperty("node");
        var answer = await city.DataAsync(Administrator(city.Committee), query);
        var seen = answer.GetProperty("node");
        foreach (var field in new[] { "name", "status", "category" })
        {
            seen.GetProperty(field).ToString().ShouldBe(own.GetProperty(field).ToString());
        }

        foreach (var list in new[] { "activities", "assessments" })
        {
            Total(seen, list).ShouldBe(Total(own, list));
            Total(seen, list).ShouldBeGreaterThan(0);
        }

        // Who is a member is the own committee's to know, and of its societies each sees its own.
        (Total(own, "members"), Total(seen, "members")).ShouldBe((Total(own, "members"), 0));
        Total(own, "members").ShouldBeGreaterThan(0);
        Ids(seen.GetProperty("societies")).ShouldBe([Society]);
        Ids(answer.GetProperty("society").GetProperty("branches")).ShouldBe([Branch]);
    }

    /// <summary>What its members would prove is not known: it is no branch without members, and it is there with all else.</summary>
    [Fact]
    public async Task What_is_made_of_its_members_is_null_for_the_other_committee()
    {
        var query =
            $$"""{ branch(id: "{{Branch}}") { name derivedCategory { category reason memberCount staffCount } permissions { isAllowed } } }""";
        var own = (await city.DataAsync(Administrator(Own), query)).GetProperty("branch");
        own.GetProperty("derivedCategory").GetProperty("memberCount").GetInt32().ShouldBeGreaterThan(0);
        var seen = (await city.DataAsync(Administrator(city.Committee), query)).GetProperty("branch");
        seen.GetProperty("name").GetString().ShouldBe(own.GetProperty("name").GetString());
        seen.GetProperty("derivedCategory").ValueKind.ShouldBe(JsonValueKind.Null);
        var file = await city.GetAsync(
            Administrator(city.Committee),
            $"/export/branches?format=csv&of={Uri.EscapeDataString(Society)}&columns=name,derivedCategory.category,derivedCategory.reason"
        );
        file.ShouldContain(seen.GetProperty("name").GetString() + ",,");
    }

    [Fact]
    public async Task Nobody_else_does()
    {
        var answer = await city.DataAsync(Administrator(city.Committee + 2), $$"""{ node(id: "{{Branch}}") { id } }""");
        answer.GetProperty("node").ValueKind.ShouldBe(JsonValueKind.Null);
    }

    [Fact]
    public async Task Lists_of_the_root_and_files_of_all_hold_it_once_and_those_of_the_society_too()
    {
        var name = await city.ScalarAsync<string>("SELECT name FROM graph.branch WHERE id = @branch", new { branch = BranchId });
        foreach (var (committee, isListed) in new[] { (Own, true), (city.Committee, false) })
        {
            var list = await city.TextAsync(
                Administrator(committee),
                "query ($name: String) { branches(where: { name: { eq: $name } }) { totalCount } }",
                new { name }
            );
            list.ShouldContain($"\"totalCount\":{(isListed ? 1 : 0)}");
            var file = await city.GetAsync(Administrator(committee), "/export/branches?format=csv&columns=name");
            file.Contains(name, StringComparison.Ordinal).ShouldBe(isListed);
        }
    }

    /// <summary>What the society is worth is its own committee's number, and the joint branch covers it.</summary>
    [Fact]
    public async Task It_covers_the_society_in_the_numbers_and_is_a_branch_of_its_own_committee()
    {
        await AccessFixture.LoadAsync(city.ConnectionString);
        await using var connection = await city.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        const string covered = "SELECT count(*) FROM mart.coverage WHERE society_id = @society AND organization_coverage_numerator = 1";
        const string counted = "SELECT count(*) FROM mart.branch WHERE branch_id = @branch";
        foreach (var (committee, societies, branches) in new[] { (city.Committee, 1L, 0L), (Own, 0L, 1L) })
        {
            await connection.ExecuteAsync("SAVEPOINT tried");
            await connection.ExecuteAsync(
                "SET LOCAL ROLE api_committee; SELECT set_config('sp.scope', graph.scope_of_committee(@committee), true)",
                new { committee }
            );
            Math.Min(1, await connection.ExecuteScalarAsync<long>(covered, new { society = SocietyId })).ShouldBe(societies);
            Math.Min(1, await connection.ExecuteScalarAsync<long>(counted, new { branch = BranchId })).ShouldBe(branches);
            await connection.ExecuteAsync("ROLLBACK TO tried");
        }
    }

    /// <summary>Every table that belongs to branches: what is in sight is not changed, and nothing is put beside it.</summary>
    [Fact]
    public async Task Its_own_committee_alone_changes_it_in_the_database()
    {
        await using var connection = await city.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var group = await connection.ExecuteScalarAsync<long>(
            """
            INSERT INTO graph.party_group (branch_id, name, valid_during) VALUES (@branch, '合成小组', daterange('2026-01-01', NULL)) RETURNING id;
            INSERT INTO graph.community_check_in (branch_id, community, checked_in_on) VALUES (@branch, '合成社区', '2026-01-05');
            """,
            new { branch = BranchId }
        );
        var tables = (
            await connection.QueryAsync<string>(
                """
                SELECT DISTINCT r.name FROM graph.access_rule AS r JOIN pg_attribute AS a ON a.attrelid = ('graph.' || r.name)::regclass AND a.attname = 'branch_id'
                WHERE r.is_written AND r.name <> 'branch_society' ORDER BY 1
                """
            )
        ).ToList();
        await connection.ExecuteAsync(
            "SET LOCAL ROLE api_committee; SELECT set_config('sp.scope', graph.scope_of_committee(@committee), true)",
            new { committee = city.Committee }
        );
        // Who is in it is for its own committee.
        (
            await connection.ExecuteScalarAsync<long>(
                "SELECT count(*) FROM graph.party_group WHERE branch_id = @branch",
                new { branch = BranchId }
            )
        ).ShouldBe(0);
        (
            await connection.ExecuteScalarAsync<long>(
                "SELECT count(*) FROM graph.community_check_in WHERE branch_id = @branch",
                new { branch = BranchId }
            )
        ).ShouldBeGreaterThan(0);
        var wrong = new List<string>();
        var seen = 0;
        foreach (var table in tables.Prepend("branch"))
        {
            var key = table == "branch" ? "id" : "branch_id";
            seen += await connection.ExecuteScalarAsync<int>(
                $"SELECT count(*) FROM graph.{table} WHERE {key} = @branch",
                new { branch = BranchId }
            );
            foreach (var sql in new[] { $"UPDATE graph.{table} SET {key} = {key}", $"DELETE FROM graph.{table}" })
            {
                // Records of the own committee about the branch are its own.
                var others =
                    table
                    is "evidence_record"
                        or "contact_point"
                        or "consortium_branch"
                        or "rectification"
                        or "mended_record"
                        or "dues_payment"
                        or "organization_life"
                        or "affiliation_past"
                        or "member_branch_past";
                var told = await AnswerAsync(connection, $"{sql} WHERE {key} = @branch");
                if (
                    told != "0"
                    && !others
                    && !told.StartsWith("42501", StringComparison.Ordinal)
                    && !told.StartsWith("428C9", StringComparison.Ordinal)
                )
                {
                    wrong.Add($"{sql}: {told}");
                }
            }
        }

        foreach (
            var sql in new[]
            {
                "INSERT INTO graph.party_group (branch_id, name, valid_during) VALUES (@branch, '合成别的', daterange('2026-01-01', NULL))",
                "INSERT INTO graph.community_check_in (branch_id, community, checked_in_on) VALUES (@branch, '合成社区', '2026-02-05')",
                "INSERT INTO graph.activity (branch_id, kind, title, held_on) VALUES (@branch, 'OTHER', '合成', '2026-01-05')",
                "INSERT INTO graph.branch_year_plan (branch_id, year, planned_on) VALUES (@branch, 2027, '2027-01-05')",
                $"INSERT INTO graph.party_group_member (party_group_id, member_id) SELECT {group}, m.id FROM graph.member AS m LIMIT 1",
            }
        )
        {
            // A group out of sight is answered as one that is not there.
            var told = await AnswerAsync(connection, sql);
            if (!told.StartsWith(sql.Contains("party_group_id", StringComparison.Ordinal) ? "23503" : "42501", StringComparison.Ordinal))
            {
                wrong.Add($"{sql}: {told}");
            }
        }

        wrong.ShouldBeEmpty();
        seen.ShouldBeGreaterThan(5);
    }

    [Fact]
    public async Task A_change_by_another_of_its_committees_is_not_allowed()
    {
        var version = await city.ScalarAsync<int>("SELECT version FROM graph.branch WHERE id = @branch", new { branch = BranchId });
        foreach (
            var (name, input) in new (string, object)[]
            {
                (
                    "updateBranch",
                    new
                    {
                        branch = Branch,
                        version,
                        name = "合成改名党支部",
                    }
                ),
                (
                    "recordCheckIn",
                    new
                    {
                        branch = Branch,
                        community = "合成社区",
                        checkedInOn = "2026-01-06",
                    }
                ),
                (
                    "formPartyGroup",
                    new
                    {
                        branch = Branch,
                        name = "合成小组",
                        formedOn = "2026-01-06",
                    }
                ),
                (
                    "planActivity",
                    new
                    {
                        branch = Branch,
                        kind = "OTHER",
                        title = "合成主题党日",
                        plannedOn = "2027-01-06",
                    }
                ),
            }
        )
        {
            var answer = await city.AskAsync(
                Administrator(city.Committee),
                $"mutation ($input: {char.ToUpperInvariant(name[0])}{name[1..]}Input!) {{ {name}(input: $input) {{ errors {{ code }} }} }}",
                new { input }
            );
            answer.TryGetProperty("errors", out _).ShouldBeFalse($"{name}: {answer}");
            answer
                .GetProperty("data")
                .GetProperty(name)
                .GetProperty("errors")
                .EnumerateArray()
                .Select(error => error.GetProperty("code").GetString())
                .ShouldBe(["NOT_ALLOWED"], name);
        }
    }

    private async Task<string> AnswerAsync(NpgsqlConnection connection, string sql)
    {
        await connection.ExecuteAsync("SAVEPOINT tried");
        try
        {
            return $"{await connection.ExecuteAsync(sql, new { branch = BranchId })}";
        }
        catch (PostgresException refused)
        {
            return $"{refused.SqlState} {refused.MessageText}";
        }
        finally
        {
            await connection.ExecuteAsync("ROLLBACK TO tried");
        }
    }

    private static int Total(JsonElement of, string list) => of.GetProperty(list).GetProperty("totalCount").GetInt32();

    private static IEnumerable<string> Ids(JsonElement list) =>
        list.GetProperty("nodes").EnumerateArray().Select(item => item.GetProperty("id").GetString()!);
}
