using SocietyParty.Service.Model;

namespace SocietyParty.Service.Mutations.Running;

/// <summary>Periods that mutations end: what was before the day stays.</summary>
internal static class EnteredPeriods
{
    /// <summary>The rows hold no longer from a day on; one that would have begun on it or later never does.</summary>
    public static void End<T>(this MutationContext context, IEnumerable<T> rows, DateOnly day)
        where T : class, IEnteredPeriod
    {
        foreach (var row in rows)
        {
            if (!row.ValidDuring.CanEndOn(day))
            {
                context.Graph.Remove(row);
            }
            else if (!row.ValidDuring.HasEndedBy(day))
            {
                row.ValidDuring = row.ValidDuring.Until(day);
                row.EndedBy = context.Actor;
                row.EndedAt = context.Now.ToUniversalTime();
            }
        }
    }

    /// <summary>Day of the last change of what holds one at a time, the loss of one among them; null where nothing is dated.</summary>
    public static DateOnly? LastChange(IEnumerable<IEnteredPeriod> rows) =>
        rows.Select(row => row.ValidDuring.Stated()).Select(period => period.EndedOn ?? period.BeganOn).Max();
}
