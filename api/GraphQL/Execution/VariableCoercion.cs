using System.Collections.Immutable;
using System.Text;
using System.Text.Json;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.GraphQL.Validation;

namespace SocietyParty.GraphQL.Execution;

/// <summary>CoerceVariableValues of the specification, section 6.1.2.</summary>
public static class VariableCoercion
{
    private const int ScannedMax = 8;

    /// <param name="schema">The schema the document was validated against.</param>
    /// <param name="document">Read for the Booleans that @include and @skip use.</param>
    /// <param name="operation">One of the document's operations.</param>
    /// <param name="variables">A JSON object, or null, JSON null or undefined for none.</param>
    /// <param name="suggestions">Whether messages may name what exists.</param>
    /// <param name="errorsMax">More errors than this help nobody.</param>
    /// <param name="kindOf">Tells the kind of thing that an identity names, so that a plan can be made for that kind alone.</param>
    public static Outcome<CoercedVariables> Coerce(
        Schema schema,
        Document document,
        OperationNode operation,
        JsonElement? variables,
        bool suggestions = true,
        int errorsMax = ValidationLimits.ErrorsMaxDefault,
        Func<string, string?>? kindOf = null
    )
    {
        var given = variables is { ValueKind: not (JsonValueKind.Null or JsonValueKind.Undefined) } json ? json : (JsonElement?)null;
        if (given is { ValueKind: not JsonValueKind.Object })
        {
            return new GraphQLError(
                ExecutionErrors.VariableInvalid,
                "Variables must be provided as an Object where each property is a variable value."
            );
        }

        if (operation.Variables.IsEmpty)
        {
            return CoercedVariables.Empty;
        }

        var errors = ImmutableArray.CreateBuilder<GraphQLError>();
        var values = new Dictionary<string, object?>(StringComparer.Ordinal);
        var kinds = new Dictionary<string, string>(StringComparer.Ordinal);
        var shape = new StringBuilder();
        var conditions = ConditionVariables.In(document);
        var byName = Indexed(given, operation.Variables.Length);
        foreach (var definition in operation.Variables)
        {
            var name = definition.Variable.Name.Value;
            if (TypeLookup.Find(schema, definition.Type) is not { IsInput: true } type)
            {
                errors.Add(
                    new GraphQLError(
                        ExecutionErrors.VariableInvalid,
                        $"Variable \"${name}\" expected value of type \"{definition.Type}\" which cannot be used as an input type.",
                        definition.Type.Location
                    )
                );
                continue;
            }

            One(definition, name, type, Given(name), values, errors, suggestions, errorsMax);
            if (kindOf is not null && KindsOf(type, values.GetValueOrDefault(name), kindOf) is { Length: > 0 } kind)
            {
                kinds[name] = kind;
            }

            VariableShape.Append(shape, name, values, type, conditions.Contains(name), kinds.GetValueOrDefault(name));
        }

        return errors.Count > 0 ? errors.Take(errorsMax).ToImmutableArray() : new CoercedVariables(values, kinds, shape.ToString());

        JsonElement? Given(string name) =>
            byName is not null
                ? byName.TryGetValue(name, out var found)
                    ? found
                    : null
                : given is { } all && all.TryGetProperty(name, out var property)
                    ? property
                    : null;
    }

    /// <summary>The kind of thing that an identity names; of a list all kinds by name. Null where nothing is known.</summary>
    private static string? KindsOf(GraphQLType type, object? value, Func<string, string?> kindOf) =>
        (type.Nullable, value) switch
        {
            (ScalarType { Name: "ID" }, string id) => kindOf(id),
            (ListType { ItemType: var item }, IReadOnlyList<object?> ids) when item.Nullable is ScalarType { Name: "ID" } => string.Join(
                CoercedVariables.KindSeparator,
                ids.OfType<string>().Select(kindOf).OfType<string>().Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
            ),
            _ => null,
        };

    /// <summary>Finding a property of a JSON object reads the whole of it, so for many variables it is read once.</summary>
    private static Dictionary<string, JsonElement>? Indexed(JsonElement? given, int variables)
    {
        if (given is not { } json || variables <= ScannedMax)
        {
            return null;
        }

        var properties = new Dictionary<string, JsonElement>(StringComparer.Ordinal);
        foreach (var property in json.EnumerateObject())
        {
            properties[property.Name] = property.Value;
        }

        return properties;
    }

    private static void One(
        VariableDefinitionNode definition,
        string name,
        GraphQLType type,
        JsonElement? given,
        Dictionary<string, object?> values,
        ImmutableArray<GraphQLError>.Builder errors,
        bool suggestions,
        int errorsMax
    )
    {
        if (given is not { } json)
        {
            if (definition.DefaultValue is { } literal)
            {
                Default(literal, name, type, values, errors);
            }
            else if (type.IsNonNull)
            {
                errors.Add(
                    new GraphQLError(
                        ExecutionErrors.VariableMissing,
                        $"Variable \"${name}\" of required type \"{type}\" was not provided.",
                        definition.Location
                    )
                );
            }

            return;
        }

        if (json.ValueKind == JsonValueKind.Null && type.IsNonNull)
        {
            errors.Add(
                new GraphQLError(
                    ExecutionErrors.VariableInvalid,
                    $"Variable \"${name}\" of non-null type \"{type}\" must not be null.",
                    definition.Location
                )
            );
            return;
        }

        var coercion = new JsonCoercion(
            () => suggestions && errors.Count < errorsMax,
            (path, value, message) =>
            {
                if (errors.Count >= errorsMax)
                {
                    return;
                }

                var place = path.IsEmpty ? "" : $" at \"{JsonCoercion.Shown(name, path)}\"";
                errors.Add(
                    new GraphQLError(
                        ExecutionErrors.VariableInvalid,
                        $"Variable \"${name}\" got invalid value {JsonText.Inspect(value)}{place}; {message}",
                        definition.Location
                    )
                );
            }
        );
        values[name] = coercion.Coerce(json, type, []);
    }

    private static void Default(
        ValueNode literal,
        string name,
        GraphQLType type,
        Dictionary<string, object?> values,
        ImmutableArray<GraphQLError>.Builder errors
    )
    {
        var before = errors.Count;
        LiteralCheck.Check(
            literal,
            type,
            () => false,
            (message, place) =>
                errors.Add(
                    new GraphQLError(
                        ExecutionErrors.VariableInvalid,
                        $"Variable \"${name}\" has an invalid default value; {message}",
                        place
                    )
                )
        );
        if (errors.Count == before)
        {
            values[name] = Constants.Coerce(literal, type);
        }
    }
}
