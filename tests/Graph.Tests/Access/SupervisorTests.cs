using Dapper;
using SocietyParty.Graph.Tests.Service;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Service.Access;
using SocietyParty.Sql.Planning.Values;

namespace SocietyParty.Graph.Tests.Access;

/// <summary>What a supervision team has of a branch, beside what its secretary has: its assessment, and not who is a member.</summary>
[Collection(AccessWritesCollection.Name)]
public sealed class SupervisorTests(AccessFixture city) : IAsyncLifetime
{
    private long branch;
    private long foreign;

    private RequestAccess Supervisor => new("somebody", AccessRole.Supervisor, 1);

    private RequestAccess Secretary => new("somebody", AccessRole.BranchSecretary, branch);

    public async Task InitializeAsync()
    {
        const string ofTeam = """
            SELECT b.branch_id FROM graph.consortium_supervision AS s JOIN graph.consortium_branch AS b USING (consortium_id)
            WHERE s.supervision_team_id = 1 AND s.valid_during @> graph.today() AND b.valid_during @> graph.today()
            """;
        branch = await city.ScalarAsync<long>(
            $"SELECT min(b.id) FROM graph.branch AS b WHERE b.id IN ({ofTeam}) "
                + "AND EXISTS (SELECT FROM graph.assessment AS a WHERE a.branch_id = b.id) "
                + "AND EXISTS (SELECT FROM graph.member AS m WHERE m.branch_id = b.id)"
        );
        foreign = await city.ScalarAsync<long>($"SELECT min(id) FROM graph.branch WHERE id NOT IN ({ofTeam})");
        await using var connection = await city.Database.OpenConnectionAsync();
        await connection.ExecuteAsync(
            """
            INSERT INTO graph.party_group (branch_id, name, valid_during) SELECT @branch, '合成督导小组', daterange('2026-01-01', NULL)
            WHERE NOT EXISTS (SELECT FROM graph.party_group WHERE branch_id = @branch);
            """,
            new { branch }
        );
    }

    public Task DisposeAsync() => Task.CompletedTask;

    /// <summary>Rows about the branch: all of them, or none.</summary>
    [Theory]
    [InlineData("branch", "id = @branch", true, true)]
    [InlineData("branch_category_period", "branch_id = @branch", true, true)]
    [InlineData("branch_society", "branch_id = @branch", true, true)]
    [InlineData("activity", "branch_id = @branch", true, true)]
    [InlineData("assessment", "branch_id = @branch", true, true)]
    [InlineData("assessment_entry", "branch_id = @branch", true, true)]
    [InlineData("assessment_item_score", "assessment_id IN (SELECT id FROM graph.assessment WHERE branch_id = @branch)", true, true)]
    [InlineData("assessment_stage_event", "entry_id IN (SELECT id FROM graph.assessment_entry WHERE branch_id = @branch)", true, true)]
    [InlineData("appointment", "branch_id = @branch", true, true)]
    [InlineData("member", "branch_id = @branch", false, true)]
    [InlineData("member_status_past", "member_id IN (SELECT id FROM graph.member WHERE branch_id = @branch)", false, true)]
    [InlineData("dues_payment", "branch_id = @branch", false, true)]
    [InlineData("party_group", "branch_id = @branch", false, true)]
    [InlineData("activity_attendance", "activity_id IN (SELECT id FROM graph.activity WHERE branch_id = @branch)", false, true)]
    [InlineData("supervision_team", "id = 1", true, false)]
    [InlineData("consortium", "id IN (SELECT consortium_id FROM graph.consortium_supervision WHERE supervision_team_id = 1)", true, false)]
    [InlineData("consortium_supervision", "supervision_team_id = 1", true, false)]
    [InlineData("supervision_team", "id <> 1", false, false)]
    [InlineData("branch", "id = @foreign", false, false)]
    [InlineData("assessment", "branch_id = @foreign", false, false)]
    [InlineData("activity", "branch_id = @foreign", false, false)]
    [InlineData("member", "branch_id = @foreign", false, false)]
    [InlineData("committee_meeting", "true", false, false)]
    public async Task Sees(string table, string rows, bool bySupervisor, bool bySecretary)
    {
        await using var connection = await city.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var ids = (
            await connection.QueryAsync<string>($"SELECT ctid::text FROM graph.{table} WHERE {rows}", new { branch, foreign })
        ).ToArray();
        (ids.Length > 0 || table is "activity_attendance" or "dues_payment").ShouldBeTrue($"{table} has no row");
        foreach (var (access, sees) in new[] { (Supervisor, bySupervisor), (Secretary, bySecretary) })
        {
            await connection.ExecuteAsync("SAVEPOINT tried; SET LOCAL ROLE api_branch");
            await AccessScope.Of(access)!.SetAsync(connection);
            var seen = await connection.ExecuteScalarAsync<int>(
                $"SELECT count(*) FROM graph.{table} WHERE ctid = ANY (@ids::tid[])",
                new { ids }
            );
            seen.ShouldBe(sees ? ids.Length : 0, $"{access.Role} {table}");
            await connection.ExecuteAsync("ROLLBACK TO tried");
        }
    }

