using SocietyParty.GraphQL.Execution;

namespace SocietyParty.Sql.Planning.Roots;

/// <summary>Root fields of queries that the service computes: no statement has them.</summary>
public static class ServiceFields
{
    /// <summary>Name of the field that replays a rule set.</summary>
    public const string Replay = "whatIf";

    /// <summary>Name of the field that says who asks.</summary>
    public const string WhoAmI = "whoAmI";

    public static bool Has(SelectedField field) => field.Field.Name is Replay or WhoAmI && field.ParentType.Name == "Query";
}
