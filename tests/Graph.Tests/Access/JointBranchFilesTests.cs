using System.Text.Json;
using System.Text.RegularExpressions;
using SocietyParty.Sql.Planning.Values;

namespace SocietyParty.Graph.Tests.Access;

/// <summary>
/// Files, registers and reports with a joint branch: each of its committees gets it where it is shown by what it is, its members only its
/// own one, and nobody a word of the other committee beside it.
/// </summary>
[Collection(AccessWritesCollection.Name)]
public sealed class JointBranchFilesTests(AccessFixture city)
{
    // Texts of the second committee hold the marker, the first one's do not.
    private long First => city.Committee;

    private long Second => city.Committee + 1;

    private const string Registers = """
        {
          branches: register(kind: BRANCH, first: 500) { nodes { branch { id name } society { id name } committee { id name } } }
          uncovered: register(kind: UNCOVERED_SOCIETY, first: 500) { nodes { society { id name } committee { id name } } }
        }
        """;

    /// <summary>The branch is the first committee's, the society the second's: what the first one is shown is without the marker.</summary>
    [Fact]
    public async Task Its_own_committee_reads_it_without_the_others_society()
    {
        var joint = await JointBranch.MakeAsync(city, First, Second);
        try
        {
            await AccessFixture.LoadAsync(city.ConnectionString);
            var name = await NameAsync("branch", joint.Branch);
            var foreign = await NameAsync("society", joint.Society);
            foreign.ShouldContain(AccessFixture.Marker);
            foreach (var (address, isShown) in Files(joint, await LeadAsync(joint)))
            {
                var text = await FileAsync(First, address);
                text.ShouldNotContain(AccessFixture.Marker, customMessage: address);
                if (isShown)
                {
                    text.ShouldContain(name, customMessage: address);
                }
            }

            // The society is out of sight, with its list.
            (await FileAsync(First, $"/export/branches?format=csv&of={Of("Society", joint.Society)}")).ShouldContain("SP-EXPORT-008");
            var members = await FileAsync(First, $"/export/members?format=csv&of={Of("Branch", joint.Branch)}");
            Lines(members).ShouldBe(1 + await MembersAsync(joint));
            members.ShouldNotContain(AccessFixture.Marker);
            await RegistersAsync(First, joint, isOwn: true);
        }
        finally
        {
            await joint.RemoveAsync(city);
        }
    }

    /// <summary>The branch is the second committee's, the society the first's.</summary>
    [Fact]
    public async Task The_societys_committee_reads_the_branch_and_nobody_of_it()
    {
        var joint = await JointBranch.MakeAsync(city, Second, First);
        try
        {
            await AccessFixture.LoadAsync(city.ConnectionString);
            var name = await NameAsync("branch", joint.Branch);
            var branches = $"/export/branches?format=csv&of={Of("Society", joint.Society)}";
            var file = await FileAsync(First, branches);
            file.ShouldContain(name, customMessage: file);
            // The branch's own name is known; its committee and other societies are not.
            file.Replace(name, "", StringComparison.Ordinal).ShouldNotContain(AccessFixture.Marker);
            Lines(file).ShouldBe(2);
            // Also where its committee is asked for, which is out of sight.
            var all = await FileAsync(First, $"{branches}&columns=*");
            all.ShouldContain(name, customMessage: all);
            all.Replace(name, "", StringComparison.Ordinal).ShouldNotContain(AccessFixture.Marker);
            var nested = await city.DataAsync(
                $"CommitteeAdministrator {First}",
                $$"""
                { society(id: "{{GlobalId.Format("Society", joint.Society)}}") { branches { nodes { name committee { name } } } } }
                """
            );
            nested.ToString().ShouldContain("\"committee\":null");
            // Of the society's own committee alone, not of the branch's.
            (await FileAsync(Second, branches)).ShouldContain("SP-EXPORT-008");
            (await FileAsync(Second, $"/export/branches?format=csv&of={Of("Society", await LeadAsync(joint))}")).ShouldContain(name);

            // What it does is shown, who is in it is not.
            Lines(await FileAsync(First, $"/export/activities?format=csv&of={Of("Branch", joint.Branch)}")).ShouldBeGreaterThan(1);
            (await MembersAsync(joint)).ShouldBeGreaterThan(0);
            var ofBranch = $"/export/members?format=csv&of={Of("Branch", joint.Branch)}";
            Lines(await FileAsync(First, ofBranch)).ShouldBe(1);
            Lines(await FileAsync(Second, ofBranch)).ShouldBe(1 + await MembersAsync(joint));
            foreach (
                var address in (string[])["/export/members?format=csv&columns=*", $"/export/members?format=csv&of={Of("Committee", First)}"]
            )
            {
                (await FileAsync(First, address)).ShouldNotContain(AccessFixture.Marker, customMessage: address);
            }

            await RegistersAsync(Second, joint, isOwn: true);
            await RegistersAsync(First, joint, isOwn: false);
            // The report counts the society as covered, and lists the branch with its own committee's.
            foreach (var committee in new[] { First, Second })
            {
                var report = await FileAsync(committee, "/reports/draft/report.json?year=2026&language=zh");
                report.Length.ShouldBeGreaterThan(2_000, report);
                report.ShouldContain(await NameAsync("committee", committee));
                report.Contains(AccessFixture.Marker, StringComparison.Ordinal).ShouldBe(committee == Second);
            }
        }
        finally
        {
            await joint.RemoveAsync(city);
        }

        // Without the branch the society is in the list.
        await AccessFixture.LoadAsync(city.ConnectionString);
        var answer = await city.DataAsync($"CommitteeAdministrator {First}", Registers);
        Ids(answer, "uncovered", "society").ShouldContain(GlobalId.Format("Society", joint.Society));
    }

