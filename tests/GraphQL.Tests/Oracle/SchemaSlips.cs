using System.Collections.Immutable;
using System.Text.RegularExpressions;
using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.Tests.Oracle;

/// <summary>One small accident to one definition; names come from the same schema, so that many slips still are GraphQL.</summary>
internal sealed partial class SchemaSlips
{
    private readonly Random random;
    private readonly string[] types;
    private readonly string[] members;

    private static readonly string[] Directives =
    [
        "@deprecated",
        "@deprecated(reason: null)",
        "@deprecated(reason: 1)",
        "@deprecated(why: \"x\")",
        "@deprecated @deprecated",
        "@specifiedBy",
        "@specifiedBy(url: \"x:y\")",
        "@specifiedBy(url: \"a\", url: \"b\")",
        "@oneOf",
        "@oneOf @oneOf",
        "@nowhere",
        "@nowhere(a: {b: 1, b: 2})",
        "@skip(if: true)",
        "@mark",
        "@mark(name: \"n\")",
        "@mark(name: \"n\") @mark(name: \"m\")",
        "@mark(name: null)",
        "@mark(name: \"n\", level: \"1\")",
        "@mark(name: \"n\", size: {width: 1, width: 2})",
        "@mark(name: \"n\", size: {height: 1})",
        "@single",
        "@single @single",
        "@single(flag: NO)",
        "@wide",
    ];

    private static readonly string[] Defaults =
    [
        "1",
        "-0",
        "1.5",
        "2147483648",
        "\"text\"",
        "true",
        "null",
        "RED",
        "NOPE",
        "[]",
        "[1, null]",
        "[RED]",
        "{}",
        "{width: 1}",
        "{width: \"a\"}",
        "{a: 1, a: 2}",
        "{id: \"1\", name: \"n\"}",
        "{id: null}",
        "\"\"\"b\"\"\"",
        "[[[1]]]",
    ];

    private static readonly string[] Strays =
    [
        "extend type Nowhere { a: Int }",
        "extend schema @single",
        "extend schema { mutation: Person }",
        "extend schema { query: Person }",
        "schema { query: Person }",
        "schema { query: Size }",
        "schema { query: Nowhere }",
        "extend type Person implements Node",
        "extend type Person implements Node { id: ID! }",
        "extend interface Node { extra: Int }",
        "extend interface Node implements Node",
        "extend interface Resource implements Node",
        "interface Loop implements Loop { a: Int }",
        "interface A1 implements B1 { a: Int } interface B1 implements A1 { a: Int }",
        "interface A1 { a: Int } interface B1 implements A1 { a: Int } type C1 implements B1 { a: Int }",
        "interface A1 { a: A1 } type C1 implements A1 { a: C1! }",
        "interface A1 { a: [A1] } type C1 implements A1 { a: [C1!]! }",
        "interface A1 { a: [A1]! } type C1 implements A1 { a: [C1] }",
        "interface A1 { a(x: Int): Int } type C1 implements A1 { a(x: Int!): Int }",
        "interface A1 { a(x: Int): Int } type C1 implements A1 { a: Int }",
        "interface A1 { a: Int } type C1 implements A1 { a(x: Int, y: Int!): Int }",
        "interface A1 { a: Int } type C1 implements A1 { a(x: Int! = 1): Int }",
        "interface A1 { a: U1 } type C1 implements A1 { a: Person } union U1 = Person",
        "interface A1 { a: Int @deprecated } type C1 implements A1 { a: Int }",
        "input I1 { a: I1! }",
        "input I1 { a: I2! } input I2 { b: I3! c: I1 } input I3 { c: I1! d: I2! }",
        "input I1 { a: [I1!]! }",
        "input I1 { a: I1! = {} }",
        "input I1 { a: I1 = {} }",
        "input I1 { a: I2 = {} } input I2 { b: I1 = {} }",
        "input I1 @oneOf { a: Int! }",
        "input I1 @oneOf { a: Int = 1 }",
        "input I1 @oneOf { a: I1 }",
        "input I1 @oneOf { a: [I1!] b: Int }",
        "input I1",
        "input I1 @oneOf",
        "extend input Size @oneOf",
        "input I1 { a: Int! @deprecated }",
        "input I1 { a: Int! = 1 @deprecated }",
        "type C1 { a(x: Int! @deprecated): Int }",
        "type C1 { a(x: Int! = 1 @deprecated): Int }",
        "directive @d1(x: Int! @deprecated) on FIELD",
        "directive @d1(x: Int @deprecated) on FIELD",
        "enum E1",
        "enum E1 { A A }",
        "extend enum Kind { RED }",
        "extend enum Kind { EXTRA }",
        "extend enum Kind @single",
        "enum E1 { __A }",
        "enum __E { A }",
        "type __T { a: Int }",
        "input I1 { __a: Int }",
        "type C1 { a(__x: Int): Int }",
        "directive @__d on FIELD",
        "directive @d1(__x: Int) on FIELD",
        "scalar __S",
        "union U1",
        "union U1 = Person | Person",
        "union U1 = Size",
        "union U1 = Node",
        "union U1 = Int",
        "union U1 = U1",
        "union U1 = Kind | Nowhere",
        "extend union U1 = Person",
        "union U1 = Person extend union U1 = Person",
        "directive @d1 on FIELD | FIELD",
        "directive @d1(x: Person) on FIELD",
        "directive @d1(x: Int = \"1\") on FIELD",
        "directive @d1(x: Int x: Int) on FIELD",
        "directive @single on FIELD",
        "directive @skip(if: Boolean!) on FIELD",
        "directive @deprecated on FIELD",
        "directive @d1(x: Int @d1) on ARGUMENT_DEFINITION",
        "directive @d1(x: I1) on INPUT_FIELD_DEFINITION input I1 { a: Int @d1 }",
        "directive @d1(x: Int @d2) on ARGUMENT_DEFINITION directive @d2(y: Int @d1) on ARGUMENT_DEFINITION",
        "scalar Int",
        "scalar ID",
        "type String { a: Int }",
        "enum Boolean { YES }",
        "extend scalar Int @single",
        "extend type __Type { a: Int }",
        "extend enum __TypeKind { A }",
        "scalar S1 extend type S1 { a: Int }",
        "extend scalar Int @specifiedBy(url: \"x:y\")",
        "type C1",
        "interface A1",
        "extend type Person @deprecated",
        "type C1 { a: [Size!] }",
        "type C1 { a(x: [Person]): Int }",
        "type C1 { a: __Type }",
        "type C1 { a(x: __TypeKind): Int }",
        "input I1 { a: __Schema }",
        "type C1 implements __Type { kind: Int }",
        "type Query { a: Int }",
        "type Mutation { a: Int }",
        "interface Subscription { a: Int }",
        "input Mutation { a: Int }",
        "scalar Query",
        "query Q { a }",
        "{ a }",
        "fragment F on Person { name }",
        "type C1 { a: Int a: Int }",
        "extend type Person { name: Int }",
        "type C1 implements Person { name: String }",
        "type C1 implements Node & Node { id: ID! }",
    ];

