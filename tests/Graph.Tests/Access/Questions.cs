using SocietyParty.Graph.Tests.Service;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Sql.Planning.Values;

namespace SocietyParty.Graph.Tests.Access;

/// <summary>
/// Everything that the contract's root fields can be asked, made of the contract: each root field with its leaves, and with each of its
/// relations. A new field or relation is among them by itself; one whose arguments nobody thought of is in <see cref="LeftOut"/>.
/// </summary>
internal static class Questions
{
    // Of things that are found by their identity: the city has more of each committee's than these.
    private const int KeysMax = 12;

    private const int CallsMax = 2;

    private static readonly SocietyParty.GraphQL.TypeSystem.Schema Contract = ServicePipeline.Schema;

    /// <summary>Values for required arguments, by the argument's name or the field's and the argument's.</summary>
    private static readonly Dictionary<string, string> Values = new(StringComparer.Ordinal)
    {
        ["coverage.by"] = "[COMMITTEE]",
        ["indicator.id"] = "\"I01\"",
        ["register.kind"] = "ASSESSMENT",
        ["document.code"] = "\"000\"",
        ["whatIf.ruleSet"] = "\"default\"",
        ["whatIf.from"] = "\"2026-01-31\"",
        ["whatIf.to"] = "\"2026-01-31\"",
    };

    /// <summary>Fields with a required argument that no value is known for, such as <c>Branch.score(item)</c>.</summary>
    public static SortedSet<string> LeftOut { get; } = new(StringComparer.Ordinal);

    /// <summary>Name and text.</summary>
    public static IEnumerable<(string Name, string Text)> All()
    {
        foreach (var field in Contract.Query.Fields.Where(field => field.Name is not ("node" or "nodes")))
        {
            foreach (var (call, suffix) in Calls(field))
            {
                var type = Composite(field);
                if (type is null)
                {
                    yield return (field.Name, $"{{ {call} }}");
                    continue;
                }

                foreach (var (name, text) in Selections(type))
                {
                    yield return (field.Name + name + suffix, $"{{ {call} {text} }}");
                }
            }
        }
    }

    /// <summary>The first things of every type that has an identity.</summary>
    public static IEnumerable<(string Name, string Text)> ByIdentity()
    {
        foreach (var type in Contract.PossibleTypes((InterfaceType)Contract.Type("Node")!))
        {
            var ids = string.Join(", ", Enumerable.Range(1, KeysMax).Select(key => $"\"{GlobalId.Format(type.Name, key)}\""));
            yield return ("nodes." + type.Name, $"{{ nodes(ids: [{ids}]) {{ id ... on {type.Name} {Leaves(type)} }} }}");
            yield return (
                "node." + type.Name,
                $"{{ node(id: \"{GlobalId.Format(type.Name, 1)}\") {{ id ... on {type.Name} {Leaves(type)} }} }}"
            );
        }
    }

    private static IEnumerable<(string Call, string Suffix)> Calls(FieldDefinition field)
    {
        var required = field.Arguments.Where(argument => argument.IsRequired).ToList();
        if (required is [{ Name: "id" }] && !Values.ContainsKey(field.Name + ".id"))
        {
            for (var key = 1; key <= CallsMax; key++)
            {
                yield return ($"{field.Name}(id: \"{GlobalId.Format(field.Type.Named.Name, key)}\")", $" {key}");
            }

            yield break;
        }

        if (Arguments(field.Name, field) is { } arguments)
        {
            yield return (field.Name + arguments, "");
        }
    }

    private static string? Arguments(string owner, FieldDefinition field)
    {
        var given = new List<string>();
        foreach (var argument in field.Arguments.Where(argument => argument.IsRequired))
        {
            if (!Values.TryGetValue($"{owner}.{argument.Name}", out var value))
            {
                LeftOut.Add($"{owner}({argument.Name})");
                return null;
            }

            given.Add($"{argument.Name}: {value}");
        }

        if (Rows(field.Type.Named) is not null && field.Argument("first") is not null)
        {
            given.Add("first: 100");
        }

        return given.Count == 0 ? "" : $"({string.Join(", ", given)})";
    }

    /// <summary>The leaves, then each relation with its leaves and the leaves of what hangs from them.</summary>
    private static IEnumerable<(string Name, string Text)> Selections(FieldsType type)
    {
        var of = Rows(type) ?? type;
        yield return ("", Wrap(type, Leaves(of)));
        foreach (var relation in of.Fields)
        {
            if (Composite(relation) is { } to && Arguments($"{of.Name}.{relation.Name}", relation) is { } arguments)
            {
                yield return (
                    $".{relation.Name}",
                    Wrap(type, $"{{ __typename {relation.Name}{arguments} {Wrap(to, Deep(Rows(to) ?? to))} }}")
                );
            }
        }
    }

    private static string Deep(FieldsType type)
    {
        var relations = type
            .Fields.Where(field => Composite(field) is { } to && Rows(to) is null)
            .Select(field => (Field: field, Arguments: Arguments($"{type.Name}.{field.Name}", field)))
            .Where(one => one.Arguments is not null)
            .Select(one => $"{one.Field.Name}{one.Arguments} {Leaves(Composite(one.Field)!)}");
        return $"{{ {Inside(type)} {string.Join(' ', relations)} }}";
    }

    private static string Wrap(FieldsType type, string rows) => Rows(type) is null ? rows : $"{{ totalCount nodes {rows} }}";

    private static string Leaves(FieldsType type) => $"{{ {Inside(type)} }}";

    private static string Inside(FieldsType type) =>
        "__typename "
        + string.Join(
            ' ',
            type.Fields.Where(field => field.Type.Named.IsLeaf && !field.Arguments.Any(argument => argument.IsRequired))
                .Select(field => field.Name)
        );

    private static FieldsType? Composite(FieldDefinition field) => field.Type.Named as FieldsType;

    /// <summary>The type of a connection's rows; null for what is none.</summary>
    private static FieldsType? Rows(NamedType type) =>
        type is ObjectType connection && connection.Field("nodes") is { } nodes && connection.Field("totalCount") is not null
            ? nodes.Type.Named as FieldsType
            : null;
}
