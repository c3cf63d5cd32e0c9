using SocietyParty.Rules.WorkPoints;

namespace SocietyParty.Etl.Generate;

/// <summary>Problems found in branches, and events of societies; a tenth as many in a nation as in a city of its size.</summary>
internal sealed class RectificationTables
{
    // Some are left unclassified, as an office would.
    private static readonly (string? Kind, string Problem)[] Found =
    [
        ("ORGANIZATION_LIFE", "合成：活动记录不全"),
        ("ORGANIZATION_LIFE", "合成：集体活动次数不足"),
        ("LEDGER", "合成：台账更新不及时"),
        ("TEAM_BUILDING", "合成：支委分工不清"),
        ("MEMBER_MANAGEMENT", "合成：党员组织关系未核实"),
        ("ORGANIZATION_LIFE", "合成：民主评议未开展"),
        ("IDEOLOGY", "合成：论坛未报备"),
        (null, "合成：其他需要整改的情况"),
    ];

    private readonly List<object?[]> filings = [];
    private readonly List<object?[]> problems = [];
    private readonly List<object?[]> stages = [];
    private readonly List<Func<long, object?[]>> duties = [];

    public RectificationTables(GenerateOptions options, IReadOnlyList<Society> societies, IReadOnlyList<Branch> branches)
    {
        var isCity = options.Profile == Profile.City;
        foreach (var branch in branches.Where(branch => branch.Status == "ESTABLISHED"))
        {
            var chance = new Chance(options.Seed, Subject.Rectification, branch.Id);
            if (chance.Below(100) < (isCity ? 30 : 3))
            {
                AddProblem(branch, chance);
            }
        }

        foreach (var society in societies)
        {
            var chance = new Chance(options.Seed, Subject.Rectification, -society.Id);
            for (
                var events = chance.Below(isCity ? 4 : 40) switch
                {
                    0 => 2,
                    1 => 1,
                    _ => 0,
                };
                events > 0;
                events--
            )
            {
                AddFiling(society, events, chance);
            }
        }
    }

    public IEnumerable<TableRows> Tables()
    {
        yield return new("graph.rectification", ["id", "committee_id", "branch_id", "problem", "found_on", "stage", "kind"], problems);
        yield return new("graph.rectification_stage", ["id", "rectification_id", "from_stage", "to_stage", "moved_on", "actor"], stages);
        yield return new("graph.event_filing", ["id", "society_id", "event", "held_on", "filed_on"], filings);
    }

    /// <param name="before">Number of duties that others made.</param>
    public IEnumerable<object?[]> Duties(int before) => duties.Select((duty, i) => duty(before + i + 1));

    private void AddProblem(Branch branch, Chance chance)
    {
        var rules = WorkPlan.Rules.Rectification;
        long id = problems.Count + 1;
        var day = chance.Day(branch.Since > GenerateOptions.First ? branch.Since.Value : GenerateOptions.First, GenerateOptions.Last);
        var (kind, problem) = Found[id % Found.Length];
        problems.Add([id, branch.Lead.Committee.Id, branch.Id, problem, day, "FOUND", kind]);
        RectificationStage? before = null;
        for (var stage = RectificationStage.Found; ; stage++)
        {
            stages.Add([stages.Count + 1L, id, before is { } from ? WorkPlan.Word(from) : null, WorkPlan.Word(stage), day, "合成"]);
            if (RectificationSteps.NextDue(stage, day, rules) is not var (next, dueOn))
            {
                break;
            }

            var begins = day;
            duties.Add(duty =>
                [
                    duty,
                    "RECTIFICATION",
                    branch.Lead.Committee.Id,
                    null,
                    null,
                    null,
                    id,
                    null,
                    WorkPlan.Word(next),
                    begins,
                    dueOn.AddDays(1),
                    dueOn,
                    1,
                    rules.Source,
                ]
            );
            day = dueOn.AddDays(chance.Percent(85) ? -chance.Below(dueOn.DayNumber - day.DayNumber + 1) : 1 + chance.Below(30));
            if (day > GenerateOptions.Last || chance.Percent(4))
            {
                break;
            }

            before = stage;
        }
    }

    private void AddFiling(Society society, int number, Chance chance)
    {
        var rules = WorkPlan.Rules.Filings;
        long id = filings.Count + 1;
        var held = chance.Day(GenerateOptions.First, GenerateOptions.Last);
        if (held >= society.CancelledOn)
        {
            return;
        }

        var due = FilingInTime.DueOn(held, rules);
        DateOnly? filed =
            chance.Percent(85) ? due.AddDays(-chance.Below(20))
            : chance.Percent(50) ? held.AddDays(chance.Below(10))
            : null;
        filings.Add([id, society.Id, $"合成-论坛-{id:000000}-{number}", held, filed > GenerateOptions.Last ? null : filed]);
        duties.Add(duty =>
            [
                duty,
                "EVENT_FILING",
                society.Committee.Id,
                null,
                null,
                society.Id,
                null,
                id,
                $"{held:yyyy-MM-dd}",
                due,
                due.AddDays(1),
                due,
                1,
                rules.DaysBefore.Source,
            ]
        );
    }
}
