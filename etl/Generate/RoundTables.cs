using SocietyParty.Rules.Assessments;

namespace SocietyParty.Etl.Generate;

/// <summary>
/// Rounds of assessment and how each entry came to its result: stages, scores, ballots, claims, findings, talks. A nation has its last
/// round only, without the branches' own scores and with one ballot each.
/// </summary>
internal sealed class RoundTables
{
    private const string Office = "合成-党办";

    private readonly GenerateOptions options;
    private readonly AssessedBranches assessed;
    private readonly ConsortiumTables consortia;
    private readonly List<(long Committee, int Year)> rounds;
    private readonly Dictionary<(long Committee, int Year), long> roundIds;

    public RoundTables(GenerateOptions options, AssessedBranches assessed, ConsortiumTables consortia)
    {
        this.options = options;
        this.assessed = assessed;
        this.consortia = consortia;
        rounds =
        [
            .. assessed
                .All()
                .Where(one => assessed.IsRun(one.Year))
                .Select(Round)
                .Distinct()
                .OrderBy(round => round.Year)
                .ThenBy(round => round.Committee),
        ];
        roundIds = rounds.Select((round, i) => (round, i)).ToDictionary(pair => pair.round, pair => pair.i + 1L);
    }

    /// <summary>Before the results, which refer to their entries.</summary>
    public IEnumerable<TableRows> Tables()
    {
        yield return new(
            "graph.assessment_scheme",
            ["id", "rule_set_code", "content"],
            [
                [1L, SyntheticRules.Code, SyntheticRules.Text(AssessmentRules.Key)],
            ]
        );
        yield return new(
            "graph.assessment_round",
            ["id", "committee_id", "year", "scheme_id", "cut_off_on", "opened_on", "issued_on"],
            rounds.Select(
                (round, i) =>
                    (object?[])
                        [
                            i + 1L,
                            round.Committee,
                            round.Year,
                            1L,
                            new DateOnly(round.Year, 12, 31),
                            new DateOnly(round.Year, 12, 1),
                            IssuedOn(round.Year),
                        ]
            )
        );
        yield return new(
            "graph.consortium_ranking",
            ["id", "round_id", "supervision_team_id", "consortium_id", "rank", "ranked_on"],
            rounds.SelectMany(Rankings).Select((row, i) => (object?[])[i + 1L, .. row])
        );
        yield return new(
            "graph.assessment_entry",
            ["id", "round_id", "branch_id", "year", "stage", "self_submitted_on", "debriefed_on", "debrief_basis", "reviewed_on"],
            Entries().Select(EntryRow)
        );
        yield return new(
            "graph.assessment_stage_event",
            ["id", "entry_id", "from_stage", "to_stage", "moved_at", "moved_by"],
            Entries().SelectMany(Moves).Select((row, i) => (object?[])[i + 1L, .. row])
        );
        if (options.Profile == Profile.City)
        {
            yield return new(
                "graph.assessment_rating",
                ["entry_id", "phase", "item_code", "section", "maximum", "score"],
                Entries().SelectMany(Ratings)
            );
        }

        yield return new("graph.debrief_ballot", ["entry_id", "ballot_number", "rate"], Entries().SelectMany(Ballots));
        yield return new(
            "graph.bonus_claim",
            ["id", "entry_id", "bonus_item", "level", "evidence_ref", "description", "points", "status", "claimed_on", "decided_on"],
            Entries().SelectMany(Claims).Select((row, i) => (object?[])[i + 1L, .. row])
        );
        yield return new(
            "graph.fail_finding",
            ["id", "entry_id", "fail_rule", "clause", "evidence", "found_on"],
            Entries()
                .Where(entry => entry.Of.FailRule is not null)
                .Select(
                    (entry, i) =>
                        (object?[])
                            [
                                i + 1L,
                                entry.Id,
                                entry.Of.FailRule,
                                ClauseOf(entry.Of.FailRule!),
                                $"合成-核查记录-{entry.Id:0000000}",
                                Day(entry.Of.Year, 3, 20),
                            ]
                )
        );
        yield return new(
            "graph.admonition_talk",
            ["id", "entry_id", "due_on", "held_on"],
            Entries()
                .Where(entry => entry.Of.Grade == "UNQUALIFIED")
                .Select(
                    (entry, i) =>
                        (object?[])
                            [
                                i + 1L,
                                entry.Id,
                                IssuedOn(entry.Of.Year).AddDays(30),
                                Of(entry, 7).Percent(75) ? IssuedOn(entry.Of.Year).AddDays(5 + Of(entry, 8).Below(20)) : null,
                            ]
                )
        );
    }

    /// <summary>The day on which the results of a year are issued.</summary>
    public static DateOnly IssuedOn(int year) => new(year + 1, 4, 20);

    private static (long Committee, int Year) Round(Assessed one) => (one.Branch.Lead.Committee.Id, one.Year);

