using SocietyParty.Rules.WorkPoints;

namespace SocietyParty.Etl.Generate;

/// <summary>What committees planned and what was done of it by the last day: most in time, some late, some not at all.</summary>
internal sealed class WorkPointTables(GenerateOptions options, WorkPlan plan, RectificationTables others)
{
    private static readonly string[] DutyColumns =
    [
        "id",
        "kind",
        "committee_id",
        "work_target_id",
        "person_id",
        "society_id",
        "rectification_id",
        "event_filing_id",
        "period",
        "begins_on",
        "ends_on",
        "due_on",
        "target",
        "clause",
    ];

    public IEnumerable<TableRows> Tables()
    {
        yield return new("graph.work_target", ["id", "committee_id", "kind", "year", "target", "due_on", "clause"], plan.Targets);
        yield return new(
            "graph.community_check_in",
            ["id", "branch_id", "community", "checked_in_on"],
            Numbered(Of(DutyKind.CommunityCheckIn).SelectMany(CheckIns))
        );
        yield return new(
            "graph.contact_point",
            ["id", "committee_id", "person_id", "branch_id", "valid_during"],
            Numbered(Of(DutyKind.ContactPoint).SelectMany(ContactPoints))
        );
        yield return new(
            "graph.committee_meeting",
            ["id", "committee_id", "kind", "held_on", "subject"],
            Numbered(plan.Duties.Where(work => work.Duty.Kind is DutyKind.WorkMeeting or DutyKind.CommitteeMeeting).SelectMany(Meetings))
        );
        yield return new(
            "graph.fund_report",
            ["id", "society_id", "period", "submitted_on"],
            Numbered(Of(DutyKind.FundReport).SelectMany(Reports))
        );
        foreach (var table in others.Tables())
        {
            yield return table;
        }

        yield return new("graph.duty", DutyColumns, plan.Duties.Select(Row).Concat(others.Duties(plan.Duties.Count)));
    }

    private static IEnumerable<object?[]> Numbered(IEnumerable<object?[]> rows) => rows.Select((row, i) => (object?[])[i + 1L, .. row]);

    private static object?[] Row(PlannedWork work) =>
        [
            work.Id,
            WorkPlan.Word(work.Duty.Kind),
            work.Committee.Id,
            work.Target,
            work.Duty.Person,
            work.Duty.Society,
            null,
            null,
            work.Duty.Period.Name,
            work.Duty.Period.From,
            work.Duty.Period.To,
            work.Duty.DueOn,
            work.Duty.Target,
            work.Duty.Clause,
        ];

    private IEnumerable<PlannedWork> Of(DutyKind kind) => plan.Duties.Where(work => work.Duty.Kind == kind);

    private Chance ChanceOf(PlannedWork work) => new(options.Seed, Subject.WorkPoint, work.Id);

    private IEnumerable<object?[]> CheckIns(PlannedWork work)
    {
        var chance = ChanceOf(work);
        foreach (var branch in plan.Standing[work.Committee.Id])
        {
            var day = chance.Day(work.Duty.Period.From, work.Duty.Period.To.AddDays(-1));
            // Who stands since a later day did not check in before it.
            if (!chance.Percent(85) || day > GenerateOptions.Last || branch.Since > day)
            {
                continue;
            }

            yield return [branch.Id, $"合成-社区-{branch.Id % 97:00}", day];
        }
    }

    // Each member guides the same branches all the time; a plan of each year finds them.
    private IEnumerable<object?[]> ContactPoints(PlannedWork work)
    {
        if (work.Duty.Person is not { } person || work.Duty.Period.To.Year != GenerateOptions.Last.Year + 1)
        {
            yield break;
        }

        var chance = new Chance(options.Seed, Subject.WorkPoint, -(person << 20));
        var branches = plan.Standing[work.Committee.Id].ToList();
        var guided = Math.Min(branches.Count, chance.Percent(80) ? work.Duty.Target : chance.Below(work.Duty.Target));
        var first = branches.Count == 0 ? 0 : chance.Below(branches.Count);
        for (var i = 0; i < guided; i++)
        {
            var branch = branches[(first + i) % branches.Count];
            yield return
            [
                work.Committee.Id,
                person,
                branch.Id,
                Ranges.Days(branch.Since > new DateOnly(2025, 2, 1) ? branch.Since : new(2025, 2, 1), null),
            ];
        }
    }

    private IEnumerable<object?[]> Meetings(PlannedWork work)
    {
        var chance = ChanceOf(work);
        var day = chance.Day(work.Duty.Period.From, work.Duty.Period.To.AddDays(-1));
        if (chance.Percent(93) && day <= GenerateOptions.Last)
        {
            yield return
            [
                work.Committee.Id,
                WorkPlan.Word(work.Duty.Kind),
                day,
                work.Duty.Kind == DutyKind.WorkMeeting ? "合成：党建工作例会" : "合成：研究党建议题",
            ];
        }
    }

    private IEnumerable<object?[]> Reports(PlannedWork work)
    {
        var chance = ChanceOf(work);
        var day = work.Duty.Period.To.AddDays(chance.Percent(88) ? chance.Below(15) : 15 + chance.Below(30));
        if (chance.Percent(96) && day <= GenerateOptions.Last)
        {
            yield return [work.Duty.Society, work.Duty.Period.Name, day];
        }
    }
}
