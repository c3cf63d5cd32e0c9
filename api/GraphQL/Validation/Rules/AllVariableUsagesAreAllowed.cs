using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Validation.Rules;

/// <summary>5.8.5: what a variable may hold fits every place that reads it.</summary>
public sealed class AllVariableUsagesAreAllowed : IValidationRule
{
    public string Code => "SP-VALIDATE-805";

    public void Check(ValidationContext context)
    {
        foreach (var uses in context.Executables)
        {
            if (uses.Node is not OperationNode operation || operation.Variables.IsEmpty)
            {
                continue;
            }

            var definitions = operation
                .Variables.GroupBy(variable => variable.Variable.Name.Value, StringComparer.Ordinal)
                .ToDictionary(group => group.Key, group => group.Last(), StringComparer.Ordinal);
            foreach (var use in context.Reachable(uses).SelectMany(reached => reached.Variables))
            {
                if (
                    use.Type is { } expected
                    && definitions.TryGetValue(use.Node.Name.Value, out var definition)
                    && TypeLookup.Find(context.Schema, definition.Type) is { } type
                )
                {
                    Check(context, definition, type, use, expected);
                }
            }
        }
    }

    private void Check(
        ValidationContext context,
        VariableDefinitionNode definition,
        GraphQLType type,
        VariableUse use,
        GraphQLType expected
    )
    {
        var name = use.Node.Name.Value;
        if (!IsAllowed(definition, type, expected, use.HasDefault))
        {
            context.Report(
                Code,
                $"Variable \"${name}\" of type \"{type}\" used in position expecting type \"{expected}\".",
                definition.Location,
                use.Node.Location
            );
        }

        if (use.OneOf is { } oneOf && !type.IsNonNull)
        {
            context.Report(
                Code,
                $"Variable \"${name}\" is of type \"{type}\" but must be non-nullable to be used for OneOf Input Object \"{oneOf}\".",
                definition.Location,
                use.Node.Location
            );
        }
    }

    private static bool IsAllowed(VariableDefinitionNode definition, GraphQLType type, GraphQLType expected, bool hasDefault)
    {
        if (expected is not NonNullType required || type.IsNonNull)
        {
            return Schema.IsSubtype(type, expected);
        }
        // A default of the variable or of the place stands in for a value that is not given.
        var isDefaulted = definition.DefaultValue is not null and not NullValueNode;
        return (isDefaulted || hasDefault) && Schema.IsSubtype(type, required.Nullable);
    }
}
