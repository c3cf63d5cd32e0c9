using SocietyParty.Rules.WorkPoints;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Model.WorkPoints;

namespace SocietyParty.Service.Mutations.WorkPoints.Shared;

/// <summary>What is due of an event (004 政治建设-4).</summary>
internal static class EventDuties
{
    /// <summary>The duty to file it in time; the filing has its key.</summary>
    public static Duty Of(Society society, EventFiling filing, FilingRule rules)
    {
        var dueOn = FilingInTime.DueOn(filing.HeldOn, rules);
        return new Duty
        {
            Kind = DutyKind.EventFiling,
            CommitteeId = society.CommitteeId,
            SocietyId = society.Id,
            EventFilingId = filing.Id,
            Period = $"{filing.HeldOn:yyyy-MM-dd}",
            BeginsOn = dueOn,
            EndsOn = dueOn.AddDays(1),
            DueOn = dueOn,
            Target = 1,
            Clause = rules.DaysBefore.Source,
        };
    }
}
