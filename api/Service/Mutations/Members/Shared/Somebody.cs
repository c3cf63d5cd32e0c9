using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Members;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Members.Shared;

/// <summary>What a person is, where one is to become a member or an applicant.</summary>
internal static class Somebody
{
    public static async Task CheckAsync(MutationContext context, Person person, CancellationToken ct)
    {
        var member = await context.Graph.Set<Member>().AsNoTracking().SingleOrDefaultAsync(member => member.PersonId == person.Id, ct);
        var isApplicant = await context
            .Graph.Set<Applicant>()
            .AnyAsync(applicant => applicant.PersonId == person.Id && applicant.State == ApplicantState.Cultivated, ct);
        context.Add(
            SomebodyOnce.Check(new(member is not null, member is null ? null : await context.EndAsync(member.Id, ct), isApplicant))
        );
    }
}
