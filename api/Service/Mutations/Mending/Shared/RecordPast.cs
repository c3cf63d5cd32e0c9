using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Inputs;
using SocietyParty.Rules.Mending;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Mending;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Mending.Shared;

/// <summary>A record as it was before a repair, to be kept with what it became.</summary>
internal sealed record RecordPast(RecordKind Kind, long Id, RecordPast.Whole Was)
{
    /// <summary>Reads the record with what belongs to it; before anything of it changes.</summary>
    public static async Task<RecordPast> OfAsync(RecordKind kind, long id, MutationContext context, CancellationToken ct) =>
        new(kind, id, (await ReadAsync(kind, id, context, ct))!);

    /// <summary>
    /// Keeps what the record was. Null where the repair changed nothing: there is nothing to keep, and the caller is warned.
    /// </summary>
    public async Task<MendedRecord?> KeepAsync(MendingAction action, string reason, MutationContext context, CancellationToken ct)
    {
        await context.SaveAsync(ct);
        var after = action == MendingAction.Voided ? null : (await ReadAsync(Kind, Id, context, ct))!.Content;
        if (after is not null && JsonNode.DeepEquals(Stated(Was.Content), Stated(after)))
        {
            context.Add(Unchanged.Check(changes: false));
            return null;
        }

        var kept = new MendedRecord
        {
            Kind = Kind,
            RecordId = Id,
            CommitteeId = Was.CommitteeId,
            SocietyId = Was.SocietyId,
            BranchId = Was.BranchId,
            Action = action,
            Before = Was.Content,
            After = after,
            Reason = reason,
            ChangedBy = context.Actor,
            ChangedOn = context.Today,
        };
        context.Graph.Add(kept);
        await context.SaveAsync(ct);
        return kept;
    }

    // The version counts writes, not what they say.
    private static JsonObject Stated(string content)
    {
        var stated = JsonNode.Parse(content)!.AsObject();
        stated.Remove("version");
        return stated;
    }

    private static Task<Whole?> ReadAsync(RecordKind kind, long id, MutationContext context, CancellationToken ct)
    {
        var name = Names.UpperSnake(kind.ToString());
        return context
            .Graph.Database.SqlQuery<Whole>(
                $"""
                SELECT committee_id AS "CommitteeId", society_id AS "SocietyId", branch_id AS "BranchId", content::text AS "Content"
                FROM graph.record_to_mend({name}, {id})
                """
            )
            .SingleOrDefaultAsync(ct);
    }

    /// <summary>Whose it is, and the record as JSON.</summary>
    internal sealed record Whole(long CommitteeId, long? SocietyId, long? BranchId, string Content);
}
