using SocietyParty.Service.Model.WorkPoints;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.WorkPoints;

/// <summary>
/// 问题归类 Says what kind of problem one is, at whatever stage; what was said before is replaced (001 §7). Refused: VERSION_CONFLICT.
/// </summary>
public sealed record ClassifyRectificationInput(Id<Rectification> Rectification, ProblemKind Kind, int? Version);

internal sealed class ClassifyRectification : Mutation<ClassifyRectificationInput>
{
    public override async Task<MutationResult> ApplyAsync(ClassifyRectificationInput input, MutationContext context, CancellationToken ct)
    {
        var found = await context.FindAsync(input.Rectification, ct, "rectification");
        if (found is null || !context.HasVersion(found, input.Version))
        {
            return context.Refused();
        }

        found.Kind = input.Kind;
        await context.SaveAsync(ct);
        return context.Done(found);
    }
}
