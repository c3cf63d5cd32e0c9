using System.Text.Json;
using Dapper;
using SocietyParty.Rules;
using SocietyParty.Rules.WorkPoints;

namespace SocietyParty.Etl.WhatIf;

/// <summary>
/// Duties as they are on record, and as the draft would have made them. A year that nobody planned stays so: the draft plans anew what was
/// planned, for the same members, funds and number of branches.
/// </summary>
internal static class DutyReplay
{
    public static async Task<DutyChanges> RunAsync(ReplayScope scope, DraftRules rules, CancellationToken ct)
    {
        var recorded = (
            await scope.Connection.QueryAsync<RecordedDuty>(
                scope.Command(
                    "duties",
                    new
                    {
                        committees = scope.Committees.Keys.ToArray(),
                        from = scope.From,
                        to = scope.To,
                    },
                    ct
                )
            )
        ).ToList();
        var drafted = await DraftedAsync(recorded, scope, rules, ct);
        var changes = new List<DutyChange>();
        var late = scope.Days.Select(_ => (Before: 0, After: 0)).ToArray();
        foreach (var key in recorded.Select(duty => duty.Key).Union(drafted.Keys))
        {
            var before = recorded.Find(duty => duty.Key == key)?.AsDuty;
            var after = drafted.GetValueOrDefault(key);
            for (var place = 0; place < scope.Days.Count; place++)
            {
                late[place].Before += before?.IsLate(scope.Days[place]) == true ? 1 : 0;
                late[place].After += after?.IsLate(scope.Days[place]) == true ? 1 : 0;
            }

            var change = new DutyChange(
                key.Kind,
                key.Committee,
                scope.Committees[key.Committee].Name,
                (before ?? after)!.Of,
                key.Period,
                before?.DueOn,
                after?.DueOn,
                before?.Target,
                after?.Target,
                before?.State(scope.To),
                after?.State(scope.To),
                scope.Days.Count(day => before?.IsLate(day) == true),
                scope.Days.Count(day => after?.IsLate(day) == true)
            );
            if ((change.DueOnBefore, change.TargetBefore, change.StateBefore) != (change.DueOnAfter, change.TargetAfter, change.StateAfter))
            {
                changes.Add(change);
            }
        }

        return new DutyChanges(changes, late);
    }

    private static async Task<Dictionary<DutyKey, ReplayedDuty>> DraftedAsync(
        List<RecordedDuty> recorded,
        ReplayScope scope,
        DraftRules rules,
        CancellationToken ct
    )
    {
        var drafted = new Dictionary<DutyKey, ReplayedDuty>();
        var planned = new List<(DutyKey Key, PlannedDuty Duty, string? Of)>();
        foreach (var plan in recorded.GroupBy(duty => (duty.Committee, duty.Year)))
        {
            if (plan.Key.Year is not { } year)
            {
                foreach (var duty in plan)
                {
                    drafted[duty.Key] = duty.AsDuty with { DueOn = DueOn(duty, scope, rules) };
                }

                continue;
            }

            if (Changed(plan.Key.Committee, new DateOnly(year, 12, 31), scope, rules) is not var (was, will))
            {
                foreach (var duty in plan)
                {
                    drafted[duty.Key] = duty.AsDuty;
                }

                continue;
            }

            planned.AddRange(Planned(plan.Key.Committee, year, [.. plan], was, will));
        }

        var done = await DoneAsync(planned, scope, ct);
        foreach (var ((key, duty, of), days) in planned.Zip(done))
        {
            drafted[key] = new ReplayedDuty(duty.DueOn, duty.Target, days, duty.Period.From, of);
        }

        return drafted;
    }

    private static IEnumerable<(DutyKey Key, PlannedDuty Duty, string? Of)> Planned(
        long committee,
        int year,
        List<RecordedDuty> plan,
        WorkPointRules was,
        WorkPointRules will
    )
    {
        var names = plan.Where(duty => duty.Of is not null).DistinctBy(duty => (duty.Person, duty.Society)).ToList();
        var facts = new CommitteeFacts(
            Branches(plan, was),
            [.. plan.Where(duty => duty.Kind == "CONTACT_POINT").Select(duty => duty.Person!.Value).Distinct()],
            [.. plan.Where(duty => duty.Kind == "FUND_REPORT").Select(duty => duty.Society!.Value).Distinct()]
        );
        // What the rules asked for and nobody planned was left out by people, not by the rules.
        var leftOut = DutiesOfYear
            .Of(year, facts, was)
            .Select(target => target.Target.Kind)
            .Where(kind => !plan.Exists(duty => duty.Kind == ReplayWords.UpperSnake(kind)))
            .ToHashSet();
        return DutiesOfYear
            .Of(year, facts, will)
            .SelectMany(target => target.Duties)
            .Where(duty => !leftOut.Contains(duty.Kind))
            .Select(duty =>
                (
                    new DutyKey(ReplayWords.UpperSnake(duty.Kind), committee, duty.Person, duty.Society, null, null, duty.Period.Name),
                    duty,
                    names.Find(name => name.Person == duty.Person && name.Society == duty.Society)?.Of
                )
            );
    }

