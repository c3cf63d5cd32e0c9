using System.Collections.Immutable;
using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.TypeSystem.Derivation;

/// <summary>
/// Input types that order things by an aggregate of a connection: by the number of its items, or by the sum, mean, least or
/// greatest value of one of their fields.
/// </summary>
internal sealed class AggregateSorts(Catalogue catalogue)
{
    private const string Aggregates = "AggregateSortInput";
    private const string Numbers = "NumberSortInput";
    private const string Extremes = "ExtremeSortInput";

    private static readonly ImmutableArray<string> Numeric = ["Int", "Long", "Decimal", "Float"];

    /// <summary>The input type for a connection of these items.</summary>
    public static string TypeFor(string item) => item + Aggregates;

    /// <summary>Null for a name that is none of these types.</summary>
    public InputObjectTypeNode? Make(string name)
    {
        if (Item(name, Aggregates) is { } item)
        {
            return Aggregate(name, item);
        }

        if (Item(name, Numbers) is { } summed)
        {
            return Directions(name, $"A number of `{summed}` whose sum or mean orders.", NumericFields(summed));
        }

        return Item(name, Extremes) is { } compared
            ? Directions(name, $"A value of `{compared}` whose least or greatest orders.", ComparableFields(compared))
            : null;
    }

    private InputObjectTypeNode Aggregate(string name, string item)
    {
        var fields = new List<InputValueDefinitionNode> { Sdl.Input("count", "SortEnumType", "By the number of items.") };
        if (!NumericFields(item).IsEmpty)
        {
            fields.AddRange([
                Sdl.Input("sum", item + Numbers, "By the sum over the items; null where there are none."),
                Sdl.Input("avg", item + Numbers, "By the mean over the items, rounded to 6 places; null where there are none."),
            ]);
        }

        if (!ComparableFields(item).IsEmpty)
        {
            fields.AddRange([
                Sdl.Input("min", item + Extremes, "By the least value among the items; null where there are none."),
                Sdl.Input("max", item + Extremes, "By the greatest value among the items; null where there are none."),
            ]);
        }

        return Sdl.InputObject(name, $"An order by all `{item}` items of a list together.", fields);
    }

    private static InputObjectTypeNode Directions(string name, string description, ImmutableArray<FieldDefinitionNode> fields) =>
        Sdl.InputObject(name, description, fields.Select(field => Sdl.Input(field.Name.Value, "SortEnumType", field.Description)));

    private ImmutableArray<FieldDefinitionNode> NumericFields(string item) =>
        [.. ComparableFields(item).Where(field => Numeric.Contains(UsedNames.NameOf(field.Type)))];

    private ImmutableArray<FieldDefinitionNode> ComparableFields(string item) =>
        [
            .. catalogue
                .Fields(item)
                .Where(field => catalogue.SortType(field) == "SortEnumType" && Catalogue.IsComparable(UsedNames.NameOf(field.Type))),
        ];

    private string? Item(string name, string suffix) =>
        name.EndsWith(suffix, StringComparison.Ordinal) && catalogue.HasFields(name[..^suffix.Length]) ? name[..^suffix.Length] : null;
}
