using System.Text.Json;

namespace SocietyParty.Graph.Tests.Service.Mutations.WorkPoints;

/// <summary>A committee's year: planned, done, and asked what is late (001).</summary>
public sealed partial class WorkYearTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private static readonly string Committee = MutationFixture.Id("Committee", 1);

    private static string Branch(long key) => MutationFixture.Id("Branch", key);

    /// <summary>Lines of <c>kind period progress/target dueOn doneOn</c>.</summary>
    private async Task<string[]> DutiesAsync(string where)
    {
        var query =
            $$"""{ duties(where: {{{where}}}, order: [{ dueOn: ASC }], first: 100) { nodes { kind period progress target dueOn doneOn clause } } }""";
        return
        [
            .. (await city.QueryAsync(query))
                .GetProperty("duties")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(duty =>
                    (
                        $"{duty.GetProperty("kind")} {duty.GetProperty("period")} {duty.GetProperty("progress")}/"
                        + $"{duty.GetProperty("target")} {duty.GetProperty("dueOn")} {duty.GetProperty("doneOn")}"
                    ).TrimEnd()
                ),
        ];
    }

    private Task<string[]> LateAsync(string day, string kind) =>
        DutiesAsync(
            $"kind: {{ eq: {kind} }}, dueOn: {{ gte: \"2024-01-01\", lt: \"{day}\" }}, or: [{{ doneOn: {{ eq: null }} }}, {{ "
                + $"doneOn: {{ gte: \"{day}\" }} }}]"
        );

    private async Task PersonAsync(string reference)
    {
        await city.ExecuteAsync(
            $"""
            WITH person AS (INSERT INTO graph.person (person_ref) VALUES ('{reference}') RETURNING id)
            INSERT INTO graph.appointment (person_id, post, committee_id, valid_during) SELECT id, 'COMMITTEE_MEMBER', 1, '[2023-01-01,)' FROM person
            """
        );
    }

    private async Task<string> IdOfAsync(string reference) =>
        MutationFixture.Id("Person", await city.ScalarAsync<long>($"SELECT id FROM graph.person WHERE person_ref = '{reference}'"));

    [Fact]
    public async Task A_plan_makes_targets_and_duties_and_twice_is_harmless()
    {
        await PersonAsync("合成-党委委员-1");
        var society = MutationFixture.Id("Society", 5);
        const string Progress = "workProgress { year kind target actual share dueOn clause }";
        var plan = new
        {
            committee = Committee,
            year = 2024,
            fundedSocieties = new[] { society },
        };
        var first = await city.DoneAsync("planWorkYear", plan, Progress);
        (await city.DoneAsync("planWorkYear", plan, Progress)).ToString().ShouldBe(first.ToString());
        first
            .GetProperty("workProgress")
            .EnumerateArray()
            .Where(line => line.GetProperty("year").GetInt32() == 2024 && line.GetProperty("kind").GetString() != "CONTACT_POINT")
            .Select(Shown)
            .ShouldBe([
                "COMMITTEE_MEETING 0/4 2024-12-31 001 §16",
                "COMMUNITY_CHECK_IN 0/100 2024-12-31 001 §12",
                "FUND_REPORT 0/4 2025-01-15 001 §11",
                "WORK_MEETING 0/1 2024-12-31 001 §16",
            ]);
        static string Shown(JsonElement line) =>
            $"{line.GetProperty("kind")} {line.GetProperty("actual")}/{line.GetProperty("target")} {line.GetProperty("dueOn")} "
            + $"{line.GetProperty("clause")}";

        await city.DoneAsync(
            "recordCommitteeMeeting",
            new
            {
                committee = Committee,
                kind = "COMMITTEE_MEETING",
                heldOn = "2024-03-20",
                subject = "研究年度计划",
            }
        );
        await city.DoneAsync(
            "recordCommitteeMeeting",
            new
            {
                committee = Committee,
                kind = "COMMITTEE_MEETING",
                heldOn = "2024-03-28",
                subject = "补充议题",
            }
        );
        (
            await city.RefusedAsync(
                "recordCommitteeMeeting",
                new
                {
                    committee = Committee,
                    kind = "COMMITTEE_MEETING",
                    heldOn = "2024-03-28",
                    subject = "x",
                }
            )
        ).ShouldBe(["MEETING_RECORDED 001 §16"]);
        (await LateAsync("2024-07-15", "COMMITTEE_MEETING")).ShouldBe(["COMMITTEE_MEETING 2024Q2 0/1 2024-06-30"]);
        (await DutiesAsync("kind: { eq: COMMITTEE_MEETING }, doneOn: { neq: null }")).ShouldBe([
            "COMMITTEE_MEETING 2024Q1 2/1 2024-03-31 2024-03-20",
        ]);

        await city.DoneAsync(
            "submitFundReport",
            new
            {
                society,
                period = "2024Q1",
                submittedOn = "2024-04-15",
            }
        );
        (
            await city.ChangeAsync(
                "submitFundReport",
                new
                {
                    society,
                    period = "2024Q2",
                    submittedOn = "2024-07-16",
                }
            )
        ).GetProperty("warnings")[0].GetProperty("code").GetString().ShouldBe("REPORT_LATE");
        (
            await city.RefusedAsync(
                "submitFundReport",
                new
                {
                    society,
                    period = "2024Q2",
                    submittedOn = "2024-07-20",
                }
            )
        ).ShouldBe(["REPORT_SUBMITTED 001 §11"]);
        (
            await city.RefusedAsync(
                "submitFundReport",
                new
                {
                    society,
                    period = "2024Q3",
                    submittedOn = "2024-09-29",
                }
            )
        ).ShouldBe(["REPORT_NOT_DUE 001 §11"]);
        (
            await city.RefusedAsync(
                "submitFundReport",
                new
                {
                    society = MutationFixture.Id("Society", 6),
                    period = "2024Q3",
                    submittedOn = "2024-10-01",
                }
            )
        ).ShouldBe(["REPORT_NOT_DUE 001 §11"]);
        (
            await city.RefusedAsync(
                "submitFundReport",
                new
                {
                    society,
                    branch = Branch(6),
                    period = "2024Q3",
                    submittedOn = "2024-10-01",
                }
            )
        ).ShouldBe(["BRANCH_OF_ANOTHER_SOCIETY"]);
        // On the day itself it was not late yet; on a later day one sees that it was late then.
        (await LateAsync("2024-07-16", "FUND_REPORT")).ShouldBe(["FUND_REPORT 2024Q2 1/1 2024-07-15 2024-07-16"]);
        (await LateAsync("2024-07-17", "FUND_REPORT")).ShouldBeEmpty();

        await city.DoneAsync(
            "planWorkYear",
            new
            {
                committee = Committee,
                year = 2090,
                fundedSocieties = new[] { society },
            }
        );
        (
            await city.QueryAsync(
                "query($id: ID!) { committee(id: $id) { duties(where: { kind: { eq: FUND_REPORT }, state: { neq: LATE } }, "
                    + "order: [{ dueOn: ASC }]) { nodes { period state } } late: duties(where: { kind: { eq: FUND_REPORT }, state: { "
                    + "eq: LATE } }) { nodes { period } } } }",
                new { id = Committee }
            )
        )
            .GetProperty("committee")
            .ToString()
            .ShouldBe(
                """{"duties":{"nodes":[{"period":"2024Q1","state":"DONE"},{"period":"2024Q2","state":"DONE_LATE"},{"period":"2090Q1","state":"DUE"},{"period":"2090Q2","state":"DUE"},{"period":"2090Q3","state":"DUE"},{"period":"2090Q4","state":"DUE"}]},"late":{"nodes":[{"period":"2024Q3"},{"period":"2024Q4"}]}}"""
            );

        // More meetings in one quarter do not make up for another.
        (
            await city.QueryAsync(
                $"query($id: ID!) {{ committee(id: $id) {{ workProgress {{ year kind actual share }} }} }}",
                new { id = Committee }
            )
        )
            .GetProperty("committee")
            .GetProperty("workProgress")
            .EnumerateArray()
            .Where(line =>
                line.GetProperty("year").GetInt32() == 2024 && line.GetProperty("kind").GetString() is "COMMITTEE_MEETING" or "FUND_REPORT"
            )
            .Select(line => line.ToString())
            .ShouldBe([
                """{"year":2024,"kind":"COMMITTEE_MEETING","actual":1,"share":0.250000}""",
                """{"year":2024,"kind":"FUND_REPORT","actual":2,"share":0.500000}""",
            ]);
    }

    [Fact]
    public async Task Plans_that_cannot_be_right_are_refused()
    {
        (await city.RefusedAsync("planWorkYear", new { committee = Committee, year = 20244 })).ShouldBe(["YEAR_INVALID"]);
        await city.ExecuteAsync(
            """
            INSERT INTO graph.committee (name, region_code) VALUES ('合成党委', '320500');
            INSERT INTO graph.society (name, committee_id, level) SELECT '合成他会', id, 'MUNICIPAL' FROM graph.committee WHERE name = '合成党委';
            """
        );
        var other = MutationFixture.Id("Society", await city.ScalarAsync<long>("SELECT id FROM graph.society WHERE name = '合成他会'"));
        (
            await city.RefusedAsync(
                "planWorkYear",
                new
                {
                    committee = Committee,
                    year = 2030,
                    fundedSocieties = new[] { other },
                }
            )
        ).ShouldBe(["SOCIETY_OF_ANOTHER_COMMITTEE"]);
    }
}
