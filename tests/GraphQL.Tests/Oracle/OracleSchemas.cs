using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Tests.Support;

namespace SocietyParty.GraphQL.Tests.Oracle;

/// <summary>Our own public schema and two odd ones, as SDL that both sides build.</summary>
internal static class OracleSchemas
{
    public static string PublicSdl { get; } =
        File.ReadAllText(Path.Combine(Golden.ProjectFolder(), "../../schema/graphql/public/schema.graphql"));

    /// <summary>Everything the type system has, and nothing that our conventions would add to.</summary>
    private const string Odd = """
        schema { query: Root mutation: Change subscription: Watch }

        directive @tag(name: String!, level: Int = 1, size: Size) repeatable on
          QUERY | MUTATION | SUBSCRIPTION | FIELD | FRAGMENT_DEFINITION | FRAGMENT_SPREAD | INLINE_FRAGMENT | VARIABLE_DEFINITION
        directive @once(flag: Boolean! = true) on FIELD | QUERY | FRAGMENT_SPREAD | VARIABLE_DEFINITION
        directive @many(items: [[Kind!]!]) on FIELD | INLINE_FRAGMENT

        interface Node { id: ID! }
        interface Resource implements Node { id: ID! url(secure: Boolean = true): String owner: Person }
        interface Picture implements Resource & Node {
          id: ID! url(secure: Boolean = true): String owner: Person thumbnail(size: Size! = {width: 1}): String! size: Float
        }
        interface Alone { id: Int name: String }

        type Photo implements Picture & Resource & Node {
          id: ID! url(secure: Boolean = true): String owner: Person thumbnail(size: Size! = {width: 1}, mode: Kind): String! size: Float
          tags: [String!]! matrix: [[Int!]]! kind: Kind
        }
        type Drawing implements Picture & Resource & Node {
          id: ID! url(secure: Boolean = true): String owner: Person! thumbnail(size: Size! = {width: 1}): String! size: Float
          strokes(deep: Deep): [Int]! kind: Kind! parts: [Drawing!]
        }
        type Clip implements Resource & Node { id: ID! url(secure: Boolean = true): String owner: Person size: Int kind: String length: Float! }
        type Person { name: String! friends(first: Int = 10, by: Pick): [Person!]! favorite: Media shelf: [[Media]!] any(value: Any): Any }
        type Nothing { nothing: Boolean }

        union Media = Photo | Clip | Nothing
        union Visual = Photo | Drawing

        enum Kind { RED GREEN BLUE @deprecated INFRARED }
        scalar Any

        input Size { width: Int! height: Int! = 3 unit: String = "px" kinds: [Kind!] = [RED] }
        input Pick @oneOf { name: String id: ID size: Size kind: Kind kinds: [Kind] }
        input Deep { a: [[[Int!]!]] b: Deep c: [Deep!] = [] d: Kind = RED e: Float = 1 f: ID! = "x" g: Boolean h: Any p: Pick }

        type Root {
          node(id: ID!): Node
          resource: Resource
          pictures(size: Size, kinds: [Kind!]! = [RED, BLUE]): [Picture!]!
          media(pick: Pick!): [Media!]
          visual: Visual
          person(name: String!, age: Int, height: Float, flag: Boolean): Person
          lists(deep: [[[Deep]]], ints: [Int!], nested: [[Int!]!]!): [[Int]]
          photo: Photo
          drawing: Drawing!
          any(value: Any, values: [Any!]): Any
          count: Int!
        }
        type Change { rename(id: ID!, name: String!): Person! reset: Boolean }
        type Watch { changed(kind: Kind! = RED): Media count(of: Pick): Int person: Person }
        """;

    /// <summary>Names close to one another, for suggestions, and no mutation.</summary>
    private const string Near = """
        type Query {
          name: String names: [String] nam: Int named(first: Int, fist: Int, last: Int): Query nameOf(id: ID): Query
          self: Query either: Either item(with: Item, wiht: [Item!]): Thing
        }
        interface Thing { name: String thing: Thing }
        type One implements Thing { name: String thing: One only: Int both: Int }
        type Two implements Thing { name: String thing: Thing only2: Int both: Int }
        type Three { three: Int both: String }
        union Either = One | Two | Three
        input Item { name: String nane: Int nome: [Item] mode: Mode }
        enum Mode { FAST LAST PAST }
        """;

    /// <summary>Directives for every place of SDL, and roots by their usual names.</summary>
    private const string Marked = """
        directive @mark(name: String!, level: Int = 1 @single, size: Size) repeatable on
          SCHEMA | SCALAR | OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | INTERFACE | UNION | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION
        directive @single(flag: Boolean! = true) on
          SCHEMA | SCALAR | OBJECT | FIELD_DEFINITION | ARGUMENT_DEFINITION | INTERFACE | UNION | ENUM | ENUM_VALUE | INPUT_OBJECT | INPUT_FIELD_DEFINITION
        interface Node @mark(name: "n") { id: ID! @single }
        interface Resource implements Node { id: ID! links(of: Kind = RED @single): [Node!] }
        type Person implements Resource & Node @mark(name: "a") @mark(name: "b") { id: ID! links(of: Kind = RED, more: Int): [Person!]! name: String @deprecated }
        union Any @single = Person | Query
        enum Kind @single { RED @mark(name: "r") GREEN @deprecated(reason: "r") BLUE }
        scalar Text @specifiedBy(url: "https://example.org") @mark(name: "t")
        input Size @mark(name: "s") { width: Int! height: Int = 3 @deprecated kinds: [Kind!]! = [RED, BLUE] @single }
        input Choice @oneOf { id: ID name: String size: Size }
        input Circle { inner: Circle others: [Circle!]! = [] partner: Partner }
        input Partner { circle: Circle! choice: Choice }
        type Query { node(id: ID! @mark(name: "i")): Node any(choice: Choice!): Any text(size: Size = {width: 1}): Text }
        type Mutation { change(circle: Circle): Person }
        """;

    /// <summary>Where slips are made.</summary>
    public static IReadOnlyList<string> Slippery { get; } = [Marked, Odd, Marked, Near];

    public static IReadOnlyDictionary<string, string> Sdl { get; } =
        new Dictionary<string, string>
        {
            ["public"] = PublicSdl,
            ["odd"] = Odd,
            ["near"] = Near,
        };

    public static IReadOnlyDictionary<string, Schema> Built { get; } =
        Sdl.ToDictionary(pair => pair.Key, pair => SchemaBuilder.Build(pair.Value).Value);

    /// <summary>What makes the oracle know them; one answer each, without meaning.</summary>
    public static IEnumerable<object> Questions =>
        Sdl.Select(pair => new
        {
            kind = "schema",
            name = pair.Key,
            sdl = pair.Value,
        });
}
