using SocietyParty.Rules.Days;
using SocietyParty.Service.Model;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Members;

/// <summary>Enters that a person is staff of a supporting unit (000 §二). Refused: PERIOD_EMPTY, EMPLOYMENT_OVERLAPS.</summary>
public sealed record RecordEmploymentInput(Id<Person> Person, Id<SupportingUnit> SupportingUnit, DateOnly ValidFrom, DateOnly? ValidTo);

internal sealed class RecordEmployment : Mutation<RecordEmploymentInput>
{
    public override async Task<MutationResult> ApplyAsync(RecordEmploymentInput input, MutationContext context, CancellationToken ct)
    {
        var person = await context.FindAsync(input.Person, ct, "person");
        var unit = await context.FindAsync(input.SupportingUnit, ct, "supportingUnit");
        context.Add(PeriodFits.HasDays(input.ValidFrom, input.ValidTo, "validTo"));

        if (person is null || unit is null || context.HasErrors)
        {
            return context.Refused();
        }

        context.Graph.Add(
            new Employment
            {
                PersonId = person.Id,
                SupportingUnitId = unit.Id,
                ValidDuring = Days.Of(input.ValidFrom, input.ValidTo),
            }
        );
        return context.Done(person);
    }
}
