using System.CommandLine;
using System.Globalization;
using System.Text.Json.Nodes;
using Npgsql;
using SocietyParty.Etl.Audit;
using SocietyParty.Etl.Cli;
using SocietyParty.Etl.Output;
using SocietyParty.Graph.Tests.Etl.Load;

namespace SocietyParty.Graph.Tests.Etl.Audit;

/// <summary>What was done is recorded, and a record that was changed is noticed.</summary>
public sealed class AuditTrailTests
{
    [Fact]
    public async Task Changes_imports_and_rule_sets_are_recorded_by_those_who_made_them()
    {
        await using var database = await ChangedAsync(2);
        await database.ExecuteAsync(
            """
            SET graph.actor = '王办事员';
            INSERT INTO graph.import_run (kind, source_name, source_checksum, read_count, inserted_count, updated_count, unchanged_count)
            VALUES ('SOCIETIES', '名单.xlsx', repeat('a', 64), 3, 2, 1, 0);
            UPDATE graph.rule_set SET title = title WHERE code = 'default';
            UPDATE graph.rule_set SET checksum = repeat('b', 64) WHERE code = 'default'
            """
        );
        var events = await AuditTrail.NewestAsync(database.Source, null, 4);
        // A rule set that is the same again is none.
        events
            .Select(one => $"{one.Actor} {one.Action} {one.Subject}")
            .ShouldBe([
                "王办事员 RULE_SET default",
                "王办事员 IMPORT SOCIETIES",
                "李秘书2 MUTATION renameBranch",
                "李秘书1 MUTATION renameBranch",
            ]);
        // Files are named after people.
        events[1].Detail.ShouldNotContain("名单");
        JsonNode.Parse(events[2].Detail)!["id"]!.GetValue<long>().ShouldBe(2);
        (await AuditTrail.NewestAsync(database.Source, "李秘书1", 10)).Count.ShouldBe(1);
    }

    [Fact]
    public async Task What_runs_is_left_to_the_next_link()
    {
        await using var database = await ChangedAsync(1);
        (await AuditTrail.SealAsync(database.Source)).ShouldBeGreaterThan(0);
        await using var other = await database.Source.OpenConnectionAsync();
        await using var open = await other.BeginTransactionAsync();
        await using (var early = new NpgsqlCommand(Change(7), other))
        {
            await early.ExecuteNonQueryAsync();
        }

        // What the one that still runs recorded has a lower number.
        await database.ExecuteAsync(Change(8));
        (await AuditTrail.SealAsync(database.Source)).ShouldBe(1);
        await open.CommitAsync();
        (await AuditTrail.SealAsync(database.Source)).ShouldBe(1);
        (await AuditTrail.SealAsync(database.Source)).ShouldBe(0);
        (await AuditTrail.VerifyAsync(database.Source, null)).Faults.ShouldBeEmpty();
    }

    [Fact]
    public async Task A_number_that_a_given_up_change_took_is_counted_and_no_fault()
    {
        await using var database = await ChangedAsync(1);
        (await AuditTrail.VerifyAsync(database.Source, null)).Skipped.ShouldBe(0);
        await using (var connection = await database.Source.OpenConnectionAsync())
        await using (var given = await connection.BeginTransactionAsync())
        {
            await using var change = new NpgsqlCommand(Change(7), connection);
            await change.ExecuteNonQueryAsync();
            await given.RollbackAsync();
        }

        await database.ExecuteAsync(Change(8));
        var report = await AuditTrail.VerifyAsync(database.Source, null);
        report.Skipped.ShouldBe(1);
        report.Faults.ShouldBeEmpty();
    }

