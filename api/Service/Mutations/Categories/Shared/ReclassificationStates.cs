using SocietyParty.Rules;
using SocietyParty.Rules.Categories;
using SocietyParty.Rules.Days;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Categories;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Categories.Shared;

/// <summary>A proposal is decided once.</summary>
internal static class ReclassificationStates
{
    /// <summary>The open proposal; null, with the errors, where there is none, it is decided, or it is another version.</summary>
    public static async Task<Reclassification?> FindOpenAsync(
        this MutationContext context,
        Id<Reclassification> id,
        int? version,
        DateOnly decidedOn,
        string dateField,
        CancellationToken ct
    )
    {
        if (await context.FindAsync(id, ct, "reclassification") is not { } found || !context.HasVersion(found, version))
        {
            return null;
        }

        var unfit = ReclassificationSteps.IsOpen(found.State, found.DecidedOn, found.State == ReclassificationState.Proposed)
            ?? DayOrder.Check(EarlierDay.Proposal, decidedOn, found.ProposedOn, dateField);
        context.Add(unfit);
        return unfit is null ? found : null;
    }

    public static void Decide(this Reclassification proposal, ReclassificationState state, string actor, DateOnly day, string? reason)
    {
        proposal.State = state;
        proposal.DecidedBy = actor;
        proposal.DecidedOn = day;
        proposal.DecisionReason = string.IsNullOrWhiteSpace(reason) ? null : reason;
    }
}
