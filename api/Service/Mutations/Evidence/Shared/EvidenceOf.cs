using System.Linq.Expressions;
using Microsoft.EntityFrameworkCore;
using SocietyParty.Rules.Evidence;
using SocietyParty.Service.Model.Appointments;
using SocietyParty.Service.Model.Evidence;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Evidence.Shared;

/// <summary>Whom a record is about, and in whose records it stands.</summary>
/// <param name="Branch">The subject, where it is a branch: whether it stands on a day is asked of its history.</param>
/// <param name="BeganOn">First day of the subject; null where nobody keeps it.</param>
/// <param name="EndedOn">First day without it; null while it lasts, or where nobody keeps it.</param>
internal sealed record EvidenceOf(
    EvidenceSubject Kind,
    long Id,
    long KeptById,
    Expression<Func<EvidenceRecord, bool>> Records,
    Branch? Branch = null,
    DateOnly? BeganOn = null,
    DateOnly? EndedOn = null
)
{
    public long? IdOf(EvidenceSubject kind) => kind == Kind ? Id : null;

    /// <summary>Null, with the errors for it, where the input does not name one subject that is there.</summary>
    public static async Task<EvidenceOf?> FindAsync(RecordEvidenceInput input, MutationContext context, CancellationToken ct)
    {
        var committee = await context.FindAsync(input.Committee, ct, "committee");
        var branch = await context.FindAsync(input.Branch, ct, "branch");
        var society = await context.FindAsync(input.Society, ct, "society");
        var group = await context.FindAsync(input.LeadingGroup, ct, "leadingGroup");
        var person = await context.FindAsync(input.Person, ct, "person");
        var keptBy = await context.FindAsync(input.KeptBy, ct, "keptBy");
        bool[] given =
        [
            input.Committee is not null,
            input.Branch is not null,
            input.Society is not null,
            input.LeadingGroup is not null,
            input.Person is not null,
        ];
        context.Add(EvidenceSubjects.Check(given.Count(isGiven => isGiven), input.Person is not null, input.KeptBy is not null));

        if (context.HasErrors)
        {
            return null;
        }

        if (committee is not null)
        {
            return new(EvidenceSubject.Committee, committee.Id, committee.Id, record => record.CommitteeId == committee.Id);
        }

        if (branch is not null)
        {
            return new(EvidenceSubject.Branch, branch.Id, branch.CommitteeId, record => record.BranchId == branch.Id, branch);
        }

        if (society is not null)
        {
            return new(EvidenceSubject.Society, society.Id, society.CommitteeId, record => record.SocietyId == society.Id);
        }

        if (group is not null)
        {
            var term = await context.Graph.Set<CouncilTerm>().SingleAsync(term => term.Id == group.CouncilTermId, ct);
            var itsSociety = await context.Graph.Set<Society>().SingleAsync(society => society.Id == term.SocietyId, ct);
            return new(EvidenceSubject.LeadingGroup, group.Id, itsSociety.CommitteeId, record => record.LeadingGroupId == group.Id)
            {
                BeganOn = group.DiscussedOn,
                EndedOn = group.ExpiredOn,
            };
        }

        return new(EvidenceSubject.Person, person!.Id, keptBy!.Id, record => record.PersonId == person.Id);
    }
}