    // Fewer than the rules asked for are those that there were when it was planned; of more than that nobody knows how many.
    private static int Branches(List<RecordedDuty> plan, WorkPointRules was) =>
        plan.Find(duty => duty.Kind == "COMMUNITY_CHECK_IN")?.Target is { } target
            ? target < was.CheckIns.Branches.Value || !was.CheckIns.OwnBranchesAtMost.Value
                ? target
                : int.MaxValue
            : 0;

    private static DateOnly DueOn(RecordedDuty duty, ReplayScope scope, DraftRules rules)
    {
        var day = duty.HeldOn ?? duty.BeginsOn;
        var region = scope.Committees[duty.Committee].Region;
        // Where no rules held before, nobody knows who gave it its day; the draft gives it one.
        if (
            rules.Section(isAfter: true, WorkPointRules.Key, region, day) is not { } after
            || (rules.Section(isAfter: false, WorkPointRules.Key, region, day) is { } before && JsonElement.DeepEquals(before, after))
        )
        {
            return duty.DueOn;
        }

        var will = after.Deserialize<WorkPointRules>(RuleSet.Json)!;
        return duty.HeldOn is { } held
            ? FilingInTime.DueOn(held, will.Filings)
            : RectificationSteps
                .NextDue(ReplayWords.Word<RectificationStage>(duty.Period) - 1, duty.BeginsOn, will.Rectification)!
                .Value.DueOn;
    }

    private static (WorkPointRules Was, WorkPointRules Will)? Changed(long committee, DateOnly day, ReplayScope scope, DraftRules rules)
    {
        var region = scope.Committees[committee].Region;
        var (was, will) = (
            rules.Section(isAfter: false, WorkPointRules.Key, region, day),
            rules.Section(isAfter: true, WorkPointRules.Key, region, day)
        );
        return was is { } before && will is { } after && !JsonElement.DeepEquals(before, after)
            ? (before.Deserialize<WorkPointRules>(RuleSet.Json)!, after.Deserialize<WorkPointRules>(RuleSet.Json)!)
            : null;
    }

    private static async Task<IReadOnlyList<DateOnly[]>> DoneAsync(
        List<(DutyKey Key, PlannedDuty Duty, string? Of)> planned,
        ReplayScope scope,
        CancellationToken ct
    ) =>
        planned.Count == 0
            ? []
            :
            [
                .. (
                    await scope.Connection.QueryAsync<Deeds>(
                        scope.Command(
                            "deeds",
                            new
                            {
                                kinds = planned.Select(one => one.Key.Kind).ToArray(),
                                committees = planned.Select(one => one.Key.Committee).ToArray(),
                                people = planned.Select(one => one.Key.Person).ToArray(),
                                societies = planned.Select(one => one.Key.Society).ToArray(),
                                periods = planned.Select(one => one.Key.Period).ToArray(),
                                begins = planned.Select(one => one.Duty.Period.From).ToArray(),
                                ends = planned.Select(one => one.Duty.Period.To).ToArray(),
                            },
                            ct
                        )
                    )
                ).Select(row => row.Done),
            ];

    private sealed record Deeds
    {
        public int Place { get; init; }

        public DateOnly[] Done { get; init; } = [];
    }

    private sealed record RecordedDuty
    {
        public long Id { get; init; }

        public string Kind { get; init; } = "";

        public long Committee { get; init; }

        public long? Person { get; init; }

        public long? Society { get; init; }

        public long? Rectification { get; init; }

        public long? Filing { get; init; }

        public int? Year { get; init; }

        public string Period { get; init; } = "";

        public DateOnly BeginsOn { get; init; }

        public DateOnly DueOn { get; init; }

        public int Target { get; init; }

        public DateOnly? HeldOn { get; init; }

        public DateOnly[] Done { get; init; } = [];

        public string? Of { get; init; }

        public string? Event { get; init; }

        public DutyKey Key => new(Kind, Committee, Person, Society, Rectification, Filing, Period);

        public ReplayedDuty AsDuty =>
            new(DueOn, Target, Done, Year is null && HeldOn is null ? BeginsOn : DateOnly.MinValue, Event is null ? Of : $"{Of}：{Event}");
    }

    private sealed record DutyKey(
        string Kind,
        long Committee,
        long? Person,
        long? Society,
        long? Rectification,
        long? Filing,
        string Period
    );

    /// <param name="Done">Days of what was done for it, in order.</param>
    /// <param name="ThereFrom">Before that day there is none.</param>
    private sealed record ReplayedDuty(DateOnly DueOn, int Target, DateOnly[] Done, DateOnly ThereFrom, string? Of)
    {
        /// <summary>As <c>graph.duty_on</c> has it; null before it is there.</summary>
        public string? State(DateOnly day)
        {
            if (day < ThereFrom)
            {
                return null;
            }

            var last = Done.Where(done => done <= day).Skip(Target - 1).Select(done => (DateOnly?)done).FirstOrDefault();
            return last <= DueOn ? "DONE"
                : last is not null ? "DONE_LATE"
                : DueOn < day ? "LATE"
                : "DUE";
        }

        public bool IsLate(DateOnly day) => State(day) == "LATE";
    }
}

/// <param name="Late">How many were late on each of the days.</param>
internal sealed record DutyChanges(IReadOnlyList<DutyChange> Changes, IReadOnlyList<(int Before, int After)> Late);
