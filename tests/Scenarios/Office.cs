using System.Globalization;
using System.Text.Json;

namespace SocietyParty.Scenarios;

/// <summary>
/// An office with a city of its own and one clerk, who keeps the year 2027 of a society, its branch of category A, and a second branch that
/// never hands anything in. Everything is done through GraphQL.
/// </summary>
internal sealed class Office(string clerk) : IAsyncLifetime
{
    /// <summary>
    /// What is counted, owed, covered, suggested and decided, and who is a member today and on days of the year; nothing of how it came to
    /// be so. Today is named where a field takes `asOf`: without it the machine's own day would be asked, whichever day is played.
    /// </summary>
    private const string Figures = """
        query($c: ID!, $s: ID!, $b: ID!) {
          committee(id: $c) {
            societies { totalCount }
            workProgress(year: 2027) { kind target actual }
            duties(asOf: "2027-12-31", first: 500, where: { dueOn: { gte: "2027-01-01" } }) { nodes { kind period state progress lacking } }
          }
          society(id: $s) {
            name
            coverage { isNominal isStrong isEffective isWorked fullMembers shouldBuild }
            clarities { aspect state statement counted recordedOn } ledger { clearCount isComplete }
            leadingGroupBreaches { code since until } autumn: leadingGroupBreaches(asOf: "2027-10-15") { code since until }
          }
          branch(id: $b) {
            name category(asOf: "2031-12-31") team { teamCount }
            secretary(asOf: "2031-12-31") { person { reference } } autumn: secretary(asOf: "2027-10-15") { person { reference } }
            present: members(first: 50) { totalCount nodes { status person { reference } } }
            summer: members(asOf: "2027-07-15", first: 50) { totalCount nodes { status person { reference } } }
            activities(first: 50, order: [{ heldOn: ASC }]) { totalCount nodes { kind title heldOn expectedCount attendedCount } }
            activityCompliance { year collectiveCount isMet heldCount documentedCount expectedCount attendedCount }
            communityCheckIns { community checkedInOn service } dues { year quarter payerCount amount }
            assessmentEntries {
              year stage suggestedScores { itemCode score } reviewedScores { itemCode score } standing { reviewScore hasFailed }
              result { fixedScore totalScore grade gradeBasis failRule failClause items { itemCode score } }
            }
          }
        }
        """;

    private readonly City city = new();

    public string Clerk => clerk;
    public string Committee { get; private set; } = "";
    public string Society { get; private set; } = "";
    public string Branch { get; private set; } = "";
    public List<string> People { get; } = [];
    public List<string> Members { get; } = [];

    public Task InitializeAsync() => city.InitializeAsync();

    public Task DisposeAsync() => city.DisposeAsync();

    public Task<JsonElement> AskAsync(string query, object? variables = null) => city.AskAsync(query, variables);

    public Task<JsonElement> DoAsync(string name, string changed, object input, string selection = "id") =>
        city.DoAsync(name, changed, input, selection, clerk);

    /// <summary>Does it and gives the identity of what it changed.</summary>
    public async Task<string> KeyAsync(string name, string changed, object input) =>
        (await DoAsync(name, changed, input)).GetProperty("id").GetString()!;

    public Task<string[]> RefusedAsync(string name, string changed, object input) => city.RefusedAsync(name, changed, input, clerk);

    public Task<string[]> WarnedAsync(string name, string changed, object input) => city.WarnedAsync(name, changed, input, clerk);

    /// <summary>How many rows an import of a sheet would add, change and leave; fails where it would refuse one.</summary>
    public async Task<string> TrySheetAsync(string kind, string text)
    {
        var committee = await AskAsync("query($c: ID!) { committee(id: $c) { name } }", new { c = Committee });
        var report = await city.TrySheetAsync(kind, committee.GetProperty("committee").GetProperty("name").GetString()!, text);
        return string.Join(' ', new[] { "inserted", "updated", "unchanged" }.Select(count => report.GetProperty(count)));
    }

    public async Task<string> FiguresAsync() =>
        (
            await AskAsync(
                Figures,
                new
                {
                    c = Committee,
                    s = Society,
                    b = Branch,
                }
            )
        ).ToString();

