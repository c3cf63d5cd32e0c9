using SocietyParty.Rules.Assessments;
using SocietyParty.Rules.Inputs;
using SocietyParty.Service.Model.Assessments;
using SocietyParty.Service.Mutations.Assessments.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Assessments;

/// <summary>
/// Records what makes a branch fail whatever its score, until its result is issued (004 第五条（七）). Refused: FAIL_RULE_UNKNOWN,
/// FAIL_FOUND_ALREADY, EVIDENCE_MISSING, WRONG_STAGE.
/// </summary>
public sealed record RecordFailFindingInput(Id<AssessmentEntry> Entry, string Rule, string Evidence, DateOnly FoundOn);

internal sealed class RecordFailFinding : Mutation<RecordFailFindingInput>
{
    public override async Task<MutationResult> ApplyAsync(RecordFailFindingInput input, MutationContext context, CancellationToken ct)
    {
        context.Add(RequiredText.Check(NeededText.FindingEvidence, input.Evidence, "evidence"));

        if (await context.FindAsync(input.Entry, ct, "entry") is not { } entry)
        {
            return context.Refused();
        }

        var rules = await context.SchemeAsync(await context.RoundAsync(entry, ct), ct);
        context.Add(FailRules.Unknown(input.Rule, rules));
        context.Add(EntryFits.NotIssued(entry.Stage, "entry"));
        if (context.HasErrors)
        {
            return context.Refused();
        }

        var finding = new FailFinding
        {
            EntryId = entry.Id,
            FailRule = input.Rule,
            Clause = rules.FailRules.First(rule => rule.Code == input.Rule).Clause,
            Evidence = input.Evidence,
            FoundOn = input.FoundOn,
        };
        context.Graph.Add(finding);
        await context.SaveAsync(ct);
        return context.Done(finding);
    }
}
