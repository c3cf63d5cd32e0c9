using Dapper;
using Npgsql;
using SocietyParty.Etl.Access;
using SocietyParty.Etl.Audit;
using SocietyParty.Etl.Refusals;
using SocietyParty.Graph.Tests.Sample;

namespace SocietyParty.Graph.Tests.Access.Records;

/// <summary>What is kept about one person is handed out, and taken away so that counts and the record stay.</summary>
public sealed class PersonDataTests : IAsyncLifetime
{
    private const string Counts = """
        SELECT jsonb_object_agg(status, n)::text FROM (SELECT status, count(*) AS n FROM graph.member GROUP BY status) AS s
        """;

    private const string Reference = "试验人员7";

    private const string Somebody = """
        INSERT INTO graph.person (person_ref, name, sex, birth_year) VALUES ('试验人员7', '张三', 'FEMALE', 1980);
        INSERT INTO graph.member (branch_id, member_ref, status, person_id, affiliation_place, affiliated_since)
        SELECT (SELECT min(id) FROM graph.branch), person_ref, 'FULL', id, '渝中区某街道', '2010-01-01' FROM graph.person WHERE person_ref = '试验人员7';
        INSERT INTO graph.affiliation_transfer (member_id, from_place, to_branch_id, state, requested_on, closed_on, reason)
        SELECT id, '渝中区某街道', branch_id, 'CANCELLED', '2012-01-01', '2012-02-01', '随配偶迁居' FROM graph.member WHERE member_ref = '试验人员7';
        INSERT INTO graph.ended_membership (member_id, reason, ended_on, note)
        SELECT id, 'LEFT', graph.today() - 4000, '因病' FROM graph.member WHERE member_ref = '试验人员7';
        INSERT INTO graph.appointment (person_id, post, branch_id, valid_during)
        SELECT p.id, 'BRANCH_SECRETARY', m.branch_id, '[2011-01-01,)' FROM graph.person AS p JOIN graph.member AS m ON m.person_id = p.id
        WHERE p.person_ref = '试验人员7'
        """;

    private NpgsqlDataSource graph = null!;
    private long person;

    public async Task InitializeAsync()
    {
        graph = NpgsqlDataSource.Create(await SampleDatabase.NewAsync());
        await ExecuteAsync(Somebody);
        person = await OneAsync<long>($"SELECT id FROM graph.person WHERE person_ref = '{Reference}'");
    }

    public async Task DisposeAsync() => await graph.DisposeAsync();

    [Fact]
    public async Task Everything_that_leads_to_the_person_is_handed_out()
    {
        var text = await PersonData.ExportAsync(graph, Reference, "clerk");
        foreach (
            var part in (string[])
                ["张三", "1980", "随配偶迁居", "因病", "\"member\"", "appointment.person_id", "affiliation_transfer.member_id"]
        )
        {
            text.ShouldContain(part);
        }

        (await AuditTrail.NewestAsync(graph, null, 1))
            .Single()
            .ShouldSatisfyAllConditions(
                one => one.Actor.ShouldBe("clerk"),
                one => one.Action.ShouldBe("PERSON"),
                one => one.Subject.ShouldBe($"{person}"),
                one => one.Detail.ShouldNotContain(Reference)
            );
    }

    [Fact]
    public async Task Erased_nobody_can_tell_who_it_was_and_counts_and_record_stay()
    {
        var counts = await OneAsync<string>(Counts);
        var posts = await OneAsync<long>("SELECT count(*) FROM graph.appointment");
        var pseudonym = await PersonData.EraseAsync(graph, Reference, "clerk");
        pseudonym.ShouldStartWith(PersonData.ErasedPrefix);
        (await OneAsync<string>(Counts)).ShouldBe(counts);
        (await OneAsync<long>("SELECT count(*) FROM graph.appointment")).ShouldBe(posts);
        // In no text of any table.
        foreach (var word in (string[])["张三", "随配偶迁居", "因病", "渝中区某街道", Reference])
        {
            (await FoundAsync(word)).ShouldBeEmpty(word);
        }

        (
            await OneAsync<long>($"SELECT count(*) FROM graph.person WHERE id = {person} AND num_nonnulls(name, sex, birth_year) = 0")
        ).ShouldBe(1);
        (await AuditTrail.VerifyAsync(graph, null)).Faults.ShouldBeEmpty();
        (await Should.ThrowAsync<Refusal>(() => PersonData.EraseAsync(graph, Reference))).Code.ShouldBe("SP-ACCESS-211");
        // Under its pseudonym it can be handed out, and is due no more.
        (await PersonData.ExportAsync(graph, pseudonym)).ShouldContain(pseudonym);
        (await PersonData.DueAsync(graph, 5)).ShouldNotContain(pseudonym);
    }

    [Fact]
    public async Task Whose_membership_ended_long_ago_and_who_holds_no_post_is_due()
    {
        (await PersonData.DueAsync(graph, 5)).ShouldNotContain(Reference);
        await ExecuteAsync($"DELETE FROM graph.appointment WHERE person_id = {person}");
        (await PersonData.DueAsync(graph, 5)).ShouldContain(Reference);
        (await PersonData.DueAsync(graph, 20)).ShouldNotContain(Reference);
    }

    /// <summary>Columns of any table in which a text stands.</summary>
    private async Task<IReadOnlyList<string>> FoundAsync(string word)
    {
        await using var connection = await graph.OpenConnectionAsync();
        var found = new List<string>();
        foreach (
            var table in await connection.QueryAsync<string>(
                "SELECT oid::regclass::text FROM pg_class WHERE relkind = 'r' AND "
                    + "relnamespace IN ('graph'::regnamespace, 'access'::regnamespace)"
            )
        )
        {
            if (
                await connection.ExecuteScalarAsync<bool>(
                    $"SELECT EXISTS (SELECT FROM {table} AS r WHERE strpos(r::text, @word) > 0)",
                    new { word }
                )
            )
            {
                found.Add(table);
            }
        }

        return found;
    }

    private async Task<T> OneAsync<T>(string sql)
    {
        await using var connection = await graph.OpenConnectionAsync();
        return await connection.QuerySingleAsync<T>(sql);
    }

    private async Task ExecuteAsync(string sql)
    {
        await using var connection = await graph.OpenConnectionAsync();
        await connection.ExecuteAsync(sql);
    }
}
