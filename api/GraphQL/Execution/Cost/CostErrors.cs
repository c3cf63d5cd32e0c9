namespace SocietyParty.GraphQL.Execution.Cost;

/// <summary>Codes of what an operation may not cost.</summary>
public static class CostErrors
{
    public const string FieldCost = "SP-LIMIT-020";
    public const string TypeCost = "SP-LIMIT-021";
    public const string PageProduct = "SP-LIMIT-022";
    public const string SliceMissing = "SP-LIMIT-023";
}
