using System.Collections.Immutable;

namespace SocietyParty.GraphQL.Execution.Cost;

/// <summary>
/// The cost of a bound operation, ready to be computed per request: everything that no variable changes is one sum already. Kept with
/// the plan; evaluating allocates nothing.
/// </summary>
public sealed class CostExpression
{
    private readonly OperationCost fixedPart;
    private readonly ImmutableArray<Part> parts;

    internal CostExpression(OperationCost fixedPart, ImmutableArray<Part> parts)
    {
        this.fixedPart = fixedPart;
        this.parts = parts;
    }

    /// <summary>Objects of one field; where the type is abstract, one alternative per possible type, of which the dearest counts.</summary>
    internal sealed record Part(ListSize? Size, ImmutableArray<CostExpression> Alternatives);

    internal bool IsConstant => parts.IsEmpty;

    internal OperationCost FixedPart => fixedPart;

    internal ImmutableArray<Part> Parts => parts;

    /// <summary>Reads sizes of pages from the variables. Recursion is bounded by the depth of the selection.</summary>
    public OperationCost Evaluate(CoercedVariables variables)
    {
        var (fieldCost, typeCost, product) = fixedPart;
        foreach (var part in parts)
        {
            var size = part.Size?.Read(variables) ?? 1;
            var dearest = default(OperationCost);
            foreach (var alternative in part.Alternatives)
            {
                dearest = Dearest(dearest, alternative.Evaluate(variables));
            }

            fieldCost += size * dearest.FieldCost;
            typeCost += size * dearest.TypeCost;
            product = Math.Max(product, size * dearest.PageProduct);
        }

        return new(fieldCost, typeCost, product);
    }

    internal static OperationCost Dearest(OperationCost a, OperationCost b) =>
        new(Math.Max(a.FieldCost, b.FieldCost), Math.Max(a.TypeCost, b.TypeCost), Math.Max(a.PageProduct, b.PageProduct));
}
