using System.Text.Json;

namespace SocietyParty.Graph.Tests.Service.Mutations.Assessments;

/// <summary>A committee of the test's own with branches, and the steps of its round as one line each.</summary>
internal sealed class RoundSteps(MutationFixture city)
{
    public const int Year = 2025;

    /// <summary>Full points for every item but the debrief, 95 together.</summary>
    public static readonly (string Item, decimal Score)[] Full =
    [
        ("POLITICAL_1", 5),
        ("POLITICAL_2", 5),
        ("POLITICAL_3", 5),
        ("POLITICAL_4", 8),
        ("TEAM_1", 7),
        ("TEAM_2", 3),
        ("TEAM_3", 5),
        ("TEAM_4", 5),
        ("ORGANIZATION_1", 4),
        ("ORGANIZATION_2", 16),
        ("ORGANIZATION_3", 3),
        ("ORGANIZATION_4", 3),
        ("ORGANIZATION_5", 5),
        ("ORGANIZATION_6", 4),
        ("ORGANIZATION_7", 4),
        ("ORGANIZATION_8", 3),
        ("ORGANIZATION_9", 5),
        ("SOCIAL_GOVERNANCE_1", 5),
    ];

    public string Committee { get; private set; } = null!;

    public string Round { get; private set; } = null!;

    /// <summary>Identities of branches in the order of their founding.</summary>
    public List<string> Branches { get; } = [];

    /// <summary>Identity of each branch's entry.</summary>
    public Dictionary<string, string> Entries { get; } = [];

    /// <summary>A committee in Chongqing with branches established in 2024.</summary>
    public static async Task<RoundSteps> WithBranchesAsync(MutationFixture city, string name, int count)
    {
        var steps = new RoundSteps(city)
        {
            Committee = MutationFixture.Id(
                "Committee",
                await city.ScalarAsync<long>(
                    "INSERT INTO graph.committee (name, region_code) VALUES (@name, '500000') RETURNING id",
                    new { name }
                )
            ),
        };
        for (var i = 1; i <= count; i++)
        {
            var society = (await city.DoneAsync("foundSociety", new { name = $"{name}{i}学会", committee = steps.Committee }))
                .GetProperty("id")
                .GetString();
            var branch = (
                await city.DoneAsync(
                    "proposeBranch",
                    new
                    {
                        name = $"{name}{i}党支部",
                        form = "BRANCH",
                        societies = new[] { society },
                        proposedOn = "2024-01-05",
                    }
                )
            ).GetProperty("id").GetString()!;
            await city.DoneAsync("establishBranch", new { branch, establishedOn = "2024-02-01" });
            steps.Branches.Add(branch);
        }

        return steps;
    }

    public async Task OpenAsync()
    {
        var round = await city.DoneAsync(
            "openAssessmentRound",
            new
            {
                committee = Committee,
                year = Year,
                openedOn = "2025-12-01",
            },
            "id entries(first: 50) { nodes { id branch { id } } }"
        );
        Round = round.GetProperty("id").GetString()!;
        foreach (var entry in round.GetProperty("entries").GetProperty("nodes").EnumerateArray())
        {
            Entries.Add(entry.GetProperty("branch").GetProperty("id").GetString()!, entry.GetProperty("id").GetString()!);
        }
    }

    public string Entry(int branch) => Entries[Branches[branch]];

    /// <summary>So many collective activities of 2025, each with plan, attendance and record; the last one is the appraisal.</summary>
    public async Task ActiveAsync(int branch, int count)
    {
        for (var i = 1; i <= count; i++)
        {
            await city.DoneAsync(
                "recordActivity",
                new
                {
                    branch = Branches[branch],
                    kind = i == count ? "DEMOCRATIC_APPRAISAL" : "THEME_PARTY_DAY",
                    title = $"合成-活动-{i}",
                    heldOn = $"2025-{i + 1:00}-15",
                    hasPlan = true,
                    expectedCount = 10,
                    attendedCount = 9,
                    hasRecord = true,
                }
            );
        }
    }

    public static object[] Scores(params IEnumerable<(string Item, decimal Score)> scores) =>
        [.. scores.Select(score => (object)new { item = score.Item, score = score.Score })];

    public Task<JsonElement> SubmitAsync(int branch, string selection = "id") =>
        city.DoneAsync(
            "submitSelfAssessment",
            new
            {
                entry = Entry(branch),
                scores = Scores(Full),
                submittedOn = "2026-01-10",
            },
            selection
        );

    public Task<JsonElement> DebriefAsync(int branch, params decimal[] rates) =>
        city.DoneAsync(
            "recordDebrief",
            new
            {
                entry = Entry(branch),
                basis = "IN_PERSON",
                ballotRates = rates,
                heldOn = "2026-03-10",
            },
            "stage debrief { basis meanRate score }"
        );

    public Task<JsonElement> ReviewAsync(int branch, IEnumerable<(string Item, decimal Score)> scores, string selection = "stage") =>
        city.DoneAsync(
            "reviewAssessment",
            new
            {
                entry = Entry(branch),
                scores = Scores(scores),
                confirmSuggested = true,
                reviewedOn = "2026-04-01",
            },
            selection,
            actor: "党委"
        );

    public Task<JsonElement> IssueAsync(string number, string selection = "id") =>
        city.DoneAsync(
            "issueResults",
            new
            {
                round = Round,
                title = "合成-考核结果通报",
                number,
                issuedOn = "2026-04-20",
            },
            selection,
            actor: "党办"
        );

    /// <summary>A round whose branches are all reviewed, none in a consortium, each with what ballots and activities suggest.</summary>
    public static async Task<RoundSteps> ReviewedAsync(MutationFixture city, string name, int count)
    {
        var steps = await WithBranchesAsync(city, name, count);
        await steps.OpenAsync();
        for (var i = 0; i < count; i++)
        {
            await steps.ActiveAsync(i, 1);
            await steps.SubmitAsync(i);
            await steps.DebriefAsync(i, 1m);
            await steps.ReviewAsync(i, Full);
        }

        return steps;
    }
}
