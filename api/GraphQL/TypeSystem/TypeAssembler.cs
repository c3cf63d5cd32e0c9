using System.Collections.Frozen;
using System.Collections.Immutable;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem.Derivation;

namespace SocietyParty.GraphQL.TypeSystem;

/// <summary>Whole definitions to linked types. Reports names that lead nowhere; everything else is <see cref="SchemaCheck"/>'s.</summary>
internal sealed class TypeAssembler
{
    private readonly SchemaErrors errors;
    private readonly List<DefinitionNode> definitions;
    private readonly Dictionary<string, NamedType> types = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DirectiveDefinition> directives = new(StringComparer.Ordinal);
    private readonly Dictionary<string, DirectiveDefinitionNode> directiveNodes = new(StringComparer.Ordinal);
    private bool isLinked = true;

    /// <summary>What the derivation found out; the schema passes it on.</summary>
    public required IReadOnlyList<Grouping> Groupings { get; init; }

    public TypeAssembler(List<DefinitionNode> written, SchemaErrors errors)
    {
        this.errors = errors;
        definitions = [.. written, .. Missing(written)];
        foreach (var node in definitions.OfType<DirectiveDefinitionNode>())
        {
            directiveNodes[node.Name.Value] = node;
        }
    }

    /// <summary>Where each definition was written; a derived or built-in one has its own node too.</summary>
    public Dictionary<object, Node> Nodes { get; } = new(ReferenceEqualityComparer.Instance);

    public SchemaNode? SchemaNode => definitions.OfType<SchemaNode>().FirstOrDefault();

    /// <summary>
    /// Null when a name leads nowhere: what else is wrong could follow from that. A missing query type is an error and an empty type.
    /// </summary>
    public Schema? Assemble()
    {
        var nodes = definitions.OfType<TypeDefinitionNode>().ToList();
        foreach (var type in nodes)
        {
            Nodes[types[type.Name.Value] = Declare(type)] = type;
        }

        foreach (var directive in definitions.OfType<DirectiveDefinitionNode>())
        {
            var definition = new DirectiveDefinition(directive.Name.Value)
            {
                Description = directive.Description?.Value,
                Arguments = InputValues(directive.Arguments, directive),
                Locations = [.. directive.Locations.Select(location => location.Value)],
                IsRepeatable = directive.IsRepeatable,
            };
            Nodes[directives[directive.Name.Value] = definition] = directive;
        }

        foreach (var type in nodes)
        {
            Fill(types[type.Name.Value], type);
        }

        var query = Root(OperationType.Query, "Query");
        var mutation = Root(OperationType.Mutation, "Mutation");
        var subscription = Root(OperationType.Subscription, "Subscription");
        if (
            query is null
            && (
                SchemaNode is { } node
                    ? node.Operations.All(operation => operation.Kind != OperationType.Query)
                    : !types.ContainsKey("Query")
            )
        )
        {
            errors.Add(
                SchemaErrors.InvalidRoot,
                SchemaNode ?? (Node)new NameNode("", SourceLocation.None),
                "Query root type must be provided."
            );
        }

        if (!isLinked)
        {
            return null;
        }

        types.Remove(IntrospectionSdl.MetaFields, out var meta);
        return new Schema(
            types.Values,
            directives.Values,
            query ?? new ObjectType("Query"),
            mutation,
            subscription,
            SchemaNode?.Description?.Value,
            (FieldsType)meta!
        )
        {
            Groupings = Groupings.ToFrozenDictionary(grouping => grouping.Item, StringComparer.Ordinal),
        };
    }

