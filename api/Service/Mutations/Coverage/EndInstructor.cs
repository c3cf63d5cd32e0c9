using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Coverage;
using SocietyParty.Service.Mutations.Coverage.Shared;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Coverage;

/// <summary>Ends an instructor's assignment. Refused: PERIOD_ENDED, PERIOD_EMPTY, VERSION_CONFLICT.</summary>
public sealed record EndInstructorInput(Id<InstructorAssignment> Assignment, DateOnly EndsOn, int? Version);

internal sealed class EndInstructor : Mutation<EndInstructorInput>
{
    public override async Task<MutationResult> ApplyAsync(EndInstructorInput input, MutationContext context, CancellationToken ct)
    {
        if (
            await context.FindAsync(input.Assignment, ct, "assignment") is not { } assignment
            || !context.HasVersion(assignment, input.Version)
        )
        {
            return context.Refused();
        }

        if (!Periods.CanEnd(assignment.ValidDuring, input.EndsOn, context, "assignment", "endsOn"))
        {
            return context.Refused();
        }

        assignment.ValidDuring = assignment.ValidDuring.Until(input.EndsOn);
        return context.Done(assignment);
    }
}
