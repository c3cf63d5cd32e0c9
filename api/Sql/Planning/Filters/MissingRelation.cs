using System.Collections.Immutable;
using SocietyParty.GraphQL.Execution;

namespace SocietyParty.Sql.Planning.Filters;

/// <summary>
/// A filter on a to-one relation, asked of a row that has none: true where it asks for just that, <c>parent: { id: { eq: null } }</c>.
/// Known when the operation is planned, because null belongs to a filter's shape.
/// </summary>
internal static class MissingRelation
{
    /// <param name="identity">Name of the field that holds the related thing's identity; null where it has none.</param>
    public static bool IsAskedFor(InputObject filter, string? identity) => identity is not null && Holds(filter, identity) == true;

    /// <summary>Whether <paramref name="filter"/> says nothing else, so that no related row can meet it.</summary>
    public static bool IsAll(InputObject filter, string? identity) =>
        filter.Fields is [var (name, value)] && name == identity && value is InputObject { Fields: [("eq", InputNull)] };

    // Null for what says nothing of it.
    private static bool? Holds(InputObject filter, string identity)
    {
        bool? all = null;
        foreach (var (name, value) in filter.Fields)
        {
            var part = name switch
            {
                "and" => All(Items(value).Select(item => Holds(item, identity))),
                "or" => Any([.. Items(value).Select(item => Holds(item, identity))]),
                _ when name == identity && value is InputObject { Fields: [("eq", InputNull)] } => true,
                _ => value is InputNull ? (bool?)null : false,
            };
            all = All([all, part]);
        }

        return all;
    }

    private static bool? All(IEnumerable<bool?> parts)
    {
        bool? all = null;
        foreach (var part in parts)
        {
            if (part == false)
            {
                return false;
            }

            all ??= part;
        }

        return all;
    }

    private static bool? Any(ImmutableArray<bool?> parts) =>
        parts.Contains(true) ? true
        : parts.Contains(false) ? false
        : null;

    private static IEnumerable<InputObject> Items(InputValue value) => value is InputList list ? list.Items.OfType<InputObject>() : [];
}
