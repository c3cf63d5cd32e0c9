using System.Collections.Immutable;

namespace SocietyParty.GraphQL.Execution;

/// <summary>Where a leaf's value comes from when an operation runs.</summary>
public abstract record LeafSource
{
    /// <summary>
    /// The coerced CLR value: <c>int</c>, <c>long</c>, <c>double</c>, <c>decimal</c>, <c>bool</c>, <c>string</c> (also for ID and
    /// enums), <c>DateOnly</c>, <c>DateTimeOffset</c>; for a list <c>IReadOnlyList&lt;object?&gt;</c>.
    /// </summary>
    public abstract object? Read(CoercedVariables variables);
}

/// <summary>Written in the document or in the schema as a default.</summary>
public sealed record LiteralSource(object? Value) : LeafSource
{
    public override object? Read(CoercedVariables variables) => Value;
}

/// <summary>
/// A variable, or a part of one: <c>Path</c> holds field names (<see cref="string"/>) and list indexes (<see
/// cref="int"/>).
/// </summary>
public sealed record VariableSource(string Name, ImmutableArray<object> Path) : LeafSource
{
    public override object? Read(CoercedVariables variables)
    {
        var value = variables.Get(Name);
        foreach (var step in Path)
        {
            value = (value, step) switch
            {
                (IReadOnlyDictionary<string, object?> fields, string field) => fields[field],
                (IReadOnlyList<object?> items, int index) => items[index],
                // The shape promised this structure: these variables belong to another operation.
                _ => throw new InvalidOperationException($"Variable \"${Name}\" has another shape than the bound operation."),
            };
        }

        return value;
    }
}

/// <summary>A value of the event that a subscription's selection is executed for.</summary>
public sealed record EventSource(string Name) : LeafSource
{
    public override object? Read(CoercedVariables variables) => variables.Happened(Name);
}

/// <summary>A list of leaves written in the document with a variable among its items: <c>["a", $b]</c>.</summary>
public sealed record ListSource(ImmutableArray<LeafSource> Items) : LeafSource
{
    public override object? Read(CoercedVariables variables)
    {
        var values = new object?[Items.Length];
        for (var i = 0; i < values.Length; i++)
        {
            values[i] = Items[i].Read(variables);
        }

        return values;
    }
}

/// <summary>A whole argument, its structure included: one value, as <see cref="InputTree"/> gives it.</summary>
public sealed record TreeSource(InputValue Value) : LeafSource
{
    public override object? Read(CoercedVariables variables) => InputTree.Of(Value, variables);
}

/// <summary>The language in which a request is answered: <c>zh</c> or <c>en</c>.</summary>
public sealed record LanguageSource : LeafSource
{
    public override object? Read(CoercedVariables variables) => variables.Language;
}
