using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.Graph.Tests.Sql.Indexes;

/// <summary>One thing to filter by.</summary>
/// <param name="Name">Type, field and operation: <c>Branch.name contains</c>.</param>
/// <param name="Where">The filter; for an enum once with its first and once with its last value, since the other may be nearly
/// everybody's.</param>
internal sealed record FilterPath(string Root, string Name, IReadOnlyList<string> Where);

/// <summary>Walks the derived filter types from the query's connections, through to-one relations and <c>some</c>.</summary>
internal static class FilterPaths
{
    private const string List = "ListFilterInputTypeOf";
    private const string Operations = "OperationFilterInput";

    /// <summary>By nature without an index: <c>neq</c>, <c>nin</c> and the other negations.</summary>
    private static readonly string[] Indexable = ["eq", "gt", "contains", "startsWith", "endsWith"];

    public static IEnumerable<FilterPath> Of(SocietyParty.GraphQL.TypeSystem.Schema schema, int depth) =>
        from field in schema.Query.Fields
        where field.Has("connection")
        let filter = (InputObjectType)field.Arguments.Single(argument => argument.Name == "where").Type.Named
        from path in Of(filter, depth, words => words.Values[0]).Zip(Of(filter, depth, words => words.Values[^1]))
        select new FilterPath(field.Name, path.First.Name, [.. new[] { path.First.Where, path.Second.Where }.Distinct()]);

    private static IEnumerable<(string Name, string Where)> Of(InputObjectType type, int depth, Func<EnumType, EnumValueDefinition> word)
    {
        foreach (var field in type.Fields.Where(field => field.Name is not ("and" or "or" or "not")))
        {
            if (field.Type.Named is not InputObjectType target)
            {
                // A tree's: what is below something.
                yield return ($"{Owner(type)}.{field.Name}", $"{{ {field.Name}: {Value(field.Type.Named, Owner(type), word)} }}");
                continue;
            }

            if (target.Name.EndsWith(Operations, StringComparison.Ordinal))
            {
                foreach (var operation in target.Fields.Where(operation => Indexable.Contains(operation.Name)))
                {
                    yield return (
                        $"{Owner(type)}.{field.Name} {operation.Name}",
                        $"{{ {field.Name}: {{ {operation.Name}: {Value(operation.Type.Named, Owner(type), word)} }} }}"
                    );
                }
            }
            else if (depth > 0)
            {
                var isList = target.Name.StartsWith(List, StringComparison.Ordinal);
                var inner = isList ? (InputObjectType)target.Fields.Single(item => item.Name == "some").Type.Named : target;
                foreach (var (name, where) in Of(inner, depth - 1, word))
                {
                    yield return (name, isList ? $"{{ {field.Name}: {{ some: {where} }} }}" : $"{{ {field.Name}: {where} }}");
                }
            }
        }
    }

    private static string Owner(InputObjectType type) => type.Name[..^"FilterInput".Length];

    // Values that few rows have: it is asked whether an index can serve, not whether it pays for half of a table.
    private static string Value(NamedType type, string owner, Func<EnumType, EnumValueDefinition> word) =>
        type switch
        {
            EnumType words => word(words).Name,
            { Name: "ID" } => $"\"{Convert.ToBase64String(System.Text.Encoding.UTF8.GetBytes(owner + ":1"))}\"",
            { Name: "Date" } => "\"2026-06-20\"",
            { Name: "Int" or "Long" or "Decimal" } => "2090",
            { Name: "Boolean" } => "false",
            _ => "\"化学\"",
        };
}
