using System.Collections.Immutable;
using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.TypeSystem;

public sealed class FieldDefinition(string name, GraphQLType type) : IDefinition
{
    public string Name { get; } = name;

    public GraphQLType Type { get; } = type;

    public string? Description { get; internal init; }

    public ImmutableArray<AppliedDirective> Directives { get; internal set; } = [];

    public ImmutableArray<InputValueDefinition> Arguments { get; internal init; } = [];

    public InputValueDefinition? Argument(string name)
    {
        foreach (var argument in Arguments)
        {
            if (argument.Name == name)
            {
                return argument;
            }
        }

        return null;
    }

    public override string ToString() => $"{Name}: {Type}";
}

/// <summary>An argument or a field of an input object.</summary>
public sealed class InputValueDefinition(string name, GraphQLType type) : IDefinition
{
    public string Name { get; } = name;

    public GraphQLType Type { get; } = type;

    public string? Description { get; internal init; }

    public ImmutableArray<AppliedDirective> Directives { get; internal set; } = [];

    /// <summary>As written in SDL; null when there is none, a <see cref="NullValueNode"/> when the default is null.</summary>
    public ValueNode? DefaultValue { get; internal init; }

    /// <summary>Non-null and without default: leaving it out is an error.</summary>
    public bool IsRequired => Type.IsNonNull && DefaultValue is null;
}

public sealed class EnumValueDefinition(string name) : IDefinition
{
    public string Name { get; } = name;

    public string? Description { get; internal init; }

    public ImmutableArray<AppliedDirective> Directives { get; internal set; } = [];
}

public sealed class DirectiveDefinition(string name) : IDefinition
{
    /// <summary>Without <c>@</c>.</summary>
    public string Name { get; } = name;

    public string? Description { get; internal init; }

    public ImmutableArray<AppliedDirective> Directives => [];

    public ImmutableArray<InputValueDefinition> Arguments { get; internal init; } = [];

    /// <summary>As in SDL: <c>FIELD_DEFINITION</c>.</summary>
    public ImmutableArray<string> Locations { get; internal init; } = [];

    public bool IsRepeatable { get; internal init; }
}
