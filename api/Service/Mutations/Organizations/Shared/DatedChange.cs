using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Days;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Organizations.Shared;

/// <summary>Since when what a mutation changes holds: the database dates it, and keeps what was there before that day.</summary>
internal static class DatedChange
{
    /// <summary>Adds HOLDS_BEFORE_LAST_CHANGE where the day lies before the change that is known last.</summary>
    /// <param name="since">Day of the change that is known last; null: none is.</param>
    /// <param name="day">Null: today.</param>
    public static async Task HoldsFromAsync(DateOnly? day, DateOnly? since, MutationContext context, CancellationToken ct)
    {
        if (day is not { } from)
        {
            return;
        }

        if (DayOrder.Check(EarlierDay.LastChange, from, since, "holdsFrom") is { } early)
        {
            context.Add(early);
            return;
        }

        var stated = from.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await context.Graph.Database.ExecuteSqlAsync($"SELECT set_config('graph.holds_from', {stated}, true)", ct);
    }
}
