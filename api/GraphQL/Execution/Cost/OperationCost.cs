namespace SocietyParty.GraphQL.Execution.Cost;

/// <summary>What an operation costs at the most with its variables.</summary>
/// <param name="FieldCost">Work: weights of fields, arguments and conditions, times the objects they are asked of.</param>
/// <param name="TypeCost">Size: objects of the answer, the root included.</param>
/// <param name="PageProduct">The greatest product of sizes along a path; 1 without lists.</param>
public readonly record struct OperationCost(double FieldCost, double TypeCost, double PageProduct);
