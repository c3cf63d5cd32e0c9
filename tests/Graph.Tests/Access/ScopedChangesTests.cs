using System.Text.Json;
using Dapper;
using Npgsql;
using SocietyParty.Sql.Planning.Values;

namespace SocietyParty.Graph.Tests.Access;

/// <summary>What a committee's administrator changes, and what moves with a committee. In a collection of its own: it writes.</summary>
public sealed class ScopedChangesTests(AccessFixture city) : IClassFixture<AccessFixture>
{
    private string Administrator => $"CommitteeAdministrator {city.Committee}";

    [Fact]
    public async Task An_administrator_works_in_the_own_committee()
    {
        var committee = GlobalId.Format("Committee", city.Committee);
        var society = await DoneAsync("foundSociety", "society", new { name = "合成新学会", committee });
        var branch = await DoneAsync(
            "proposeBranch",
            "branch",
            new
            {
                societies = new[] { society },
                form = "BRANCH",
                name = "合成新学会党支部",
                proposedOn = "2026-01-05",
            }
        );
        var person = await DoneAsync("registerPerson", "person", new { reference = "P-SCOPED-1" });
        var below = await DoneAsync(
            "foundCommittee",
            "committee",
            new
            {
                name = "合成下级党委",
                region = "330102",
                parent = committee,
            }
        );
        var seen = await city.DataAsync(
            Administrator,
            $"{{ nodes(ids: [\"{society}\", \"{branch}\", \"{person}\", \"{below}\"]) {{ id }} }}"
        );
        seen.GetProperty("nodes").EnumerateArray().ShouldAllBe(node => node.ValueKind == JsonValueKind.Object);
        // And nobody else does.
        var others = await city.DataAsync(
            $"CommitteeAdministrator {city.Committee + 1}",
            $"{{ nodes(ids: [\"{society}\", \"{branch}\", \"{person}\", \"{below}\"]) {{ id }} }}"
        );
        others.GetProperty("nodes").EnumerateArray().ShouldAllBe(node => node.ValueKind == JsonValueKind.Null);
    }

    [Fact]
    public async Task Where_the_own_committee_stands_and_what_stands_beside_it_is_not_its_administrators_to_say()
    {
        var committee = GlobalId.Format("Committee", city.Committee);
        var upper = await city.ScalarAsync<long?>(
            "SELECT max(parent_id) FROM graph.committee_parent WHERE committee_id = @id",
            new { id = city.Committee }
        );
        upper.ShouldNotBeNull();
        (await CodesAsync("moveCommittee", new { committee })).ShouldBe(["COMMITTEE_BEYOND_ROLE"]);
        (await CodesAsync("foundCommittee", new { name = "合成旁边党委", region = "330103" })).ShouldBe(["COMMITTEE_BEYOND_ROLE"]);
        var below = await DoneAsync(
            "foundCommittee",
            "committee",
            new
            {
                name = "合成下面党委",
                region = "330102",
                parent = committee,
            }
        );
        (await CodesAsync("moveCommittee", new { committee = below })).ShouldBe(["COMMITTEE_BEYOND_ROLE"]);
        (await CodesAsync("moveCommittee", new { committee, parent = below })).ShouldContain("COMMITTEE_BEYOND_ROLE");
        (
            await city.ScalarAsync<long?>(
                "SELECT max(parent_id) FROM graph.committee_parent WHERE committee_id = @id",
                new { id = city.Committee }
            )
        ).ShouldBe(upper);
    }

