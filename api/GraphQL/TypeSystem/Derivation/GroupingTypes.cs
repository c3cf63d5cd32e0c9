using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.TypeSystem.Derivation;

/// <summary>The enum and the object types of groups; their connections, filters and orders follow from them as for any type.</summary>
internal static class GroupingTypes
{
    /// <summary>For every type that has a connection and something to group by.</summary>
    public static List<Grouping> Derive(IReadOnlyList<DefinitionNode> definitions, Catalogue catalogue, SchemaErrors errors)
    {
        var rules = new GroupingRules(catalogue);
        var groupings = new List<Grouping>();
        foreach (
            var item in Items(definitions).Where(item => !catalogue.IsWritten(Plural.Of(item) + "Connection")).Order(StringComparer.Ordinal)
        )
        {
            if (rules.Of(item) is { } grouping && IsClear(grouping, definitions, errors))
            {
                groupings.Add(grouping);
            }
        }

        return groupings;
    }

    public static IEnumerable<DefinitionNode> Definitions(Grouping grouping)
    {
        var item = grouping.Item;
        yield return Sdl.Enum(
            $"{item}GroupKey",
            $"What `{item}` items can be grouped by.",
            "structural",
            grouping.Keys.Select(key => (key.Value, key.Description))
        );
        yield return Sdl.Object(
            $"{item}GroupKeys",
            "What the items of a group have in common; a key that was not asked for is null, and so is one that is not known.",
            grouping.Keys.Select(key => Sdl.Field(key.Field, key.Type, key.Description))
        );
        var functions = grouping.Measures.Select(measure => measure.Function).Distinct().Order().ToList();
        yield return Sdl.Object(
            grouping.Group,
            $"Several `{item}` items taken together.",
            [
                // Items are chosen by "where", groups by what is measured of them.
                Sdl.Field("key", $"{item}GroupKeys!", "What the items have in common.", "unfilterable"),
                Sdl.Field("count", "Int!", "The number of items."),
                .. functions.Select(function =>
                    Sdl.Field(Name(function), grouping.TypeOf(function) + "!", $"{Results(function)} of the items' values.")
                ),
            ]
        );
        foreach (var function in functions)
        {
            foreach (var definition in Measured(grouping, function))
            {
                yield return definition;
            }
        }
    }

    /// <summary>The field of a group that holds the results of a function.</summary>
    private static string Name(GroupingFunction function) => function.ToString().ToLowerInvariant();

    private static IEnumerable<DefinitionNode> Measured(Grouping grouping, GroupingFunction function)
    {
        var measures = grouping.Measures.Where(measure => measure.Function == function).ToList();
        var references = measures.Where(measure => measure.Path.Length > 1).GroupBy(measure => measure.Path[0]).ToList();
        yield return Sdl.Object(
            grouping.TypeOf(function),
            $"{Results(function)} of `{grouping.Item}` items.",
            [
                .. measures.Where(measure => measure.Path.Length == 1).Select(Field),
                .. references.Select(reference =>
                    Sdl.Field(reference.Key, grouping.TypeOf(function, reference.Key) + "!", $"Of the items' `{reference.Key}`.")
                ),
            ]
        );
        foreach (var reference in references)
        {
            yield return Sdl.Object(
                grouping.TypeOf(function, reference.Key),
                $"{Results(function)} of the `{reference.Key}` of `{grouping.Item}` items.",
                reference.Select(Field)
            );
        }

        static FieldDefinitionNode Field(GroupingMeasure measure) => Sdl.Field(measure.Path[^1], measure.Type, measure.Description);
    }

    private static string Results(GroupingFunction function) =>
        function switch
        {
            GroupingFunction.Sum => "Sums",
            GroupingFunction.Avg => "Means",
            GroupingFunction.Min => "Smallest and earliest",
            _ => "Greatest and latest",
        };

    private static HashSet<string> Items(IEnumerable<DefinitionNode> definitions) =>
        definitions
            .SelectMany(definition =>
                definition switch
                {
                    ObjectTypeNode node => node.Fields,
                    InterfaceTypeNode node => node.Fields,
                    _ => [],
                }
            )
            .Where(Catalogue.IsConnection)
            .Select(field => UsedNames.NameOf(field.Type))
            .ToHashSet(StringComparer.Ordinal);

    // A written type of such a name would silently take the place of the derived one, and a key stand for two things.
    private static bool IsClear(Grouping grouping, IReadOnlyList<DefinitionNode> definitions, SchemaErrors errors)
    {
        var isClear = true;
        var names = Definitions(grouping)
            .Cast<TypeDefinitionNode>()
            .Select(type => type.Name.Value)
            .SelectMany(name => new[] { name, name + "FilterInput", name + "SortInput" })
            .Concat([Plural.Of(grouping.Group) + "Connection", Plural.Of(grouping.Group) + "Edge"])
            .ToHashSet(StringComparer.Ordinal);
        foreach (var type in definitions.OfType<TypeDefinitionNode>().Where(type => names.Contains(type.Name.Value)))
        {
            Report(
                type,
                $"Type \"{type.Name}\" has the name of a type that is derived for groups of {grouping.Item}. Give it another name."
            );
        }

        foreach (var key in grouping.Keys.GroupBy(key => key.Value).Where(key => key.Count() > 1))
        {
            Report(
                definitions.OfType<TypeDefinitionNode>().First(type => type.Name.Value == grouping.Item),
                $"Groups of {grouping.Item} would have the key {key.Key} for "
                    + $"{string.Join(" and ", key.Select(one => string.Join('.', one.Path)))}. "
                    + "Rename one of the fields, or mark it @unfilterable."
            );
        }

        return isClear;

        void Report(TypeDefinitionNode type, string message)
        {
            isClear = false;
            errors.Add(SchemaErrors.InvalidConvention, type, message, type.Name.Location);
        }
    }
}
