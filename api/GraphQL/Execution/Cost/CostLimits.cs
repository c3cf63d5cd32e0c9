namespace SocietyParty.GraphQL.Execution.Cost;

/// <summary>What an operation may cost by its selection and page sizes, before it runs.</summary>
/// <param name="FieldCostMax">Weighed fields, arguments and conditions, each counted for every object that has it.</param>
/// <param name="TypeCostMax">Objects in the answer.</param>
/// <param name="PageProductMax">Sizes of pages and lists inside each other, multiplied along any path.</param>
public sealed record CostLimits(int FieldCostMax = 250_000, int TypeCostMax = 250_000, int PageProductMax = 125_000);
