using System.Text.Json;

namespace SocietyParty.Scenarios;

public sealed partial class Slips
{
    private const string Steps = "stageHistory { fromStage toStage movedBy movedAt reason }";

    private async Task ReviewIsMendedAsync()
    {
        await BothAsync(async office =>
        {
            var (entry, others, items) = await RoundAsync(office);
            await office.DoAsync("submitSelfAssessment", "assessmentEntry", SelfAssessed(entry, items));
            await office.DoAsync(
                "recordDebrief",
                "assessmentEntry",
                new
                {
                    entry,
                    basis = "IN_PERSON",
                    ballotRates = new[] { 0.9m, 0.8m, 1m },
                    heldOn = "2028-01-05",
                }
            );
            foreach (var other in others.Skip(office == hasty ? 1 : 0))
            {
                await CloseAsync(office, other);
            }
        });

        var (own, idle, asked) = await RoundAsync(careful);
        await careful.DoAsync("reviewAssessment", "assessmentEntry", Reviewed(own, asked));
        (own, idle, asked) = await RoundAsync(hasty);
        await hasty.DoAsync("reviewAssessment", "assessmentEntry", Reviewed(own, asked, political: 0));
        await ShouldBeSeenAsync();
        await hasty.DoAsync(
            "returnAssessment",
            "assessmentEntry",
            new
            {
                entry = own,
                reason = "评分录错",
                returnedOn = "2028-01-11",
            }
        );
        await hasty.DoAsync("reviewAssessment", "assessmentEntry", Reviewed(own, asked));
        await ShouldBeMendedAsync();
        (await StepsAsync(own)).ShouldBe([
            "SELF",
            "SELF DEBRIEFED",
            "DEBRIEFED REVIEWED",
            "REVIEWED DEBRIEFED 评分录错",
            "DEBRIEFED REVIEWED",
        ]);

        await IssueAsync(careful);
        (await hasty.RefusedAsync("issueResults", "assessmentRound", await IssueOfAsync(hasty))).ShouldBe([
            "NOT_REVIEWED 004 第六条（四）",
        ]);
        await CloseAsync(hasty, idle[0]);
        await IssueAsync(hasty);
        await ShouldBeMendedAsync();
        (await StepsAsync(idle[0])).ShouldBe(["SELF", "SELF REVIEWED 合成-支部没有提交", "REVIEWED ISSUED"]);
    }

    private async Task ResultIsMendedAsync()
    {
        var (entry, _, _) = await RoundAsync(hasty);
        const string Told =
            "id resultVersion grade gradeBasis failRule failClause correctionReason entry { failFindings { failRule withdrawnOn } "
            + "admonitionTalk { dueOn lapsedOn } } versions { resultVersion isCurrent grade }";
        object Correct(string assessment, bool failed, string reason, string correctedOn) =>
            new
            {
                assessment,
                reason,
                failed,
                failRule = failed ? "SERIOUS_VIOLATION" : null,
                correctedOn,
            };
        var assessment = (await hasty.AskAsync("query($e: ID!) { assessmentEntry(id: $e) { result { id grade } } }", new { e = entry }))
            .GetProperty("assessmentEntry")
            .GetProperty("result");
        var grade = assessment.GetProperty("grade").GetString();
        var failed = await hasty.DoAsync(
            "correctResult",
            "assessment",
            Correct(Key(assessment), failed: true, "合成-举报查实", "2028-02-10"),
            Told
        );
        (failed.GetProperty("grade").GetString(), failed.GetProperty("failRule").GetString()).ShouldBe(
            ("UNQUALIFIED", "SERIOUS_VIOLATION")
        );
        failed.GetProperty("failClause").GetString()!.ShouldStartWith("004 第五条（七）");
        failed.GetProperty("entry").GetProperty("admonitionTalk").GetProperty("lapsedOn").ValueKind.ShouldBe(JsonValueKind.Null);
        await ShouldBeSeenAsync();

        var lifted = await hasty.DoAsync(
            "correctResult",
            "assessment",
            Correct(Key(failed), failed: false, "合成-查的是另一个支部", "2028-02-20"),
            Told
        );
        await ShouldBeMendedAsync();
        lifted.GetProperty("entry").GetProperty("admonitionTalk").GetProperty("lapsedOn").GetString().ShouldBe("2028-02-20");
        lifted.GetProperty("correctionReason").GetString().ShouldBe("合成-查的是另一个支部");
        lifted
            .GetProperty("entry")
            .GetProperty("failFindings")
            .ToString()
            .ShouldBe("""[{"failRule":"SERIOUS_VIOLATION","withdrawnOn":"2028-02-20"}]""");
        lifted
            .GetProperty("versions")
            .EnumerateArray()
            .Select(one => $"{one.GetProperty("resultVersion")} {one.GetProperty("grade")} {one.GetProperty("isCurrent")}")
            .ShouldBe([$"1 {grade} False", "2 UNQUALIFIED False", $"3 {grade} True"]);
    }

