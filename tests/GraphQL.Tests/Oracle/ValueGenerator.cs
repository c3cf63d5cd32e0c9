using System.Text.Json.Nodes;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Tests.Oracle;

/// <summary>Operations with variables of random input types, and JSON for them, right or wrong.</summary>
internal sealed class ValueGenerator(Schema schema, Random random)
{
    private readonly NamedType[] inputs =
    [
        .. schema.Types.Where(type => type.IsInput && !type.Name.StartsWith("__", StringComparison.Ordinal)),
    ];
    private double wrongRate;

    public (string Document, JsonObject Variables) Next()
    {
        wrongRate = random.Next(3) switch
        {
            0 => 0,
            1 => 0.05,
            _ => 0.2,
        };
        var variables = new JsonObject();
        var definitions = new List<string>();
        var count = 1 + random.Next(3);
        for (var i = 0; i < count; i++)
        {
            var type = Wrapped(inputs[random.Next(inputs.Length)]);
            definitions.Add($"$v{i}: {type}");
            if (type.IsNonNull ? !Wrong() : random.Next(8) > 0)
            {
                variables[$"v{i}"] = Value(type, 0);
            }
        }

        return ($"query ({string.Join(", ", definitions)}) {{ __typename }}", variables);
    }

    private bool Wrong() => random.NextDouble() < wrongRate;

    private GraphQLType Wrapped(NamedType named)
    {
        GraphQLType type = named;
        for (var i = random.Next(4); i > 1; i--)
        {
            type = new ListType(random.Next(2) == 0 ? new NonNullType(type) : type);
        }

        return random.Next(2) == 0 ? new NonNullType(type) : type;
    }

    private JsonNode? Value(GraphQLType type, int depth)
    {
        if (Wrong())
        {
            return Any(depth);
        }

        if (!type.IsNonNull && random.Next(12) == 0)
        {
            return null;
        }

        return type.Nullable switch
        {
            ListType list when random.Next(6) > 0 => new JsonArray([
                .. Enumerable.Range(0, depth > 4 ? 0 : random.Next(4)).Select(_ => Value(list.ItemType, depth + 1)),
            ]),
            ListType list => Value(list.ItemType, depth),
            InputObjectType input => Object(input, depth),
            EnumType enumeration => Wrong()
                ? enumeration.Values[0].Name + "X"
                : enumeration.Values[random.Next(enumeration.Values.Length)].Name,
            var scalar => Scalar(scalar.Named.Name),
        };
    }

    private JsonObject Object(InputObjectType type, int depth)
    {
        var node = new JsonObject();
        var fields =
            type.IsOneOf && !Wrong()
                ? [type.Fields[random.Next(type.Fields.Length)]]
                : type.Fields.Where(field => field.IsRequired ? !Wrong() : random.Next(4) == 0 && depth < 5);
        foreach (var field in fields)
        {
            node[Wrong() ? field.Name + "s" : field.Name] = Value(
                type.IsOneOf && !Wrong() ? new NonNullType(field.Type.Nullable) : field.Type,
                depth + 1
            );
        }

        return node;
    }

    private JsonNode? Any(int depth) =>
        random.Next(14) switch
        {
            0 => null,
            1 => JsonNode.Parse("1.5"),
            2 => JsonNode.Parse("2147483648"),
            3 => JsonNode.Parse("-0"),
            4 => JsonNode.Parse("1e2"),
            5 => JsonNode.Parse("1.0"),
            6 => "text \"quoted\" 中",
            7 => true,
            8 => new JsonArray(),
            9 => new JsonObject(),
            10 => new JsonObject { ["name"] = null },
            11 => new JsonArray(1, "a", null, new JsonArray(new JsonArray(new JsonArray(1)))),
            12 => depth > 4 ? "deep" : new JsonObject { ["a"] = Any(depth + 1), ["name"] = Any(depth + 1) },
            _ => random.Next(1000),
        };

    private JsonNode Scalar(string name) =>
        name switch
        {
            "Int" => random.Next(-5, 1000),
            "Float" => random.Next(2) == 0 ? 3 : -0.25,
            "Boolean" => random.Next(2) == 0,
            "ID" => random.Next(2) == 0 ? 12 : "n:1",
            "Date" => "2022-12-31",
            "DateTime" => "2022-12-31T08:00:00Z",
            "Decimal" => 1.5,
            "Long" => 5_000_000_000,
            _ => "text",
        };
}
