using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Coverage;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Coverage;

/// <summary>Sends an instructor to a society (001 §7, 002 §8). Refused: TEXT_INVALID, INSTRUCTOR_ASSIGNED.</summary>
public sealed record AssignInstructorInput(Id<Society> Society, string InstructorRef, DateOnly ValidFrom);

internal sealed class AssignInstructor : Mutation<AssignInstructorInput>
{
    public override async Task<MutationResult> ApplyAsync(AssignInstructorInput input, MutationContext context, CancellationToken ct)
    {
        var society = await context.FindAsync(input.Society, ct, "society");
        Texts.Check(input.InstructorRef, context, "instructorRef");
        if (society is null || context.HasErrors)
        {
            return context.Refused();
        }

        var assignment = new InstructorAssignment
        {
            SocietyId = society.Id,
            InstructorRef = input.InstructorRef,
            ValidDuring = Days.Of(input.ValidFrom, null),
        };
        context.Graph.Add(assignment);
        await context.SaveAsync(ct);
        return context.Done(assignment);
    }
}
