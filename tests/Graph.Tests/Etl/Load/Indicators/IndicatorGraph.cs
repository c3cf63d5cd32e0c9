namespace SocietyParty.Graph.Tests.Etl.Load.Indicators;

/// <summary>
/// A committee with ten societies, six branches and a bit of everything that an indicator counts, in 2022. Small enough to count by hand:
/// branches one and two in societies 1 and 2, three functional, four joint in societies 4 and 5, five without a category in society 6, six
/// only proposed. Months from December 2021 to December 2022 are loaded.
/// </summary>
public sealed class IndicatorGraph : IAsyncLifetime
{
    private const string Organizations = """
        INSERT INTO graph.committee (name, region_code) VALUES ('科技社团党委', '500000');
        SET graph.holds_from = '2021-01-01';
        INSERT INTO graph.society (name, committee_id, level, kind, operating_state)
        SELECT '学会' || i, 1, CASE WHEN i <= 5 THEN 'PROVINCIAL' ELSE 'MUNICIPAL' END, 'LEARNED_SOCIETY', CASE WHEN i <= 8 THEN 'OPERATING' WHEN i = 9 THEN 'SUSPENDED' END
        FROM generate_series(1, 10) AS i;
        INSERT INTO graph.branch (name, committee_id, form, status)
        VALUES ('一', 1, 'BRANCH', 'ESTABLISHED'), ('二', 1, 'BRANCH', 'ESTABLISHED'), ('三', 1, 'FUNCTIONAL_BRANCH', 'ESTABLISHED'), ('四', 1, 'JOINT_BRANCH', 'ESTABLISHED'),
               ('五', 1, 'BRANCH', 'ESTABLISHED'), ('六', 1, 'BRANCH', 'PROPOSED');
        INSERT INTO graph.branch_society (branch_id, society_id, is_lead) VALUES (1, 1, true), (2, 2, true), (3, 3, true), (4, 4, true), (4, 5, false), (5, 6, true), (6, 7, true);
        RESET graph.holds_from;
        INSERT INTO graph.branch_category_period (branch_id, category, valid_during)
        VALUES (1, 'A', '(,)'), (2, 'B', '(,2022-07-01)'), (2, 'A', '[2022-07-01,)'), (3, 'C', '(,)'), (4, 'C', '(,)'), (6, 'B', '(,)');
        INSERT INTO graph.instructor_assignment (society_id, instructor_ref, valid_during) VALUES (8, 'p8', '[2022-06-10,)');
        INSERT INTO graph.person (person_ref, sex, birth_year) SELECT 'm' || i, CASE WHEN i <= 6 THEN 'FEMALE' ELSE 'MALE' END, 1970 FROM generate_series(1, 20) AS i;
        INSERT INTO graph.member (branch_id, member_ref, person_id, status, joined_on)
        SELECT CASE WHEN i <= 12 THEN 1 ELSE 2 END, 'm' || i, i, 'FULL', '2010-01-01' FROM graph.person CROSS JOIN LATERAL (SELECT id AS i) AS x WHERE i <= 16;
        INSERT INTO graph.ledger_entry (society_id, aspect, is_clear, statement, counted, valid_during)
        SELECT 1, a, true, '清', CASE WHEN a IN ('STAFF', 'PARTY_MEMBERS') THEN 5 END, '[2022-03-01,)' FROM unnest(ARRAY['OPERATION', 'STAFF', 'PARTY_MEMBERS', 'PERSON_IN_CHARGE']) AS a;
        INSERT INTO graph.ledger_entry (society_id, aspect, is_clear, statement, counted, valid_during) VALUES (9, 'PARTY_MEMBERS', true, '四名', 4, '[2022-03-01,)');
        INSERT INTO graph.activity (branch_id, kind, title, held_on, is_collective, expected_count, attended_count)
        SELECT 1, 'THEME_PARTY_DAY', '主题党日', make_date(2022, i, 10), true, 10, 8 FROM generate_series(1, 6) AS i
        UNION ALL SELECT 2, 'THEME_PARTY_DAY', '主题党日', make_date(2022, i, 11), true, NULL, 8 FROM generate_series(1, 5) AS i
        UNION ALL SELECT 3, 'DEMOCRATIC_APPRAISAL', '民主评议', make_date(2022, i, 12), true, 5, NULL FROM generate_series(1, 4) AS i;
        INSERT INTO graph.evidence_record (kind, rule_set_code, kept_by_id, society_id, nature, held_on, valid_during, content, is_met, evidence)
        VALUES ('CHARTER_CLAUSE', 'default', 1, 1, 'STATE', '2022-01-01', '[2022-01-01,)', '{"included": true}', true, '章程'),
               ('CHARTER_CLAUSE', 'default', 1, 2, 'STATE', '2022-01-01', '[2022-01-01,)', '{"included": false}', false, '章程');
        INSERT INTO graph.council_term (society_id, term_number, started_on, ends_on) SELECT i, 1, '2022-01-01', '2026-01-01' FROM generate_series(1, 2) AS i;
        INSERT INTO graph.appointment (person_id, post, branch_id, valid_during)
        VALUES (1, 'BRANCH_SECRETARY', 1, '[2022-01-01,)'), (2, 'BRANCH_COMMITTEE_MEMBER', 1, '[2022-01-01,)'), (3, 'BRANCH_COMMITTEE_MEMBER', 1, '[2022-01-01,)');
        INSERT INTO graph.appointment (person_id, post, council_term_id, valid_during) VALUES (1, 'COUNCIL_CHAIR', 1, '[2022-01-01,)'), (7, 'COUNCIL_CHAIR', 2, '[2022-01-01,)');
        INSERT INTO graph.leading_group (council_term_id, status, discussed_on, submitted_on, approved_on) SELECT i, 'APPROVED', '2022-01-10', '2022-01-20', '2022-02-01' FROM generate_series(1, 2) AS i;
        INSERT INTO graph.leading_group_composition (leading_group_id, number, status, submitted_on, decided_on, valid_during)
        SELECT i, 1, 'APPROVED', '2022-01-20', '2022-02-01', '[2022-02-01,)' FROM generate_series(1, 2) AS i;
        INSERT INTO graph.leading_group_seat (composition_id, person_id, role)
        SELECT c, c * 6 - 5 + i, CASE WHEN i = 0 THEN 'LEADER' ELSE 'MEMBER' END FROM generate_series(1, 2) AS c CROSS JOIN generate_series(0, 4) AS i;
        INSERT INTO graph.leading_group_meeting (leading_group_id, composition_id, held_on, state, chair_seat_id, minutes_keeper_id, minutes_signed_on, minutes_signer_seat_id)
        VALUES (1, 1, '2022-09-01', 'MINUTES_SIGNED', 1, 1, '2022-09-01', 1), (2, 2, '2022-03-01', 'MINUTES_SIGNED', 6, 7, '2022-03-01', 6);
        INSERT INTO graph.leading_group_attendance (meeting_id, composition_id, seat_id, status)
        SELECT m.id, m.composition_id, s.id, CASE WHEN row_number() OVER (PARTITION BY m.id ORDER BY s.id) <= CASE m.id WHEN 1 THEN 4 ELSE 1 END THEN 'PRESENT' ELSE 'EXCUSED' END
        FROM graph.leading_group_meeting AS m JOIN graph.leading_group_seat AS s ON s.composition_id = m.composition_id;
        """;

