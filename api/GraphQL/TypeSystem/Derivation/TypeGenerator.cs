using System.Collections.Immutable;
using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.TypeSystem.Derivation;

/// <summary>Makes the types that are named and not written, and those they name in turn.</summary>
internal sealed class TypeGenerator(Catalogue catalogue)
{
    internal const string ListPrefix = "ListFilterInputTypeOf";
    private const string Operations = "OperationFilterInput";

    private static readonly ImmutableArray<InputValueDefinitionNode> NoInputs = [];

    private readonly AggregateFilters aggregates = new(catalogue);

    /// <summary>In the order of their names, so that files in another order give the same schema.</summary>
    public IEnumerable<DefinitionNode> Generate(IEnumerable<string> used)
    {
        var connections = catalogue
            .TypeNames.Where(catalogue.HasFields)
            .ToLookup(name => Plural.Of(name) + "Connection", StringComparer.Ordinal);
        var edges = catalogue.TypeNames.Where(catalogue.HasFields).ToLookup(name => Plural.Of(name) + "Edge", StringComparer.Ordinal);
        var made = new SortedDictionary<string, DefinitionNode>(StringComparer.Ordinal);
        var wanted = new Queue<string>(used);
        while (wanted.TryDequeue(out var name))
        {
            if (catalogue.IsWritten(name) || made.ContainsKey(name))
            {
                continue;
            }

            var definition = name switch
            {
                "PageInfo" => PageInfo(),
                "PageCursor" => PageCursor(),
                "SortEnumType" => SortEnum(),
                _ when connections.Contains(name) => Connection(name, connections[name].First()),
                _ when edges.Contains(name) => Edge(name, edges[name].First()),
                _ => Input(name),
            };
            if (definition is null)
            {
                continue;
            }

            made.Add(name, definition);
            foreach (var next in UsedNames.In([definition]))
            {
                wanted.Enqueue(next);
            }
        }

        return made.Values;
    }

    private InputObjectTypeNode? Input(string name)
    {
        if (name.StartsWith(ListPrefix, StringComparison.Ordinal))
        {
            return ListFilter(name, name[ListPrefix.Length..]);
        }

        if (name.EndsWith(Operations, StringComparison.Ordinal))
        {
            return OperationFilter(name, name[..^Operations.Length]);
        }

        if (
            name.EndsWith("FilterInput", StringComparison.Ordinal)
            && name[..^"FilterInput".Length] is var filtered
            && catalogue.CanFilter(filtered)
        )
        {
            return Filter(name, filtered);
        }

        return
            name.EndsWith("SortInput", StringComparison.Ordinal) && name[..^"SortInput".Length] is var sorted && catalogue.CanSort(sorted)
            ? Sort(name, sorted)
            : new AggregateSorts(catalogue).Make(name) ?? aggregates.Make(name);
    }

    private InputObjectTypeNode Filter(string name, string type) =>
        Sdl.InputObject(
            name,
            $"Conditions on `{type}`; all that are given must hold. Null for a field that can be missing asks for what has none; any "
                + "other null is no condition.",
            [
                Sdl.Input("and", $"[{name}!]", "All of these hold."),
                Sdl.Input("or", $"[{name}!]", "At least one of these holds."),
                Sdl.Input("not", name, "This does not hold; also true where it cannot be decided, because a value is missing."),
                .. catalogue.IsTree(type) ? [Sdl.Input("within", "ID", $"This `{type}`, or one that is below it today.")] : NoInputs,
                .. catalogue
                    .Fields(type)
                    .Where(field => catalogue.FilterType(field) is not null)
                    .Select(field => Sdl.Input(field.Name.Value, catalogue.FilterType(field)!, field.Description)),
            ]
        );

    private InputObjectTypeNode Sort(string name, string type) =>
        Sdl.InputObject(
            name,
            $"An order of `{type}`: one field per entry, several are an error.",
            catalogue
                .Fields(type)
                .Where(field => catalogue.SortType(field) is not null)
                .Select(field => Sdl.Input(field.Name.Value, catalogue.SortType(field)!, field.Description))
        );

    private InputObjectTypeNode ListFilter(string name, string item) =>
        Sdl.InputObject(
            name,
            "Conditions on the items of a list.",
            [
                Sdl.Input("all", item, "Every item fulfils this; also true for no items."),
                Sdl.Input("none", item, "No item fulfils this."),
                Sdl.Input("some", item, "At least one item fulfils this."),
                Sdl.Input("any", "Boolean", "Whether there is any item at all."),
                Sdl.Input("count", "IntOperationFilterInput", "How many items there are."),
                .. aggregates.Fields(item[..^"FilterInput".Length]),
            ]
        );

