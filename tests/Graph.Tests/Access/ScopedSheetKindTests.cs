using System.Text;
using Dapper;
using Npgsql;
using SocietyParty.Etl.Import;
using SocietyParty.Graph.Tests.Service;

namespace SocietyParty.Graph.Tests.Access;

/// <summary>
/// Each kind of sheet under a committee's administrator: own rows go in, a row about another committee's thing is refused as one about
/// nothing, and a preview tells no more than the import does.
/// </summary>
[Collection(AccessWritesCollection.Name)]
public sealed class ScopedSheetKindTests(AccessFixture city)
{
    private const string Nothing = "合成没有的";

    /// <summary>
    /// The sheet with the key of a thing in sight, out of sight, or of nothing: <c>{0}</c>; which of the committee's things it is; what the
    /// own row writes.
    /// </summary>
    public static TheoryData<string, string, string, string> Kinds() =>
        new()
        {
            {
                "members",
                "人员编号,党组织,党员状态\nP-SHEET-1,{0},正式党员",
                "SELECT min(name) FROM graph.branch WHERE committee_id = @committee",
                "SELECT count(*) FROM graph.person WHERE person_ref = 'P-SHEET-1'"
            },
            {
                "activities",
                "党组织,活动类型,标题,举办日期\n{0},其他,合成列表活动,2026-01-05",
                "SELECT min(name) FROM graph.branch WHERE committee_id = @committee",
                "SELECT count(*) FROM graph.activity WHERE title = '合成列表活动'"
            },
            {
                "branches",
                "党组织名称,组织形式,状态,状态起始日期,科技社团\n合成列表党支部,党支部,已成立,2026-01-05,{0}",
                """
                    SELECT name FROM graph.society AS s WHERE committee_id = @committee AND cancelled_on IS NULL
                    ORDER BY EXISTS (SELECT FROM graph.branch_society AS j WHERE j.society_id = s.id), name LIMIT 1
                    """,
                "SELECT count(*) FROM graph.branch WHERE name = '合成列表党支部'"
            },
            {
                "scores",
                "党组织,考核年度,考核项目,得分,提交日期\n{0},2026,{2},1,2026-11-20",
                "SELECT min(b.name) FROM graph.branch AS b JOIN graph.assessment_entry AS e ON e.branch_id = b.id "
                    + "WHERE b.committee_id = @committee",
                "SELECT count(*) FROM graph.assessment_entry"
            },
            {
                "appointments",
                "人员编号,职务,党组织,起始日期\n{1},党支部委员,{0},2026-01-05",
                "SELECT min(name) FROM graph.branch WHERE committee_id = @committee",
                "SELECT count(*) FROM graph.appointment"
            },
        };

    [Theory]
    [MemberData(nameof(Kinds))]
    public async Task What_is_not_seen_is_as_unknown_as_nothing(string kind, string sheet, string thing, string written)
    {
        await using var connection = await city.Database.OpenConnectionAsync();
        var own = await connection.ExecuteScalarAsync<string>(thing, new { committee = city.Committee });
        var foreign = await connection.ExecuteScalarAsync<string>(thing, new { committee = city.Committee + 1 });
        sheet = sheet.Replace("{1}", await OwnMemberAsync(connection, own!), StringComparison.Ordinal);
        if (kind == "scores")
        {
            await OpenRoundsAsync(connection);
            var (header, row) = (sheet.Split('\n')[0], sheet.Split('\n')[1]);
            var items = await connection.QueryAsync<string>(
                "SELECT DISTINCT i.item_code FROM graph.assessment_scheme_item AS i "
                    + "JOIN graph.assessment_round AS r ON r.scheme_id = i.scheme_id "
                    + "WHERE r.year = 2026 AND r.committee_id = @committee AND i.item_code NOT LIKE 'DEBRIEF%'",
                new { committee = city.Committee }
            );
            sheet = string.Join('\n', items.Select(item => row.Replace("{2}", item, StringComparison.Ordinal)).Prepend(header));
        }

        var before = await connection.ExecuteScalarAsync<long>(written);
        var answers = new List<string>();
        foreach (var isDryRun in new[] { true, false })
        {
            foreach (var named in new[] { foreign!, Nothing })
            {
                var answer = await ImportAsync(kind, isDryRun, sheet.Replace("{0}", named, StringComparison.Ordinal));
                answers.Add(
                    answer
                        .Replace(named, "NAME", StringComparison.Ordinal)
                        .Replace("\"dryRun\":true", "\"dryRun\":false", StringComparison.Ordinal)
                );
            }
        }

        answers[0].ShouldStartWith("422 ");
        answers.ShouldAllBe(answer => answer == answers[0]);
        (await connection.ExecuteScalarAsync<long>(written)).ShouldBe(before);

        var ofOwn = await ImportAsync(kind, isDryRun: false, sheet.Replace("{0}", own, StringComparison.Ordinal));
        ofOwn.ShouldStartWith("200 ");
    }