    private const string Work = """
        INSERT INTO graph.assessment_scheme (rule_set_code, content) SELECT 'chongqing-2020', graph.rule_section('500000', 'assessment', '2022-12-31');
        INSERT INTO graph.assessment_round (committee_id, year, scheme_id, cut_off_on, opened_on) SELECT 1, 2022, id, '2022-12-31', '2022-11-01' FROM graph.assessment_scheme;
        INSERT INTO graph.assessment_entry (round_id, branch_id, year, debriefed_on, debrief_basis, self_submitted_on) VALUES (1, 1, 2022, '2022-12-20', 'IN_PERSON', '2022-12-01'), (1, 2, 2022, NULL, NULL, NULL);
        INSERT INTO graph.assessment (branch_id, year, fixed_score, bonus_score, grade, issued_on)
        VALUES (1, 2022, 90, 5, 'EXCELLENT', '2022-12-30'), (2, 2022, 70, 0, 'QUALIFIED', '2022-12-30'), (3, 2022, 50, 0, 'UNQUALIFIED', '2022-12-30');
        INSERT INTO graph.event_filing (society_id, event, held_on, filed_on) VALUES (1, '论坛甲', '2022-05-01', '2022-04-01'), (2, '论坛乙', '2022-06-01', NULL), (2, '论坛丙', '2021-12-01', NULL);
        INSERT INTO graph.rectification (committee_id, society_id, problem, found_on) VALUES (1, 1, '甲', '2022-03-01'), (1, 2, '乙', '2022-04-01'), (1, 3, '丙', '2022-05-01'), (1, 3, '丁', '2021-12-05');
        INSERT INTO graph.rectification_stage (rectification_id, from_stage, to_stage, moved_on, actor)
        SELECT r, f, t, d::date + r, 'x' FROM (VALUES (1), (4)) AS f1 (r) CROSS JOIN (VALUES (NULL, 'FOUND', '2022-05-30'), ('FOUND', 'LEDGERED', '2022-06-01'), ('LEDGERED', 'CLOSED', '2022-07-01')) AS s (f, t, d);
        INSERT INTO graph.work_target (committee_id, kind, year, target, due_on, clause) VALUES (1, 'COMMUNITY_CHECK_IN', 2022, 4, '2022-12-31', '001 §12'), (1, 'CONTACT_POINT', 2022, 3, '2022-12-31', '001 §16');
        INSERT INTO graph.duty (kind, committee_id, work_target_id, person_id, period, begins_on, ends_on, due_on, target, clause)
        VALUES ('COMMUNITY_CHECK_IN', 1, 1, NULL, '2022', '2022-01-01', '2023-01-01', '2022-12-31', 4, '001 §12'),
               ('CONTACT_POINT', 1, 2, 1, '2022', '2022-01-01', '2023-01-01', '2022-12-31', 3, '001 §16'),
               ('CONTACT_POINT', 1, 2, 2, '2022', '2022-01-01', '2023-01-01', '2022-12-31', 3, '001 §16');
        INSERT INTO graph.community_check_in (branch_id, community, checked_in_on) VALUES (1, '社区', '2022-05-05'), (2, '社区', '2022-06-06'), (3, '社区', '2022-07-07');
        INSERT INTO graph.appointment (person_id, post, committee_id, valid_during) VALUES (1, 'COMMITTEE_MEMBER', 1, '[2022-01-01,)'), (2, 'COMMITTEE_MEMBER', 1, '[2022-01-01,)');
        INSERT INTO graph.contact_point (committee_id, person_id, branch_id, valid_during)
        VALUES (1, 1, 1, '[2022-02-01,)'), (1, 1, 2, '[2022-02-01,)'), (1, 1, 3, '[2022-02-01,)'), (1, 1, 4, '[2022-02-01,)'), (1, 2, 5, '[2022-02-01,)');
        INSERT INTO graph.evidence_record (kind, rule_set_code, kept_by_id, branch_id, nature, held_on, valid_during, content, is_met, evidence)
        VALUES ('SIX_HAVES', 'default', 1, 1, 'STATE', '2022-02-01', '[2022-02-01,)', '{"place": true, "facilities": true, "sign": true, "flag": true, "books": true, "rules": true}', true, '检查'),
               ('SIX_HAVES', 'default', 1, 2, 'STATE', '2022-02-01', '[2022-02-01,)', '{"place": true, "facilities": true, "sign": true, "flag": false, "books": true, "rules": true}', false, '检查');
        """;

    private LoadDatabase? _database;

    internal LoadDatabase Database => _database!;

    internal static async Task<LoadDatabase> CreateAsync()
    {
        var database = await LoadDatabase.CreateAsync();
        await database.ExecuteAsync(Organizations);
        await database.ExecuteAsync(Work);
        await database.LoadAsync(new(2022, 12, 31), new(2021, 12, 1));
        return database;
    }

    public async Task InitializeAsync() => _database = await CreateAsync();

    public async Task DisposeAsync() => await Database.DisposeAsync();
}
