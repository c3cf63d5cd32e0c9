using System.Collections.Immutable;

namespace SocietyParty.GraphQL.Language;

public abstract record TypeSystemNode(SourceLocation Location) : DefinitionNode(Location);

/// <summary>A schema definition, or with <c>IsExtension</c> an <c>extend schema</c>.</summary>
public sealed record SchemaNode(
    StringValueNode? Description,
    ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<RootOperationNode> Operations,
    bool IsExtension,
    SourceLocation Location
) : TypeSystemNode(Location);

public sealed record RootOperationNode(OperationType Kind, NamedTypeNode Type, SourceLocation Location) : Node(Location);

public sealed record DirectiveDefinitionNode(
    StringValueNode? Description,
    NameNode Name,
    ImmutableArray<InputValueDefinitionNode> Arguments,
    bool IsRepeatable,
    ImmutableArray<NameNode> Locations,
    SourceLocation Location
) : TypeSystemNode(Location);

/// <summary>A named type's definition, or with <c>IsExtension</c> an extension of it (which never has a description).</summary>
public abstract record TypeDefinitionNode(
    StringValueNode? Description,
    NameNode Name,
    ImmutableArray<DirectiveNode> Directives,
    bool IsExtension,
    SourceLocation Location
) : TypeSystemNode(Location);

public sealed record ScalarTypeNode(
    StringValueNode? Description,
    NameNode Name,
    ImmutableArray<DirectiveNode> Directives,
    bool IsExtension,
    SourceLocation Location
) : TypeDefinitionNode(Description, Name, Directives, IsExtension, Location);

public sealed record ObjectTypeNode(
    StringValueNode? Description,
    NameNode Name,
    ImmutableArray<NamedTypeNode> Interfaces,
    ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<FieldDefinitionNode> Fields,
    bool IsExtension,
    SourceLocation Location
) : TypeDefinitionNode(Description, Name, Directives, IsExtension, Location);

public sealed record InterfaceTypeNode(
    StringValueNode? Description,
    NameNode Name,
    ImmutableArray<NamedTypeNode> Interfaces,
    ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<FieldDefinitionNode> Fields,
    bool IsExtension,
    SourceLocation Location
) : TypeDefinitionNode(Description, Name, Directives, IsExtension, Location);

public sealed record UnionTypeNode(
    StringValueNode? Description,
    NameNode Name,
    ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<NamedTypeNode> Members,
    bool IsExtension,
    SourceLocation Location
) : TypeDefinitionNode(Description, Name, Directives, IsExtension, Location);

public sealed record EnumTypeNode(
    StringValueNode? Description,
    NameNode Name,
    ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<EnumValueDefinitionNode> Values,
    bool IsExtension,
    SourceLocation Location
) : TypeDefinitionNode(Description, Name, Directives, IsExtension, Location);

public sealed record InputObjectTypeNode(
    StringValueNode? Description,
    NameNode Name,
    ImmutableArray<DirectiveNode> Directives,
    ImmutableArray<InputValueDefinitionNode> Fields,
    bool IsExtension,
    SourceLocation Location
) : TypeDefinitionNode(Description, Name, Directives, IsExtension, Location);

public sealed record FieldDefinitionNode(
    StringValueNode? Description,
    NameNode Name,
    ImmutableArray<InputValueDefinitionNode> Arguments,
    TypeNode Type,
    ImmutableArray<DirectiveNode> Directives,
    SourceLocation Location
) : Node(Location);

public sealed record InputValueDefinitionNode(
    StringValueNode? Description,
    NameNode Name,
    TypeNode Type,
    ValueNode? DefaultValue,
    ImmutableArray<DirectiveNode> Directives,
    SourceLocation Location
) : Node(Location);

public sealed record EnumValueDefinitionNode(
    StringValueNode? Description,
    NameNode Name,
    ImmutableArray<DirectiveNode> Directives,
    SourceLocation Location
) : Node(Location);
