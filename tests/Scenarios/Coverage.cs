namespace SocietyParty.Scenarios;

public sealed partial class Year
{
    /// <summary>The ledger with its clarities, an instructor, the sync points and a veto.</summary>
    private async Task CoverageIsKeptAsync()
    {
        foreach (
            var (aspect, counted) in new (string, int?)[]
            {
                ("OPERATION", null),
                ("STAFF", 12),
                ("PARTY_MEMBERS", 7),
                ("PERSON_IN_CHARGE", null),
            }
        )
        {
            await city.DoAsync(
                "recordLedgerEntry",
                "ledgerEntry",
                new
                {
                    society,
                    aspect,
                    isClear = true,
                    statement = "合成-已核实",
                    counted,
                    recordedOn = "2027-06-10",
                }
            );
        }

        (
            await city.RefusedAsync(
                "recordLedgerEntry",
                "ledgerEntry",
                new
                {
                    society,
                    aspect = "UNCOVERED_REASON",
                    isClear = true,
                    statement = "x",
                    recordedOn = "2027-06-10",
                }
            )
        ).ShouldBe(["USE_UNCOVERED_REASON"]);
        (
            await city.RefusedAsync(
                "recordUncoveredReason",
                "uncoveredReason",
                new
                {
                    society,
                    code = "NO_MEMBERS",
                    validFrom = "2027-06-10",
                }
            )
        ).ShouldBe(["SOCIETY_IS_COVERED 002 §2"]);

        var bare = (await city.DoAsync("foundSociety", "society", new { name = "合成-新材料学会", committee }))
            .GetProperty("id")
            .GetString()!;
        await city.DoAsync(
            "recordUncoveredReason",
            "uncoveredReason",
            new
            {
                society = bare,
                code = "NEWLY_FOUNDED",
                validFrom = "2027-03-01",
            }
        );
        (
            await city.RefusedAsync(
                "recordUncoveredReason",
                "uncoveredReason",
                new
                {
                    society = bare,
                    code = "OTHER",
                    validFrom = "2027-04-01",
                }
            )
        ).ShouldBe(["EXPLANATION_MISSING"]);
        var uncovered = await city.AskAsync(
            "query($s: ID!) { society(id: $s) { uncoveredReason(asOf: \"2027-04-01\") { code validFrom } } }",
            new { s = bare }
        );
        uncovered.GetProperty("society").ToString().ShouldBe("""{"uncoveredReason":{"code":"NEWLY_FOUNDED","validFrom":"2027-03-01"}}""");

        var instructor = new
        {
            society = bare,
            instructorRef = "合成-指导员-2027",
            validFrom = "2027-03-01",
        };
        await city.DoAsync("assignInstructor", "instructorAssignment", instructor);
        (await city.RefusedAsync("assignInstructor", "instructorAssignment", instructor)).ShouldBe(["INSTRUCTOR_ASSIGNED 001 §7"]);

        foreach (
            var (occasion, heldOn) in new[]
            {
                ("APPLICATION", "2027-01-05"),
                ("ANNUAL_INSPECTION", "2027-05-20"),
                ("EVALUATION", "2027-10-20"),
            }
        )
        {
            await city.DoAsync(
                "recordSyncPoint",
                "syncPoint",
                new
                {
                    society,
                    occasion,
                    heldOn,
                    result = "PASSED",
                    collected = "合成-党员信息、党建工作",
                }
            );
        }

        (
            await city.RefusedAsync(
                "recordSyncPoint",
                "syncPoint",
                new
                {
                    society,
                    occasion = "EVALUATION",
                    heldOn = "2027-10-20",
                    result = "PASSED",
                    collected = "x",
                }
            )
        ).ShouldBe(["SYNC_POINT_RECORDED 002 §10"]);

        var veto = (
            await city.DoAsync(
                "raiseVeto",
                "veto",
                new
                {
                    society = bare,
                    reason = "合成-未按期整改",
                    raisedOn = "2027-07-01",
                }
            )
        ).GetProperty("id").GetString()!;
        (
            await city.RefusedAsync(
                "raiseVeto",
                "veto",
                new
                {
                    society = bare,
                    reason = "again",
                    raisedOn = "2027-07-02",
                }
            )
        ).ShouldBe(["VETO_HOLDS 002 §10"]);
        await city.DoAsync(
            "liftVeto",
            "veto",
            new
            {
                veto,
                reason = "合成-已整改",
                liftedOn = "2027-09-01",
            }
        );
        (
            await city.RefusedAsync(
                "liftVeto",
                "veto",
                new
                {
                    veto,
                    reason = "again",
                    liftedOn = "2027-09-02",
                }
            )
        ).ShouldBe(["WRONG_STAGE 002 §10"]);
    }
}