    /// <summary>What is kept of records that the clerk mended for this reason: kind, what was done, and the fields.</summary>
    public async Task<string[]> MendedAsync(string reason)
    {
        var answer = await AskAsync(
            "query($c: ID!) { committee(id: $c) { mendings(first: 100) { nodes { kind action reason changedBy changedAt changedOn fields { "
                + "name before after } } } } }",
            new { c = Committee }
        );
        var kept = answer
            .GetProperty("committee")
            .GetProperty("mendings")
            .GetProperty("nodes")
            .EnumerateArray()
            .Where(one => one.GetProperty("reason").GetString() == reason)
            .ToList();
        kept.ShouldAllBe(one =>
            one.GetProperty("changedBy").GetString() == clerk
            && one.GetProperty("changedAt").GetDateTimeOffset() > DateTimeOffset.UnixEpoch
            && one.GetProperty("changedOn").ValueKind == JsonValueKind.String
        );
        return
        [
            .. kept.Select(one =>
                $"{one.GetProperty("kind")} {one.GetProperty("action")} "
                + string.Join(", ", one.GetProperty("fields").EnumerateArray().Select(Shown).Order(StringComparer.Ordinal))
            ),
        ];
    }

    /// <summary>Founds the society and its branch under these names, with members, a council, a secretary and an open round.</summary>
    public async Task BeginAsync(string societyName, string branchName)
    {
        var committees = await AskAsync(
            "{ committees(first: 100, order: [{ id: ASC }]) { nodes { id branches(where: { status: { eq: ESTABLISHED } }) { totalCount } "
                + "} } }"
        );
        Committee = committees
            .GetProperty("committees")
            .GetProperty("nodes")
            .EnumerateArray()
            .MinBy(one => one.GetProperty("branches").GetProperty("totalCount").GetInt32())
            .GetProperty("id")
            .GetString()!;
        (Society, Branch) = await FoundAsync(societyName, branchName);
        await FoundAsync("合成-不语学会", "合成-不语学会党支部");
        for (var i = 0; i < 5; i++)
        {
            var reference = string.Create(CultureInfo.InvariantCulture, $"合成-办-{i}");
            People.Add(await KeyAsync("registerPerson", "person", new { reference }));
            Members.Add(
                await KeyAsync(
                    "registerMember",
                    "member",
                    new
                    {
                        person = People[i],
                        branch = Branch,
                        status = "FULL",
                        joinedOn = "2001-07-01",
                        affiliationBranch = Branch,
                        affiliatedSince = "2027-02-01",
                    }
                )
            );
        }

        await ClassifyAsync();
        await AppointAsync();
        await DoAsync("planWorkYear", "committee", new { committee = Committee, year = 2027 });
        // Open from the beginning, so that the scores that records suggest are among the figures after every slip.
        await DoAsync(
            "openAssessmentRound",
            "assessmentRound",
            new
            {
                committee = Committee,
                year = 2027,
                openedOn = "2027-12-01",
            }
        );
    }

    private async Task<(string Society, string Branch)> FoundAsync(string societyName, string branchName)
    {
        var society = await KeyAsync("foundSociety", "society", new { name = societyName, committee = Committee });
        var branch = await KeyAsync(
            "proposeBranch",
            "branch",
            new
            {
                name = branchName,
                form = "BRANCH",
                societies = new[] { society },
                proposedOn = "2027-01-10",
            }
        );
        await DoAsync("establishBranch", "branch", new { branch, establishedOn = "2027-02-01" });
        return (society, branch);
    }

    private async Task ClassifyAsync()
    {
        var reclassification = await KeyAsync(
            "proposeReclassification",
            "reclassification",
            new
            {
                branch = Branch,
                category = "A",
                reason = "组织关系都在本支部",
                proposedOn = "2027-02-05",
            }
        );
        await DoAsync(
            "approveReclassification",
            "reclassification",
            new
            {
                reclassification,
                effectiveOn = "2027-02-10",
                decidedOn = "2027-02-10",
            }
        );
    }

    /// <summary>Chair, vice-chair and the branch's secretary.</summary>
    private async Task AppointAsync()
    {
        var councilTerm = await KeyAsync(
            "startCouncilTerm",
            "councilTerm",
            new
            {
                society = Society,
                startedOn = "2027-01-05",
                endsOn = "2032-01-05",
            }
        );
        foreach (var (person, post) in new[] { (0, "COUNCIL_CHAIR"), (1, "COUNCIL_VICE_CHAIR") })
        {
            await DoAsync(
                "appoint",
                "appointment",
                new
                {
                    person = People[person],
                    post,
                    councilTerm,
                    validFrom = "2027-01-05",
                }
            );
        }

        await SecretaryAsync(2, "2027-02-01");
    }

    public Task<JsonElement> SecretaryAsync(int person, string validFrom) =>
        DoAsync(
            "appoint",
            "appointment",
            new
            {
                person = People[person],
                post = "BRANCH_SECRETARY",
                branch = Branch,
                validFrom,
            }
        );

    private static string Shown(JsonElement field) =>
        $"{field.GetProperty("name")}: {field.GetProperty("before")} → {field.GetProperty("after")}".TrimEnd();
}