    public SchemaSlips(ImmutableArray<DefinitionNode> definitions, Random random)
    {
        this.random = random;
        types = [.. definitions.OfType<TypeDefinitionNode>().Select(node => node.Name.Value), "Int", "String", "Nowhere", "__Type", "ID"];
        members = [.. definitions.SelectMany(Members).Distinct(), "__odd", "other", "id", "name"];
    }

    public string Stray() => Pick(Strays);

    /// <summary>Text as tokens; white space between any two of them.</summary>
    public static List<string> Tokens(string text) => [.. Token().Matches(text).Select(match => match.Value)];

    /// <summary>What was defined, or a part of it, as an extension.</summary>
    public DefinitionNode Extension(DefinitionNode node)
    {
        var extension = (random.Next(2) == 0 ? Changed(node) : node) switch
        {
            SchemaNode schema => schema with { IsExtension = true },
            ObjectTypeNode type => type with { IsExtension = true, Fields = [.. type.Fields.Take(random.Next(2))] },
            InterfaceTypeNode type => type with { IsExtension = true, Fields = [.. type.Fields.Take(random.Next(2))] },
            EnumTypeNode type => type with { IsExtension = true, Values = [.. type.Values.Take(random.Next(2))] },
            TypeDefinitionNode type => type with { IsExtension = true },
            var other => other,
        };
        return extension;
    }

    public DefinitionNode Changed(DefinitionNode node) =>
        node switch
        {
            SchemaNode schema => random.Next(3) == 0
                ? schema with
                {
                    Directives = Used(schema.Directives),
                }
                : schema with
                {
                    Operations = Some(schema.Operations, operation => operation with { Type = Named() }),
                },
            DirectiveDefinitionNode directive => random.Next(6) == 0 ? directive with { IsRepeatable = !directive.IsRepeatable }
            : random.Next(4) == 0
                ? directive with
                {
                    Locations = Some(directive.Locations, _ => Name("FIELD", "OBJECT", "ENUM_VALUE", "INPUT_OBJECT")),
                }
            : directive with { Arguments = Some(directive.Arguments, Input) },
            TypeDefinitionNode type when random.Next(6) == 0 => type with { Directives = Used(type.Directives) },
            TypeDefinitionNode type when random.Next(10) == 0 => type with { Name = Name(types) },
            ObjectTypeNode type when random.Next(4) == 0 => type with { Interfaces = Some(type.Interfaces, _ => Named()) },
            InterfaceTypeNode type when random.Next(3) == 0 => type with { Interfaces = Some(type.Interfaces, _ => Named()) },
            ObjectTypeNode type when random.Next(12) == 0 => new InterfaceTypeNode(
                type.Description,
                type.Name,
                type.Interfaces,
                type.Directives,
                type.Fields,
                type.IsExtension,
                type.Location
            ),
            InterfaceTypeNode type when random.Next(12) == 0 => new ObjectTypeNode(
                type.Description,
                type.Name,
                type.Interfaces,
                type.Directives,
                type.Fields,
                type.IsExtension,
                type.Location
            ),
            ObjectTypeNode type => type with { Fields = Some(type.Fields, Field) },
            InterfaceTypeNode type => type with { Fields = Some(type.Fields, Field) },
            UnionTypeNode type => type with { Members = Some(type.Members, _ => Named()) },
            EnumTypeNode type => type with { Values = Some(type.Values, Value) },
            InputObjectTypeNode type => type with { Fields = Some(type.Fields, Input) },
            TypeDefinitionNode type => type with { Directives = Used(type.Directives) },
            _ => node,
        };

