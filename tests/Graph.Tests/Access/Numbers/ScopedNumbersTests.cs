using Dapper;
using Npgsql;

namespace SocietyParty.Graph.Tests.Access.Numbers;

/// <summary>What one committee's administrator is shown of mart is what whoever sees everything is shown of that committee.</summary>
[Collection(AccessCollection.Name)]
public sealed class ScopedNumbersTests(AccessFixture city)
{
    // Names of things that are another committee's: the lead society of a joint branch, for one.
    private const string Names =
        "ARRAY['society_name', 'discipline_code', 'discipline_name', 'society_kind', 'level', 'region_code', 'province_code']";

    public static readonly string[] Views =
    [
        "activity",
        "assessment",
        "assessment_item",
        "bonus",
        "branch",
        "branch_history",
        "branch_version",
        "category_change",
        "committee",
        "committee_version",
        "coverage",
        "coverage_by_committee",
        "coverage_by_committee_history",
        "coverage_by_discipline",
        "coverage_by_discipline_history",
        "coverage_history",
        "event_filing",
        "evidence_due",
        "evidence_due_history",
        "meeting",
        "member_count",
        "member_count_history",
        "peer_comparison",
        "peer_comparison_history",
        "peer_figure",
        "peer_figure_history",
        "rectification",
        "society",
        "society_version",
        "target_progress",
        "target_progress_history",
    ];

    public static readonly string[] Shared =
    [
        "activity_kind",
        "clause",
        "code",
        "coverage_load",
        "coverage_load_rule_set",
        "coverage_month",
        "date",
        "document",
        "evidence_kind",
        "grade",
        "indicator",
        "indicator_by_rule_set",
        "indicator_clause",
        "month",
        "region",
        "relationship",
        "rule_set",
        "scheme_item",
        "warehouse",
    ];

    [Fact]
    public async Task Every_view_is_in_one_list()
    {
        await using var connection = await city.Database.OpenConnectionAsync();
        var all = await connection.QueryAsync<string>(
            "SELECT relname::text FROM pg_class WHERE relnamespace = 'mart'::regnamespace AND relkind = 'v' ORDER BY relname"
        );
        // The three are tested below.
        all.ShouldBe(Views.Concat(Shared).Concat(["committee_tree", "load", "quarantine"]).Order(StringComparer.Ordinal));
    }

    [Fact]
    public async Task Views_show_ones_own_rows()
    {
        var wrong = new List<string>();
        foreach (var view in Views)
        {
            var all = await TextAsync(null, Rows($"{view} AS v WHERE v.committee_id = {city.Committee}"));
            var own = await TextAsync(city.Committee, Rows($"{view} AS v WHERE v.committee_id <> 0"));
            if (own != all || own.Contains(AccessFixture.Marker, StringComparison.Ordinal))
            {
                wrong.Add($"{view}: {own.Length} {all.Length}");
            }

            if (own.Length < 3 && view is not "bonus" and not "event_filing" and not "rectification")
            {
                wrong.Add($"{view} has no row");
            }
        }

        wrong.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("activity_at")]
    [InlineData("assessment_at")]
    [InlineData("assessment_item_at")]
    [InlineData("branch_at")]
    [InlineData("coverage_at")]
    [InlineData("meeting_at")]
    [InlineData("category_change_at")]
    [InlineData("evidence_due_at")]
    public async Task What_a_load_knew_is_ones_own(string function)
    {
        var own = await TextAsync(city.Committee, Rows($"{function}(now()) AS v"));
        own.ShouldBe(await TextAsync(null, Rows($"{function}(now()) AS v WHERE v.committee_id = {city.Committee}")));
        own.Length.ShouldBeGreaterThan(10);
    }

    [Theory]
    [InlineData("FIXED")]
    [InlineData("TOTAL")]
    [InlineData("ITEM")]
    public async Task Scores_are_those_of_the_committees_subtree(string score)
    {
        var own = await TextAsync(city.Committee, Rows($"score_value('{score}', from_year => 2023, to_year => 2026) AS v"));
        own.ShouldBe(
            await TextAsync(
                null,
                Rows(
                    $"score_value('{score}', from_year => 2023, to_year => 2026, filter => jsonb_build_object('committee', "
                        + $"jsonb_build_object('eq', {city.Committee}))) AS v"
                )
            )
        );
        own.ShouldContain("\"count\"");
    }

    [Fact]
    public async Task Views_of_what_all_share_show_the_same_to_everybody()
    {
        foreach (var view in Shared)
        {
            // How much a load wrote is of all committees.
            var shared = view == "coverage_load" ? "(to_jsonb(v) - 'rows')::text" : "(to_jsonb(v) - 'freshness')::text";
            var rows = $"SELECT md5(string_agg({shared}, ',' ORDER BY {shared})) FROM mart.{view} AS v";
            (await TextAsync(city.Committee, rows)).ShouldBe(await TextAsync(null, rows), view);
        }
    }

