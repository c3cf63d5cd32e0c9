using System.Collections.Immutable;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Validation;

/// <summary>A field with the type it is selected on; null where the document names what does not exist.</summary>
internal sealed record FieldUse(FieldNode Node, CompositeType? Parent, FieldDefinition? Definition);

internal sealed record SpreadUse(FragmentSpreadNode Node, CompositeType? Parent);

internal sealed record InlineUse(InlineFragmentNode Node, CompositeType? Parent);

/// <summary>Directives side by side in one place.</summary>
internal sealed record DirectivesUse(ImmutableArray<DirectiveNode> Nodes, string Location);

/// <summary>Arguments of a field or directive; <c>Known</c> is null when that does not exist.</summary>
internal sealed record ArgumentsUse(
    ImmutableArray<ArgumentNode> Nodes,
    ImmutableArray<InputValueDefinition>? Known,
    string Owner,
    string RequiredOwner,
    SourceLocation Location
);

/// <summary>A literal where a type is expected.</summary>
internal sealed record LiteralUse(ValueNode Node, GraphQLType Type);

/// <summary>A variable where a type is expected; <c>OneOf</c> is the input object that demands a value.</summary>
internal sealed record VariableUse(VariableNode Node, GraphQLType? Type, bool HasDefault, InputObjectType? OneOf);

/// <summary>Everything of one operation or fragment that rules ask for, gathered in one walk.</summary>
internal sealed class ExecutableUses(ExecutableNode node)
{
    public ExecutableNode Node { get; } = node;

    public List<FieldUse> Fields { get; } = [];

    public List<SpreadUse> Spreads { get; } = [];

    public List<InlineUse> Inlines { get; } = [];

    public List<DirectivesUse> Directives { get; } = [];

    public List<ArgumentsUse> Arguments { get; } = [];

    public List<LiteralUse> Literals { get; } = [];

    public List<VariableUse> Variables { get; } = [];

    /// <summary>Every literal input object, also inside others.</summary>
    public List<ObjectValueNode> Objects { get; } = [];
}