    /// <summary>
    /// A reference is everywhere one person's, so that another committee's is taken: nothing else of the person is said.
    /// </summary>
    [Fact]
    public async Task A_reference_of_another_committees_person_is_taken_and_no_more_is_told()
    {
        await using var connection = await city.Database.OpenConnectionAsync();
        var branch = await connection.ExecuteScalarAsync<string>(
            "SELECT min(name) FROM graph.branch WHERE committee_id = @committee",
            new { committee = city.Committee }
        );
        var member = await connection.QuerySingleAsync<(string Reference, string Branch)>(
            "SELECT p.person_ref, b.name FROM graph.member AS m "
                + "JOIN graph.person AS p ON p.id = m.person_id JOIN graph.branch AS b ON b.id = m.branch_id "
                + "WHERE b.committee_id = @other ORDER BY m.id LIMIT 1",
            new { other = city.Committee + 1 }
        );
        var count = await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM graph.member");
        var sheet = $"人员编号,党组织,党员状态\n{member.Reference},{branch},正式党员";
        var told = await ImportAsync("members", isDryRun: false, sheet);
        told.ShouldStartWith("422 ");
        told.ShouldContain("PERSON_REFERENCE_TAKEN");
        told.ShouldNotContain(member.Branch);
        told.ShouldBe(
            (await ImportAsync("members", isDryRun: true, sheet)).Replace("\"dryRun\":true", "\"dryRun\":false", StringComparison.Ordinal)
        );
        (await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM graph.member")).ShouldBe(count);
    }

    /// <summary>Who holds no post, in the own branch of that name.</summary>
    private static async Task<string> OwnMemberAsync(NpgsqlConnection connection, string branch) =>
        await connection.ExecuteScalarAsync<string>(
            """
            SELECT p.person_ref FROM graph.member AS m JOIN graph.person AS p ON p.id = m.person_id JOIN graph.branch AS b ON b.id = m.branch_id
            WHERE b.name = @branch AND m.status = 'FULL' AND NOT EXISTS (SELECT FROM graph.appointment AS a WHERE a.person_id = p.id) LIMIT 1
            """,
            new { branch }
        ) ?? "";

    /// <summary><c>reader create</c> closes advisory locks on the private cluster; an import waits for its turn all the same.</summary>
    [Fact]
    public async Task An_import_takes_its_turn_where_advisory_locks_are_closed()
    {
        await using var connection = await city.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync("REVOKE EXECUTE ON FUNCTION pg_advisory_xact_lock(bigint) FROM PUBLIC; SET LOCAL ROLE api_committee");
        await connection.ExecuteAsync(ImportSql.Read("lock"));
        (await Should.ThrowAsync<PostgresException>(connection.ExecuteAsync("SELECT pg_advisory_xact_lock(1)"))).SqlState.ShouldBe(
            PostgresErrorCodes.InsufficientPrivilege
        );
    }

    private static Task<int> OpenRoundsAsync(NpgsqlConnection connection) =>
        connection.ExecuteAsync(
            """
            INSERT INTO graph.assessment_round (committee_id, year, scheme_id, cut_off_on, opened_on)
            SELECT DISTINCT committee_id, 2026, scheme_id, DATE '2026-12-31', DATE '2026-11-01' FROM graph.assessment_round WHERE year = 2025;
            INSERT INTO graph.assessment_entry (round_id, branch_id, year)
            SELECT r.id, b.id, 2026 FROM graph.assessment_round AS r JOIN graph.branch AS b ON b.committee_id = r.committee_id WHERE r.year = 2026
            """
        );

    private async Task<string> ImportAsync(string kind, bool isDryRun, string csv)
    {
        using var client = new HttpClient { BaseAddress = city.Address };
        client.DefaultRequestHeaders.Add(HeaderAccess.Name, $"CommitteeAdministrator {city.Committee}");
        using var sheet = new StringContent(csv, Encoding.UTF8, "text/csv");
        using var answer = await client.PostAsync(new Uri($"/import/{kind}?dryRun={isDryRun}", UriKind.Relative), sheet);
        return $"{(int)answer.StatusCode} {await answer.Content.ReadAsStringAsync()}";
    }
}
