using System.Globalization;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Execution.Cost;

/// <summary>Weights by <c>@cost</c>, or the specification's own: 1 for what is composed of fields, 0 for leaves.</summary>
internal static class CostWeights
{
    public static double Of(FieldDefinition field) => Written(field) ?? (field.Type.Named is CompositeType ? 1 : 0);

    public static double Of(NamedType type) => Written(type) ?? (type is CompositeType ? 1 : 0);

    /// <summary>Arguments with all that is inside them; a list of leaves is one parameter, however long it is.</summary>
    public static double OfArguments(SelectedField field)
    {
        double sum = 0;
        foreach (var argument in field.Arguments)
        {
            sum += Of(argument.Definition, argument.Value);
        }

        return sum;
    }

    // Recursion is bounded by the depth of values, written or in variables.
    private static double Of(InputValueDefinition definition, InputValue value)
    {
        switch (value)
        {
            case InputNull:
                return 0;
            case InputList list:
                double sum = 0;
                foreach (var item in list.Items)
                {
                    sum += Of(definition, item);
                }

                return sum;
            case InputObject input:
                var inner = Own(definition);
                foreach (var (name, field) in input.Fields)
                {
                    inner += Of(input.Type.Field(name)!, field);
                }

                return inner;
            default:
                return Own(definition);
        }
    }

    private static double Own(InputValueDefinition definition) =>
        Written(definition) ?? (definition.Type.Named is InputObjectType ? 1 : Written(definition.Type.Named) ?? 0);

    private static double? Written(IDefinition definition) =>
        definition.Directive("cost")?.Argument("weight") is string weight ? double.Parse(weight, CultureInfo.InvariantCulture) : null;
}
