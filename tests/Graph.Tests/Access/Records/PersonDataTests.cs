using System.Text.Json;
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

    private const string Texts = """
        INSERT INTO graph.activity (branch_id, kind, title, held_on)
        SELECT (SELECT min(id) FROM graph.branch), 'THEME_PARTY_DAY', t, '2021-01-01'::date + n::int
        FROM unnest(ARRAY['主讲：张三、李四', '由张三主持，试验人员7缺席', '张三丰到会', '试验人员70到会']) WITH ORDINALITY AS u (t, n);
        INSERT INTO graph.society_alias (society_id, alias) SELECT min(id), '张三' FROM graph.society;
        INSERT INTO graph.mended_record (kind, record_id, committee_id, branch_id, action, before, after, reason, changed_by, changed_on)
        SELECT 'ACTIVITY', 1, b.committee_id, b.id, 'CORRECTED', '{"summary": "张三", "attendance": [{"note": "试验人员7请假"}]}', '{"summary": "李四"}',
            '误记为：张三', 'clerk', '2021-02-01' FROM graph.branch AS b ORDER BY b.id LIMIT 1;
        INSERT INTO graph.mended_record (kind, record_id, committee_id, branch_id, action, before, reason, changed_by, changed_on)
        SELECT 'DUES_PAYMENT', 1, b.committee_id, b.id, 'VOIDED', jsonb_build_object('member_id', m.id), '丈夫代缴', 'clerk', '2021-02-01'
        FROM graph.branch AS b JOIN graph.member AS m ON m.branch_id = b.id WHERE m.member_ref = '试验人员7'
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
        var pseudonym = (await PersonData.EraseAsync(graph, Reference, "clerk")).Pseudonym;
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
        (await OneAsync<string>("SELECT affiliation_place FROM graph.member WHERE member_ref LIKE 'erased-%'")).ShouldBe("已清除");
        (await AuditTrail.VerifyAsync(graph, null)).Faults.ShouldBeEmpty();
        (await Should.ThrowAsync<Refusal>(() => PersonData.EraseAsync(graph, Reference))).Code.ShouldBe("SP-ACCESS-211");
        // Under its pseudonym it can be handed out, and is due no more.
        (await PersonData.ExportAsync(graph, pseudonym)).ShouldContain(pseudonym);
        (await PersonData.DueAsync(graph, 5)).ShouldNotContain(pseudonym);
    }

    [Fact]
    public async Task What_leads_to_a_committee_or_branch_is_handed_out_with_its_name()
    {
        var branch = await OneAsync<string>("SELECT name FROM graph.branch WHERE id = (SELECT min(id) FROM graph.branch)");
        using var whole = JsonDocument.Parse(await PersonData.ExportAsync(graph, Reference));
        whole.RootElement.GetProperty("appointment.person_id")[0].GetProperty("branch").GetString().ShouldBe(branch);
        whole.RootElement.GetProperty("affiliation_transfer.member_id")[0].GetProperty("to_branch").GetString().ShouldBe(branch);
        whole.RootElement.GetProperty("member")[0].GetProperty("branch").GetString().ShouldBe(branch);
    }

    [Fact]
    public async Task A_name_in_texts_is_replaced_where_it_stands_alone_and_listed_elsewhere()
    {
        await ExecuteAsync(Texts);
        var erased = await PersonData.EraseAsync(graph, Reference, "clerk");
        (
            await OneAsync<string>("SELECT string_agg(title, ' ' ORDER BY held_on) FROM graph.activity WHERE held_on < '2021-01-10'")
        ).ShouldBe($"主讲：{erased.Pseudonym}、李四 由张三主持，{erased.Pseudonym}缺席 张三丰到会 试验人员70到会");
        var places = erased.Places.ToDictionary(place => place.Place);
        (places["activity.title"].Replaced, places["activity.title"].Left.Count).ShouldBe((2, 2));
        // Mended records are kept from everybody else, and are so again.
        var mended = await OneAsync<string>(
            "SELECT before::text || after::text || reason FROM graph.mended_record WHERE kind = 'ACTIVITY'"
        );
        mended.ShouldNotContain("张三");
        mended.ShouldNotContain(Reference);
        mended.ShouldContain(erased.Pseudonym);
        (await OneAsync<string>("SELECT reason FROM graph.mended_record WHERE kind = 'DUES_PAYMENT'")).ShouldNotContain("丈夫");
        (
            await Should.ThrowAsync<PostgresException>(() => ExecuteAsync("UPDATE graph.mended_record SET reason = 'x'"))
        ).MessageText.ShouldContain("mended_record");
        // What an organization is called is public.
        places["society_alias.alias"].Replaced.ShouldBe(0);
        places["society_alias.alias"].Left.Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_name_that_two_persons_bear_is_listed_alone()
    {
        await ExecuteAsync(Texts + "; INSERT INTO graph.person (person_ref, name) VALUES ('同名', '张三')");
        var erased = await PersonData.EraseAsync(graph, Reference, "clerk");
        var place = erased.Places.Single(place => place.Place == "activity.title");
        (place.Replaced, place.Left.Count).ShouldBe((1, 3));
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