    /// <summary>A right is asked first; what the right allows is done on what is seen.</summary>
    [Theory]
    [InlineData("Supervisor", "recordCheckIn", "SP-ACCESS-005")]
    [InlineData("Supervisor", "planActivity", "SP-ACCESS-005")]
    [InlineData("Supervisor", "reviewAssessment", "SP-ACCESS-005")]
    [InlineData("Supervisor", "registerMember", "SP-ACCESS-005")]
    [InlineData("Supervisor", "updateBranch", "SP-ACCESS-005")]
    [InlineData("BranchSecretary", "rankConsortia", "SP-ACCESS-005")]
    [InlineData("BranchSecretary", "reviewAssessment", "SP-ACCESS-005")]
    [InlineData("BranchSecretary", "updateBranch", "SP-ACCESS-005")]
    [InlineData("BranchSecretary", "recordCheckIn", null)]
    public async Task Changes(string role, string mutation, string? refusal)
    {
        var input = (InputObjectType)ServicePipeline.Schema.Mutation!.Field(mutation)!.Argument("input")!.Type.Named;
        var given = ForeignKeysTests.Required(input);
        if (refusal is null)
        {
            given["branch"] = GlobalId.Format("Branch", branch);
        }

        var answer = await city.AskAsync(
            role == "Supervisor" ? "Supervisor 1" : $"BranchSecretary {branch}",
            $"mutation ($input: {input.Name}!) {{ {mutation}(input: $input) {{ errors {{ code }} }} }}",
            new { input = given }
        );
        if (refusal is null)
        {
            answer.GetProperty("data").GetProperty(mutation).GetProperty("errors").GetArrayLength().ShouldBe(0, answer.ToString());
            return;
        }

        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe(refusal, answer.ToString());
    }

    /// <summary>Of a round in which nobody has an entry yet; another team's consortium is one that there is not.</summary>
    [Fact]
    public async Task A_supervisor_ranks_the_teams_consortia()
    {
        await using var connection = await city.Database.OpenConnectionAsync();
        var committee = await connection.ExecuteScalarAsync<long>("SELECT committee_id FROM graph.supervision_team WHERE id = 1");
        var round = await connection.ExecuteScalarAsync<long>(
            """
            INSERT INTO graph.assessment_round (committee_id, year, scheme_id, cut_off_on, opened_on)
            SELECT @committee, 2027, min(id), graph.today(), graph.today() FROM graph.assessment_scheme RETURNING id
            """,
            new { committee }
        );
        var own = (
            await connection.QueryAsync<long>(
                "SELECT consortium_id FROM graph.consortium_supervision WHERE supervision_team_id = 1 AND valid_during @> graph.today()"
            )
        ).ToList();
        var other = await connection.ExecuteScalarAsync<long>(
            "SELECT min(id) FROM graph.consortium WHERE id <> ALL (@own)",
            new { own = own.ToArray() }
        );
        (await CodesAsync(round, [.. own, other])).ShouldBe(["NOT_FOUND"]);
        (await CodesAsync(round, [.. own, 4_000_000_000])).ShouldBe(["NOT_FOUND"]);
        (await CodesAsync(round, own)).ShouldBeEmpty();
        (
            await connection.ExecuteScalarAsync<long>(
                "SELECT count(*) FROM graph.consortium_ranking WHERE round_id = @round",
                new { round }
            )
        ).ShouldBe(own.Count);
    }

    private async Task<IReadOnlyList<string?>> CodesAsync(long round, IEnumerable<long> consortia)
    {
        var answer = await city.DataAsync(
            "Supervisor 1",
            "mutation ($input: RankConsortiaInput!) { rankConsortia(input: $input) { errors { code message } } }",
            new
            {
                input = new
                {
                    round = GlobalId.Format("AssessmentRound", round),
                    supervisionTeam = GlobalId.Format("SupervisionTeam", 1),
                    consortia = consortia.Select(id => GlobalId.Format("Consortium", id)),
                    rankedOn = "2026-01-31",
                },
            }
        );
        return
        [
            .. answer
                .GetProperty("rankConsortia")
                .GetProperty("errors")
                .EnumerateArray()
                .Select(error => error.GetProperty("code").GetString()),
        ];
    }
}
