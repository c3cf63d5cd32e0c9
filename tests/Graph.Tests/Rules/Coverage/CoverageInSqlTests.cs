using SocietyParty.Graph.Tests.Etl.Load;

namespace SocietyParty.Graph.Tests.Rules.Coverage;

/// <summary>The same cases asked of the view of today, of the warehouse, and of the rule: three answers that agree.</summary>
public sealed class CoverageInSqlTests
{
    [Fact]
    public async Task The_graph_and_the_warehouse_answer_as_the_rule_does()
    {
        await using var database = await LoadDatabase.CreateAsync();
        await database.ExecuteAsync(
            "INSERT INTO graph.committee (name, region_code) VALUES ('默认', '320500'), ('重庆', '500000'), ('平顶山', '410400')"
        );
        // Who asks for activities says how many; NeutralRegionTests ask where nothing does.
        await CityRules.BringAsync(database.Source, "320500", "410400");
        var cases = CoverageKindsTests
            .Cases.Select(row =>
                (
                    RuleSet: (string)row[0],
                    Organizations: (string)row[1],
                    Others: (string)row[2],
                    Expected: (string)row[3],
                    Clause: (string)row[4]
                )
            )
            .ToList();
        foreach (var (ruleSet, organizations, rest, _, _) in cases)
        {
            await ArrangeAsync(database, ruleSet, organizations, rest);
        }

        // The views' own today, whatever the session's time zone.
        await database.LoadAsync(await database.ScalarAsync<DateOnly>("SELECT current_date"));

        var today = await database.LinesAsync(
            "SELECT concat_ws(' ', is_nominal, is_worked, is_strong, is_effective, should_build) FROM graph.society_coverage "
                + "ORDER BY society_id"
        );
        today.Select(Shown).ShouldBe(cases.Select(one => one.Expected));
        var loaded = await database.LinesAsync(
            """
            SELECT concat_ws(' ', f.organised, f.work, f.strong, f.effective, f.should_build)
            FROM dw.fct_coverage_monthly f JOIN dw.dim_rule_set r USING (rule_set_key) JOIN graph.society s ON s.id = f.society_id
            WHERE f.generation = (SELECT generation FROM dw.published)
              AND r.code = CASE s.committee_id WHEN 1 THEN 'default' WHEN 2 THEN 'chongqing-2022' ELSE 'pingdingshan-2019' END ORDER BY f.society_id
            """
        );
        loaded.Select(Shown).ShouldBe(cases.Select(one => one.Expected));
    }

    private static async Task ArrangeAsync(LoadDatabase database, string ruleSet, string organizations, string rest)
    {
        var committee = ruleSet switch
        {
            "default" => 1,
            "chongqing-2022" => 2,
            _ => 3,
        };
        var society = await database.ScalarAsync<long>(
            $"INSERT INTO graph.society (name, committee_id, level) SELECT '学会' || count(*), {committee}, 'MUNICIPAL' FROM "
                + "graph.society RETURNING id"
        );
        foreach (var organization in organizations.Split(';', StringSplitOptions.RemoveEmptyEntries).Select(CoverageKindsTests.Parsed))
        {
            var branch = await database.BranchAsync(society, organization.Form, organization.Status);
            if (organization.HasSecretary)
            {
                await database.ExecuteAsync(
                    $"WITH p AS (INSERT INTO graph.person (person_ref) VALUES ('书记{branch}') RETURNING id) INSERT INTO "
                        + $"graph.appointment (person_id, post, branch_id, valid_during) SELECT id, 'BRANCH_SECRETARY', {branch}, '(,)' "
                        + "FROM p"
                );
            }

            if (organization.HasActivityMinimum)
            {
                await database.ExecuteAsync(
                    $"INSERT INTO graph.activity (branch_id, kind, title, held_on) SELECT {branch}, 'THEME_PARTY_DAY', '活动' || i, "
                        + "current_date - i * 30 FROM generate_series(1, 6) AS i"
                );
            }

            if (organization.HasFailed)
            {
                await database.ExecuteAsync(
                    $"INSERT INTO graph.assessment (branch_id, year, fixed_score, bonus_score, grade) VALUES ({branch}, 2020, 90, "
                        + $"0, 'QUALIFIED'), ({branch}, 2021, 50, 0, 'UNQUALIFIED')"
                );
            }
        }

        if (rest[0] == 'I')
        {
            await database.ExecuteAsync(
                $"INSERT INTO graph.instructor_assignment (society_id, instructor_ref, valid_during) VALUES ({society}, 'p1', '(,)')"
            );
        }

        if (rest[1] == 'G')
        {
            await database.ExecuteAsync(
                $"""
                WITH t AS (INSERT INTO graph.council_term (society_id, term_number, started_on, ends_on) VALUES ({society}, 1, '2024-01-01', '2099-01-01') RETURNING id)
                INSERT INTO graph.leading_group (council_term_id, status, discussed_on, submitted_on, approved_on) SELECT id, 'APPROVED', '2024-02-01', '2024-02-02', '2024-02-03' FROM t
                """
            );
        }

        await database.ExecuteAsync(
            $"INSERT INTO graph.ledger_entry (society_id, aspect, is_clear, statement, counted, valid_during) VALUES ({society}, "
                + $"'PARTY_MEMBERS', true, '已查', {rest[2]}, '[2024-01-01,)')"
        );
    }

    private static string Shown(string line)
    {
        var flags = line.Split(' ').Select(flag => flag is "t" or "1").ToList();
        return CoverageKindsTests.Shown(flags[0], flags[1], flags[2], flags[3], flags[4]);
    }
}
