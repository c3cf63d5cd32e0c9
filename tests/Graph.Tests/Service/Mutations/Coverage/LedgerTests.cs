namespace SocietyParty.Graph.Tests.Service.Mutations.Coverage;

/// <summary>
/// A society without a party organization: its ledger, the reason, who instructs it, sync points and vetoes (002 §2, §3, §10).
/// </summary>
public sealed partial class LedgerTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private async Task<string> SocietyAsync(string name) =>
        (await city.DoneAsync("foundSociety", new { name, committee = MutationFixture.Id("Committee", 1) })).GetProperty("id").GetString()!;

    private async Task<string> OfSocietyAsync(string society, string selection) =>
        (await city.QueryAsync($"query($id: ID!) {{ society(id: $id) {{ {selection} }} }}", new { id = society }))
            .GetProperty("society")
            .ToString();

    [Fact]
    public async Task Five_clarities_make_a_ledger_complete_and_its_past_stays()
    {
        var society = await SocietyAsync("合成台账学会");
        (await OfSocietyAsync(society, "ledger { clearCount aspectCount isComplete }")).ShouldBe(
            """{"ledger":{"clearCount":0,"aspectCount":5,"isComplete":false}}"""
        );
        foreach (var aspect in new[] { "OPERATION", "STAFF", "PARTY_MEMBERS", "PERSON_IN_CHARGE" })
        {
            await city.DoneAsync(
                "recordLedgerEntry",
                new
                {
                    society,
                    aspect,
                    isClear = aspect != "STAFF",
                    statement = "已查",
                    counted = aspect == "PARTY_MEMBERS" ? 3 : (int?)null,
                    recordedOn = "2024-01-10",
                }
            );
        }

        await city.DoneAsync(
            "recordLedgerEntry",
            new
            {
                society,
                aspect = "STAFF",
                isClear = true,
                statement = "专职2人",
                counted = 2,
                recordedOn = "2024-02-10",
            }
        );
        (await OfSocietyAsync(society, "ledger { clearCount isComplete }")).ShouldBe("""{"ledger":{"clearCount":4,"isComplete":false}}""");
        await city.DoneAsync(
            "recordUncoveredReason",
            new
            {
                society,
                code = "NEWLY_FOUNDED",
                validFrom = "2024-01-10",
            }
        );

        (
            await OfSocietyAsync(
                society,
                "ledger { clearCount isComplete } clarities { aspect state counted recordedOn } coverage { fullMembers "
                    + "shouldBuild isNominal }"
            )
        ).ShouldBe(
            """{"ledger":{"clearCount":5,"isComplete":true},"clarities":[{"aspect":"OPERATION","state":"CLEAR","counted":null,"recordedOn":"2024-01-10"},{"aspect":"STAFF","state":"CLEAR","counted":2,"recordedOn":"2024-02-10"},{"aspect":"PARTY_MEMBERS","state":"CLEAR","counted":3,"recordedOn":"2024-01-10"},{"aspect":"PERSON_IN_CHARGE","state":"CLEAR","counted":null,"recordedOn":"2024-01-10"},{"aspect":"UNCOVERED_REASON","state":"CLEAR","counted":null,"recordedOn":"2024-01-10"}],"coverage":{"fullMembers":3,"shouldBuild":true,"isNominal":false}}"""
        );
        (
            await OfSocietyAsync(
                society,
                "ledgerEntries(asOf: \"2024-01-31\") { aspect isClear } before: ledgerEntries(asOf: \"2024-01-09\") { aspect }"
            )
        ).ShouldBe(
            """{"ledgerEntries":[{"aspect":"OPERATION","isClear":true},{"aspect":"PARTY_MEMBERS","isClear":true},{"aspect":"PERSON_IN_CHARGE","isClear":true},{"aspect":"STAFF","isClear":false}],"before":[]}"""
        );
        (await city.QueryAsync("query($id: ID!) { society(id: $id) { ledgerHistory { aspect } } }", new { id = society }))
            .GetProperty("society")
            .GetProperty("ledgerHistory")
            .GetArrayLength()
            .ShouldBe(5);
    }

    [Fact]
    public async Task Entries_that_cannot_be_right_are_refused()
    {
        var society = await SocietyAsync("合成错账学会");
        object Entry(string aspect, string statement = "已查", int? counted = null, string recordedOn = "2024-03-01") =>
            new
            {
                society,
                aspect,
                isClear = true,
                statement,
                counted,
                recordedOn,
            };
        (await city.RefusedAsync("recordLedgerEntry", Entry("UNCOVERED_REASON"))).ShouldBe(["USE_UNCOVERED_REASON"]);
        (await city.RefusedAsync("recordLedgerEntry", Entry("OPERATION", " ", 5))).ShouldBe(["TEXT_INVALID", "COUNT_NOT_ASKED_FOR"]);
        (await city.RefusedAsync("recordLedgerEntry", Entry("STAFF", counted: -1))).ShouldBe(["COUNT_NOT_ASKED_FOR"]);
        await city.DoneAsync("recordLedgerEntry", Entry("STAFF"));
        (await city.RefusedAsync("recordLedgerEntry", Entry("STAFF", recordedOn: "2024-02-01"))).ShouldBe(["PERIOD_TOO_EARLY"]);
    }

    [Fact]
    public async Task A_reason_is_asked_of_who_has_no_organization_and_a_missing_one_shows_as_such()
    {
        var society = await SocietyAsync("合成未建学会");
        const string Uncovered =
            "query($c: ID!) { uncoveredSocieties(where: { committee: { id: { eq: $c } } }, first: 100) { nodes { society { name "
            + "} reason explanation } } }";
        async Task<string> Line() =>
            (await city.QueryAsync(Uncovered, new { c = MutationFixture.Id("Committee", 1) }))
                .GetProperty("uncoveredSocieties")
                .GetProperty("nodes")
                .EnumerateArray()
                .Single(node => node.GetProperty("society").GetProperty("name").GetString() == "合成未建学会")
                .ToString();

        (await Line()).ShouldBe("""{"society":{"name":"合成未建学会"},"reason":null,"explanation":null}""");
        (
            await city.RefusedAsync(
                "recordUncoveredReason",
                new
                {
                    society,
                    code = "OTHER",
                    validFrom = "2024-01-01",
                }
            )
        ).ShouldBe(["EXPLANATION_MISSING"]);
        await city.DoneAsync(
            "recordUncoveredReason",
            new
            {
                society,
                code = "OTHER",
                explanation = "合并中",
                validFrom = "2024-01-01",
            }
        );
        (await Line()).ShouldBe("""{"society":{"name":"合成未建学会"},"reason":"OTHER","explanation":"合并中"}""");
        (
            await OfSocietyAsync(
                society,
                "then: uncoveredReason(asOf: \"2024-06-01\") { code } before: uncoveredReason(asOf: \"2023-06-01\") { code }"
            )
        ).ShouldBe("""{"then":{"code":"OTHER"},"before":null}""");

        var branch = (
            await city.DoneAsync(
                "proposeBranch",
                new
                {
                    name = "合成未建学会党支部",
                    form = "BRANCH",
                    societies = new[] { society },
                    proposedOn = "2024-02-01",
                }
            )
        ).GetProperty("id").GetString();
        await city.DoneAsync("establishBranch", new { branch, establishedOn = "2024-03-01" });
        (
            await city.RefusedAsync(
                "recordUncoveredReason",
                new
                {
                    society,
                    code = "NO_MEMBERS",
                    validFrom = "2024-04-01",
                }
            )
        ).ShouldBe(["SOCIETY_IS_COVERED 002 §2"]);
        (await OfSocietyAsync(society, "coverage { isNominal isStrong isEffective isWorked } ledger { clearCount }")).ShouldBe(
            """{"coverage":{"isNominal":true,"isStrong":false,"isEffective":false,"isWorked":true},"ledger":{"clearCount":1}}"""
        );

        // A reason of before does not come back with the branch's end.
        await city.DoneAsync("dissolveBranch", new { branch, dissolvedOn = "2024-09-01" });
        (await Line()).ShouldBe("""{"society":{"name":"合成未建学会"},"reason":null,"explanation":null}""");
        (await OfSocietyAsync(society, "ledger { clearCount }")).ShouldBe("""{"ledger":{"clearCount":0}}""");
    }

    [Fact]
    public async Task An_instructor_covers_work_until_the_assignment_ends()
    {
        var society = await SocietyAsync("合成指导学会");
        var assignment = (
            await city.DoneAsync(
                "assignInstructor",
                new
                {
                    society,
                    instructorRef = "合成-指导员-1",
                    validFrom = "2024-01-01",
                }
            )
        ).GetProperty("id").GetString();
        (
            await city.RefusedAsync(
                "assignInstructor",
                new
                {
                    society,
                    instructorRef = "合成-指导员-1",
                    validFrom = "2024-05-01",
                }
            )
        ).ShouldBe(["INSTRUCTOR_ASSIGNED 001 §7"]);
        (
            await OfSocietyAsync(
                society,
                "coverage { isNominal isWorked } instructors(asOf: \"2024-01-01\") { instructorRef validFrom validTo }"
            )
        ).ShouldBe(
            """{"coverage":{"isNominal":false,"isWorked":true},"instructors":[{"instructorRef":"合成-指导员-1","validFrom":"2024-01-01","validTo":null}]}"""
        );
        (await city.RefusedAsync("endInstructor", new { assignment, endsOn = "2024-01-01" })).ShouldBe(["PERIOD_EMPTY"]);
        await city.DoneAsync(
            "endInstructor",
            new
            {
                assignment,
                endsOn = "2024-09-01",
                version = 1,
            }
        );
        (await city.RefusedAsync("endInstructor", new { assignment, endsOn = "2024-10-01" })).ShouldBe(["PERIOD_ENDED"]);
        (
            await city.RefusedAsync(
                "endInstructor",
                new
                {
                    assignment,
                    endsOn = "2024-10-01",
                    version = 1,
                }
            )
        ).ShouldBe(["VERSION_CONFLICT"]);
        (await OfSocietyAsync(society, "coverage { isWorked } instructors { instructorRef }")).ShouldBe(
            """{"coverage":{"isWorked":false},"instructors":[]}"""
        );
    }

    [Fact]
    public async Task Two_reasons_at_once_leave_one_that_holds()
    {
        var society = await SocietyAsync("合成并发学会");
        await Task.WhenAll(
            Enumerable
                .Range(1, 5)
                .Select(day =>
                    city.ChangeAsync(
                        "recordUncoveredReason",
                        new
                        {
                            society,
                            code = "NO_MEMBERS",
                            validFrom = $"2024-03-0{day}",
                        }
                    )
                )
        );
        (
            await city.ScalarAsync<long>(
                "SELECT count(*) FROM graph.uncovered_reason r JOIN graph.society s ON s.id = r.society_id WHERE s.name = "
                    + "'合成并发学会' AND upper_inf(valid_during)"
            )
        ).ShouldBe(1);
    }
}
