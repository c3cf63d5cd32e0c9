using SocietyParty.Graph.Tests.Service.Mutations.Members;

namespace SocietyParty.Graph.Tests.Service.Mutations.Mending;

/// <summary>Slips in a committee's year of work, and their repairs (001): what is due stands as if they had never been.</summary>
public sealed class WorkMendingTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private static readonly string Committee = MutationFixture.Id("Committee", 1);
    private static readonly string Society = MutationFixture.Id("Society", 5);

    private async Task<string> DutiesAsync(string kind, int year) =>
        (
            await city.QueryAsync(
                $"{{ duties(where: {{ kind: {{ eq: {kind} }}, dueOn: {{ gte: \"{year}-01-01\", lt: \"{year + 1}-02-01\" }} }}, "
                    + $"order: [{{ dueOn: ASC }}]) "
                    + "{ nodes { period progress doneOn state lacking } } }"
            )
        ).ToString();

    private async Task<string> MendingsAsync(string field, string id) =>
        (
            await city.QueryAsync(
                $"query($id: ID!) {{ node(id: $id) {{ ... on {field} {{ mendings {{ action reason fields {{ name before after "
                    + $"}} }} }} }} }}",
                new { id }
            )
        )
            .GetProperty("node")
            .GetProperty("mendings")
            .ToString();

    private async Task VoidAsync(string node) => await city.DoneAsync("voidRecord", new { node, reason = "重复录入" });

    [Fact]
    public async Task A_check_in_is_corrected_and_void()
    {
        var branch = await new MemberSteps(city, "更正报到").BranchAsync();
        await city.DoneAsync("planWorkYear", new { committee = Committee, year = 2024 });
        var never = await DutiesAsync("COMMUNITY_CHECK_IN", 2024);
        var checkIn = MemberSteps.KeyOf(
            await city.DoneAsync(
                "recordCheckIn",
                new
                {
                    branch,
                    community = "石井坡社区",
                    checkedInOn = "2024-05-01",
                    service = "义诊",
                }
            )
        );
        (
            await city.RefusedAsync(
                "correctCheckIn",
                new
                {
                    checkIn,
                    checkedInOn = "1990-01-01",
                    reason = "x",
                }
            )
        ).ShouldBe(["BRANCH_NOT_ESTABLISHED 001 §12"]);
        (
            await city.DoneAsync(
                "correctCheckIn",
                new
                {
                    checkIn,
                    community = "詹家溪社区",
                    service = (string?)null,
                    reason = "社区写错",
                    version = 1,
                },
                "community service version"
            )
        ).ToString().ShouldBe("""{"community":"詹家溪社区","service":null,"version":2}""");
        (await MendingsAsync("CommunityCheckIn", checkIn)).ShouldBe(
            """[{"action":"CORRECTED","reason":"社区写错","fields":[{"name":"community","before":"石井坡社区","after":"詹家溪社区"},{"name":"service","before":"义诊","after":null}]}]"""
        );
        (await DutiesAsync("COMMUNITY_CHECK_IN", 2024)).ShouldNotBe(never);
        await VoidAsync(checkIn);
        (await DutiesAsync("COMMUNITY_CHECK_IN", 2024)).ShouldBe(never);
        (
            await city.QueryAsync(
                "query($id: ID!) { branch(id: $id) { communityCheckIns { id } mendings(order: [{ changedOn: ASC }]) { nodes { "
                    + "kind action } } } }",
                new { id = branch }
            )
        )
            .GetProperty("branch")
            .ToString()
            .ShouldBe(
                """{"communityCheckIns":[],"mendings":{"nodes":[{"kind":"CHECK_IN","action":"CORRECTED"},{"kind":"CHECK_IN","action":"VOIDED"}]}}"""
            );
    }

    [Fact]
    public async Task A_committees_meeting_is_corrected_and_void()
    {
        object Meeting(string heldOn) =>
            new
            {
                committee = Committee,
                kind = "COMMITTEE_MEETING",
                heldOn,
                subject = "研究计划",
            };
        await city.DoneAsync("planWorkYear", new { committee = Committee, year = 2023 });
        var never = await DutiesAsync("COMMITTEE_MEETING", 2023);
        var committeeMeeting = MemberSteps.KeyOf(await city.DoneAsync("recordCommitteeMeeting", Meeting("2023-03-20")));
        var other = MemberSteps.KeyOf(await city.DoneAsync("recordCommitteeMeeting", Meeting("2023-04-20")));
        (
            await city.RefusedAsync(
                "correctCommitteeMeeting",
                new
                {
                    committeeMeeting,
                    heldOn = "2023-04-20",
                    reason = "x",
                }
            )
        ).ShouldBe(["MEETING_RECORDED 001 §16"]);
        await city.DoneAsync(
            "correctCommitteeMeeting",
            new
            {
                committeeMeeting,
                heldOn = "2023-07-20",
                kind = "STUDY",
                reason = "类型选错",
            }
        );
        (await MendingsAsync("CommitteeMeeting", committeeMeeting)).ShouldBe(
            """[{"action":"CORRECTED","reason":"类型选错","fields":[{"name":"heldOn","before":"2023-03-20","after":"2023-07-20"},{"name":"kind","before":"COMMITTEE_MEETING","after":"STUDY"}]}]"""
        );
        await VoidAsync(committeeMeeting);
        await VoidAsync(other);
        (await DutiesAsync("COMMITTEE_MEETING", 2023)).ShouldBe(never);
        // The slip is mended: the same day may be recorded anew.
        await city.DoneAsync("recordCommitteeMeeting", Meeting("2023-03-20"));
    }

    [Fact]
    public async Task A_fund_report_is_corrected_and_void()
    {
        var funded = new[] { Society };
        await city.DoneAsync(
            "planWorkYear",
            new
            {
                committee = Committee,
                year = 2025,
                fundedSocieties = funded,
            }
        );
        var never = await DutiesAsync("FUND_REPORT", 2025);
        var report = MemberSteps.KeyOf(
            await city.DoneAsync(
                "submitFundReport",
                new
                {
                    society = Society,
                    period = "2025Q1",
                    submittedOn = "2025-04-10",
                }
            )
        );
        (
            await city.RefusedAsync(
                "correctFundReport",
                new
                {
                    report,
                    submittedOn = "2025-03-10",
                    reason = "x",
                }
            )
        ).ShouldBe(["REPORT_NOT_DUE 001 §11"]);
        (
            await city.RefusedAsync(
                "correctFundReport",
                new
                {
                    report,
                    branch = MutationFixture.Id("Branch", 6),
                    reason = "x",
                }
            )
        ).ShouldBe(["BRANCH_OF_ANOTHER_SOCIETY"]);
        var late = await city.ChangeAsync(
            "correctFundReport",
            new
            {
                report,
                branch = MutationFixture.Id("Branch", 5),
                submittedOn = "2025-04-18",
                reason = "收文日期看错",
            },
            "submittedOn branch { id }"
        );
        late.GetProperty("warnings").EnumerateArray().Select(MutationFixture.Shown).ShouldBe(["REPORT_LATE 001 §11"]);
        var name = await city.ScalarAsync<string>("SELECT name FROM graph.branch WHERE id = 5");
        (await MendingsAsync("FundReport", report)).ShouldBe(
            $$"""[{"action":"CORRECTED","reason":"收文日期看错","fields":[{"name":"branch","before":null,"after":"{{name}}"},{"name":"submittedOn","before":"2025-04-10","after":"2025-04-18"}]}]"""
        );
        await VoidAsync(report);
        (await DutiesAsync("FUND_REPORT", 2025)).ShouldBe(never);
    }

    [Fact]
    public async Task An_event_takes_what_is_due_of_it_along()
    {
        var society = await new MemberSteps(city, "更正报备").SocietyAsync();
        var never = await DutiesAsync("EVENT_FILING", 2025);
        var filing = MemberSteps.KeyOf(
            await city.DoneAsync(
                "fileEvent",
                new
                {
                    society,
                    @event = "学术年会",
                    heldOn = "2025-06-01",
                    filedOn = "2025-05-01",
                }
            )
        );
        await city.DoneAsync(
            "correctEventFiling",
            new
            {
                filing,
                heldOn = "2025-09-01",
                filedOn = (string?)null,
                reason = "年会改期，尚未报备",
            }
        );
        (await DutiesAsync("EVENT_FILING", 2025)).ShouldContain("\"period\":\"2025-09-01\",\"progress\":0");
        (await DutiesAsync("EVENT_FILING", 2025)).ShouldNotContain("2025-06-01");
        (await MendingsAsync("EventFiling", filing)).ShouldBe(
            """[{"action":"CORRECTED","reason":"年会改期，尚未报备","fields":[{"name":"filedOn","before":"2025-05-01","after":null},{"name":"heldOn","before":"2025-06-01","after":"2025-09-01"}]}]"""
        );
        (
            await city.RefusedAsync(
                "fileEvent",
                new
                {
                    society,
                    @event = "学术年会",
                    heldOn = "2025-09-01",
                }
            )
        ).ShouldBe(["EVENT_FILED 004 政治建设-4"]);
        var late = await city.ChangeAsync(
            "correctEventFiling",
            new
            {
                filing,
                filedOn = "2025-09-20",
                reason = "补报",
            }
        );
        late.GetProperty("warnings")
            .EnumerateArray()
            .Select(MutationFixture.Shown)
            .ShouldBe(["FILED_LATE 004 政治建设-4；天数为本软件默认"]);
        await VoidAsync(filing);
        (await DutiesAsync("EVENT_FILING", 2025)).ShouldBe(never);
        (
            await city.ScalarAsync<int>(
                "SELECT jsonb_array_length(before -> 'duties') FROM graph.mended_record WHERE kind = 'EVENT_FILING' AND action = 'VOIDED'"
            )
        ).ShouldBe(1);
    }

    [Fact]
    public async Task A_ledger_without_an_entry_lasts_as_the_one_before_says()
    {
        var society = await new MemberSteps(city, "更正台账").SocietyAsync();
        object Entry(string recordedOn, int counted) =>
            new
            {
                society,
                aspect = "PARTY_MEMBERS",
                isClear = true,
                statement = "名册",
                counted,
                recordedOn,
            };
        const string Ledger =
            "query($id: ID!) { society(id: $id) { ledgerHistory { validFrom validTo counted } ledger { clearCount } "
            + "coverage { fullMembers shouldBuild } } }";
        async Task<string> NowAsync() => (await city.QueryAsync(Ledger, new { id = society })).ToString();
        await city.DoneAsync("recordLedgerEntry", Entry("2024-01-10", 2));
        var never = await NowAsync();
        var ledgerEntry = MemberSteps.KeyOf(await city.DoneAsync("recordLedgerEntry", Entry("2024-02-10", 50)));
        (await city.RefusedAsync("recordLedgerEntry", Entry("2024-02-10", 50))).ShouldBe(["DUPLICATE_LEDGER_ENTRY 002 §2"]);
        (
            await city.RefusedAsync(
                "correctLedgerEntry",
                new
                {
                    ledgerEntry,
                    counted = -5,
                    reason = "x",
                }
            )
        ).ShouldBe(["COUNT_NOT_ASKED_FOR"]);
        await city.DoneAsync(
            "correctLedgerEntry",
            new
            {
                ledgerEntry,
                counted = 5,
                reason = "多打一个零",
            }
        );
        (await NowAsync()).ShouldContain("\"fullMembers\":5");
        (await MendingsAsync("LedgerEntry", ledgerEntry)).ShouldBe(
            """[{"action":"CORRECTED","reason":"多打一个零","fields":[{"name":"counted","before":"50","after":"5"}]}]"""
        );
        await VoidAsync(ledgerEntry);
        (await NowAsync()).ShouldBe(never);

        // One in the middle, and the first one.
        await city.DoneAsync("recordLedgerEntry", Entry("2024-03-10", 3));
        var without = await NowAsync();
        var first = MemberSteps.KeyOf(
            (await city.QueryAsync("query($id: ID!) { society(id: $id) { ledgerHistory { id } } }", new { id = society }))
                .GetProperty("society")
                .GetProperty("ledgerHistory")[1]
        );
        await VoidAsync(first);
        (await NowAsync()).ShouldBe(
            without.Replace("""},{"validFrom":"2024-01-10","validTo":"2024-03-10","counted":2}""", "}", StringComparison.Ordinal)
        );
    }
}
