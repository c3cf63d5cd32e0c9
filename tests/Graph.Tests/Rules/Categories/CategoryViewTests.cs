using System.Globalization;
using Dapper;
using Npgsql;
using SocietyParty.Graph.Tests.Sample;
using SocietyParty.Rules.Categories;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Graph.Tests.Rules.Categories;

/// <summary>The views for lists against the rules: the same cases, the same answers.</summary>
public sealed class CategoryViewTests
{
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public async Task The_views_say_what_the_rules_say(bool affiliationShowsStaff)
    {
        await using var database = NpgsqlDataSource.Create(await SampleDatabase.NewAsync());
        await using var connection = await database.OpenConnectionAsync();
        await connection.ExecuteAsync(
            "UPDATE graph.rule_set SET content = jsonb_set(content, '{categories,affiliationShowsStaff,value}', "
                + "to_jsonb(@affiliationShowsStaff))",
            new { affiliationShowsStaff }
        );
        var rules = affiliationShowsStaff
            ? RuleFiles.Usual<CategoryRules>()
            : RuleFiles.Changed<CategoryRules>(("\"affiliationShowsStaff\":{\"value\":true", "\"affiliationShowsStaff\":{\"value\":false"));

        foreach (var (mix, _, _, _) in MembershipCases.All)
        {
            await using var transaction = await connection.BeginTransactionAsync();
            var branch = await ArrangeAsync(connection, mix);
            var expected = DeriveCategory.Of(mix.Facts, rules);
            var derived = await connection.QuerySingleAsync<(string Category, string Code, string Reason, string Chinese, string Clause)>(
                "SELECT category, reason_code, reason, reason_zh, clause FROM graph.branch_derived_category WHERE branch_id = @branch",
                new { branch }
            );
            derived.ShouldBe(
                (
                    Word(expected.Category),
                    Word(expected.ReasonCode),
                    expected.Reason.ToString(),
                    expected.Reason.In(Language.Chinese),
                    expected.Clause
                ),
                mix.ToString()
            );

            var lacking = await connection.QueryAsync<(string, int, string)>(
                "SELECT condition, lacking_count, clause FROM graph.branch_upgrade_condition WHERE branch_id = @branch ORDER BY position",
                new { branch }
            );
            lacking.ShouldBe(UpgradePath.Of(mix.Facts, rules).Select(one => (Word(one.Condition), one.Count, one.Clause)), mix.ToString());
        }
    }

    [Fact]
    public async Task Permissions_are_those_of_the_present_category()
    {
        await using var database = NpgsqlDataSource.Create(await SampleDatabase.ConnectionStringAsync());
        await using var connection = await database.OpenConnectionAsync();
        var rules = RuleFiles.Usual<CategoryRules>();
        foreach (var category in new[] { Category.A, Category.B, Category.C })
        {
            var permissions = await connection.QueryAsync<(string, bool, string)>(
                """
                SELECT p.permission, p.is_allowed, p.clause FROM graph.branch_permission AS p
                WHERE p.branch_id = (SELECT min(branch_id) FROM graph.branch_category_period WHERE category = @category) ORDER BY p.permission
                """,
                new { category = category.ToString() }
            );
            permissions.ShouldBe(
                rules
                    .Permissions[category]
                    .Select(one => (Word(one.Key), one.Value.Value, one.Value.Source))
                    .OrderBy(one => one.Item1, StringComparer.Ordinal)
            );
        }
    }

