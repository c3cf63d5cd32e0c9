using System.Collections.Immutable;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Sql.Mapping;

namespace SocietyParty.Sql.Planning.Groups;

/// <summary>The columns of a group's row that a field selects, filters or orders by; no others are computed.</summary>
internal static class GroupColumns
{
    public static HashSet<string> UsedBy(SelectedField groups, GroupMap map)
    {
        var used = new HashSet<string>(StringComparer.Ordinal);
        foreach (var part in Members(groups))
        {
            if (part.Field.Name == "nodes")
            {
                Selected(part, "", map, used);
            }
            else if (part.Field.Name == "edges")
            {
                foreach (var node in Members(part).Where(member => member.Field.Name == "node"))
                {
                    Selected(node, "", map, used);
                }
            }
        }

        Given(groups.Argument("having"), "", map, used);
        Given(groups.Argument("order"), "", map, used);
        return used;
    }

    private static void Selected(SelectedField field, string prefix, GroupMap map, HashSet<string> used)
    {
        foreach (var member in Members(field).Where(member => !member.IsTypeName))
        {
            var name = prefix + member.Field.Name;
            if (map.Columns.Contains(name))
            {
                used.Add(name);
            }
            else
            {
                Selected(member, name + ".", map, used);
            }
        }
    }

    private static void Given(InputValue? value, string prefix, GroupMap map, HashSet<string> used)
    {
        if (value is InputList list)
        {
            foreach (var item in list.Items)
            {
                Given(item, prefix, map, used);
            }
        }

        foreach (var (name, inner) in value is InputObject given ? given.Fields : [])
        {
            if (map.Columns.Contains(prefix + name))
            {
                used.Add(prefix + name);
            }
            else
            {
                Given(inner, name is "and" or "or" or "not" ? prefix : $"{prefix}{name}.", map, used);
            }
        }
    }

    private static ImmutableArray<SelectedField> Members(SelectedField field) =>
        field.Selections!.FieldsFor((ObjectType)field.Field.Type.Named);
}
