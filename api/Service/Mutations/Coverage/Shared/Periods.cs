using Microsoft.EntityFrameworkCore;
using NpgsqlTypes;
using SocietyParty.Rules.Days;
using SocietyParty.Service.Model;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Coverage.Shared;

/// <summary>Periods that end, and periods that follow each other.</summary>
internal static class Periods
{
    /// <summary>Whether a period that still lasts can end on a day; adds PERIOD_ENDED or PERIOD_EMPTY where it cannot.</summary>
    public static bool CanEnd(NpgsqlRange<DateOnly> days, DateOnly end, MutationContext context, string field, string endField)
    {
        context.Add(PeriodFits.Ends(days.Stated(), end, field, endField));

        return !context.HasErrors;
    }

    /// <summary>
    /// Makes room for what begins on a day: what holds until now ends there, what began on that very day is replaced. Adds
    /// PERIOD_TOO_EARLY where something begins later, for the past is not rewritten.
    /// </summary>
    public static async Task FollowAsync<T>(IQueryable<T> of, DateOnly day, MutationContext context, string field, CancellationToken ct)
        where T : class, IDatedOfSociety
    {
        var rows = await of.ToListAsync(ct);
        context.Add(PeriodFits.IsLast(rows.Select(row => row.ValidDuring.Stated().BeganOn), day, field));
        if (context.HasErrors)
        {
            return;
        }

        foreach (var row in rows.Where(row => row.ValidDuring.UpperBoundInfinite || row.ValidDuring.UpperBound > day))
        {
            if (row.ValidDuring.CanEndOn(day))
            {
                row.ValidDuring = row.ValidDuring.Until(day);
            }
            else
            {
                context.Graph.Remove(row);
            }
        }

        // Before the new one is written: two rows must not hold on one day even for a moment.
        await context.SaveAsync(ct);
    }
}
