using System.Collections.Immutable;

namespace SocietyParty.GraphQL.Language;

public abstract record ValueNode(SourceLocation Location) : Node(Location);

public sealed record VariableNode(NameNode Name, SourceLocation Location) : ValueNode(Location);

/// <summary>An integer as written; its size is judged by the type it is used for.</summary>
public sealed record IntValueNode(string Text, SourceLocation Location) : ValueNode(Location);

/// <summary>A number with a fraction or an exponent, as written.</summary>
public sealed record FloatValueNode(string Text, SourceLocation Location) : ValueNode(Location);

/// <summary>A string after escapes and, for a block string, after its common indentation is taken away.</summary>
public sealed record StringValueNode(string Value, bool IsBlock, SourceLocation Location) : ValueNode(Location);

public sealed record BooleanValueNode(bool Value, SourceLocation Location) : ValueNode(Location);

public sealed record NullValueNode(SourceLocation Location) : ValueNode(Location);

public sealed record EnumValueNode(string Name, SourceLocation Location) : ValueNode(Location);

public sealed record ListValueNode(ImmutableArray<ValueNode> Items, SourceLocation Location) : ValueNode(Location);

public sealed record ObjectValueNode(ImmutableArray<ObjectFieldNode> Fields, SourceLocation Location) : ValueNode(Location);

public sealed record ObjectFieldNode(NameNode Name, ValueNode Value, SourceLocation Location) : Node(Location);
