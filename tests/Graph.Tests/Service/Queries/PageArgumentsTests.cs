using SocietyParty.Graph.Tests.Service.Mutations;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.Graph.Tests.Service.Queries;

/// <summary>Sizes of pages are checked whatever is selected, on every field of the contract that has them.</summary>
[Collection(ServiceCollection.Name)]
public sealed class PageArgumentsTests(ServiceFixture service)
{
    private const int DepthMax = 5;

    private static readonly string[] Selections = ["totalCount", "__typename", "pageInfo { hasNextPage }", "nodes { __typename }"];

    [Fact]
    public async Task A_negative_size_is_refused_whatever_is_selected()
    {
        var passed = new List<string>();
        var queries = Queries().ToList();
        queries.Count.ShouldBeGreaterThan(100);
        foreach (var query in queries)
        {
            var answer = await service.AskAsync(query);
            var codes = answer.TryGetProperty("errors", out var errors)
                ? string.Join(' ', errors.EnumerateArray().Select(error => error.GetProperty("extensions").GetProperty("code").GetString()))
                : "answered";
            if (codes != "SP-PAGE-001")
            {
                passed.Add($"{codes}: {query}");
            }
        }

        passed.ShouldBeEmpty();
    }

    /// <summary>A query for each field with <c>first</c> and each selection, by the shortest way from a root field.</summary>
    private static IEnumerable<string> Queries()
    {
        var seen = new HashSet<string>(StringComparer.Ordinal);
        var open = new Queue<(string Way, ObjectType Type, int Depth)>([("{ # }", ServicePipeline.Schema.Query, 0)]);
        while (open.TryDequeue(out var place))
        {
            foreach (var field in place.Type.Fields)
            {
                if (field.Type.Named is not ObjectType type || !seen.Add($"{place.Type.Name}.{field.Name}"))
                {
                    continue;
                }

                if (field.Argument("first") is not null && type.Name.EndsWith("Connection", StringComparison.Ordinal))
                {
                    foreach (
                        var selection in Selections.Where(one => type.Fields.Any(known => one.StartsWith(known.Name) || one[0] == '_'))
                    )
                    {
                        yield return place.Way.Replace("#", $"{field.Name}{Arguments(field, "first: -1")} {{ {selection} }}");
                    }
                }

                if (place.Depth < DepthMax)
                {
                    open.Enqueue((place.Way.Replace("#", $"{field.Name}{Arguments(field)} {{ # }}"), type, place.Depth + 1));
                }
            }
        }
    }

    private static string Arguments(FieldDefinition field, params string[] more)
    {
        var all = field
            .Arguments.Where(argument => argument.IsRequired)
            .Select(argument => $"{argument.Name}: {Value(field, argument)}")
            .Concat(more)
            .ToList();
        return all.Count == 0 ? "" : $"({string.Join(", ", all)})";
    }

    private static string Value(FieldDefinition field, InputValueDefinition argument) =>
        argument.Type switch
        {
            { IsList: true } when argument.Name == "by" => $"[{((EnumType)argument.Type.Named).Values[0].Name}]",
            { IsList: true } => "[]",
            { Named: EnumType choices } => choices.Values[0].Name,
            { Named.Name: "Int" } => "2025",
            { Named.Name: "ID" } => $"\"{MutationFixture.Id(field.Type.Named.Name, 1)}\"",
            _ => "\"2025-01-01\"",
        };
}
