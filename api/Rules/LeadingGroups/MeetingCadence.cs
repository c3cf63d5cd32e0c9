using System.Globalization;

namespace SocietyParty.Rules.LeadingGroups;

/// <summary>小组会议原则上每半年召开一次 (003 第十七条): asked of each half-year that the group was in office for as a whole.</summary>
public static class MeetingCadence
{
    public const string NoMeeting = "NO_MEETING_IN_HALF_YEAR";

    /// <param name="approvedOn">First day in office.</param>
    /// <param name="endsOn">First day out of office; null where it lasts.</param>
    /// <param name="asOf">Half-years that end after this day are still running.</param>
    public static IEnumerable<(HalfYear HalfYear, Breach Breach)> Breaches(
        DateOnly approvedOn,
        DateOnly? endsOn,
        IReadOnlyCollection<DateOnly> meetings,
        DateOnly asOf,
        LeadingGroupRules rules
    )
    {
        var half = HalfYear.Of(approvedOn);
        if (half.First < approvedOn)
        {
            half = half.Next;
        }

        for (; half.Last <= asOf && !(endsOn <= half.Last); half = half.Next)
        {
            var count = meetings.Count(day => half.First <= day && day <= half.Last);
            if (count < rules.MeetingsPerHalfYear.Value)
            {
                yield return (
                    half,
                    rules.MeetingsPerHalfYear.Breach(
                        NoMeeting,
                        [("count", count), ("first", half.First), ("last", half.Last), ("least", rules.MeetingsPerHalfYear.Value)]
                    )
                );
            }
        }
    }
}
