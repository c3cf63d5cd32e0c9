using System.Text.Json;
using SocietyParty.Graph.Tests.Rules;

namespace SocietyParty.Graph.Tests.Service.Mutations.Evidence;

/// <summary>What kinds of evidence with a cadence ask for, on the day before, on and after the last day in time.</summary>
public sealed class EvidenceDutiesTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private static readonly string Committee = MutationFixture.Id("Committee", 1);

    private Task DefineAsync() => MadeUpEvidence.DefineAsync(city.Database);

    private Task<JsonElement> RecordAsync(string kind, object of, string heldOn, params (string Name, string Value)[] fields) =>
        city.DoneAsync(
            "recordEvidence",
            new Dictionary<string, object>(of.GetType().GetProperties().Select(part => KeyValuePair.Create(part.Name, part.GetValue(of)!)))
            {
                ["kind"] = kind,
                ["heldOn"] = heldOn,
                ["fields"] = fields.Select(field => new { name = field.Name, value = field.Value }).ToArray(),
                ["evidence"] = "合成",
            }
        );

    /// <summary>Rows of a kind and subject on a day: period, last day in time, how much of how much, state, day on which it was.</summary>
    private async Task<string> DueAsync(string day, string kind, string subject, string name)
    {
        var nodes = (
            await city.QueryAsync(
                $$"""
                query($id: ID!, $kind: String!, $day: Date!) { committee(id: $id) { evidenceDue(asOf: $day, where: { kind: { eq: $kind } }, order: [{ dueOn: ASC }], first: 500) {
                  nodes { period dueOn progress target lacking state doneOn committee { name } branch { name } society { name } } } } }
                """,
                new
                {
                    id = Committee,
                    kind,
                    day,
                }
            )
        ).GetProperty("committee").GetProperty("evidenceDue").GetProperty("nodes");
        return string.Join(
            "; ",
            nodes
                .EnumerateArray()
                .Where(node =>
                    node.GetProperty(subject) is { ValueKind: not System.Text.Json.JsonValueKind.Null } of
                    && of.GetProperty("name").GetString() == name
                )
                .Select(node =>
                    $"{node.GetProperty("period")} {node.GetProperty("dueOn")} {node.GetProperty("progress")}/{node.GetProperty("target")} "
                    + $"{node.GetProperty("state")} {node.GetProperty("doneOn")}".TrimEnd()
                )
        );
    }

    private async Task<string> IdAsync(string mutation, object input) =>
        (await city.DoneAsync(mutation, input)).GetProperty("id").GetString()!;

    private async Task<string> BranchAsync(string name, string establishedOn)
    {
        var society = await IdAsync("foundSociety", new { name = name + "学会", committee = Committee });
        var branch = await IdAsync(
            "proposeBranch",
            new
            {
                name,
                societies = new[] { society },
                form = "FUNCTIONAL_BRANCH",
                proposedOn = "2019-01-01",
            }
        );
        await city.DoneAsync("establishBranch", new { branch, establishedOn });
        return branch;
    }

    /// <summary>Quarters (001 §11), with five days of grace: the first one is that in which the rules begin.</summary>
    [Theory]
    [InlineData("2021-02-09", "")]
    [InlineData("2021-02-10", "2021Q1 2021-04-05 1/2 DUE")]
    [InlineData("2021-03-14", "2021Q1 2021-04-05 1/2 DUE")]
    [InlineData("2021-03-15", "2021Q1 2021-04-05 2/2 DONE 2021-03-15")]
    [InlineData("2021-07-05", "2021Q1 2021-04-05 2/2 DONE 2021-03-15; 2021Q2 2021-07-05 1/2 DUE; 2021Q3 2021-10-05 0/2 DUE")]
    [InlineData("2021-07-06", "2021Q1 2021-04-05 2/2 DONE 2021-03-15; 2021Q2 2021-07-05 1/2 LATE; 2021Q3 2021-10-05 0/2 DUE")]
    public async Task A_branch_owes_each_quarter(string day, string expected)
    {
        await DefineAsync();
        if (await city.ScalarAsync<long>("SELECT count(*) FROM graph.branch WHERE name = '合成季报党支部'") == 0)
        {
            var branch = await BranchAsync("合成季报党支部", "2020-01-01");
            // One that does not meet what is asked for, and one that is void, are none. Two in a quarter do not make up for another.
            await RecordAsync("BRIEF", new { branch }, "2021-02-10", ("inTime", "true"));
            await RecordAsync("BRIEF", new { branch }, "2021-02-11", ("inTime", "false"));
            await RecordAsync("BRIEF", new { branch }, "2021-03-15", ("inTime", "true"));
            await RecordAsync("BRIEF", new { branch }, "2021-03-31", ("inTime", "true"));
            await RecordAsync("BRIEF", new { branch }, "2021-04-01", ("inTime", "true"));
        }

        (await DueAsync(day, "BRIEF", "branch", "合成季报党支部")).ShouldBe(
            expected.Replace("2/2 DONE 2021-03-15;", "3/2 DONE 2021-03-15;")
        );
    }

    [Fact]
    public async Task One_that_is_not_there_owes_nothing_and_a_new_one_owes_from_the_next_period_on()
    {
        await DefineAsync();
        var branch = await BranchAsync("合成新建党支部", "2021-05-20");
        (await DueAsync("2021-05-19", "BRIEF", "branch", "合成新建党支部")).ShouldBe("");
        (await DueAsync("2021-06-30", "BRIEF", "branch", "合成新建党支部")).ShouldBe("");
        (await DueAsync("2021-07-01", "BRIEF", "branch", "合成新建党支部")).ShouldBe("2021Q3 2021-10-05 0/2 DUE");
        await RecordAsync("BRIEF", new { branch }, "2021-07-01", ("inTime", "true"));
        await RecordAsync("BRIEF", new { branch }, "2021-07-02", ("inTime", "true"));
        await city.DoneAsync("dissolveBranch", new { branch, dissolvedOn = "2022-02-01" });
        (await DueAsync("2022-01-31", "BRIEF", "branch", "合成新建党支部")).ShouldBe(
            "2021Q3 2021-10-05 2/2 DONE 2021-07-02; 2021Q4 2022-01-05 0/2 LATE; 2022Q1 2022-04-05 0/2 DUE"
        );
        // What was done for it is left.
        (await DueAsync("2022-02-01", "BRIEF", "branch", "合成新建党支部")).ShouldBe("2021Q3 2021-10-05 2/2 DONE 2021-07-02");
    }

    /// <summary>Half-years (003 第十七条), of which a field is added up.</summary>
    [Fact]
    public async Task A_sum_is_due_each_half_year()
    {
        await DefineAsync();
        var society = await IdAsync("foundSociety", new { name = "合成服务学会", committee = Committee });
        await RecordAsync("SERVICE", new { society }, "2023-01-10", ("hours", "4.5"));
        await RecordAsync("SERVICE", new { society }, "2023-06-30", ("hours", "5.5"));
        await RecordAsync("SERVICE", new { society }, "2023-07-01", ("hours", "9.99"));
        (await DueAsync("2023-06-29", "SERVICE", "society", "合成服务学会")).ShouldEndWith("2023H1 2023-06-30 4.5/10 DUE");
        (await DueAsync("2023-06-30", "SERVICE", "society", "合成服务学会")).ShouldEndWith("2023H1 2023-06-30 10.0/10 DONE 2023-06-30");
        (await DueAsync("2024-01-01", "SERVICE", "society", "合成服务学会")).ShouldBe(
            "2023H1 2023-06-30 10.0/10 DONE 2023-06-30; 2023H2 2023-12-31 9.99/10 LATE; 2024H1 2024-06-30 0/10 DUE"
        );
    }

    /// <summary>A year's report is made after the year, and says for which one it is: late is late by its day.</summary>
    [Fact]
    public async Task A_report_says_for_which_year_it_is()
    {
        await DefineAsync();
        var name = await city.ScalarAsync<string>("SELECT name FROM graph.committee WHERE id = 1");
        await RecordAsync("YEAR_REPORT", new { committee = Committee }, "2023-01-31", ("year", "2022"));
        await RecordAsync("YEAR_REPORT", new { committee = Committee }, "2024-02-01", ("year", "2023"));
        (await DueAsync("2024-01-31", "YEAR_REPORT", "committee", name)).ShouldBe("2023 2024-01-31 0/1 DUE; 2024 2025-01-31 0/1 DUE");
        (await DueAsync("2024-02-01", "YEAR_REPORT", "committee", name)).ShouldBe(
            "2023 2024-01-31 1/1 DONE_LATE 2024-02-01; 2024 2025-01-31 0/1 DUE"
        );
        (await DueAsync("2023-12-31", "YEAR_REPORT", "committee", name)).ShouldBe(
            "2022 2023-01-31 1/1 DONE 2023-01-31; 2023 2024-01-31 0/1 DUE"
        );
        (await DueAsync("2024-02-01", "COURSE", "committee", name)).ShouldBe("");
    }

    /// <summary>003 第九条: a leading group reports at the year's end, of the first whole year on that it was approved for.</summary>
    [Theory]
    [InlineData("2022-12-31", "")]
    [InlineData("2024-01-19", "2023 2024-01-31 DUE; 2024 2025-01-31 DUE")]
    [InlineData("2024-01-20", "2023 2024-01-31 DONE; 2024 2025-01-31 DUE")]
    [InlineData("2025-01-31", "2024 2025-01-31 DUE; 2025 2026-01-31 DUE")]
    [InlineData("2025-02-01", "2024 2025-01-31 LATE; 2025 2026-01-31 DUE")]
    [InlineData("2025-06-30", "2024 2025-01-31 LATE; 2025 2026-01-31 DUE")]
    [InlineData("2025-07-01", "")]
    public async Task A_leading_group_reports_each_year_where_the_rules_say_so(string day, string expected)
    {
        await city.FollowAsync("500000");
        if (await city.ScalarAsync<long>("SELECT count(*) FROM graph.society WHERE name = '合成年终学会'") == 0)
        {
            await city.DoneAsync("foundSociety", new { name = "合成年终学会", committee = Committee });
            var group = await city.ScalarAsync<long>(
                """
                WITH term AS (
                    INSERT INTO graph.council_term (society_id, term_number, started_on, ends_on)
                    SELECT id, 1, '2021-01-01', '2026-01-01' FROM graph.society WHERE name = '合成年终学会' RETURNING id
                )
                INSERT INTO graph.leading_group (council_term_id, status, discussed_on, submitted_on, approved_on, expired_on)
                SELECT id, 'EXPIRED', '2022-01-10', '2022-01-20', '2022-02-01', '2025-07-01' FROM term RETURNING id
                """
            );
            await RecordAsync(
                "GROUP_YEAR_REPORT",
                new { leadingGroup = MutationFixture.Id("LeadingGroup", group) },
                "2024-01-20",
                ("year", "2023"),
                ("partyWorkReported", "true")
            );
        }

        var nodes = (
            await city.QueryAsync(
                """
                query($day: Date!) { evidenceDue(asOf: $day, where: { kind: { eq: "GROUP_YEAR_REPORT" } }, order: [{ dueOn: ASC }]) {
                  nodes { period dueOn state clause subjectKind title definition { graceDays yearField } clauses { citation } }
                  groups(by: [STATE]) { nodes { key { state } count } } } }
                """,
                new { day }
            )
        ).GetProperty("evidenceDue").GetProperty("nodes").EnumerateArray().ToList();
        string.Join("; ", nodes.Select(node => $"{node.GetProperty("period")} {node.GetProperty("dueOn")} {node.GetProperty("state")}"))
            .ShouldBe(expected);
        nodes.ShouldAllBe(node =>
            node.GetProperty("clause").GetString() == "003 第九条"
            && node.GetProperty("title").GetString() == $"领导小组年终报告 {node.GetProperty("period").GetString()}年"
            && node.GetProperty("clauses").GetArrayLength() == 1
            && node.GetProperty("definition").ToString() == """{"graceDays":31,"yearField":"year"}"""
        );
    }
}
