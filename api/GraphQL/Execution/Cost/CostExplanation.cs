using System.Collections.Immutable;
using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.Execution.Cost;

/// <summary>The field that costs most by itself, its sub-fields not counted. Only made for an operation that is refused.</summary>
/// <param name="Path">Response keys from the root.</param>
internal sealed record CostExplanation(ImmutableArray<string> Path, SourceLocation Location, double Cost)
{
    /// <summary>How often a field occurs: objects that have it, objects it gives, and the product of sizes up to there.</summary>
    internal readonly record struct Instances(double Parents, double Own, double Product);

    public static CostExplanation Of(BoundOperation operation, CoercedVariables variables, Func<SelectedField, Instances, double> cost)
    {
        var dearest = new CostExplanation([], SourceLocation.None, -1);
        Visit(operation.Fields, 1, 1, null, []);
        return dearest;

        void Visit(ImmutableArray<SelectedField> fields, double parents, double product, ListSize? outer, ImmutableArray<string> path)
        {
            foreach (var field in fields)
            {
                if (field.IsMeta)
                {
                    continue;
                }

                var size = CostCompiler.SizeOf(field, outer, out var inner)?.Read(variables) ?? 1;
                var instances = new Instances(parents, parents * size, product * size);
                var here = path.Add(field.ResponseKey);
                if (cost(field, instances) is var own && own > dearest.Cost)
                {
                    dearest = new(here, field.Location, own);
                }

                foreach (var type in field.Selections?.PossibleTypes ?? [])
                {
                    Visit(field.Selections!.FieldsFor(type), instances.Own, instances.Product, inner, here);
                }
            }
        }
    }
}
