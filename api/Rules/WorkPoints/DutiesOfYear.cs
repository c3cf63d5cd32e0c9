namespace SocietyParty.Rules.WorkPoints;

/// <summary>Kinds of what a plan makes due.</summary>
public enum DutyKind
{
    CommunityCheckIn,
    ContactPoint,
    WorkMeeting,
    CommitteeMeeting,
    FundReport,
    Rectification,
    EventFiling,
}

/// <summary>What a plan of a year starts from.</summary>
/// <param name="Branches">Party organizations of the committee that stand.</param>
/// <param name="Members">Keys of its members.</param>
/// <param name="FundedSocieties">Keys of societies with a double-high fund.</param>
public sealed record CommitteeFacts(int Branches, IReadOnlyList<long> Members, IReadOnlyList<long> FundedSocieties);

/// <param name="Value">How many in the year.</param>
/// <param name="DueOn">Last day in time.</param>
public sealed record PlannedTarget(DutyKind Kind, int Value, DateOnly DueOn, string Clause);

/// <param name="Person">The member, for a contact point.</param>
/// <param name="Society">The society, for a fund report.</param>
public sealed record PlannedDuty(
    DutyKind Kind,
    Period Period,
    DateOnly DueOn,
    int Target,
    string Clause,
    long? Person = null,
    long? Society = null
);

/// <summary>年度工作要点 What a committee means to do in a year, and by when (001 §11, §12, §16).</summary>
public static class DutiesOfYear
{
    /// <summary>Targets with their parts; a kind of which nothing is due has neither.</summary>
    public static IReadOnlyList<(PlannedTarget Target, IReadOnlyList<PlannedDuty> Duties)> Of(
        int year,
        CommitteeFacts facts,
        WorkPointRules rules
    )
    {
        var whole = Period.Whole(year);
        var branches = rules.CheckIns.OwnBranchesAtMost.Value
            ? Math.Min(rules.CheckIns.Branches.Value, facts.Branches)
            : rules.CheckIns.Branches.Value;
        var perMember = rules.ContactPoints.BranchesPerMember;
        List<PlannedDuty> duties =
        [
            new(DutyKind.CommunityCheckIn, whole, LastDay(whole), branches, rules.CheckIns.Branches.Source),
            .. facts.Members.Select(member => new PlannedDuty(
                DutyKind.ContactPoint,
                whole,
                LastDay(whole),
                perMember.Value,
                perMember.Source,
                Person: member
            )),
            .. InEachPart(DutyKind.WorkMeeting, year, rules.WorkMeetings),
            .. InEachPart(DutyKind.CommitteeMeeting, year, rules.CommitteeMeetings),
            .. facts.FundedSocieties.SelectMany(society =>
                InEachPart(DutyKind.FundReport, year, rules.FundReports).Select(duty => duty with { Society = society })
            ),
        ];
        return
        [
            .. duties
                .Where(duty => duty.Target > 0)
                .GroupBy(duty => duty.Kind)
                .Select(kind =>
                    (
                        new PlannedTarget(kind.Key, kind.Sum(duty => duty.Target), kind.Max(duty => duty.DueOn), kind.First().Clause),
                        (IReadOnlyList<PlannedDuty>)[.. kind]
                    )
                ),
        ];
    }

    private static IEnumerable<PlannedDuty> InEachPart(DutyKind kind, int year, CadenceRule cadence) =>
        Period
            .Of(year, cadence.EveryMonths.Value)
            .Select(period => new PlannedDuty(
                kind,
                period,
                LastDay(period).AddDays(cadence.GraceDays.Value),
                1,
                cadence.EveryMonths.Source
            ));

    private static DateOnly LastDay(Period period) => period.To.AddDays(-1);
}
