using System.Collections.Immutable;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Execution;

/// <summary>CoerceArgumentValues of the specification, section 6.4.1, with leaves left to be read later.</summary>
internal sealed class ArgumentBinder(CoercedVariables variables, BinderLimits limits)
{
    private int inputs;

    public ImmutableArray<SelectedArgument> Bind(FieldDefinition field, FieldNode node)
    {
        if (field.Arguments.IsEmpty)
        {
            return [];
        }

        var bound = ImmutableArray.CreateBuilder<SelectedArgument>();
        foreach (var definition in field.Arguments)
        {
            var value = node.Arguments.FirstOrDefault(argument => argument.Name.Value == definition.Name)?.Value;
            if (value is VariableNode absent && !variables.Has(absent.Name.Value))
            {
                if (definition.IsRequired)
                {
                    throw Invalid(
                        absent,
                        $"Argument \"{definition.Name}\" of required type \"{definition.Type}\" was provided the variable "
                            + $"\"${absent.Name}\" which was not provided a runtime value."
                    );
                }

                value = null;
            }
            else if (value is null && definition.IsRequired)
            {
                throw Invalid(node, $"Argument \"{definition.Name}\" of required type \"{definition.Type}\" was not provided.");
            }

            value ??= definition.DefaultValue;
            if (value is not null)
            {
                bound.Add(new SelectedArgument(definition, Value(value, definition.Type, definition.Name)));
            }
        }

        return bound.ToImmutable();
    }

    private InputValue Value(ValueNode node, GraphQLType type, string argument)
    {
        if (node is VariableNode variable)
        {
            var value = Variable(variables.Get(variable.Name.Value), type, variable.Name.Value, [], variable.Location);
            return value is InputNull && type.IsNonNull ? throw Null(node, type, argument) : value;
        }

        if (node is NullValueNode)
        {
            return type.IsNonNull ? throw Null(node, type, argument) : new InputNull(node.Location);
        }

        switch (type.Nullable)
        {
            case ListType list when TypeLookup.HasStructure(list):
                var items = node is ListValueNode written ? written.Items : [node];
                return new InputList(list.ItemType, [.. items.Select(item => Value(item, list.ItemType, argument))], node.Location);
            case InputObjectType input:
                return node is ObjectValueNode fields ? Object(fields, input, argument) : throw Wrong(node, argument);
            case EnumType { IsStructural: true } enumeration:
                return node is EnumValueNode name && enumeration.Value(name.Name) is not null
                    ? new InputStructural(enumeration, name.Name, node.Location)
                    : throw Wrong(node, argument);
            default:
                return new InputLeaf(type.Nullable, Leaf(node, type, argument), node.Location);
        }
    }

    private void Count(SourceLocation place)
    {
        if (++inputs > limits.InputsMax)
        {
            throw new BindException(
                new GraphQLError(
                    ExecutionErrors.TooManyInputs,
                    $"The operation's arguments hold more than {limits.InputsMax} input objects. Ask with fewer conditions; "
                        + "compare with many values by \"in\".",
                    place
                )
            );
        }
    }

    private InputObject Object(ObjectValueNode node, InputObjectType type, string argument)
    {
        Count(node.Location);
        var fields = ImmutableArray.CreateBuilder<(string, InputValue)>();
        foreach (var definition in type.Fields)
        {
            var value = node.Fields.FirstOrDefault(field => field.Name.Value == definition.Name)?.Value;
            if (value is VariableNode absent && !variables.Has(absent.Name.Value))
            {
                value = null;
            }

            value ??= definition.DefaultValue;
            if (value is not null)
            {
                fields.Add((definition.Name, Value(value, definition.Type, argument)));
            }
            else if (definition.IsRequired)
            {
                throw Wrong(node, argument);
            }
        }

        if (
            node.Fields.Any(field => type.Field(field.Name.Value) is null)
            || (type.IsOneOf && (fields.Count != 1 || fields[0].Item2 is InputNull))
        )
        {
            throw Wrong(node, argument);
        }

        return new InputObject(type, fields.ToImmutable(), node.Location);
    }

    private LeafSource Leaf(ValueNode node, GraphQLType type, string argument)
    {
        if (node is VariableNode variable)
        {
            return variables.Get(variable.Name.Value) is null && type.IsNonNull
                ? throw Null(node, type, argument)
                : new VariableSource(variable.Name.Value, []);
        }

        if (node is NullValueNode)
        {
            return type.IsNonNull ? throw Null(node, type, argument) : new LiteralSource(null);
        }

        switch (type.Nullable)
        {
            case ListType list:
                var items = (node is ListValueNode written ? written.Items : [node])
                    .Select(item => Leaf(item, list.ItemType, argument))
                    .ToImmutableArray();
                return items.All(item => item is LiteralSource)
                    ? new LiteralSource(items.Select(item => ((LiteralSource)item).Value).ToArray())
                    : new ListSource(items);
            case EnumType enumeration:
                return node is EnumValueNode name && enumeration.Value(name.Name) is not null
                    ? new LiteralSource(name.Name)
                    : throw Wrong(node, argument);
            default:
                return new LiteralSource(((ScalarType)type.Nullable).Coercion.FromLiteral(node, out _) ?? throw Wrong(node, argument));
        }
    }

    /// <summary>A variable's value: its structure now, its leaves as references.</summary>
    private InputValue Variable(object? value, GraphQLType type, string name, ImmutableArray<object> path, SourceLocation place)
    {
        if (value is IReadOnlyDictionary<string, object?>)
        {
            Count(place);
        }

        return (value, type.Nullable) switch
        {
            (null, _) => new InputNull(place),
            (IReadOnlyList<object?> items, ListType list) when TypeLookup.HasStructure(list) => new InputList(
                list.ItemType,
                [.. items.Select((item, i) => Variable(item, list.ItemType, name, path.Add(i), place))],
                place
            ),
            (IReadOnlyDictionary<string, object?> fields, InputObjectType input) => new InputObject(
                input,
                [
                    .. input
                        .Fields.Where(field => fields.ContainsKey(field.Name))
                        .Select(field => (field.Name, Variable(fields[field.Name], field.Type, name, path.Add(field.Name), place))),
                ],
                place
            ),
            (string text, EnumType { IsStructural: true } enumeration) => new InputStructural(enumeration, text, place),
            (_, var leaf) => new InputLeaf(leaf, new VariableSource(name, path), place, path.IsEmpty ? variables.KindOf(name) : null),
        };
    }

    private static BindException Null(ValueNode node, GraphQLType type, string argument) =>
        Invalid(node, $"Argument \"{argument}\" of non-null type \"{type}\" must not be null.");

    private static BindException Wrong(ValueNode node, string argument) =>
        Invalid(node, $"Argument \"{argument}\" has invalid value {Printer.Print(node)}.");

    private static BindException Invalid(Node node, string message) =>
        new(new GraphQLError(ExecutionErrors.ArgumentInvalid, message, node.Location));
}
