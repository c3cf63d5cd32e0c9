using System.Text.Json;

namespace SocietyParty.Scenarios;

public sealed partial class Year
{
    private const string Late =
        "query($c: ID!, $day: Date!) { duties(asOf: $day, first: 500, where: { committee: { id: { eq: $c } }, state: { eq: LATE } }) { "
        + "nodes { kind period dueOn clause } } }";

    /// <summary>What the year asks of the committee, what is late in October, and a problem from its finding to its notice.</summary>
    private async Task WorkPointsAreDoneAsync()
    {
        await city.DoAsync(
            "planWorkYear",
            "committee",
            new
            {
                committee,
                year = 2027,
                fundedSocieties = new[] { society },
            }
        );
        await city.DoAsync(
            "planWorkYear",
            "committee",
            new
            {
                committee,
                year = 2027,
                fundedSocieties = new[] { society },
            }
        );

        await city.DoAsync(
            "recordCommitteeMeeting",
            "committeeMeeting",
            new
            {
                committee,
                kind = "COMMITTEE_MEETING",
                heldOn = "2027-02-20",
                subject = "合成-一季度党委会",
            }
        );
        await city.DoAsync(
            "recordCommitteeMeeting",
            "committeeMeeting",
            new
            {
                committee,
                kind = "COMMITTEE_MEETING",
                heldOn = "2027-05-20",
                subject = "合成-二季度党委会",
            }
        );
        (
            await city.RefusedAsync(
                "recordCommitteeMeeting",
                "committeeMeeting",
                new
                {
                    committee,
                    kind = "COMMITTEE_MEETING",
                    heldOn = "2027-05-20",
                    subject = "again",
                }
            )
        ).ShouldBe(["MEETING_RECORDED 001 §16"]);

        await city.DoAsync(
            "recordCheckIn",
            "communityCheckIn",
            new
            {
                branch,
                community = "合成-科苑社区",
                checkedInOn = "2027-06-05",
                service = "科普讲座",
            }
        );
        (
            await city.RefusedAsync(
                "recordCheckIn",
                "communityCheckIn",
                new
                {
                    branch,
                    community = "合成-科苑社区",
                    checkedInOn = "2027-06-05",
                }
            )
        ).ShouldBe(["CHECK_IN_RECORDED 001 §12"]);
        (
            await city.RefusedAsync(
                "assignContactPoint",
                "contactPoint",
                new
                {
                    person = people[3],
                    branch,
                    validFrom = "2027-06-05",
                }
            )
        ).ShouldBe(["NOT_A_COMMITTEE_MEMBER 001 §16"]);

        await city.DoAsync(
            "submitFundReport",
            "fundReport",
            new
            {
                society,
                period = "2027Q1",
                submittedOn = "2027-03-31",
            }
        );
        (
            await city.RefusedAsync(
                "submitFundReport",
                "fundReport",
                new
                {
                    society,
                    period = "2027Q1",
                    submittedOn = "2027-04-01",
                }
            )
        ).ShouldContain("REPORT_SUBMITTED 001 §11");
        (
            await city.RefusedAsync(
                "submitFundReport",
                "fundReport",
                new
                {
                    society,
                    period = "2026Q9",
                    submittedOn = "2027-04-01",
                }
            )
        ).ShouldBe(["REPORT_NOT_DUE 001 §11"]);

        var late = await LateAsync("2027-10-20");
        late.ShouldContain("COMMITTEE_MEETING 2027Q3 001 §16");
        late.ShouldContain("FUND_REPORT 2027Q2 001 §11");
        late.ShouldNotContain("COMMITTEE_MEETING 2027Q2 001 §16");
        late.ShouldNotContain("FUND_REPORT 2027Q1 001 §11");
        late.ShouldNotContain("WORK_MEETING 2027 001 §16");

        (
            await city.WarnedAsync(
                "fileEvent",
                "eventFiling",
                new
                {
                    society,
                    @event = "合成-量子论坛",
                    heldOn = "2027-09-10",
                    filedOn = "2027-09-12",
                }
            )
        ).ShouldHaveSingleItem().ShouldStartWith("FILED_LATE");

        var rectification = (
            await city.DoAsync(
                "openRectification",
                "rectification",
                new
                {
                    branch,
                    problem = "合成-活动记录不全",
                    foundOn = "2027-08-01",
                }
            )
        ).GetProperty("id").GetString()!;
        (await city.RefusedAsync("closeRectification", "rectification", new { rectification, on = "2027-08-10" })).ShouldBe([
            "WRONG_STAGE 001 §7",
        ]);
        await city.DoAsync("ledgerRectification", "rectification", new { rectification, on = "2027-08-05" });
        await city.DoAsync("closeRectification", "rectification", new { rectification, on = "2027-09-01" });
        (await city.RefusedAsync("notifyRectification", "rectification", new { rectification, on = "2027-08-20" })).ShouldBe([
            "STAGE_DATE_TOO_EARLY 001 §7",
        ]);
        await city.DoAsync("notifyRectification", "rectification", new { rectification, on = "2027-09-10" });
    }

    private async Task<List<string>> LateAsync(string day)
    {
        var answer = await city.AskAsync(Late, new { c = committee, day });
        static string Text(JsonElement duty, string field) => duty.GetProperty(field).GetString()!;
        return
        [
            .. answer
                .GetProperty("duties")
                .GetProperty("nodes")
                .EnumerateArray()
                .Select(duty => $"{Text(duty, "kind")} {Text(duty, "period")} {Text(duty, "clause")}"),
        ];
    }
}