    private static IEnumerable<string> Members(DefinitionNode node) =>
        node switch
        {
            ObjectTypeNode type => type.Fields.Select(field => field.Name.Value),
            InterfaceTypeNode type => type.Fields.Select(field => field.Name.Value),
            EnumTypeNode type => type.Values.Select(value => value.Name.Value),
            InputObjectTypeNode type => type.Fields.Select(field => field.Name.Value),
            _ => [],
        };

    private FieldDefinitionNode Field(FieldDefinitionNode node) =>
        random.Next(6) switch
        {
            0 => node with { Name = Name(members) },
            1 => node with { Directives = Used(node.Directives) },
            2 or 3 => node with { Arguments = Some(node.Arguments, Input) },
            _ => node with { Type = Retyped(node.Type) },
        };

    private InputValueDefinitionNode Input(InputValueDefinitionNode node) =>
        random.Next(5) switch
        {
            0 => node with { Name = Name(members) },
            1 => node with { Directives = Used(node.Directives) },
            2 => node with { DefaultValue = random.Next(4) == 0 ? null : Parser.ParseValue(Pick(Defaults)).Value },
            _ => node with { Type = Retyped(node.Type) },
        };

    private EnumValueDefinitionNode Value(EnumValueDefinitionNode node) =>
        random.Next(3) == 0
            ? node with
            {
                Directives = Used(node.Directives),
            }
            : node with
            {
                Name = random.Next(4) == 0 ? Name("true", "null", "__RED", "other") : Name(members),
            };

    private TypeNode Retyped(TypeNode type) =>
        random.Next(5) switch
        {
            0 when type is NonNullTypeNode node => node.NullableType,
            0 => new NonNullTypeNode(type, default),
            1 => new ListTypeNode(type, default),
            2 when (type as NonNullTypeNode)?.NullableType is ListTypeNode list => list.ItemType,
            2 when type is ListTypeNode list => list.ItemType,
            _ => type switch
            {
                NonNullTypeNode node => new NonNullTypeNode(
                    node.NullableType is ListTypeNode list ? list with { ItemType = Named() } : Named(),
                    default
                ),
                ListTypeNode list => list with { ItemType = Named() },
                _ => Named(),
            },
        };

    private ImmutableArray<DirectiveNode> Used(ImmutableArray<DirectiveNode> directives)
    {
        if (directives.Length > 0 && random.Next(4) == 0)
        {
            return random.Next(2) == 0 ? directives.RemoveAt(0) : [.. directives, directives[0]];
        }

        var scalar = (ScalarTypeNode)Parser.Parse($"scalar S {Pick(Directives)}").Value.Definitions[0];
        return [.. directives, .. scalar.Directives];
    }

    /// <summary>One lost, doubled, swapped with another or changed.</summary>
    private ImmutableArray<T> Some<T>(ImmutableArray<T> items, Func<T, T> change)
    {
        if (items.IsEmpty)
        {
            return items;
        }

        var at = random.Next(items.Length);
        return random.Next(8) switch
        {
            0 => items.RemoveAt(at),
            1 => items.Add(items[at]),
            2 => items.Add(change(items[at])),
            _ => items.SetItem(at, change(items[at])),
        };
    }

    private NamedTypeNode Named() => new(Name(types), default);

    private NameNode Name(params string[] from) => new(Pick(from), default);

    private string Pick(string[] from) => from[random.Next(from.Length)];

    [GeneratedRegex("\"\"\"(?:\\\\\"\"\"|[^\"]|\"(?!\"\"))*\"\"\"|\"(?:\\\\.|[^\"\\\\\n])*\"|[A-Za-z_0-9.-]+|[^\\s,]")]
    private static partial Regex Token();
}
