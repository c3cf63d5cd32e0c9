using SocietyParty.Graph.Tests.Etl.Load.Indicators;

namespace SocietyParty.Graph.Tests.Etl.Load.Registers;

/// <summary>
/// The graph of the indicators with what registers tell besides: reasons, claims, a fail rule, kinds of problems, a branch that is new and
/// one that is gone, two women on probation, a committee above (2) and one below (3) with an uncovered society of its own.
/// </summary>
public sealed class RegisterGraph : IAsyncLifetime
{
    private const string More = """
        INSERT INTO graph.region (code, name, parent_code) VALUES ('500103', '渝中区', '500000') ON CONFLICT DO NOTHING;
        INSERT INTO graph.committee (name, region_code) VALUES ('上级党委', '100000'), ('下级党委', '500103');
        INSERT INTO graph.committee_parent (committee_id, parent_id, valid_during) VALUES (1, 2, '[2021-01-01,)'), (3, 1, '[2021-01-01,)');
        SET graph.holds_from = '2021-01-01';
        INSERT INTO graph.society (name, committee_id, level, kind) VALUES ('学会11', 3, 'COUNTY', 'ASSOCIATION');
        SET graph.holds_from = '2022-05-01';
        INSERT INTO graph.branch (name, committee_id, form, status, status_since) VALUES ('七', 1, 'BRANCH', 'ESTABLISHED', '2022-05-01');
        INSERT INTO graph.branch_society (branch_id, society_id, is_lead) VALUES (7, 1, true);
        RESET graph.holds_from;
        SET graph.holds_from = '2022-09-01';
        UPDATE graph.branch SET status = 'DISSOLVED', status_since = '2022-09-01' WHERE id = 5;
        RESET graph.holds_from;
        INSERT INTO graph.uncovered_reason (society_id, code, valid_during)
        VALUES (7, 'IN_PREPARATION', '[2022-03-01,)'), (8, 'NO_MEMBERS', '[2021-06-01,2022-08-01)'), (8, 'TOO_FEW_MEMBERS', '[2022-08-01,)'),
               (9, 'NO_MEMBERS', '(,)'), (6, 'NO_MEMBERS', '[2020-01-01,)');
        INSERT INTO graph.assessment_entry (round_id, branch_id, year) VALUES (1, 3, 2022);
        INSERT INTO graph.fail_finding (entry_id, fail_rule, clause, evidence, found_on, withdrawn_on, withdrawal_reason)
        VALUES (3, 'INSPECTION_FAILED', '004 第五条（七）1', '抽查', '2022-10-01', '2022-10-20', '有误'), (3, 'NO_ACTIVITY', '004 第五条（七）3', '无活动', '2022-11-05', NULL, NULL);
        INSERT INTO graph.bonus_claim (entry_id, bonus_item, level, evidence_ref, description, points, status, claimed_on, decided_on, reason)
        VALUES (1, 'BONUS_1', 'MUNICIPAL', '甲', '报道', 2, 'ACCEPTED', '2022-11-10', '2022-12-20', NULL),
               (1, 'BONUS_1', 'CENTRAL', '甲', '报道', 5, 'ACCEPTED', '2022-11-11', '2022-12-20', NULL),
               (1, 'BONUS_3', 'MUNICIPAL', '乙', '文章', 2, 'CLAIMED', '2022-11-12', NULL, NULL),
               (2, 'BONUS_2', 'DEPARTMENT', '丙', '表彰', 2, 'REFUSED', '2022-11-13', '2022-12-20', '不符');
        INSERT INTO graph.veto (society_id, reason, raised_on) VALUES (10, '拒不整改', '2022-06-01');
        UPDATE graph.rectification SET kind = CASE id WHEN 1 THEN 'ORGANIZATION_LIFE' WHEN 3 THEN 'ORGANIZATION_LIFE' END;
        INSERT INTO graph.person (person_ref, sex, birth_year) VALUES ('n1', 'FEMALE', 1998), ('n2', 'FEMALE', 1998);
        INSERT INTO graph.member (branch_id, member_ref, person_id, status, joined_on) SELECT 2, person_ref, id, 'PROBATIONARY', '2021-12-01' FROM graph.person WHERE person_ref LIKE 'n%';
        """;

    private LoadDatabase? _database;

    internal LoadDatabase Database => _database!;

    internal static async Task<LoadDatabase> CreateAsync()
    {
        var database = await IndicatorGraph.CreateAsync();
        await database.ExecuteAsync(More);
        await database.LoadAsync(new(2022, 12, 31));
        return database;
    }

    public async Task InitializeAsync() => _database = await CreateAsync();

    public async Task DisposeAsync() => await Database.DisposeAsync();
}
