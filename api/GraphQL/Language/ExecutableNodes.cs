using System.Collections.Immutable;

namespace SocietyParty.GraphQL.Language;

/// <summary>Any part of a document that has a place.</summary>
public abstract record Node(SourceLocation Location);

/// <summary>A name with its own place, because messages point at names.</summary>
public sealed record NameNode(string Value, SourceLocation Location) : Node(Location)
{
    public override string ToString() => Value;
}

/// <summary>A parsed document; operations, fragments and type-system definitions may be mixed.</summary>
public sealed record Document(ImmutableArray<DefinitionNode> Definitions)
{
    public IEnumerable<OperationNode> Operations => Definitions.OfType<OperationNode>();

    public IEnumerable<FragmentNode> Fragments => Definitions.OfType<FragmentNode>();
}

public abstract record DefinitionNode(SourceLocation Location) : Node(Location);

public abstract record ExecutableNode(SourceLocation Location) : DefinitionNode(Location);

public enum OperationType
{
    Query,
    Mutation,
    Subscription,
}

public sealed record OperationNode(
    OperationType Kind,
    NameNode? Name,
    StringValueNode? Description,
    ImmutableArray<VariableDefinitionNode> Variables,
    ImmutableArray<DirectiveNode> Directives,
    SelectionSetNode SelectionSet,
    SourceLocation Location
) : ExecutableNode(Location);

public sealed record FragmentNode(
    NameNode Name,
    StringValueNode? Description,
    NamedTypeNode TypeCondition,
    ImmutableArray<DirectiveNode> Directives,
    SelectionSetNode SelectionSet,
    SourceLocation Location
) : ExecutableNode(Location);

public sealed record VariableDefinitionNode(
    VariableNode Variable,
    StringValueNode? Description,
    TypeNode Type,
    ValueNode? DefaultValue,
    ImmutableArray<DirectiveNode> Directives,
    SourceLocation Location
) : Node(Location);

public sealed record SelectionSetNode(ImmutableArray<SelectionNode> Selections, SourceLocation Location) : Node(Location);

public abstract record SelectionNode(ImmutableArray<DirectiveNode> Directives, SourceLocation Location) : Node(Location);

public sealed record FieldNode(
    NameNode? Alias,
    NameNode Name,
    ImmutableArray<ArgumentNode> Arguments,
    ImmutableArray<DirectiveNode> Directives,
    SelectionSetNode? SelectionSet,
    SourceLocation Location
) : SelectionNode(Directives, Location)
{
    /// <summary>The alias, or else the name.</summary>
    public string ResponseKey => (Alias ?? Name).Value;
}

public sealed record FragmentSpreadNode(NameNode Name, ImmutableArray<DirectiveNode> Directives, SourceLocation Location)
    : SelectionNode(Directives, Location);

public sealed record InlineFragmentNode(
    NamedTypeNode? TypeCondition,
    ImmutableArray<DirectiveNode> Directives,
    SelectionSetNode SelectionSet,
    SourceLocation Location
) : SelectionNode(Directives, Location);

public sealed record ArgumentNode(NameNode Name, ValueNode Value, SourceLocation Location) : Node(Location);

public sealed record DirectiveNode(NameNode Name, ImmutableArray<ArgumentNode> Arguments, SourceLocation Location) : Node(Location);

public abstract record TypeNode(SourceLocation Location) : Node(Location);

public sealed record NamedTypeNode(NameNode Name, SourceLocation Location) : TypeNode(Location)
{
    public override string ToString() => Name.Value;
}

public sealed record ListTypeNode(TypeNode ItemType, SourceLocation Location) : TypeNode(Location)
{
    public override string ToString() => $"[{ItemType}]";
}

public sealed record NonNullTypeNode(TypeNode NullableType, SourceLocation Location) : TypeNode(Location)
{
    public override string ToString() => $"{NullableType}!";
}
