using System.Collections.Frozen;
using System.Runtime.CompilerServices;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Service.Queries;

namespace SocietyParty.Service.Http.Records;

/// <summary>
/// What an operation reads of people one by one: membership and affiliation, which are sensitive. Names, days of birth and sex are in no
/// answer at all; a reference alone is a pseudonym, and numbers of people are of nobody.
/// </summary>
internal static class PersonalFields
{
    /// <summary>Types of the contract that tell of people one by one.</summary>
    public static readonly FrozenSet<string> Types = FrozenSet.Create(
        StringComparer.Ordinal,
        "Affiliation",
        "AffiliationTransfer",
        "Applicant",
        "EndedMembership",
        "Member",
        "MemberStatusPeriod",
        "OrganizationLife",
        "PartyGroupMember"
    );

    private static readonly FrozenSet<string> OfNobody = FrozenSet.Create(StringComparer.Ordinal, "id", "version");

    // Found once for each plan that is kept.
    private static readonly ConditionalWeakTable<BoundOperation, string[]> Known = [];

    /// <summary>The fields, such as <c>Member.status</c>, in order; empty where there are none.</summary>
    public static string[] Of(PlannedOperation plan) => Known.GetValue(plan.Operation, Find);

    private static string[] Find(BoundOperation operation)
    {
        var found = new SortedSet<string>(StringComparer.Ordinal);
        var open = new Stack<SelectedField>(operation.Fields.Where(field => !field.IsMeta));
        var seen = new HashSet<SelectionSet>(ReferenceEqualityComparer.Instance);
        while (open.TryPop(out var field))
        {
            if (field.Selections is not { } selections)
            {
                if (
                    field.ParentType is ObjectType parent
                    && Types.Contains(parent.Name)
                    && !OfNobody.Contains(field.Field.Name)
                    && !field.IsMeta
                )
                {
                    found.Add($"{parent.Name}.{field.Field.Name}");
                }

                continue;
            }

            if (!seen.Add(selections))
            {
                continue;
            }

            foreach (var type in selections.PossibleTypes)
            {
                foreach (var inner in selections.FieldsFor(type))
                {
                    open.Push(inner);
                }
            }
        }

        return [.. found];
    }
}