    /// <summary>The branch's entry, those of the branches that hand in nothing, and the items of the scheme with their maxima.</summary>
    private static async Task<(string Own, List<string> Others, List<(string Item, decimal Maximum)> Items)> RoundAsync(Office office)
    {
        var round = await FindRoundAsync(office);
        var entries = round
            .GetProperty("entries")
            .GetProperty("nodes")
            .EnumerateArray()
            .ToLookup(one => Key(one.GetProperty("branch")) == office.Branch);
        return (
            Key(entries[true].Single()),
            [.. entries[false].Select(Key)],
            [
                .. round
                    .GetProperty("scheme")
                    .GetProperty("items")
                    .EnumerateArray()
                    .Select(item => (item.GetProperty("itemCode").GetString()!, item.GetProperty("maximum").GetDecimal())),
            ]
        );
    }

    private static async Task<JsonElement> FindRoundAsync(Office office)
    {
        var answer = await office.AskAsync(
            "query($c: ID!) { committee(id: $c) { assessmentRounds(first: 1, where: { year: { eq: 2027 } }) { nodes { id scheme { items { "
                + "itemCode maximum } } entries(first: 500, order: [{ id: ASC }]) { nodes { id branch { id } } } } } } }",
            new { c = office.Committee }
        );
        return answer.GetProperty("committee").GetProperty("assessmentRounds").GetProperty("nodes")[0];
    }

    /// <summary>Every step of an entry of the hasty clerk's, who took each; a step back or past the branch has its reason.</summary>
    private async Task<IEnumerable<string>> StepsAsync(string entry)
    {
        var steps = (await hasty.AskAsync($"query($e: ID!) {{ assessmentEntry(id: $e) {{ {Steps} }} }}", new { e = entry }))
            .GetProperty("assessmentEntry")
            .GetProperty("stageHistory")
            .EnumerateArray()
            .ToList();
        steps.ShouldAllBe(step =>
            step.GetProperty("movedBy").GetString() == hasty.Clerk
            && step.GetProperty("movedAt").GetDateTimeOffset() > DateTimeOffset.UnixEpoch
        );
        return steps.Select(step => $"{step.GetProperty("fromStage")} {step.GetProperty("toStage")} {step.GetProperty("reason")}".Trim());
    }

    private static Task<JsonElement> CloseAsync(Office office, string entry) =>
        office.DoAsync(
            "closeUnsubmittedAssessment",
            "assessmentEntry",
            new
            {
                entry,
                reason = "合成-支部没有提交",
                decidedOn = "2028-01-10",
            }
        );

    private static async Task<object> IssueOfAsync(Office office) =>
        new
        {
            round = Key(await FindRoundAsync(office)),
            title = "合成-2027年度考核结果",
            issuedOn = "2028-01-20",
        };

    private static async Task IssueAsync(Office office) =>
        await office.DoAsync("issueResults", "assessmentRound", await IssueOfAsync(office));

    private static object SelfAssessed(string entry, List<(string Item, decimal Maximum)> items) =>
        new
        {
            entry,
            scores = items.Where(item => item.Item != "DEBRIEF_1").Select(item => new { item = item.Item, score = item.Maximum }).ToArray(),
            submittedOn = "2027-12-31",
        };

    /// <summary>What records suggest where they suggest something, else the maximum; with a slip other points for the first item.</summary>
    private static object Reviewed(string entry, List<(string Item, decimal Maximum)> items, decimal? political = null) =>
        new
        {
            entry,
            scores = items
                .Where(item => item.Item is not ("ORGANIZATION_1" or "ORGANIZATION_2" or "DEBRIEF_1"))
                .Select(item => new { item = item.Item, score = item.Item == "POLITICAL_1" ? political ?? item.Maximum : item.Maximum })
                .ToArray(),
            confirmSuggested = true,
            reviewedOn = "2028-01-10",
        };
}
