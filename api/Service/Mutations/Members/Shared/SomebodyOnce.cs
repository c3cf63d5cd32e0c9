using Microsoft.EntityFrameworkCore;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Members.Shared;

/// <summary>A person is a member or an applicant, and once.</summary>
internal static class SomebodyOnce
{
    public static async Task CheckAsync(MutationContext context, Person person, CancellationToken ct)
    {
        if (await context.Graph.Set<Member>().AnyAsync(member => member.PersonId == person.Id, ct))
        {
            context.Fail("PERSON_IS_MEMBER", [], "person");
        }

        if (
            await context
                .Graph.Set<Applicant>()
                .AnyAsync(applicant => applicant.PersonId == person.Id && applicant.State == ApplicantState.Cultivated, ct)
        )
        {
            context.Fail("PERSON_IS_APPLICANT", [], "person");
        }
    }
}
