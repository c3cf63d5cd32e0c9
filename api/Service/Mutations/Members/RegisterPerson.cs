using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules;
using SocietyParty.Rules.Inputs;
using SocietyParty.Rules.Organizations;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Members;

/// <summary>
/// Enters a person. Refused: REFERENCE_EMPTY, REFERENCE_IS_IDENTITY_NUMBER, PERSON_REFERENCE_TAKEN, NAME_INVALID, BIRTH_YEAR_WRONG.
/// </summary>
public sealed record RegisterPersonInput(string Reference, string? Name, Sex? Sex, int? BirthYear);

internal sealed class RegisterPerson : Mutation<RegisterPersonInput>
{
    public override async Task<MutationResult> ApplyAsync(RegisterPersonInput input, MutationContext context, CancellationToken ct)
    {
        // A reference is a code, whose width says nothing: sheets read it so, too.
        var written = input.Reference.Trim();
        var reference = PlainText.Narrow(written);
        var isTaken = await context.Graph.Set<Person>().AnyAsync(other => other.PersonRef == reference || other.PersonRef == written, ct);
        context.Add(
            RequiredText.Check(NeededText.Reference, reference, "reference")
                ?? NameFits.IsFree(NameBearer.Person, isTaken ? reference : null, "reference")
        );

        context.Add(
            RequiredText.CheckGiven(NeededText.PersonName, input.Name, "name")
                ?? (input.Name is { } name ? NameFits.Check(name.Trim(), "name") : null)
        );

        context.Add(YearFits.CheckBirth(input.BirthYear, context.Today.Year));

        if (context.HasErrors)
        {
            return context.Refused();
        }

        var person = new Person
        {
            PersonRef = reference,
            Name = input.Name?.Trim(),
            Sex = input.Sex,
            BirthYear = input.BirthYear,
        };
        context.Graph.Add(person);
        await context.SaveAsync(ct);
        return context.Done(person);
    }
}