    [Theory]
    [InlineData("UPDATE graph.audit_event SET actor = '别人'")]
    [InlineData("DELETE FROM graph.audit_event")]
    [InlineData("TRUNCATE graph.audit_event CASCADE")]
    [InlineData("UPDATE graph.audit_seal SET hash = repeat('0', 64)")]
    [InlineData("DELETE FROM graph.audit_seal")]
    [InlineData("TRUNCATE graph.audit_seal")]
    [InlineData("DELETE FROM graph.change")]
    public async Task Nothing_is_changed_or_removed(string sql)
    {
        await using var database = await ChangedAsync(2);
        await AuditTrail.SealAsync(database.Source);
        (await Should.ThrowAsync<PostgresException>(() => database.ExecuteAsync(sql))).SqlState.ShouldBe("23001");
    }

    public static TheoryData<string, string> Forgeries =>
        new()
        {
            { "UPDATE graph.audit_event SET actor = '别人' WHERE id = @second", "CONTENT_CHANGED 2" },
            { "UPDATE graph.audit_event SET recorded_at = recorded_at + interval '1 microsecond' WHERE id = @second", "CONTENT_CHANGED 2" },
            { "UPDATE graph.audit_event SET detail = detail || '{\"id\": 9}' WHERE id = @second", "CONTENT_CHANGED 2" },
            { "DELETE FROM graph.audit_event WHERE id = @second", "CONTENT_CHANGED 2, EVENT_GONE 2 @second" },
            // Gone before it was in a link: the link that takes it is one of nothing.
            { "DELETE FROM graph.audit_event WHERE id = @last", "EVENT_GONE 4 @last" },
            { "DELETE FROM graph.audit_seal WHERE id = 2", "EVENT_UNSEALED @second, LINK_BROKEN 3" },
            // The link was made to fit; the next one does not any more.
            {
                "UPDATE graph.audit_event SET actor = '别人' WHERE id = @second; "
                    + "UPDATE graph.audit_seal SET hash = graph.audit_hash(previous_hash, events) WHERE id = 2",
                "LINK_BROKEN 3"
            },
            { "DELETE FROM graph.audit_unsealed WHERE event_id = @last", "EVENT_UNSEALED @last" },
            // A row put between, and one that nobody sealed.
            {
                "INSERT INTO graph.audit_event (actor, action, subject, detail) VALUES ('别人', 'MUTATION', 'x', '{}')",
                "EVENT_UNSEALED @added"
            },
            // Cut off at the end: only who kept a link sees it.
            {
                "DELETE FROM graph.audit_seal WHERE id = 3; DELETE FROM graph.audit_unsealed; "
                    + "DELETE FROM graph.audit_event WHERE id >= @third",
                "LINK_GONE 3"
            },
        };

    [Theory, MemberData(nameof(Forgeries))]
    public async Task A_record_that_was_changed_is_noticed(string sql, string found)
    {
        await using var database = await ChangedAsync(0);
        var keys = new Dictionary<string, string>();
        foreach (var (place, name) in ((string, string)[])[("1", "first"), ("2", "second"), ("3", "third")])
        {
            await database.ExecuteAsync(Change(int.Parse(place, CultureInfo.InvariantCulture)));
            keys[name] = (await AuditTrail.NewestAsync(database.Source, null, 1))[0].Id.ToString(CultureInfo.InvariantCulture);
            await AuditTrail.SealAsync(database.Source);
        }

        var sound = await AuditTrail.VerifyAsync(database.Source, null);
        sound.Faults.ShouldBeEmpty();
        (await AuditTrail.VerifyAsync(database.Source, sound.Last)).Faults.ShouldBeEmpty();

        await database.ExecuteAsync(Change(4));
        keys["last"] = (await AuditTrail.NewestAsync(database.Source, null, 1))[0].Id.ToString(CultureInfo.InvariantCulture);
        keys["added"] = (long.Parse(keys["last"], CultureInfo.InvariantCulture) + 1).ToString(CultureInfo.InvariantCulture);
        await database.ExecuteAsync(AsOwner(Named(sql, keys)));

        var report = await AuditTrail.VerifyAsync(database.Source, sound.Last);
        string.Join(
                ", ",
                report
                    .Faults.Select(fault =>
                        string.Join(' ', (object?[])[fault.Fault, fault.SealId, fault.EventId])
                            .Replace("  ", " ", StringComparison.Ordinal)
                            .Trim()
                    )
                    .Order(StringComparer.Ordinal)
            )
            .ShouldBe(Named(found, keys));
    }