    [Fact]
    public async Task The_tree_ends_where_the_scope_does_and_loads_tell_no_numbers()
    {
        (
            await TextAsync(
                city.Committee,
                "SELECT string_agg(ancestor_id || ' ' || committee_id, ',') FROM mart.committee_tree WHERE is_current"
            )
        ).ShouldBe($"{city.Committee} {city.Committee}");
        (
            await TextAsync(
                city.Committee,
                "SELECT count(*) || ' ' || count(rows) || ' ' || count(error) || ' ' || count(touched) FROM mart.load"
            )
        ).ShouldBe("1 0 0 0");
        (await TextAsync(null, "SELECT count(rows)::text FROM mart.load")).ShouldBe("1");
        (await TextAsync(city.Committee, "SELECT max(rows)::text FROM mart.coverage_load")).ShouldBe("0");
        (await TextAsync(null, "SELECT (max(rows) > 0)::text FROM mart.coverage_load")).ShouldBe("true");
        await using var connection = await city.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        await connection.ExecuteAsync(
            "INSERT INTO dw.quarantine (source, source_id, reason, detail, load_run_id) SELECT 'branch', "
                + "1, 'REASON', 'detail', max(id) FROM dw.load_run"
        );
        (await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM mart.quarantine")).ShouldBe(1);
        await connection.ExecuteAsync(Scope, new { scope = city.Committee });
        (await connection.ExecuteScalarAsync<long>("SELECT count(*) FROM mart.quarantine")).ShouldBe(0);
    }

    [Fact]
    public async Task Every_indicator_is_that_of_the_committees_subtree()
    {
        // By everything that it can be asked by, and as of the load.
        const string values = """
            SELECT coalesce(string_agg(x.line, E'\n' ORDER BY x.line), '') FROM (
                SELECT format('%s %s %s %s %s %s', i.id, d, v.key, v.numerator, v.denominator, v.is_suppressed) AS line
                FROM mart.indicator AS i CROSS JOIN LATERAL unnest(array_append(array_remove(array_remove(i.dimensions, 'COMMITTEE_TREE'), 'PROVINCE'), NULL)) AS d
                CROSS JOIN LATERAL mart.indicator_value(i.id, ARRAY[d], filter => {0}) AS v
                WHERE v.numerator <> 0 OR v.denominator <> 0 OR v.is_suppressed) AS x
            """;
        var own = await TextAsync(city.Committee, values.Replace("{0}", "'{}'", StringComparison.Ordinal));
        var all = await TextAsync(
            null,
            values.Replace(
                "{0}",
                $"jsonb_build_object('committeeTree', jsonb_build_object('eq', {city.Committee}))",
                StringComparison.Ordinal
            )
        );
        own.Split('\n').Length.ShouldBeGreaterThan(100);
        own.ShouldBe(all);
    }

    [Theory]
    [InlineData("ASSESSMENT")]
    [InlineData("FAILURE")]
    [InlineData("BONUS")]
    [InlineData("UNCOVERED_SOCIETY")]
    [InlineData("BRANCH")]
    [InlineData("CATEGORY_CHANGE")]
    [InlineData("CATEGORY_TRANSITION")]
    [InlineData("RECTIFICATION")]
    public async Task A_register_is_that_of_the_committees_subtree(string register)
    {
        var rows =
            "SELECT coalesce(string_agg((to_jsonb(r) - 'rank' - 'position')::text, ',' ORDER BY r.position), "
            + $"'') FROM mart.register('{register}', {{0}}) AS r";
        var filter = $"filter => jsonb_build_object('committeeTree', jsonb_build_object('eq', {city.Committee}))";
        var own = await TextAsync(city.Committee, rows.Replace("{0}", "filter => '{}'", StringComparison.Ordinal));
        own.ShouldBe(await TextAsync(null, rows.Replace("{0}", filter, StringComparison.Ordinal)));
        var groups =
            $"SELECT coalesce(string_agg(to_jsonb(r)::text, ',' ORDER BY r.position), '') FROM mart.register_value('{register}', "
            + $"'{{COMMITTEE}}', {{0}}) AS r";
        (await TextAsync(city.Committee, groups.Replace("{0}", "filter => '{}'", StringComparison.Ordinal))).ShouldBe(
            await TextAsync(null, groups.Replace("{0}", filter, StringComparison.Ordinal))
        );
    }

    [Fact]
    public async Task The_city_sees_what_everybody_of_the_city_does()
    {
        // Without the aggregates of provinces, which are of all at once.
        const string values = """
            SELECT string_agg(format('%s %s %s %s', i.id, v.key, v.numerator, v.denominator), ',' ORDER BY i.id, v.position)
            FROM mart.indicator AS i CROSS JOIN LATERAL mart.indicator_value(i.id, '{COMMITTEE}') AS v
            """;
        (await TextAsync(1, values)).ShouldBe(await TextAsync(null, values));
    }

    [Fact]
    public async Task A_secretary_sees_the_numbers_of_the_branch()
    {
        const string branch = "BranchSecretary 5";
        var data = await city.DataAsync(
            branch,
            """
            { coverage(by: [COMMITTEE]) { nodes { societies } } own: coverage(by: []) { nodes { societies } }
              indicator(id: "I05") { values { nodes { denominator } } } register(kind: BRANCH) { totalCount nodes { branch { id } } } }
            """
        );
        data.GetProperty("coverage").GetProperty("nodes")[0].GetProperty("societies").GetInt32().ShouldBe(1);
        data.GetProperty("own").GetProperty("nodes")[0].GetProperty("societies").GetInt32().ShouldBe(1);
        data.GetProperty("register").GetProperty("totalCount").GetInt32().ShouldBe(1);
    }

    /// <param name="from">A view or a call, and what restricts it.</param>
    internal static string Rows(string from) =>
        "SELECT coalesce(string_agg(x.line, E'\\n' ORDER BY x.line), '') FROM (SELECT (to_jsonb(v) "
        + $"- {Names})::text AS line FROM mart.{from}) AS x";

    private const string Scope = "SET LOCAL ROLE api_committee; SELECT set_config('sp.scope', graph.scope_of_committee(@scope), true)";

    private async Task<string> TextAsync(long? scope, string sql)
    {
        await using var connection = await city.Database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        if (scope is not null)
        {
            await connection.ExecuteAsync(Scope, new { scope });
        }

        return await connection.ExecuteScalarAsync<string>(sql) ?? "";
    }
}
