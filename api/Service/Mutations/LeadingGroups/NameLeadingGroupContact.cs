using SocietyParty.Service.Model.LeadingGroups;
using SocietyParty.Service.Model.Members;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.LeadingGroups;

/// <summary>学会党建联系人 Names who keeps in touch with the committee (003 第九条). Refused: NOT_FOUND, VERSION_CONFLICT.</summary>
public sealed record NameLeadingGroupContactInput(Id<LeadingGroup> LeadingGroup, Id<Person> Contact, int? Version);

internal sealed class NameLeadingGroupContact : Mutation<NameLeadingGroupContactInput>
{
    public override async Task<MutationResult> ApplyAsync(NameLeadingGroupContactInput input, MutationContext context, CancellationToken ct)
    {
        if (
            await context.FindAsync(input.LeadingGroup, ct, "leadingGroup") is not { } group
            || !context.HasVersion(group, input.Version)
            || await context.FindAsync(input.Contact, ct, "contact") is not { } contact
        )
        {
            return context.Refused();
        }

        group.ContactPersonId = contact.Id;
        return context.Done(group);
    }
}
