using System.Globalization;
using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Organizations.Shared;

/// <summary>The operating state follows the cancellation; what changed later stays as it is known.</summary>
internal static class SocietyState
{
    /// <summary>Null where an input may say this of the society's state; null says nothing.</summary>
    public static Breach? Check(OperatingState? stated, Society known) =>
        SocietyDays.State(
            stated is { } state ? state == OperatingState.Cancelled : null,
            known.OperatingState == OperatingState.Cancelled,
            known.CancelledOn
        );

    /// <summary>Sets the state from the day on, or from the last change that is known where that is later.</summary>
    public static async Task SetFromAsync(
        Society society,
        OperatingState? state,
        DateOnly day,
        MutationContext context,
        CancellationToken ct
    )
    {
        var since = await context
            .Graph.Database.SqlQuery<DateOnly?>($"""SELECT attributes_since AS "Value" FROM graph.society WHERE id = {society.Id}""")
            .SingleAsync(ct);
        var from = (since > day ? since.Value : day).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
        await context.Graph.Database.ExecuteSqlAsync($"SELECT set_config('graph.holds_from', {from}, true)", ct);
        society.OperatingState = state;
    }

    /// <summary>What it was before it was cancelled; operating where nothing else is known.</summary>
    public static async Task<OperatingState> BeforeAsync(Society society, MutationContext context, CancellationToken ct) =>
        await context
            .Graph.Database.SqlQuery<bool>(
                $"""
                SELECT coalesce((SELECT operating_state = 'SUSPENDED' FROM graph.society_past WHERE society_id = {society.Id}
                    AND operating_state IS DISTINCT FROM 'CANCELLED' ORDER BY valid_during DESC LIMIT 1), false) AS "Value"
                """
            )
            .SingleAsync(ct)
            ? OperatingState.Suspended
            : OperatingState.Operating;
}