    private InputObjectTypeNode? OperationFilter(string name, string leaf)
    {
        var type = leaf == "Id" ? "ID" : leaf;
        if (type is not ("ID" or "String" or "Boolean") && !Catalogue.IsComparable(type) && !catalogue.IsEnum(type))
        {
            return null;
        }

        List<InputValueDefinitionNode> fields =
        [
            Sdl.Input("eq", type, "Equal to this; null asks for missing values."),
            Sdl.Input("neq", type, "Not equal to this; null asks for present values."),
        ];
        if (type == "String")
        {
            fields.InsertRange(
                0,
                [Sdl.Input("and", $"[{name}!]", "All of these hold."), Sdl.Input("or", $"[{name}!]", "At least one of these holds.")]
            );
            fields.AddRange([
                Sdl.Input("contains", type, "Contains this text."),
                Sdl.Input("ncontains", type, "Does not contain this text."),
            ]);
        }

        if (type != "Boolean")
        {
            fields.AddRange([
                Sdl.Input("in", $"[{type}]", "Equal to one of these."),
                Sdl.Input("nin", $"[{type}]", "Equal to none of these."),
            ]);
        }

        if (type == "ID" && catalogue.HasTrees)
        {
            fields.Add(
                Sdl.Input("within", type, "Of something in a tree: this, or one that is below it today. Of anything else an error.")
            );
        }

        if (type == "String")
        {
            fields.AddRange([
                Sdl.Input("startsWith", type, "Starts with this text."),
                Sdl.Input("nstartsWith", type, "Does not start with this text."),
                Sdl.Input("endsWith", type, "Ends with this text."),
                Sdl.Input("nendsWith", type, "Does not end with this text."),
            ]);
        }

        if (Catalogue.IsComparable(type))
        {
            fields.AddRange([
                Sdl.Input("gt", type, "Greater than this."),
                Sdl.Input("ngt", type, "Not greater than this."),
                Sdl.Input("gte", type, "Greater than or equal to this."),
                Sdl.Input("ngte", type, "Neither greater than nor equal to this."),
                Sdl.Input("lt", type, "Less than this."),
                Sdl.Input("nlt", type, "Not less than this."),
                Sdl.Input("lte", type, "Less than or equal to this."),
                Sdl.Input("nlte", type, "Neither less than nor equal to this."),
            ]);
        }

        return Sdl.InputObject(name, $"Conditions on a value of `{type}`; all that are given must hold.", fields);
    }

    private DefinitionNode Connection(string name, string item) =>
        Sdl.Definitions(
                $$"""
                "A page of `{{item}}` items."
                type {{name}} {
                  "Whether there are items before or after this page."
                  pageInfo: PageInfo!
                  "The items with their cursors."
                  edges: [{{Plural.Of(item)}}Edge!]
                  "The items alone."
                  nodes: [{{item}}!]
                  "The number of items on all pages together."
                  totalCount: Int!
                  {{(catalogue.GroupingOf(item) is { } grouping ? Groups(grouping) : "")}}
                }
                """
            )
            .Single();

    private string Groups(Grouping grouping) =>
        $$"""
            "The items in groups, with numbers of each group."
            groups(
              "What to group by, in this order, each key once; an empty list gives one group for all, or none where there are no items."
              by: [{{grouping.Item}}GroupKey!]!
              {{(
                catalogue.CanFilter(grouping.Item)
                    ? $"\"Only items for which all of this holds too.\" where: {grouping.Item}FilterInput"
                    : ""
            )}}
              "Only groups for which all of this holds."
              having: {{grouping.Group}}FilterInput
              "The order of the groups, ended by the keys; a key that was not asked for orders nothing."
              order: [{{grouping.Group}}SortInput!]
              "At most this many groups from the start of the page."
              first: Int
              "Only groups after this cursor."
              after: String
              "At most this many groups from the end of the page."
              last: Int
              "Only groups before this cursor."
              before: String
            ): {{Plural.Of(grouping.Group)}}Connection!
            """;

    private static DefinitionNode Edge(string name, string item) =>
        Sdl.Definitions(
                $$"""
                "An item of a page with its cursor."
                type {{name}} {
                  "The place of the item, for `after` and `before`."
                  cursor: String!
                  "The item."
                  node: {{item}}!
                }
                """
            )
            .Single();

    private static DefinitionNode PageInfo() =>
        Sdl.Definitions(
                """
                "The place of a page among all items."
                type PageInfo {
                  "Whether there are items after this page."
                  hasNextPage: Boolean!
                  "Whether there are items before this page."
                  hasPreviousPage: Boolean!
                  "The cursor of the first item, null when the page is empty."
                  startCursor: String
                  "The cursor of the last item, null when the page is empty."
                  endCursor: String
                  "Cursors of the next few pages of the same size, the nearest first: for `after` with `first`. None on an empty page."
                  forwardCursors: [PageCursor!]! @listSize(assumedSize: 5)
                  "Cursors of the few pages of the same size before this one, the nearest first: for `before` with `last`. None on an empty page, and none where a list has no `before`."
                  backwardCursors: [PageCursor!]! @listSize(assumedSize: 5)
                }
                """
            )
            .Single();

    private static DefinitionNode PageCursor() =>
        Sdl.Definitions(
                """
                "A cursor that leads to a page near this one, so that pages can be skipped."
                type PageCursor {
                  "Pages from this one: 1 is the next page or, among `backwardCursors`, the previous one."
                  page: Int!
                  "The cursor that gives that page."
                  cursor: String!
                }
                """
            )
            .Single();

    private static DefinitionNode SortEnum() =>
        Sdl.Definitions(
                """
                "A direction of order."
                enum SortEnumType @structural {
                  "Smallest first; what has no value comes last."
                  ASC
                  "Greatest first; what has no value comes first."
                  DESC
                  "What has no value, then smallest first."
                  ASC_NULLS_FIRST
                  "Smallest first, then what has no value."
                  ASC_NULLS_LAST
                  "What has no value, then greatest first."
                  DESC_NULLS_FIRST
                  "Greatest first, then what has no value."
                  DESC_NULLS_LAST
                }
                """
            )
            .Single();
}
