using System.Collections.Immutable;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Execution.Cost;

/// <summary>
/// A bound operation → its cost, by the rules of the GraphQL cost specification. Works on what was bound, so aliases, fragments and
/// variables cost what they ask for and nothing else.
/// </summary>
public static class CostCompiler
{
    public static Outcome<CostExpression> Compile(BoundOperation operation)
    {
        try
        {
            return Object(operation.RootType, operation.Fields, null);
        }
        catch (BindException failure)
        {
            return failure.Error;
        }
    }

    /// <summary>One object of a type: itself and its fields.</summary>
    /// <param name="sized">The size that the field which gives this object tells of its sub-fields.</param>
    private static CostExpression Object(ObjectType type, ImmutableArray<SelectedField> fields, ListSize? sized)
    {
        var (fieldCost, typeCost, product) = (0.0, CostWeights.Of(type), 1.0);
        var parts = ImmutableArray.CreateBuilder<CostExpression.Part>();
        foreach (var field in fields)
        {
            // Schema and types are answered from memory; they have limits of their own.
            if (field.IsMeta)
            {
                continue;
            }

            fieldCost += CostWeights.Of(field.Field) + CostWeights.OfArguments(field);
            var size = SizeOf(field, sized, out var inner);
            if (field.Selections is not { } selections)
            {
                typeCost += CostWeights.Of(field.Field.Type.Named);
                continue;
            }

            Add(new(size, [.. selections.PossibleTypes.Select(possible => Object(possible, selections.FieldsFor(possible), inner))]));
        }

        return new(new(fieldCost, typeCost, product), parts.ToImmutable());

        void Add(CostExpression.Part part)
        {
            var size =
                part.Size is null ? 1
                : part.Size.IsConstant ? part.Size.Fallback
                : double.NaN;
            if (!double.IsNaN(size) && part.Alternatives.All(alternative => alternative.IsConstant))
            {
                var dearest = part.Alternatives.Aggregate(default(OperationCost), (known, next) =>
                    CostExpression.Dearest(known, next.FixedPart)
                );
                (fieldCost, typeCost, product) = (
                    fieldCost + (size * dearest.FieldCost),
                    typeCost + (size * dearest.TypeCost),
                    Math.Max(product, size * dearest.PageProduct)
                );
            }
            else if (part is { Size: null, Alternatives: [var only] })
            {
                (fieldCost, typeCost, product) = (
                    fieldCost + only.FixedPart.FieldCost,
                    typeCost + only.FixedPart.TypeCost,
                    Math.Max(product, only.FixedPart.PageProduct)
                );
                parts.AddRange(only.Parts);
            }
            else
            {
                parts.Add(part);
            }
        }
    }

    /// <summary>How many objects a field gives, null for one; <c>inner</c> is what it tells of the lists below it.</summary>
    internal static ListSize? SizeOf(SelectedField field, ListSize? outer, out ListSize? inner)
    {
        var own = ListSize.Of(field);
        inner = own is { SizedFields.IsEmpty: false } ? own : null;
        if (own is { SizedFields.IsEmpty: true })
        {
            return own;
        }

        return outer is not null && outer.SizedFields.Contains(field.Field.Name) ? outer : null;
    }
}
