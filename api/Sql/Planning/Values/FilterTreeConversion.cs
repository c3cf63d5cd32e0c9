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
            tree[name] = name is "and" or "or"
                ? Each(inner, typeName, ref problem)
                : Fields(inner, typeName ?? IndicatorsMap.Identities.GetValueOrDefault(name), ref problem);
        }

        return tree;
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
            IReadOnlyList<object?> => new EachConversion(conversion, typeName is null ? SqlType.Text : SqlType.Key).Convert(value),
            _ => conversion.Convert(value),
        };
        problem ??= converted.Problem;
        return converted.Value;
    }
}
