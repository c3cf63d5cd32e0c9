using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.LeadingGroups;
using SocietyParty.Rules.Mending;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Activities;
using SocietyParty.Service.Model.Assessments;
using SocietyParty.Service.Model.Coverage;
using SocietyParty.Service.Model.LeadingGroups;
using SocietyParty.Service.Model.WorkPoints;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Mending.Shared;

/// <summary>How a record of one kind leaves its table.</summary>
internal abstract class RecordVoid(RecordKind kind)
{
    private static readonly Dictionary<string, RecordVoid> Ways = new(StringComparer.Ordinal)
    {
        [nameof(Activity)] = new Way<Activity>(RecordKind.Activity)
        {
            Facts = async (activity, context, ct) =>
                new(RecordKind.Activity, MendingAction.Voided, await context.IssuedYearAsync(activity.BranchId, activity.HeldOn, ct)),
        },
        [nameof(YearPlan)] = new Way<YearPlan>(RecordKind.YearPlan)
        {
            Facts = async (plan, context, ct) =>
                new(
                    RecordKind.YearPlan,
                    MendingAction.Voided,
                    await context.IssuedYearAsync(plan.BranchId, new DateOnly(plan.Year, 1, 1), ct)
                ),
        },
        [nameof(CommunityCheckIn)] = new Way<CommunityCheckIn>(RecordKind.CheckIn),
        [nameof(CommitteeMeeting)] = new Way<CommitteeMeeting>(RecordKind.CommitteeMeeting),
        [nameof(FundReport)] = new Way<FundReport>(RecordKind.FundReport),
        [nameof(EventFiling)] = new Way<EventFiling>(RecordKind.EventFiling)
        {
            Before = (filing, context, ct) =>
                context.Graph.Set<Duty>().Where(duty => duty.EventFilingId == filing.Id).ExecuteDeleteAsync(ct),
        },
        [nameof(LedgerEntry)] = new Way<LedgerEntry>(RecordKind.LedgerEntry)
        {
            After = (gone, context, ct) =>
                LastAgainAsync(
                    gone,
                    context
                        .Graph.Set<LedgerEntry>()
                        .Where(entry => entry.SocietyId == gone.SocietyId && entry.Aspect == gone.Aspect && entry.Id != gone.Id),
                    context,
                    ct
                ),
        },
        [nameof(SyncPoint)] = new Way<SyncPoint>(RecordKind.SyncPoint),
        [nameof(UncoveredReason)] = new Way<UncoveredReason>(RecordKind.UncoveredReason)
        {
            After = (gone, context, ct) =>
                LastAgainAsync(
                    gone,
                    context.Graph.Set<UncoveredReason>().Where(reason => reason.SocietyId == gone.SocietyId && reason.Id != gone.Id),
                    context,
                    ct
                ),
        },
        [nameof(ContactPoint)] = new Way<ContactPoint>(RecordKind.ContactPoint),
        [nameof(BonusClaim)] = new Way<BonusClaim>(RecordKind.BonusClaim)
        {
            Facts = (claim, _, _) =>
                Task.FromResult<MendingFacts>(
                    new(RecordKind.BonusClaim, MendingAction.Voided, IsDecided: claim.Status != BonusClaimStatus.Claimed)
                ),
        },
        [nameof(LeadingGroupMeeting)] = new Way<LeadingGroupMeeting>(RecordKind.LeadingGroupMeeting)
        {
            Facts = async (meeting, context, ct) =>
                new(RecordKind.LeadingGroupMeeting, MendingAction.Voided, IsDecided: await meeting.IsDecidedAsync(context, ct)),
        },
    };

    /// <summary>Types of the contract whose things are voided here.</summary>
    public static IEnumerable<string> Types => Ways.Keys;

    public RecordKind Kind => kind;

    /// <summary>The way of a type of the contract; null for a type whose things are not voided.</summary>
    public static RecordVoid? Of(string? type) => type is null ? null : Ways.GetValueOrDefault(type);

    /// <summary>The record; null, with the error for it, where there is none.</summary>
    public abstract Task<IVersioned?> FindAsync(NodeId id, MutationContext context, CancellationToken ct);

    /// <summary>What rests on it.</summary>
    public abstract Task<MendingFacts> FactsAsync(IVersioned record, MutationContext context, CancellationToken ct);

    /// <summary>Takes it and what belongs to it out of the graph.</summary>
    public abstract Task RemoveAsync(IVersioned record, MutationContext context, CancellationToken ct);

    // An entry lasts until the next one; without this one, what stood before lasts until the one after.
    private static async Task LastAgainAsync<T>(T gone, IQueryable<T> others, MutationContext context, CancellationToken ct)
        where T : class, IDatedOfSociety
    {
        var (from, to) = gone.ValidDuring.Stated();
        if ((await others.ToListAsync(ct)).Find(other => from is not null && other.ValidDuring.Stated().EndedOn == from) is { } last)
        {
            last.ValidDuring = Days.Of(last.ValidDuring.Stated().BeganOn, to);
            await context.SaveAsync(ct);
        }
    }

    private sealed class Way<T>(RecordKind kind) : RecordVoid(kind)
        where T : class, IVersioned
    {
        public Func<T, MutationContext, CancellationToken, Task<MendingFacts>>? Facts { get; init; }

        public Func<T, MutationContext, CancellationToken, Task>? Before { get; init; }

        public Func<T, MutationContext, CancellationToken, Task>? After { get; init; }

        public override async Task<IVersioned?> FindAsync(NodeId id, MutationContext context, CancellationToken ct) =>
            await context.FindAsync(Id.Of<T>(id.Text), ct, "node");

        public override Task<MendingFacts> FactsAsync(IVersioned record, MutationContext context, CancellationToken ct) =>
            Facts?.Invoke((T)record, context, ct) ?? Task.FromResult(new MendingFacts(Kind, MendingAction.Voided));

        public override async Task RemoveAsync(IVersioned record, MutationContext context, CancellationToken ct)
        {
            if (Before is not null)
            {
                await Before((T)record, context, ct);
            }

            context.Graph.Remove(record);
            await context.SaveAsync(ct);
            if (After is not null)
            {
                await After((T)record, context, ct);
            }
        }
    }
}