    /// <summary>With several committees in sight "all" is the own one with those below it: their figures are not the nation's.</summary>
    [Fact]
    public async Task A_report_of_all_is_of_the_own_committee()
    {
        var name = await city.ScalarAsync<string>("SELECT name FROM graph.committee WHERE id = @id", new { id = city.Committee });
        await DoneAsync(
            "foundCommittee",
            "committee",
            new
            {
                name = $"合成{name}之下",
                region = "330102",
                parent = GlobalId.Format("Committee", city.Committee),
                establishedOn = "2020-01-01",
            }
        );
        await AccessFixture.LoadAsync(city.ConnectionString);
        using var client = new HttpClient { BaseAddress = city.Address };
        client.DefaultRequestHeaders.Add(HeaderAccess.Name, Administrator);
        using var answer = await client.GetAsync(new Uri("/reports/draft/report.json?year=2026&language=zh", UriKind.Relative));
        var text = await answer.Content.ReadAsStringAsync();
        answer.StatusCode.ShouldBe(System.Net.HttpStatusCode.OK, text);
        text = System.Text.RegularExpressions.Regex.Unescape(text);
        text.ShouldContain($"\"office\": \"{name}\"");
    }

    [Fact]
    public async Task A_researcher_changes_nothing()
    {
        var answer = await city.AskAsync(
            "Researcher",
            "mutation ($input: FoundSocietyInput!) { foundSociety(input: $input) { society { id } } }",
            new { input = new { name = "合成某学会", committee = GlobalId.Format("Committee", city.Committee) } }
        );
        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("SP-ACCESS-005");
        (await city.ScalarAsync<long>("SELECT count(*) FROM graph.society WHERE name = '合成某学会'")).ShouldBe(0);
    }

    [Fact]
    public async Task A_lying_place_is_refused()
    {
        await using var connection = await city.Database.OpenConnectionAsync();
        (
            await Should.ThrowAsync<PostgresException>(
                connection.ExecuteAsync("UPDATE graph.branch SET place = (SELECT max(place) FROM graph.committee) WHERE id = 1")
            )
        ).ConstraintName.ShouldBe("branch_committee_id_fkey");
        (
            await Should.ThrowAsync<PostgresException>(
                connection.ExecuteAsync(
                    """
                    INSERT INTO graph.activity (branch_id, kind, title, planned_on, held_on, place)
                    SELECT branch_id, kind, title, planned_on, held_on, place + 1 FROM graph.activity WHERE held_on IS NOT NULL LIMIT 1
                    """
                )
            )
        ).ConstraintName.ShouldBe("activity_branch_id_fkey");
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(
            "SET LOCAL ROLE api_committee; SELECT set_config('sp.scope', graph.scope_of_committee(@committee), true)",
            new { committee = city.Committee }
        );
        (await Should.ThrowAsync<PostgresException>(connection.ExecuteAsync("UPDATE graph.branch SET place = place"))).SqlState.ShouldBe(
            PostgresErrorCodes.InsufficientPrivilege
        );
    }

    /// <summary>A society's place may be written when it comes: its foreign key and its policy know the right one.</summary>
    [Theory]
    [InlineData("own", "own", null)]
    [InlineData("own", "other", PostgresErrorCodes.InsufficientPrivilege)]
    [InlineData("other", "own", PostgresErrorCodes.ForeignKeyViolation)]
    [InlineData("other", "other", PostgresErrorCodes.ForeignKeyViolation)]
    public async Task A_society_comes_with_its_own_committees_place(string committee, string place, string? refusal)
    {
        await using var connection = await city.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var places = (
            await connection.QueryAsync<(long Id, long Place)>(
                "SELECT id, place FROM graph.committee WHERE id IN (@own, @other)",
                new { own = city.Committee, other = city.Committee + 1 }
            )
        ).ToDictionary(one => one.Id == city.Committee ? "own" : "other");
        await connection.ExecuteAsync(
            "SET LOCAL ROLE api_committee; SELECT set_config('sp.scope', graph.scope_of_committee(@committee), true)",
            new { committee = city.Committee }
        );
        var written = connection.ExecuteAsync(
            "INSERT INTO graph.society (name, committee_id, place, level) VALUES ('合成地方学会', @committee, @place, 'MUNICIPAL')",
            new { committee = places[committee].Id, place = places[place].Place }
        );
        if (refusal is null)
        {
            (await written).ShouldBe(1);
        }
        else
        {
            (await Should.ThrowAsync<PostgresException>(written)).SqlState.ShouldBe(refusal);
        }
    }

