using System.Text.Json.Nodes;
using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Evidence;
using SocietyParty.Service.Model.Evidence;
using SocietyParty.Service.Model.LeadingGroups;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Evidence.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Organizations.Shared;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Evidence;

/// <summary>
/// 佐证 Records something of one subject with what proves it, of a kind that the rule set defines; the clauses are the kind's. A state ends
/// the one before it, and lasts until the next one where that is recorded already. Refused: ONE_SUBJECT, KEEPER_MISSING, KEEPER_GIVEN,
/// TEXT_INVALID, EVIDENCE_KIND_UNKNOWN, EVIDENCE_SUBJECT_WRONG, EVIDENCE_FIELD_UNKNOWN, EVIDENCE_FIELD_REPEATED, EVIDENCE_FIELD_MISSING,
/// EVIDENCE_VALUE_INVALID, EVIDENCE_TOO_EARLY, EVIDENCE_TOO_LATE, EVIDENCE_RECORDED, BRANCH_NOT_ESTABLISHED,
/// EVIDENCE_RESULT_OF_OTHER, EVIDENCE_BEFORE_RESULT.
/// </summary>
public sealed record RecordEvidenceInput(
    string Kind,
    Id<Committee>? Committee,
    Id<Branch>? Branch,
    Id<Society>? Society,
    Id<LeadingGroup>? LeadingGroup,
    Id<Person>? Person,
    Id<Committee>? KeptBy,
    DateOnly HeldOn,
    IReadOnlyList<EvidenceFieldInput> Fields,
    string Evidence
);

/// <summary>A field's value as people write it.</summary>
public sealed record EvidenceFieldInput(string Name, string Value);

internal sealed class RecordEvidence : Mutation<RecordEvidenceInput>
{
    public override async Task<MutationResult> ApplyAsync(RecordEvidenceInput input, MutationContext context, CancellationToken ct)
    {
        Texts.Check(input.Evidence, context, "evidence");
        if (await EvidenceOf.FindAsync(input, context, ct) is not { } of || context.HasErrors)
        {
            return context.Refused();
        }

        var kinds = await EvidenceKinds.OfAsync(of.KeptById, input.HeldOn, context, ct);
        if (EvidenceFits.Unknown(input.Kind, [.. kinds.Select(known => known.Kind)], input.HeldOn) is { } unknown)
        {
            context.Add(unknown);
            return context.Refused();
        }

        var (kind, ruleSet) = kinds.Single(known => known.Kind.Code == input.Kind);
        var (content, wrong) = EvidenceFields.Read(kind, [.. input.Fields.Select(field => (field.Name, field.Value))]);
        var facts = new EvidenceFacts(of.Kind, input.HeldOn, of.BeganOn, of.EndedOn, content, await SameDayAsync());
        context.Add(EvidenceFits.Breaches(kind, facts));
        context.Add(wrong);
        await NamedResults.CheckAsync(kind, of, input, context, ct);
        if (of.Branch is { } branch && !context.HasErrors)
        {
            context.Add(await StandingBranches.BreachAsync(branch, input.HeldOn, kind.Source, context, ct));
        }

        if (context.HasErrors)
        {
            return context.Refused();
        }

        var record = new EvidenceRecord
        {
            Kind = kind.Code,
            RuleSetCode = ruleSet,
            KeptById = of.KeptById,
            CommitteeId = of.IdOf(EvidenceSubject.Committee),
            BranchId = of.IdOf(EvidenceSubject.Branch),
            SocietyId = of.IdOf(EvidenceSubject.Society),
            LeadingGroupId = of.IdOf(EvidenceSubject.LeadingGroup),
            PersonId = of.IdOf(EvidenceSubject.Person),
            Nature = kind.Nature,
            HeldOn = input.HeldOn,
            Content = content.ToJsonString(),
            IsMet = EvidenceMet.Of(kind, content),
            Evidence = input.Evidence,
        };
        context.Graph.Add(record);
        await context.SaveAsync(ct);
        return context.Done(record);

        async Task<IReadOnlyList<JsonObject>> SameDayAsync()
        {
            var known = await context
                .Graph.Set<EvidenceRecord>()
                .Where(record => record.Kind == input.Kind && record.HeldOn == input.HeldOn && record.VoidedOn == null)
                .Where(of.Records)
                .Select(record => record.Content)
                .ToListAsync(ct);
            return [.. known.Select(text => JsonNode.Parse(text)!.AsObject())];
        }
    }
}