    /// <summary>What the specification promises, and those of our own scalars and directives the SDL uses.</summary>
    private static IEnumerable<DefinitionNode> Missing(List<DefinitionNode> written)
    {
        var defined = written.Select(Key).ToHashSet(StringComparer.Ordinal);
        var used = UsedNames.In(written);
        // A built-in scalar that nothing refers to must not be there (section 3.5); introspection itself refers to these two.
        used.UnionWith(["String", "Boolean"]);
        var demanded = BuiltIns.OnDemand.Definitions.Where(node => !defined.Contains(Key(node)) && used.Contains(Key(node))).ToList();
        used.UnionWith(UsedNames.In(demanded));
        var always = BuiltIns.Always.Definitions.Where(node =>
            !defined.Contains(Key(node)) && (node is not ScalarTypeNode || used.Contains(Key(node)))
        );
        return always.Concat(demanded).Concat(BuiltIns.Introspection.Definitions);
    }

    private static string Key(DefinitionNode node) =>
        node switch
        {
            TypeDefinitionNode type => type.Name.Value,
            DirectiveDefinitionNode directive => "@" + directive.Name,
            _ => "",
        };

    private ObjectType? Root(OperationType kind, string defaultName)
    {
        if (SchemaNode is not { } node)
        {
            return types.GetValueOrDefault(defaultName) is { } usual ? Root(kind, usual, Nodes[usual], Nodes[usual].Location) : null;
        }

        var entries = node.Operations.Where(operation => operation.Kind == kind).ToList();
        if (entries.Count == 0)
        {
            return null;
        }

        if (entries.Count > 1)
        {
            errors.Add(
                SchemaErrors.Duplicate,
                node,
                $"There can be only one {kind.ToString().ToLowerInvariant()} type in schema.",
                entries[1].Location
            );
        }

        return Resolve(entries[0].Type, node) is { } type ? Root(kind, type, node, entries[0].Location) : null;
    }

    private ObjectType? Root(OperationType kind, NamedType type, Node owner, SourceLocation at)
    {
        var condition = kind == OperationType.Query ? "" : " if provided";
        if (type is not ObjectType)
        {
            errors.Add(SchemaErrors.InvalidRoot, owner, $"{kind} root type must be Object type{condition}, it cannot be {type}.", at);
        }

        return type as ObjectType;
    }

    private static NamedType Declare(TypeDefinitionNode node) =>
        node switch
        {
            ScalarTypeNode => new ScalarType(node.Name.Value, BuiltIns.Coercion(node.Name.Value)),
            ObjectTypeNode => new ObjectType(node.Name.Value),
            InterfaceTypeNode => new InterfaceType(node.Name.Value),
            UnionTypeNode => new UnionType(node.Name.Value),
            EnumTypeNode => new EnumType(node.Name.Value),
            _ => new InputObjectType(node.Name.Value),
        };

    private void Fill(NamedType type, TypeDefinitionNode node)
    {
        type.Description = node.Description?.Value;
        type.Directives = Applied(node.Directives);
        switch (type, node)
        {
            case (ObjectType target, ObjectTypeNode source):
                target.Interfaces = Named<InterfaceType>(
                    source.Interfaces,
                    source,
                    $"Type {source.Name} ",
                    "implement ",
                    "must only implement Interface types"
                );
                target.Fields = [.. source.Fields.Select(field => Field(field, source)).OfType<FieldDefinition>()];
                break;
            case (InterfaceType target, InterfaceTypeNode source):
                target.Interfaces = Named<InterfaceType>(
                    source.Interfaces,
                    source,
                    $"Type {source.Name} ",
                    "implement ",
                    "must only implement Interface types"
                );
                target.Fields = [.. source.Fields.Select(field => Field(field, source)).OfType<FieldDefinition>()];
                break;
            case (UnionType target, UnionTypeNode source):
                target.Members = Named<ObjectType>(
                    source.Members,
                    source,
                    $"Union type {source.Name} ",
                    "include type ",
                    "can only include Object types"
                );
                break;
            case (EnumType target, EnumTypeNode source):
                target.Values = [.. source.Values.Select(EnumValue)];
                break;
            case (InputObjectType target, InputObjectTypeNode source):
                target.Fields = InputValues(source.Fields, source);
                break;
        }
    }