    /// <summary>Address, and whether the branch's name stands in the file.</summary>
    private static IEnumerable<(string Address, bool IsShown)> Files(JointBranch joint, long lead) =>
        [
            ("/export/branches?format=csv&columns=*", true),
            ("/export/branches?format=jsonl&columns=*", true),
            ($"/export/branches?format=csv&columns=*&of={Of("Society", lead)}", true),
            ("/export/societies?format=csv&columns=*", false),
            ("/export/members?format=csv&columns=*", false),
            ($"/export/activities?format=csv&columns=*&of={Of("Branch", joint.Branch)}", false),
            ($"/export/assessments?format=csv&columns=*&of={Of("Branch", joint.Branch)}", false),
            ("/reports/draft/report.json?year=2026&language=zh", false),
        ];

    /// <summary>A branch is in its own committee's register; a society that it covers is in nobody's list of uncovered ones.</summary>
    private async Task RegistersAsync(long committee, JointBranch joint, bool isOwn)
    {
        var answer = await city.DataAsync($"CommitteeAdministrator {committee}", Registers);
        Ids(answer, "branches", "branch").Contains(GlobalId.Format("Branch", joint.Branch)).ShouldBe(isOwn);
        Ids(answer, "uncovered", "society").ShouldNotContain(GlobalId.Format("Society", joint.Society));
        if (committee == First)
        {
            answer.ToString().ShouldNotContain(AccessFixture.Marker);
        }
    }

    private static IReadOnlyList<string> Ids(JsonElement answer, string register, string thing) =>
        [
            .. answer
                .GetProperty(register)
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(row => row.GetProperty(thing))
                .Where(found => found.ValueKind == JsonValueKind.Object)
                .Select(found => found.GetProperty("id").GetString()!),
        ];

    private static string Of(string type, long id) => Uri.EscapeDataString(GlobalId.Format(type, id));

    private static int Lines(string file) => file.Split('\n', StringSplitOptions.RemoveEmptyEntries).Length;

    private async Task<string> FileAsync(long committee, string address)
    {
        var text = await city.GetAsync($"CommitteeAdministrator {committee}", address);
        return address.Contains("json", StringComparison.Ordinal) ? Regex.Unescape(text) : text;
    }

    private Task<string> NameAsync(string table, long id) =>
        city.ScalarAsync<string>($"SELECT name FROM graph.{table} WHERE id = @id", new { id });

    private Task<long> LeadAsync(JointBranch joint) =>
        city.ScalarAsync<long>("SELECT society_id FROM graph.branch_society WHERE branch_id = @Branch AND is_lead", joint);

    private Task<int> MembersAsync(JointBranch joint) =>
        city.ScalarAsync<int>(
            """
            SELECT count(*)::int FROM graph.member AS m
            WHERE m.branch_id = @Branch AND NOT EXISTS (SELECT FROM graph.ended_membership AS e WHERE e.member_id = m.id)
            """,
            joint
        );
}