    [Fact]
    public async Task The_command_ends_with_1_where_the_record_is_broken_and_says_where()
    {
        await using var database = await ChangedAsync(1);
        string[] line = ["audit", "verify", "--connection", database.ConnectionString];
        (await CommandLine.RunAsync(Root(), line, Words.English)).ShouldBe(CommandLine.Success);
        await database.ExecuteAsync(AsOwner("UPDATE graph.audit_event SET actor = '别人'"));
        (await CommandLine.RunAsync(Root(), line, Words.English)).ShouldBe(CommandLine.Failure);
    }

    [Fact]
    public void A_link_is_to_be_kept_only_of_a_record_that_holds()
    {
        var link = new AuditLink(7, new string('a', 64));
        AuditCommand.Told(new(9, 7, 0, link, []), Words.English).Last().ShouldContain($"--known the next time: {link}");
        AuditCommand
            .Told(new(9, 7, 0, link, [new(1, null, "CONTENT_CHANGED")]), Words.English)
            .ShouldNotContain(line => line.Contains("--known", StringComparison.Ordinal));
    }

    /// <summary>A clerk reads words; names of operations, types and columns and JSON are for programs.</summary>
    [Fact]
    public async Task Every_kind_of_event_is_told_in_words()
    {
        await using var database = await LoadDatabase.WithSampleAsync();
        await database.ExecuteAsync(
            """
            INSERT INTO graph.change (actor, mutation, subject_type, subject_id, input_hash)
            SELECT '李秘书', 'establishBranch', 'Branch', min(id), repeat('c', 64) FROM graph.branch;
            INSERT INTO graph.change (actor, mutation, subject_type, subject_id, input_hash) VALUES ('李秘书', 'appoint', 'Appointment', 7, repeat('c', 64));
            SET graph.actor = '王办事员';
            INSERT INTO graph.import_run (kind, source_name, source_checksum, read_count, inserted_count, updated_count, unchanged_count)
            VALUES ('SOCIETIES', '名单.xlsx', repeat('a', 64), 3, 2, 1, 0);
            UPDATE graph.rule_set SET checksum = repeat('b', 64) WHERE code = 'default';
            INSERT INTO access.account (name, kind, password_hash, security_stamp, created_by) VALUES ('张三', 'PERSON', 'x', gen_random_uuid(), '王办事员');
            UPDATE access.account SET disabled_at = now(), security_stamp = gen_random_uuid() WHERE name = '张三';
            UPDATE access.account SET disabled_at = NULL WHERE name = '张三';
            INSERT INTO access.role_grant (account_id, role, committee_id, valid_from, granted_by)
            SELECT a.id, 'COMMITTEE_ADMINISTRATOR', c.id, '2026-01-02', '王办事员' FROM access.account AS a, graph.committee AS c WHERE a.name = '张三' ORDER BY c.id LIMIT 1;
            INSERT INTO graph.audit_event (actor, action, subject, detail) VALUES
                ('张三', 'SIGN_IN', '张三', '{"way": "PASSWORD", "path": "/sign-in", "address": "10.0.0.7", "request": "0HN:1"}'),
                ('张三', 'EXPORT', 'leadingGroupBreaches', '{"path": "/export/leadingGroupBreaches", "address": "10.0.0.7", "request": "0HN:2"}'),
                ('张三', 'EXPORT', 'supporting-units', '{}'),
                ('张三', 'READ_PEOPLE', 'Applicant OrganizationLife', '{"fields": ["Applicant.state", "OrganizationLife.branch"], "of": ["QnJhbmNoOjM1"]}'),
                ('张三', 'REPORT', 'draft/report.docx', '{"path": "/reports/draft/report.docx"}'),
                ('张三', 'PERSON', '7', '{"change": "ERASE"}'), ('张三', 'PRUNE', '3', '{"hash": "ab", "events": 12, "before": "2026-01-01"}')
            """
        );
        var events = await AuditTrail.NewestAsync(database.Source, null, 15);
        var names = await AuditTrail.NamesAsync(database.Source, events);
        var wording = new AuditWords(Words.Chinese);
        var told = events.Select(one => $"{wording.Subject(one, names[one.Id])} | {wording.Detail(one, names[one.Id])}").ToList();
        told.ShouldContain("批准成立党组织 | 党组织“学会1党支部”（编号 1）");
        told.ShouldContain("任命 | 任职（编号 7）");
        told.ShouldContain("科技社团 | 读到 3 行，新增 2，更新 1");
        told.ShouldContain("张三 | 更改；停用");
        told.ShouldContain("张三 | 更改；启用");
        told.ShouldContain(one =>
            one.StartsWith("党委管理员 | 新增；账号 张三；", StringComparison.Ordinal)
            && one.EndsWith("；2026-01-02 起", StringComparison.Ordinal)
        );
        told.ShouldContain("张三 | 用密码登录，来自 10.0.0.7");
        told.ShouldContain("不合规 | 来自 10.0.0.7");
        told.ShouldContain("支撑单位 | ");
        told.ShouldContain("报告草稿 | ");
        told.ShouldContain("人员（编号 7） | 抹去");
        told.Where(one => one.Any(c => char.IsAsciiLetter(c) || c is '{' or '_')).ShouldBeEmpty();
        // In English the same in its words; programs get the record as it is.
        var english = new AuditWords(Words.English);
        events.Select(one => english.Subject(one, names[one.Id])).ShouldContain("Establish branch");
        events.Select(one => one.Subject).ShouldContain("establishBranch");
        english.Detail(events.Single(one => one.Subject == "appoint"), AuditNames.None).ShouldBe("appointment (7)");
    }