    private IEnumerable<(long Id, Assessed Of)> Entries() =>
        assessed.All().Where(one => assessed.IsRun(one.Year)).Select((one, i) => (i + 1L, one));

    private Chance Of((long Id, Assessed Of) entry, int what) => new(options.Seed, Subject.Round, (entry.Of.Id << 4) + what);

    private static DateOnly Day(int year, int month, int day) => new(year + 1, month, day);

    private IEnumerable<object?[]> Rankings((long Committee, int Year) round)
    {
        var own = consortia.Of(round.Committee);
        // Another one is first each year.
        for (var i = 0; i < own.Count; i++)
        {
            yield return
            [
                roundIds[round],
                own[(i + round.Year) % own.Count].Team,
                own[(i + round.Year) % own.Count].Id,
                i + 1,
                Day(round.Year, 2, 10),
            ];
        }
    }

    private object?[] EntryRow((long Id, Assessed Of) entry) =>
        [
            entry.Id,
            roundIds[Round(entry.Of)],
            entry.Of.Branch.Id,
            entry.Of.Year,
            "ISSUED",
            Day(entry.Of.Year, 1, 5 + Of(entry, 1).Below(15)),
            Day(entry.Of.Year, 3, 10),
            Of(entry, 2).Percent(92) ? "IN_PERSON" : "WRITTEN",
            Day(entry.Of.Year, 4, 1),
        ];

    private IEnumerable<object?[]> Moves((long Id, Assessed Of) entry)
    {
        string? before = null;
        foreach (var (stage, on) in Stages(entry))
        {
            yield return [entry.Id, before, stage, on.ToDateTime(new TimeOnly(1, 0), DateTimeKind.Utc), Office];
            before = stage;
        }
    }

    private IEnumerable<(string Stage, DateOnly On)> Stages((long Id, Assessed Of) entry)
    {
        var year = entry.Of.Year;
        yield return ("SELF", new DateOnly(year, 12, 1));
        if (consortia.Has(entry.Of.Branch))
        {
            yield return ("SUPERVISED", Day(year, 2, 10));
        }

        yield return ("DEBRIEFED", Day(year, 3, 10));
        yield return ("REVIEWED", Day(year, 4, 1));
        yield return ("ISSUED", IssuedOn(year));
    }

    /// <summary>A branch is mostly kinder to itself than the committee is.</summary>
    private IEnumerable<object?[]> Ratings((long Id, Assessed Of) entry)
    {
        for (var i = 0; i < AssessmentScheme.Items.Count; i++)
        {
            var item = AssessmentScheme.Items[i];
            var chance = new Chance(options.Seed, Subject.Round, -(entry.Of.Id << 6) - i);
            var self = Math.Min(item.Maximum * 10, entry.Of.Tenths[i] + chance.Below(item.Maximum * 2));
            if (item.Section != "DEBRIEF")
            {
                yield return [entry.Id, "SELF", item.Code, item.Section, (decimal)item.Maximum, Tenths(self)];
            }

            yield return [entry.Id, "REVIEW", item.Code, item.Section, (decimal)item.Maximum, Tenths(entry.Of.Tenths[i])];
        }
    }

    /// <summary>Their mean is the debrief's score: one is as much above it as another is below.</summary>
    private IEnumerable<object?[]> Ballots((long Id, Assessed Of) entry)
    {
        var rate = entry.Of.Tenths[^1] / 50m;
        var apart = Math.Min(0.06m, Math.Min(rate, 1 - rate));
        yield return [entry.Id, 1, rate];
        if (options.Profile != Profile.City)
        {
            yield break;
        }

        yield return [entry.Id, 2, rate - apart];
        yield return [entry.Id, 3, rate + apart];
    }

    private IEnumerable<object?[]> Claims((long Id, Assessed Of) entry)
    {
        for (var i = 0; i < entry.Of.Bonus.Count; i++)
        {
            var (item, level) = entry.Of.Bonus[i] switch
            {
                2 => ("BONUS_1", "MUNICIPAL"),
                3 => ("BONUS_2", "MUNICIPAL"),
                _ => ("BONUS_3", "CENTRAL"),
            };
            yield return
            [
                entry.Id,
                item,
                level,
                $"合成-证明-{entry.Id:0000000}-{i + 1}",
                "合成-加分材料",
                (decimal)entry.Of.Bonus[i],
                "ACCEPTED",
                Day(entry.Of.Year, 1, 20),
                Day(entry.Of.Year, 3, 20),
            ];
        }
    }

    private static decimal Tenths(int tenths) => new(tenths, 0, 0, false, 1);

    private static string ClauseOf(string rule) =>
        rule switch
        {
            "ILLEGAL_POLITICAL_ACTIVITY" => "004 第五条（七）2",
            "NO_ACTIVITY" => "004 第五条（七）3",
            _ => "004 第五条（七）1",
        };
}
