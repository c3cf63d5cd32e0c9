using System.Collections.Immutable;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Execution;

/// <summary>
/// The value of an argument or input field: its structure is known when the operation is bound, the values of its leaves only
/// when it runs. That is what lets a plan be cached by shape.
/// </summary>
public abstract record InputValue(SourceLocation Location);

/// <summary>An explicit null, written or given by a variable.</summary>
public sealed record InputNull(SourceLocation Location) : InputValue(Location);

/// <summary>An input object with the fields that were given or defaulted, in the order of the schema.</summary>
public sealed record InputObject(InputObjectType Type, ImmutableArray<(string Name, InputValue Value)> Fields, SourceLocation Location)
    : InputValue(Location)
{
    /// <summary>Null when the field was neither given nor defaulted; <see cref="InputNull"/> when it was given as null.</summary>
    public InputValue? TryGet(string name)
    {
        foreach (var field in Fields)
        {
            if (field.Name == name)
            {
                return field.Value;
            }
        }

        return null;
    }
}

/// <summary>A list whose items have structure: input objects, structural enums, or lists of them.</summary>
public sealed record InputList(GraphQLType ItemType, ImmutableArray<InputValue> Items, SourceLocation Location) : InputValue(Location);

/// <summary>A scalar, an enum, or a whole list of them: one parameter. Not null as a whole; items of a list may be.</summary>
/// <param name="Kind">Of a variable with an identity, or a list of them: the kinds of things named, where the host knows them.</param>
public sealed record InputLeaf(GraphQLType Type, LeafSource Source, SourceLocation Location, string? Kind = null) : InputValue(Location);

/// <summary>A value of an enum marked <c>@structural</c>: part of the shape, such as a direction of order.</summary>
public sealed record InputStructural(EnumType Type, string Value, SourceLocation Location) : InputValue(Location);
