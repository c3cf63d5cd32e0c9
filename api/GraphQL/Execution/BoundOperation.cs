using System.Collections.Immutable;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Execution;

/// <summary>
/// One operation bound to the schema. Depends on the document, the operation and <see cref="CoercedVariables.ShapeKey"/> only,
/// so it can be cached by them.
/// </summary>
public sealed record BoundOperation(OperationType Kind, ObjectType RootType, ImmutableArray<SelectedField> Fields);

/// <summary>A field after fragments are merged and @include and @skip resolved.</summary>
public sealed class SelectedField
{
    /// <summary>The alias, or else the field's name: the key in the response.</summary>
    public required string ResponseKey { get; init; }

    /// <summary>For <c>__typename</c>, <c>__schema</c> and <c>__type</c> one of the engine's own definitions.</summary>
    public required FieldDefinition Field { get; init; }

    /// <summary>The type the field was selected on: for a field of an abstract type's selection the concrete object type.</summary>
    public required CompositeType ParentType { get; init; }

    /// <summary>Only those given or defaulted, in the order of the schema.</summary>
    public required ImmutableArray<SelectedArgument> Arguments { get; init; }

    /// <summary>The first place that selected this response key.</summary>
    public required SourceLocation Location { get; init; }

    /// <summary>Null for leaves.</summary>
    public required SelectionSet? Selections { get; init; }

    public bool IsTypeName => Field.Name == "__typename";

    /// <summary><c>__typename</c>, <c>__schema</c> or <c>__type</c>: on the root type the engine answers it.</summary>
    public bool IsMeta => Field.Name.StartsWith("__", StringComparison.Ordinal);

    /// <summary>Null when the argument was neither given nor defaulted.</summary>
    public InputValue? Argument(string name)
    {
        foreach (var argument in Arguments)
        {
            if (argument.Name == name)
            {
                return argument.Value;
            }
        }

        return null;
    }
}

/// <summary>An argument of a field with its value.</summary>
public sealed record SelectedArgument(InputValueDefinition Definition, InputValue Value)
{
    public string Name => Definition.Name;
}
