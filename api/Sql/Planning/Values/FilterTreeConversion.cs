using System.Text.Json;
using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Planning.Values;

/// <summary>A filter as JSON for a function of <c>mart</c>, which has the same words; identities become keys.</summary>
internal sealed record FilterTreeConversion(IReadOnlySet<string> KnownTypes) : Conversion
{
    public override Converted Convert(object? value)
    {
        ConversionProblem? problem = null;
        var tree = Fields(value, typeName: null, ref problem);
        return problem is null ? new(JsonSerializer.Serialize(tree)) : new(null, problem);
    }

    /// <param name="typeName">The type whose identities are compared, inside the field that compares them.</param>
    private object? Fields(object? value, string? typeName, ref ConversionProblem? problem)
    {
        if (value is not IReadOnlyDictionary<string, object?> fields)
        {
            return Compared(value, typeName, ref problem);
        }

        var tree = new Dictionary<string, object?>(fields.Count, StringComparer.Ordinal);
        foreach (var (name, inner) in fields)
        {
            if (name == "within")
            {
                // What takes "within" was renamed before; here it is asked of what stands in no tree.
                problem ??= new ConversionProblem(
                    "SP-FILTER-002",
                    "\"within\" asks for what is below something in a tree; what is compared here stands in none. Use \"eq\" or \"in\"."
                );
            }
            else if (typeName is null && IndicatorsMap.Identities.GetValueOrDefault(name) == "Committee" && Tree(inner) is { } within)
            {
                // The tree is a key of its own there.
                Add(tree, new() { [IndicatorsMap.CommitteeTree] = new Dictionary<string, object?> { ["eq"] = within } }, ref problem);
                if (Without(inner) is { Count: > 0 } rest)
                {
                    Add(tree, new() { [name] = rest }, ref problem);
                }

                continue;
            }

            tree[name] = name is "and" or "or"
                ? Each(inner, typeName, ref problem)
                : Fields(inner, typeName ?? IndicatorsMap.Identities.GetValueOrDefault(name), ref problem);
        }

        return tree;
    }

    private static object? Tree(object? comparison) =>
        comparison is IReadOnlyDictionary<string, object?> operations ? operations.GetValueOrDefault("within") : null;

    private static Dictionary<string, object?> Without(object? comparison) =>
        ((IReadOnlyDictionary<string, object?>)comparison!)
            .Where(operation => operation.Key != "within")
            .ToDictionary(StringComparer.Ordinal);

    // Beside whatever else is asked of the same key.
    private void Add(Dictionary<string, object?> tree, Dictionary<string, object?> condition, ref ConversionProblem? problem)
    {
        if (!tree.TryGetValue("and", out var known) || known is not List<object?> all)
        {
            tree["and"] = all = [];
        }

        all.Add(Fields(condition, typeName: null, ref problem));
    }

    private List<object?>? Each(object? value, string? typeName, ref ConversionProblem? problem)
    {
        if (value is not IReadOnlyList<object?> items)
        {
            return null;
        }

        var list = new List<object?>(items.Count);
        foreach (var item in items)
        {
            list.Add(Fields(item, typeName, ref problem));
        }

        return list;
    }

    private object? Compared(object? value, string? typeName, ref ConversionProblem? problem)
    {
        var conversion = typeName is null ? None : new KeyConversion(typeName, KnownTypes, OthersAreNull: false);
        var converted = value switch
        {
            null => new Converted(null),
            // Numbers and days stay what they are: JSON has them all, an array of one type of SQL does not.
            IReadOnlyList<object?> items when typeName is null => items.Contains(null) ? EachConversion.HoldsNull : new Converted(items),
            IReadOnlyList<object?> => new EachConversion(conversion, SqlType.Key).Convert(value),
            _ => conversion.Convert(value),
        };
        problem ??= converted.Problem;
        return converted.Value;
    }
}