    [Fact]
    public async Task A_published_list_is_compared_with_the_graph_and_stays_as_it_was()
    {
        await using var database = NpgsqlDataSource.Create(await SampleDatabase.ConnectionStringAsync());
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        const string counted =
            "SELECT string_agg(code || ' ' || count, ', ' ORDER BY code) FROM (SELECT code, count(*) FROM "
            + "graph.roster_difference GROUP BY code) AS one";
        // 000 lists 109 branches; of none of them it is known where the members' affiliations lie.
        (await connection.ExecuteScalarAsync<string>(counted)).ShouldBe("NOT_PROVEN 109");

        var branch = await ArrangeAsync(connection, new(true, false, 2, 0, 0, 0, 0));
        var listed = await connection.QuerySingleAsync<string>(
            "SELECT category FROM graph.roster_entry WHERE branch_id = @branch",
            new { branch }
        );
        (await connection.ExecuteScalarAsync<string>(counted)).ShouldBe(
            listed == "A" ? "NOT_PROVEN 108" : "DERIVED_DIFFERS 1, NOT_PROVEN 108"
        );
        await connection.ExecuteAsync(
            "UPDATE graph.branch_category_period SET category = 'UNCLASSIFIED' WHERE branch_id = @branch",
            new { branch }
        );
        (await connection.ExecuteScalarAsync<string>(counted)).ShouldBe("NOT_PROVEN 108, RECLASSIFIED 1");
        (
            await connection.QuerySingleAsync<string>("SELECT category FROM graph.roster_entry WHERE branch_id = @branch", new { branch })
        ).ShouldBe(listed);
    }

    private static async Task<long> ArrangeAsync(NpgsqlConnection connection, MembershipCases.Mix mix)
    {
        var branch = await connection.QuerySingleAsync<long>("SELECT min(branch_id) FROM graph.branch_society");
        await connection.ExecuteAsync(
            "UPDATE graph.branch SET status = @status, status_since = '2020-01-01' WHERE id = @branch",
            new { branch, status = mix.Established ? "ESTABLISHED" : "PROPOSED" }
        );
        var unit = await connection.QuerySingleAsync<long>(
            "INSERT INTO graph.supporting_unit (name) VALUES ('合成-支撑单位') RETURNING id"
        );
        if (mix.HasUnit)
        {
            await connection.ExecuteAsync(
                "INSERT INTO graph.society_supporting_unit (society_id, supporting_unit_id, valid_during) SELECT society_id, "
                    + "@unit, '[2020-01-01,)' FROM graph.branch_society WHERE branch_id = @branch AND is_lead",
                new { branch, unit }
            );
        }

        var places = Enumerable
            .Repeat("branch", mix.Here)
            .Concat(Enumerable.Repeat("unit", mix.Unit))
            .Concat(Enumerable.Repeat("place", mix.Elsewhere))
            .Concat(Enumerable.Repeat("", mix.Unknown));
        foreach (var (place, i) in places.Select((place, i) => (place, i)))
        {
            var reference = "合成-党员-" + i.ToString(CultureInfo.InvariantCulture);
            var person = await connection.QuerySingleAsync<long>(
                "INSERT INTO graph.person (person_ref) VALUES (@reference) RETURNING id",
                new { reference }
            );
            await connection.ExecuteAsync(
                """
                INSERT INTO graph.member (person_id, member_ref, branch_id, status, affiliation_branch_id, affiliation_unit_id, affiliation_place)
                VALUES (@person, @reference, @branch, 'FULL', CASE WHEN @place = 'branch' THEN @branch END, CASE WHEN @place = 'unit' THEN @unit END, CASE WHEN @place = 'place' THEN '合成-某单位' END)
                """,
                new
                {
                    person,
                    reference,
                    branch,
                    unit,
                    place,
                }
            );
            if (i < mix.Employed)
            {
                await connection.ExecuteAsync(
                    "INSERT INTO graph.employment (person_id, supporting_unit_id, valid_during) VALUES (@person, @unit, '[2020-01-01,)')",
                    new { person, unit }
                );
            }
        }

        return branch;
    }

    /// <summary><c>NoMembers</c> → <c>NO_MEMBERS</c>.</summary>
    private static string Word<T>(T value)
        where T : struct, Enum => System.Text.Json.JsonNamingPolicy.SnakeCaseUpper.ConvertName(value.ToString());
}