    [Fact]
    public async Task Rights_follow_a_committee_that_moves()
    {
        const string count = "{ branches { totalCount } }";
        var (upper, moved) = (city.Committee + 2, city.Committee + 3);
        var before = (await city.DataAsync($"CommitteeAdministrator {upper}", count))
            .GetProperty("branches")
            .GetProperty("totalCount")
            .GetInt32();
        var added = (await city.DataAsync($"CommitteeAdministrator {moved}", count))
            .GetProperty("branches")
            .GetProperty("totalCount")
            .GetInt32();
        added.ShouldBeGreaterThan(0);
        await using var connection = await city.Database.OpenConnectionAsync();
        await connection.ExecuteAsync("DELETE FROM graph.touched");
        await connection.ExecuteAsync(
            "UPDATE graph.committee_parent SET parent_id = @upper WHERE committee_id = @moved",
            new { upper, moved }
        );
        (await city.DataAsync($"CommitteeAdministrator {upper}", count))
            .GetProperty("branches")
            .GetProperty("totalCount")
            .GetInt32()
            .ShouldBe(before + added);
        (await city.DataAsync($"CommitteeAdministrator {moved}", count))
            .GetProperty("branches")
            .GetProperty("totalCount")
            .GetInt32()
            .ShouldBe(added);
        // Scores are two steps away, and kept as they were issued.
        (
            await connection.ExecuteScalarAsync<long>(
                """
                SELECT count(*) FROM graph.assessment_item_score AS s JOIN graph.assessment AS a ON a.id = s.assessment_id
                JOIN graph.branch AS b ON b.id = a.branch_id JOIN graph.committee AS c ON c.id = b.committee_id WHERE s.place <> c.place
                """
            )
        ).ShouldBe(0);
        // No load has to look at what only stands elsewhere now.
        (
            await connection.QueryAsync<string>("SELECT DISTINCT relation FROM graph.touched WHERE relation <> 'committee_parent'")
        ).ShouldBeEmpty();
    }

    [Fact]
    public async Task A_fifth_level_is_refused_in_words()
    {
        await using var connection = await city.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var failure = await Should.ThrowAsync<PostgresException>(
            connection.ExecuteAsync(
                """
                INSERT INTO graph.committee (name, region_code) SELECT '合成-' || n, '330102' FROM generate_series(1, 4) AS n;
                INSERT INTO graph.committee_parent (committee_id, parent_id, valid_during)
                SELECT c.id, coalesce(lag(c.id) OVER (ORDER BY c.id), @committee), daterange(NULL, NULL) FROM graph.committee AS c WHERE c.name ~ '^合成-[1-4]$'
                """,
                new { committee = city.Committee }
            )
        );
        failure.ConstraintName.ShouldBe("committee_place_levels");
        failure.MessageText.ShouldContain("合成-3");
    }

    private async Task<string> DoneAsync(string name, string changed, object input)
    {
        var payload = await ChangeAsync(Administrator, name, changed, input);
        payload.GetProperty("errors").GetArrayLength().ShouldBe(0, payload.ToString());
        return payload.GetProperty(changed).GetProperty("id").GetString()!;
    }

    private async Task<IEnumerable<string>> CodesAsync(string name, object input) =>
        (await ChangeAsync(Administrator, name, "committee", input))
            .GetProperty("errors")
            .EnumerateArray()
            .Select(error => error.GetProperty("code").GetString()!);

    private async Task<JsonElement> ChangeAsync(string access, string name, string changed, object input)
    {
        var data = await city.DataAsync(
            access,
            $$"""
            mutation ($input: {{char.ToUpperInvariant(name[0])}}{{name[1..]}}Input!) {
              {{name}}(input: $input) { {{changed}} { id } errors { code message } }
            }
            """,
            new { input }
        );
        return data.GetProperty(name);
    }
}