    [Theory]
    [InlineData("audit list --count 0", "SP-AUDIT-101")]
    [InlineData("audit list --count 10001", "SP-AUDIT-101")]
    [InlineData("audit verify --known 3", "SP-AUDIT-102")]
    [InlineData("audit verify --known 3:abc", "SP-AUDIT-102")]
    public void A_number_or_link_that_cannot_be_is_a_wrong_argument(string line, string code) =>
        Root().Parse(line.Split(' ')).Errors.Single().Message.ShouldStartWith(code + " ");

    /// <summary>Past what keeps rows, as somebody with the owner's rights can.</summary>
    private static string AsOwner(string sql) => $"SET session_replication_role = replica; {sql}; RESET session_replication_role";

    private static RootCommand Root() => Commands.Root(Words.English);

    private static string Named(string text, Dictionary<string, string> names) =>
        names.Aggregate(text, (before, name) => before.Replace("@" + name.Key, name.Value, StringComparison.Ordinal));

    private static string Change(int number) =>
        "INSERT INTO graph.change (actor, mutation, subject_type, subject_id, input_hash) "
        + $"VALUES ('李秘书{number}', 'renameBranch', 'Branch', {number}, repeat('c', 64))";

    private static async Task<LoadDatabase> ChangedAsync(int changes)
    {
        var database = await LoadDatabase.CreateAsync();
        for (var number = 1; number <= changes; number++)
        {
            await database.ExecuteAsync(Change(number));
        }

        if (changes == 0)
        {
            // What brought the rules in is a link of its own before; the tests count from there.
            await database.ExecuteAsync(AsOwner("DELETE FROM graph.audit_unsealed; DELETE FROM graph.audit_event"));
        }

        return database;
    }
}
