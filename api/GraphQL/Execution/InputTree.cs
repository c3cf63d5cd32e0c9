namespace SocietyParty.GraphQL.Execution;

/// <summary>
/// An argument's value with its leaves read, as plain objects: an input object is an <c>IReadOnlyDictionary&lt;string, object?&gt;</c> of
/// the fields that were given or defaulted, in the order of the schema; a list is an <c>IReadOnlyList&lt;object?&gt;</c>; a leaf is what
/// <see cref="LeafSource.Read"/> gives; null was given as null.
/// </summary>
public static class InputTree
{
    // Recursion is bounded by the depth of the document and of the variables, which the readers of both limit.
    public static object? Of(InputValue value, CoercedVariables variables) =>
        value switch
        {
            InputNull => null,
            InputObject fields => Fields(fields, variables),
            InputList list => Array.ConvertAll([.. list.Items], item => Of(item, variables)),
            InputStructural structural => structural.Value,
            InputLeaf leaf => leaf.Source.Read(variables),
            _ => throw new InvalidOperationException($"{value.GetType()} is no input value."),
        };

    public static IReadOnlyDictionary<string, object?> Fields(InputObject value, CoercedVariables variables)
    {
        // Keeps the order of the schema, so that equal inputs are equal texts wherever they are written.
        var fields = new OrderedDictionary<string, object?>(value.Fields.Length, StringComparer.Ordinal);
        foreach (var (name, inner) in value.Fields)
        {
            fields.Add(name, Of(inner, variables));
        }

        return fields;
    }
}
