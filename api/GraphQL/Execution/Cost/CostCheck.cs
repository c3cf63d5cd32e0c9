using System.Collections.Immutable;
using System.Globalization;
using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.Execution.Cost;

/// <summary>Whether an operation may cost what it costs; if not, which of its fields is to blame and what helps.</summary>
public static class CostCheck
{
    /// <summary>Null within the limits.</summary>
    public static GraphQLError? Check(OperationCost cost, CostLimits limits, BoundOperation operation, CoercedVariables variables)
    {
        // The product first: it names one path, and what exceeds it exceeds the sums as well.
        if (cost.PageProduct > limits.PageProductMax)
        {
            var dearest = CostExplanation.Of(operation, variables, (_, instances) => instances.Product);
            return Error(
                CostErrors.PageProduct,
                $"Pages inside each other multiply to {Text(cost.PageProduct)} items at \"{Path(dearest)}\", more than "
                    + $"{limits.PageProductMax}. "
                    + "Ask for smaller pages (\"first\" or \"last\"), or for the inner ones in operations of their own.",
                dearest,
                ("pageProduct", cost.PageProduct, limits.PageProductMax)
            );
        }

        if (cost.FieldCost > limits.FieldCostMax)
        {
            return Sum(
                CostErrors.FieldCost,
                "field cost",
                CostExplanation.Of(operation, variables, (field, instances) =>
                    instances.Parents * (CostWeights.Of(field.Field) + CostWeights.OfArguments(field))
                ),
                ("fieldCost", cost.FieldCost, limits.FieldCostMax)
            );
        }

        return cost.TypeCost > limits.TypeCostMax
            ? Sum(
                CostErrors.TypeCost,
                "type cost",
                CostExplanation.Of(operation, variables, (field, instances) => instances.Own * CostWeights.Of(field.Field.Type.Named)),
                ("typeCost", cost.TypeCost, limits.TypeCostMax)
            )
            : null;
    }

    private static GraphQLError Sum(string code, string name, CostExplanation dearest, (string Name, double Cost, int Max) numbers) =>
        Error(
            code,
            $"The operation's {name} is {Text(numbers.Cost)}, more than {numbers.Max}. The most expensive field is "
                + $"\"{Path(dearest)}\" with {Text(dearest.Cost)}. "
                + "Ask for smaller pages (\"first\" or \"last\"), for fewer fields, or in several operations.",
            dearest,
            numbers
        );

    private static GraphQLError Error(string code, string message, CostExplanation dearest, (string Name, double Cost, int Max) numbers) =>
        new(
            code,
            message,
            [dearest.Location],
            [],
            ImmutableSortedDictionary<string, object?>.Empty.Add(numbers.Name, numbers.Cost).Add(numbers.Name + "Max", numbers.Max)
        );

    private static string Path(CostExplanation dearest) => string.Join('.', dearest.Path);

    private static string Text(double number) => number.ToString("0.##", CultureInfo.InvariantCulture);
}
