namespace SocietyParty.Graph.Tests.Service.Mutations.Activities;

/// <summary>Activities from plan to record (004 组织建设-2).</summary>
public sealed class ActivityTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private async Task<string> BranchAsync(string name, bool isEstablished = true)
    {
        var society = (await city.DoneAsync("foundSociety", new { name = name + "学会", committee = MutationFixture.Id("Committee", 1) }))
            .GetProperty("id")
            .GetString();
        var branch = (
            await city.DoneAsync(
                "proposeBranch",
                new
                {
                    name,
                    form = "BRANCH",
                    societies = new[] { society },
                    proposedOn = "2026-01-05",
                }
            )
        ).GetProperty("id").GetString()!;
        if (isEstablished)
        {
            await city.DoneAsync("establishBranch", new { branch, establishedOn = "2026-02-01" });
        }

        return branch;
    }

    [Fact]
    public async Task An_activity_is_planned_held_and_counted()
    {
        var branch = await BranchAsync("合成活动一");
        var planned = await city.DoneAsync(
            "planActivity",
            new
            {
                branch,
                kind = "THEME_PARTY_DAY",
                title = "合成-主题党日",
                plannedOn = "2026-03-05",
            },
            "id year heldOn hasPlan isCollective version"
        );
        var activity = planned.GetProperty("id").GetString();
        (
            planned.GetProperty("year").GetInt32(),
            planned.GetProperty("hasPlan").GetBoolean(),
            planned.GetProperty("version").GetInt32()
        ).ShouldBe((2026, true, 1));

        (
            await city.RefusedAsync(
                "recordActivity",
                new
                {
                    activity,
                    heldOn = "2026-03-06",
                    expectedCount = 5,
                    attendedCount = 6,
                }
            )
        ).ShouldBe(["ATTENDANCE_EXCEEDS_EXPECTED 004 组织建设-2"]);
        (
            await city.RefusedAsync(
                "recordActivity",
                new
                {
                    activity,
                    heldOn = "2026-03-06",
                    expectedCount = 5,
                }
            )
        ).ShouldBe(["ATTENDANCE_INCOMPLETE"]);
        (
            await city.RefusedAsync(
                "recordActivity",
                new
                {
                    activity,
                    heldOn = "2026-03-06",
                    version = 3,
                }
            )
        ).ShouldBe(["VERSION_CONFLICT"]);
        (await city.RefusedAsync("recordActivity", new { heldOn = "2026-03-06" })).ShouldBe(["ACTIVITY_OR_BRANCH"]);
        (
            await city.RefusedAsync(
                "recordActivity",
                new
                {
                    branch,
                    kind = "OTHER",
                    title = "合成",
                    heldOn = "2026-03-06",
                    version = 1,
                }
            )
        ).ShouldBe(["VERSION_WITHOUT_OBJECT"]);
        (await city.RefusedAsync("recordActivity", new { branch, heldOn = "2026-03-06" })).ShouldBe(["TITLE_MISSING", "KIND_MISSING"]);
        var held = await city.DoneAsync(
            "recordActivity",
            new
            {
                activity,
                heldOn = "2026-03-06",
                expectedCount = 5,
                attendedCount = 4,
                hasRecord = true,
                version = 1,
            },
            "heldOn hasAttendance hasRecord branch { activities(where: { year: { eq: 2026 } }) { totalCount } activityCompliance "
                + "{ year category collectiveCount minimum clause isMet documentedCount attendedCount } }"
        );
        held.GetProperty("branch")
            .ToString()
            .ShouldBe(
                """{"activities":{"totalCount":1},"activityCompliance":[{"year":2026,"category":"UNCLASSIFIED","collectiveCount":1,"minimum":6,"clause":"004 组织建设-2","isMet":false,"documentedCount":1,"attendedCount":4}]}"""
            );
        (await city.RefusedAsync("recordActivity", new { activity, heldOn = "2026-03-07" })).ShouldBe(["WRONG_STAGE 004 组织建设-2"]);
    }

    [Fact]
    public async Task Only_a_branch_that_stands_has_activities()
    {
        var branch = await BranchAsync("合成活动二", isEstablished: false);
        (
            await city.RefusedAsync(
                "planActivity",
                new
                {
                    branch,
                    kind = "OTHER",
                    title = " ",
                    plannedOn = "2026-03-05",
                }
            )
        ).ShouldBe(["TITLE_MISSING", "BRANCH_NOT_ESTABLISHED 004 组织建设-2"]);
        (
            await city.RefusedAsync(
                "recordActivity",
                new
                {
                    branch,
                    kind = "OTHER",
                    title = "合成",
                    heldOn = "2026-03-05",
                }
            )
        ).ShouldBe(["BRANCH_NOT_ESTABLISHED 004 组织建设-2"]);

        // What counts is the day on which it was held, planned or not.
        await city.DoneAsync("establishBranch", new { branch, establishedOn = "2026-03-10" });
        var activity = (
            await city.DoneAsync(
                "planActivity",
                new
                {
                    branch,
                    kind = "OTHER",
                    title = "合成计划",
                    plannedOn = "2026-06-05",
                }
            )
        ).GetProperty("id").GetString();
        await city.DoneAsync("dissolveBranch", new { branch, dissolvedOn = "2026-06-01" });
        (await city.RefusedAsync("recordActivity", new { activity, heldOn = "2026-06-05" })).ShouldBe([
            "BRANCH_NOT_ESTABLISHED 004 组织建设-2",
        ]);
        await city.DoneAsync(
            "recordActivity",
            new
            {
                branch,
                kind = "OTHER",
                title = "合成",
                heldOn = "2026-05-05",
            }
        );
        (
            await city.DoneAsync(
                "recordActivity",
                new
                {
                    activity,
                    kind = "DEMOCRATIC_APPRAISAL",
                    heldOn = "2026-05-20",
                },
                "kind"
            )
        ).ToString().ShouldBe("""{"kind":"DEMOCRATIC_APPRAISAL"}""");
    }

    [Fact]
    public async Task Plan_and_summary_of_a_year_are_recorded_as_they_come()
    {
        var branch = await BranchAsync("合成活动三");
        (await city.RefusedAsync("recordYearPlan", new { branch, year = 2025 })).ShouldBe(["YEAR_PLAN_WITHOUT_DAY"]);
        (
            await city.RefusedAsync(
                "recordYearPlan",
                new
                {
                    branch,
                    year = 20260,
                    plannedOn = "2025-02-10",
                }
            )
        ).ShouldBe(["YEAR_OUT_OF_RANGE"]);
        await city.DoneAsync(
            "recordYearPlan",
            new
            {
                branch,
                year = 2025,
                plannedOn = "2025-02-10",
            }
        );
        (
            await city.RefusedAsync(
                "recordYearPlan",
                new
                {
                    branch,
                    year = 2025,
                    summarizedOn = "2025-02-09",
                }
            )
        ).ShouldBe(["SUMMARY_BEFORE_PLAN 004 组织建设-1"]);
        (
            await city.RefusedAsync(
                "recordYearPlan",
                new
                {
                    branch,
                    year = 2025,
                    summarizedOn = "2025-06-30",
                }
            )
        ).ShouldBe(["SUMMARY_BEFORE_YEAR_END 004 组织建设-1"]);
        var plan = await city.DoneAsync(
            "recordYearPlan",
            new
            {
                branch,
                year = 2025,
                summarizedOn = "2025-12-20",
            },
            "plannedOn summarizedOn version"
        );
        plan.ToString().ShouldBe("""{"plannedOn":"2025-02-10","summarizedOn":"2025-12-20","version":2}""");
        var again = await city.ChangeAsync(
            "recordYearPlan",
            new
            {
                branch,
                year = 2025,
                plannedOn = "2025-02-10",
            },
            "version"
        );
        again.GetProperty("yearPlan").ToString().ShouldBe("""{"version":2}""");
        again.GetProperty("warnings").EnumerateArray().Select(MutationFixture.Shown).ShouldBe(["NOTHING_TO_CHANGE"]);
    }

    [Fact]
    public async Task Attendance_is_taken_by_member_too()
    {
        var branch = await BranchAsync("合成活动四");
        var key = await city.ScalarAsync<long>("SELECT id FROM graph.branch WHERE name = '合成活动四'");
        var members = new List<string>();
        foreach (var (name, of) in new[] { ("甲", key), ("乙", key), ("丙", 1L) })
        {
            var person = await city.ScalarAsync<long>(
                "INSERT INTO graph.person (person_ref) VALUES (@reference) RETURNING id",
                new { reference = $"合成-考勤-{name}" }
            );
            members.Add(
                MutationFixture.Id(
                    "Member",
                    await city.ScalarAsync<long>(
                        "INSERT INTO graph.member (branch_id, person_id, member_ref, status) VALUES (@of, @person, @reference, "
                            + "'FULL') RETURNING id",
                        new
                        {
                            of,
                            person,
                            reference = $"合成-考勤-{name}",
                        }
                    )
                )
            );
        }

        object Held(int? expected, params (string Member, bool Attended)[] attendance) =>
            new
            {
                branch,
                kind = "THEME_PARTY_DAY",
                title = "合成",
                heldOn = "2026-03-05",
                expectedCount = expected,
                attendedCount = expected,
                attendance = attendance.Select(one => new { member = one.Member, attended = one.Attended }),
            };
        (await city.RefusedAsync("recordActivity", Held(1, (members[0], true)))).ShouldBe(["ATTENDANCE_GIVEN_TWICE"]);
        (await city.RefusedAsync("recordActivity", Held(null, (members[0], true), (members[0], false)))).ShouldBe([
            "ATTENDANCE_GIVEN_TWICE",
        ]);
        (await city.RefusedAsync("recordActivity", Held(null, (members[2], true)))).ShouldBe(["MEMBER_OF_ANOTHER_BRANCH 004 组织建设-2"]);
        (
            await city.DoneAsync(
                "recordActivity",
                Held(null, (members[0], true), (members[1], false)),
                "expectedCount attendedCount hasAttendance"
            )
        )
            .ToString()
            .ShouldBe("""{"expectedCount":2,"attendedCount":1,"hasAttendance":true}""");
        (await city.ScalarAsync<long>("SELECT count(*) FROM graph.activity_attendance WHERE attended")).ShouldBe(1);
    }
}
