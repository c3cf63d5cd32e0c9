using SocietyParty.GraphQL.Execution;

namespace SocietyParty.Sql.Plans;

/// <summary>One change of a mutation, and what is read after it: a value per field of the payload that gives the changed thing.</summary>
/// <param name="Field">The root field.</param>
/// <param name="Payload">Reads by the key that <see cref="ChangedKey"/> names in the values for the statement.</param>
public sealed record ChangePlan(SelectedField Field, QueryPlan Payload)
{
    /// <summary>Name of the changed thing's key among the values that the payload's statement is executed with.</summary>
    public const string ChangedKey = "changed_id";
}
