using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Members;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Members;

/// <summary>A person is staff of a supporting unit no longer (000 §二). Refused: NO_EMPLOYMENT (none on the day before).</summary>
public sealed record EndEmploymentInput(Id<Person> Person, Id<SupportingUnit> SupportingUnit, DateOnly EndedOn);

internal sealed class EndEmployment : Mutation<EndEmploymentInput>
{
    public override async Task<MutationResult> ApplyAsync(EndEmploymentInput input, MutationContext context, CancellationToken ct)
    {
        var person = await context.FindAsync(input.Person, ct, "person");
        var unit = await context.FindAsync(input.SupportingUnit, ct, "supportingUnit");
        if (person is null || unit is null)
        {
            return context.Refused();
        }

        var before = input.EndedOn.AddDays(-1);
        var employment = await context
            .Graph.Set<Employment>()
            .SingleOrDefaultAsync(
                works => works.PersonId == person.Id && works.SupportingUnitId == unit.Id && works.ValidDuring.Contains(before),
                ct
            );
        context.Add(MemberStates.IsEmployed(employment is not null));
        if (employment is null)
        {
            return context.Refused();
        }

        employment.ValidDuring = employment.ValidDuring.Until(input.EndedOn);
        return context.Done(person);
    }
}
