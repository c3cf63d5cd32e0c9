using SocietyParty.Graph.Tests.Service.Mutations.Members;

namespace SocietyParty.Graph.Tests.Service.Mutations.Mending;

/// <summary>Slips in what is recorded of societies and of contact points, and who restored a membership.</summary>
public sealed class SocietyMendingTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private async Task<string> MendingsAsync(string type, string id) =>
        (
            await city.QueryAsync(
                $"query($id: ID!) {{ node(id: $id) {{ ... on {type} {{ mendings {{ action reason fields {{ name before after "
                    + "} } } } }",
                new { id }
            )
        )
            .GetProperty("node")
            .GetProperty("mendings")
            .ToString();

    [Fact]
    public async Task A_sync_point_is_corrected_and_void()
    {
        var society = await new MemberSteps(city, "同步").SocietyAsync();
        var syncPoint = MemberSteps.KeyOf(
            await city.DoneAsync(
                "recordSyncPoint",
                new
                {
                    society,
                    occasion = "ANNUAL_INSPECTION",
                    heldOn = "2024-03-10",
                    result = "FAILED",
                    collected = "年检材料",
                }
            )
        );
        await city.DoneAsync(
            "recordSyncPoint",
            new
            {
                society,
                occasion = "ANNUAL_INSPECTION",
                heldOn = "2024-03-11",
                result = "PASSED",
                collected = "年检材料",
            }
        );
        (
            await city.RefusedAsync(
                "correctSyncPoint",
                new
                {
                    syncPoint,
                    heldOn = "2024-03-11",
                    reason = "日期有误",
                }
            )
        ).ShouldBe(["SYNC_POINT_RECORDED 002 §10"]);
        (
            await city.RefusedAsync(
                "correctSyncPoint",
                new
                {
                    syncPoint,
                    result = "PASSED",
                    reason = " ",
                }
            )
        ).ShouldBe(["TEXT_INVALID"]);
        await city.DoneAsync(
            "correctSyncPoint",
            new
            {
                syncPoint,
                result = "PASSED",
                reason = "选错结果",
            }
        );
        (await MendingsAsync("SyncPoint", syncPoint)).ShouldBe(
            """[{"action":"CORRECTED","reason":"选错结果","fields":[{"name":"result","before":"FAILED","after":"PASSED"}]}]"""
        );
        await city.DoneAsync("voidRecord", new { node = syncPoint, reason = "重复录入" });
        (await city.QueryAsync("query($id: ID!) { society(id: $id) { syncPoints { heldOn } } }", new { id = society }))
            .ToString()
            .ShouldBe("""{"society":{"syncPoints":[{"heldOn":"2024-03-11"}]}}""");
    }

    [Fact]
    public async Task Without_a_reason_the_one_before_lasts()
    {
        var society = await new MemberSteps(city, "未建").SocietyAsync();
        async Task<string> ReasonAsync(string code, string validFrom) =>
            MemberSteps.KeyOf(
                await city.DoneAsync(
                    "recordUncoveredReason",
                    new
                    {
                        society,
                        code,
                        validFrom,
                    }
                )
            );
        async Task<string> NowAsync() =>
            (
                await city.QueryAsync(
                    "query($id: ID!) { society(id: $id) { uncoveredReason { code explanation validFrom validTo } } }",
                    new { id = society }
                )
            ).ToString();
        await ReasonAsync("NO_MEMBERS", "2024-01-10");
        var never = await NowAsync();
        var uncoveredReason = await ReasonAsync("NEWLY_FOUNDED", "2024-05-10");
        (
            await city.RefusedAsync(
                "correctUncoveredReason",
                new
                {
                    uncoveredReason,
                    code = "OTHER",
                    reason = "选错",
                }
            )
        ).ShouldBe(["EXPLANATION_MISSING"]);
        await city.DoneAsync(
            "correctUncoveredReason",
            new
            {
                uncoveredReason,
                code = "OTHER",
                explanation = "正在合并",
                reason = "选错",
            }
        );
        (await NowAsync()).ShouldContain("""{"code":"OTHER","explanation":"正在合并","validFrom":"2024-05-10","validTo":null}""");
        (await MendingsAsync("UncoveredReason", uncoveredReason)).ShouldBe(
            """[{"action":"CORRECTED","reason":"选错","fields":[{"name":"code","before":"NEWLY_FOUNDED","after":"OTHER"},"""
                + """{"name":"explanation","before":null,"after":"正在合并"}]}]"""
        );
        await city.DoneAsync("voidRecord", new { node = uncoveredReason, reason = "误录" });
        (await NowAsync()).ShouldBe(never);
    }

    [Fact]
    public async Task A_contact_point_gets_other_days_and_is_void()
    {
        var steps = new MemberSteps(city, "联系点");
        var branch = await steps.BranchAsync();
        var person = await steps.PersonAsync();
        await steps.MemberAsync(branch, person: person);
        await city.DoneAsync(
            "appoint",
            new
            {
                person,
                post = "COMMITTEE_MEMBER",
                committee = MutationFixture.Id("Committee", 1),
                validFrom = "2023-01-01",
            }
        );
        var contactPoint = MemberSteps.KeyOf(
            await city.DoneAsync(
                "assignContactPoint",
                new
                {
                    person,
                    branch,
                    validFrom = "2024-03-01",
                }
            )
        );
        object Correction(string? validFrom, string? validTo) =>
            new
            {
                contactPoint,
                validFrom,
                validTo,
                reason = "日期有误",
            };
        (await city.RefusedAsync("correctContactPoint", Correction("2022-12-31", null))).ShouldBe(["NOT_A_COMMITTEE_MEMBER 001 §16"]);
        (await city.RefusedAsync("correctContactPoint", Correction("2024-02-01", "2024-02-01"))).ShouldBe(["PERIOD_EMPTY"]);
        await city.DoneAsync("correctContactPoint", Correction("2024-02-01", "2024-09-01"));
        (await MendingsAsync("ContactPoint", contactPoint)).ShouldBe(
            """[{"action":"CORRECTED","reason":"日期有误","fields":[{"name":"validFrom","before":"2024-03-01","after":"2024-02-01"},"""
                + """{"name":"validTo","before":null,"after":"2024-09-01"}]}]"""
        );
        await city.DoneAsync("voidRecord", new { node = contactPoint, reason = "误录" });
        (
            await city.QueryAsync(
                "query($id: ID!) { branch(id: $id) { contactPoints(asOf: \"2024-05-01\") { validFrom } } }",
                new { id = branch }
            )
        )
            .ToString()
            .ShouldBe("""{"branch":{"contactPoints":[]}}""");
    }

    [Fact]
    public async Task A_day_of_a_years_plan_that_stood_is_kept()
    {
        var branch = await new MemberSteps(city, "计划").BranchAsync();
        object Plan(string? plannedOn, string? summarizedOn, string? reason = null) =>
            new
            {
                branch,
                year = 2023,
                plannedOn,
                summarizedOn,
                reason,
            };
        var plan = MemberSteps.KeyOf(await city.DoneAsync("recordYearPlan", Plan("2023-02-10", null)));
        await city.DoneAsync("recordYearPlan", Plan(null, "2023-12-20"));
        (await MendingsAsync("YearPlan", plan)).ShouldBe("[]");
        (await city.RefusedAsync("recordYearPlan", Plan("2023-01-10", null))).ShouldBe(["REASON_MISSING"]);
        await city.DoneAsync("recordYearPlan", Plan("2023-01-10", null, "月份有误"));
        (await MendingsAsync("YearPlan", plan)).ShouldBe(
            """[{"action":"CORRECTED","reason":"月份有误","fields":[{"name":"plannedOn","before":"2023-02-10","after":"2023-01-10"}]}]"""
        );
    }

    [Fact]
    public async Task Who_ended_and_restored_a_membership_is_shown()
    {
        var steps = new MemberSteps(city, "恢复");
        var member = await steps.MemberAsync(await steps.BranchAsync());
        await city.DoneAsync(
            "endMembership",
            new
            {
                member,
                reason = "LEFT",
                endedOn = "2024-03-01",
            },
            actor: "甲"
        );
        await city.DoneAsync(
            "restoreMembership",
            new
            {
                member,
                restoredOn = "2024-03-01",
                reason = "误录",
            },
            actor: "乙"
        );
        (
            await city.QueryAsync(
                "query($id: ID!) { node(id: $id) { ... on Member { ends { endedBy restoredBy restoredReason } } } }",
                new { id = member }
            )
        )
            .GetProperty("node")
            .GetProperty("ends")
            .ToString()
            .ShouldBe("""[{"endedBy":"甲","restoredBy":"乙","restoredReason":"误录"}]""");
    }
}
