using Microsoft.EntityFrameworkCore;
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
        var reference = input.Reference.Trim();
        if (reference.Length == 0)
        {
            context.Fail("REFERENCE_EMPTY", [], "reference");
        }
        else if (await context.Graph.Set<Person>().AnyAsync(other => other.PersonRef == reference, ct))
        {
            context.Fail("PERSON_REFERENCE_TAKEN", [], "reference");
        }

        if (input.Name is not null && string.IsNullOrWhiteSpace(input.Name))
        {
            context.Fail("NAME_INVALID.RegisterPerson", [], "name");
        }

        if (input.BirthYear is { } year && (year < 1900 || year > context.Today.Year))
        {
            context.Fail("BIRTH_YEAR_WRONG", [("year", context.Today.Year)], "birthYear");
        }

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
