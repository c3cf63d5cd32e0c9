using System.Globalization;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Tests.Oracle;

/// <summary>Literals and variables for the places of a document, as tokens; wrong ones as often as asked for.</summary>
internal sealed class LiteralGenerator(Schema schema, Random random)
{
    private readonly NamedType[] inputs =
    [
        .. schema.Types.Where(type => type.IsInput && !type.Name.StartsWith("__", StringComparison.Ordinal)),
    ];
    private readonly List<(string Name, string Type, List<string> Default)> variables = [];
    private double wrongRate;
    private int variablesNamed;

    private static readonly string[][] Odd =
    [
        ["1"],
        ["-7"],
        ["2147483648"],
        ["9007199254740993"],
        ["1.5"],
        ["1e3"],
        ["-0"],
        ["1e400"],
        ["true"],
        ["null"],
        ["\"text\""],
        ["\"\"\"block \\\"\"\" 中\"\"\""],
        ["NOPE"],
        ["RED"],
        ["REDD"],
        ["[", "]"],
        ["[", "1", ",", "null", "]"],
        ["{", "}"],
        ["{", "width", ":", "\"a\"", "}"],
        ["{", "name", ":", "1", ",", "id", ":", "2", "}"],
        ["{", "name", ":", "null", "}"],
        ["{", "x", ":", "1", ",", "x", ":", "2", "}"],
        ["[", "[", "[", "1", "]", "]", "]"],
        ["$undefined"],
        ["\"é\\n\\u0041\""],
        ["{", "name", ":", "$undefined", "}"],
        ["\"RED\""],
        ["FAST"],
        ["\"\""],
        ["{", "nmae", ":", "{", "eq", ":", "[", "]", "}", "}"],
    ];

    public void Start(double rate)
    {
        wrongRate = rate;
        variables.Clear();
        variablesNamed = 0;
    }

    public void StartOperation() => variables.Clear();

    public bool Wrong() => random.NextDouble() < wrongRate;

    public IReadOnlyList<string> Any() => Odd[random.Next(Odd.Length)];

    /// <summary>Variable definitions of the operation, in parentheses; nothing when it has none.</summary>
    public List<string> Definitions()
    {
        var defined = variables.Where(_ => !Wrong()).ToList();
        if (Wrong())
        {
            defined.Add(("unused", "Int", []));
        }

        if (Wrong())
        {
            defined.Add(("odd", schema.Types[random.Next(schema.Types.Length)].Name, []));
        }

        if (defined.Count > 0 && Wrong())
        {
            defined.Add(defined[0]);
        }

        if (defined.Count == 0)
        {
            return [];
        }

        var tokens = new List<string> { "(" };
        foreach (var (name, type, literal) in defined)
        {
            tokens.AddRange(["$" + name, ":", type, .. literal]);
            if (random.Next(20) == 0 && schema.Directive("once") is not null)
            {
                tokens.AddRange(["@once", "(", "flag", ":", Wrong() ? "1" : "false", ")"]);
            }
        }

        return [.. tokens, ")"];
    }

    /// <summary>A value where the type is expected.</summary>
    public IReadOnlyList<string> At(GraphQLType type, bool hasDefault) => Value(type, 0, hasDefault, mayVary: true);

    private List<string> Value(GraphQLType type, int depth, bool hasDefault, bool mayVary)
    {
        if (Wrong())
        {
            return [.. mayVary ? Any() : Odd[random.Next(13)]];
        }

        if (mayVary && random.Next(6) == 0)
        {
            return ["$" + Variable(type, hasDefault)];
        }

        if (!type.IsNonNull && random.Next(25) == 0)
        {
            return ["null"];
        }

        return type.Nullable switch
        {
            ListType list when random.Next(6) > 0 => List(list, depth, mayVary),
            ListType list => Value(
                list.ItemType is NonNullType ? list.ItemType : new NonNullType(list.ItemType),
                depth,
                false,
                mayVary: false
            ),
            InputObjectType input => Object(input, depth, mayVary),
            EnumType enumeration => [enumeration.Values[random.Next(enumeration.Values.Length)].Name],
            var scalar => [Scalar(scalar.Named.Name)],
        };
    }

    private List<string> List(ListType list, int depth, bool mayVary)
    {
        var count = depth > 3 ? 0 : random.Next(3);
        return ["[", .. Enumerable.Range(0, count).SelectMany(_ => Value(list.ItemType, depth + 1, false, mayVary)), "]"];
    }

    private List<string> Object(InputObjectType type, int depth, bool mayVary)
    {
        var fields =
            type.IsOneOf && !Wrong()
                ? [type.Fields[random.Next(type.Fields.Length)]]
                : type.Fields.Where(field => field.IsRequired ? !Wrong() : random.Next(6) == 0 && depth < 4).ToList();
        var tokens = new List<string> { "{" };
        foreach (var field in fields)
        {
            var place = type.IsOneOf && !Wrong() ? new NonNullType(field.Type.Nullable) : field.Type;
            tokens.AddRange([
                Wrong() ? field.Name + "s" : field.Name,
                ":",
                .. Value(place, depth + 1, field.DefaultValue is not null, mayVary),
            ]);
        }

        if (Wrong() && fields.Count > 0)
        {
            tokens.AddRange([fields[0].Name, ":", "null"]);
        }

        return [.. tokens, "}"];
    }

    private string Variable(GraphQLType type, bool hasDefault)
    {
        var text = Wrong() ? inputs[random.Next(inputs.Length)].Name : type.ToString()!;
        var known = variables.Where(variable => variable.Type == text && variable.Default.Count == 0).ToList();
        if (known.Count > 0 && random.Next(2) == 0)
        {
            return known[random.Next(known.Count)].Name;
        }

        var isLoose = type.IsNonNull && text.EndsWith('!') && random.Next(4) == 0;
        // A nullable variable fits a non-null place that has a default, or brings its own.
        List<string> literal =
            isLoose && !hasDefault || random.Next(8) == 0 ? ["=", .. Value(new NonNullType(type.Nullable), 2, false, mayVary: false)] : [];
        var name = "v" + (variablesNamed++).ToString(CultureInfo.InvariantCulture);
        variables.Add((name, isLoose ? text[..^1] : text, literal));
        return name;
    }

    private string Scalar(string name) =>
        name switch
        {
            "Int" => random.Next(-5, 1000).ToString(CultureInfo.InvariantCulture),
            "Float" => random.Next(2) == 0 ? "3" : "-2.5e-1",
            "Boolean" => random.Next(2) == 0 ? "true" : "false",
            "ID" => random.Next(2) == 0 ? "12" : "\"n:1\"",
            "Date" => "\"2022-12-31\"",
            "DateTime" => "\"2022-12-31T08:00:00Z\"",
            "Decimal" => "1.5",
            "Long" => "5000000000",
            "Any" => random.Next(2) == 0 ? "{ a : [1, $undefined2] }".Replace("$undefined2", "B", StringComparison.Ordinal) : "\"any\"",
            _ => random.Next(2) == 0 ? "\"text\"" : "\"\"\"a\n  b\"\"\"",
        };
}
