using System.Collections.Immutable;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Validation;

/// <summary>Walks one operation or fragment with the types of its places. Recursion is bounded by the parser's depth limit.</summary>
internal sealed class TypedWalk
{
    private readonly Schema schema;
    private readonly ExecutableUses uses;

    private TypedWalk(Schema schema, ExecutableUses uses)
    {
        this.schema = schema;
        this.uses = uses;
    }

    public static ExecutableUses Over(Schema schema, ExecutableNode node)
    {
        var walk = new TypedWalk(schema, new ExecutableUses(node));
        switch (node)
        {
            case OperationNode operation:
                walk.Directives(operation.Directives, operation.Kind.ToString().ToUpperInvariant());
                foreach (var variable in operation.Variables)
                {
                    walk.Variable(variable);
                }

                walk.Selections(operation.SelectionSet, schema.Root(operation.Kind));
                break;
            case FragmentNode fragment:
                walk.Directives(fragment.Directives, "FRAGMENT_DEFINITION");
                walk.Selections(fragment.SelectionSet, walk.Composite(fragment.TypeCondition));
                break;
        }

        return walk.uses;
    }

    private CompositeType? Composite(NamedTypeNode node) => schema.Type(node.Name.Value) as CompositeType;

    private void Variable(VariableDefinitionNode node)
    {
        Directives(node.Directives, "VARIABLE_DEFINITION");
        if (node.DefaultValue is not null)
        {
            Literal(node.DefaultValue, TypeLookup.Find(schema, node.Type));
        }
    }

    private void Selections(SelectionSetNode set, CompositeType? parent)
    {
        foreach (var selection in set.Selections)
        {
            switch (selection)
            {
                case FieldNode field:
                    Field(field, parent);
                    break;
                case FragmentSpreadNode spread:
                    uses.Spreads.Add(new SpreadUse(spread, parent));
                    Directives(spread.Directives, "FRAGMENT_SPREAD");
                    break;
                case InlineFragmentNode inline:
                    uses.Inlines.Add(new InlineUse(inline, parent));
                    Directives(inline.Directives, "INLINE_FRAGMENT");
                    Selections(inline.SelectionSet, inline.TypeCondition is null ? parent : Composite(inline.TypeCondition));
                    break;
            }
        }
    }

    private void Field(FieldNode node, CompositeType? parent)
    {
        var definition = parent is null ? null : schema.Field(parent, node.Name.Value);
        uses.Fields.Add(new FieldUse(node, parent, definition));
        Arguments(node.Arguments, definition?.Arguments, $"field \"{parent}.{node.Name}\"", $"Field \"{node.Name}\"", node.Location);
        Directives(node.Directives, "FIELD");
        if (node.SelectionSet is not null)
        {
            Selections(node.SelectionSet, definition?.Type.Named as CompositeType);
        }
    }

    private void Directives(ImmutableArray<DirectiveNode> nodes, string location)
    {
        if (nodes.IsEmpty)
        {
            return;
        }

        uses.Directives.Add(new DirectivesUse(nodes, location));
        foreach (var node in nodes)
        {
            Arguments(
                node.Arguments,
                schema.Directive(node.Name.Value)?.Arguments,
                $"directive \"@{node.Name}\"",
                $"Directive \"@{node.Name}\"",
                node.Location
            );
        }
    }

    private void Arguments(
        ImmutableArray<ArgumentNode> nodes,
        ImmutableArray<InputValueDefinition>? known,
        string owner,
        string requiredOwner,
        SourceLocation location
    )
    {
        uses.Arguments.Add(new ArgumentsUse(nodes, known, owner, requiredOwner, location));
        foreach (var node in nodes)
        {
            var definition = known?.FirstOrDefault(argument => argument.Name == node.Name.Value);
            Literal(node.Value, definition?.Type, definition?.DefaultValue is not null);
        }
    }

    private void Literal(ValueNode value, GraphQLType? type, bool hasDefault = false)
    {
        if (type is { IsInput: true } && value is not VariableNode)
        {
            uses.Literals.Add(new LiteralUse(value, type));
        }

        Parts(value, type is { IsInput: true } ? type : null, hasDefault, null);
    }

    private void Parts(ValueNode value, GraphQLType? type, bool hasDefault, InputObjectType? oneOf)
    {
        switch (value)
        {
            case VariableNode variable:
                uses.Variables.Add(new VariableUse(variable, type, hasDefault, oneOf));
                break;
            case ListValueNode list:
                var itemType = (type?.Nullable as ListType)?.ItemType;
                foreach (var item in list.Items)
                {
                    Parts(item, itemType, hasDefault: false, null);
                }

                break;
            case ObjectValueNode node:
                uses.Objects.Add(node);
                // A single object may stand for a list of one.
                var input = type?.Named as InputObjectType;
                foreach (var field in node.Fields)
                {
                    var definition = input?.Field(field.Name.Value);
                    Parts(field.Value, definition?.Type, definition?.DefaultValue is not null, input is { IsOneOf: true } ? input : null);
                }

                break;
        }
    }
}