    private FieldDefinition? Field(FieldDefinitionNode node, Node owner)
    {
        if (Wrap(node.Type, node, owner) is not { } type)
        {
            return null;
        }

        var field = new FieldDefinition(node.Name.Value, type)
        {
            Description = node.Description?.Value,
            Directives = Applied(node.Directives),
            Arguments = InputValues(node.Arguments, node),
        };
        Nodes[field] = node;
        return field;
    }

    private EnumValueDefinition EnumValue(EnumValueDefinitionNode node)
    {
        var value = new EnumValueDefinition(node.Name.Value)
        {
            Description = node.Description?.Value,
            Directives = Applied(node.Directives),
        };
        Nodes[value] = node;
        return value;
    }

    private ImmutableArray<InputValueDefinition> InputValues(ImmutableArray<InputValueDefinitionNode> nodes, Node owner)
    {
        var values = ImmutableArray.CreateBuilder<InputValueDefinition>(nodes.Length);
        foreach (var node in nodes)
        {
            if (Wrap(node.Type, node, owner) is not { } type)
            {
                continue;
            }

            var value = new InputValueDefinition(node.Name.Value, type)
            {
                Description = node.Description?.Value,
                Directives = Applied(node.Directives),
                DefaultValue = node.DefaultValue,
            };
            Nodes[value] = node;
            values.Add(value);
        }

        return values.ToImmutable();
    }

    private ImmutableArray<AppliedDirective> Applied(ImmutableArray<DirectiveNode> nodes) =>
        nodes.IsEmpty ? [] : [.. nodes.Select(Applied)];

    private AppliedDirective Applied(DirectiveNode node)
    {
        var arguments = ImmutableSortedDictionary.CreateBuilder<string, object?>(StringComparer.Ordinal);
        if (directiveNodes.GetValueOrDefault(node.Name.Value) is { } definition)
        {
            foreach (var argument in definition.Arguments)
            {
                if (argument.DefaultValue is not null)
                {
                    arguments[argument.Name.Value] = Constants.Plain(argument.DefaultValue);
                }
            }
        }

        foreach (var argument in node.Arguments)
        {
            arguments[argument.Name.Value] = Constants.Plain(argument.Value);
        }

        return new AppliedDirective(node.Name.Value, arguments.ToImmutable(), node);
    }

    private ImmutableArray<T> Named<T>(
        ImmutableArray<NamedTypeNode> nodes,
        TypeDefinitionNode owner,
        string subject,
        string action,
        string rule
    )
        where T : NamedType
    {
        var found = ImmutableArray.CreateBuilder<T>(nodes.Length);
        foreach (var node in nodes)
        {
            var type = Resolve(node, owner);
            if (type is T wanted && !found.Contains(wanted))
            {
                found.Add(wanted);
            }
            else if (type is T)
            {
                errors.Add(SchemaErrors.Duplicate, owner, $"{subject}can only {action}{type} once.", node.Location);
            }
            else if (type is not null)
            {
                errors.Add(SchemaErrors.InvalidType, owner, $"{subject}{rule}, it cannot {action.Split(' ')[0]} {type}.", node.Location);
            }
        }

        return found.ToImmutable();
    }

    private GraphQLType? Wrap(TypeNode node, Node member, Node owner) =>
        node switch
        {
            ListTypeNode list => Wrap(list.ItemType, member, owner) is { } item ? new ListType(item) : null,
            NonNullTypeNode required => Wrap(required.NullableType, member, owner) is { } inner ? new NonNullType(inner) : null,
            _ => Resolve((NamedTypeNode)node, member is FieldDefinitionNode ? member : owner),
        };

    private NamedType? Resolve(NamedTypeNode node, Node owner)
    {
        if (types.TryGetValue(node.Name.Value, out var type) && node.Name.Value != IntrospectionSdl.MetaFields)
        {
            return type;
        }

        var near = Suggestions.Near(node.Name.Value, types.Keys.Where(name => !name.StartsWith("__", StringComparison.Ordinal)));
        isLinked = false;
        errors.Add(SchemaErrors.UnknownType, owner, $"Unknown type \"{node.Name}\".{Suggestions.DidYouMean(near)}", node.Location);
        return null;
    }
}
