using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Tests;

/// <summary>A small schema with one of everything.</summary>
internal static class Sample
{
    public const string Sdl = """
        "Where reading starts."
        type Query {
          branches(asOf: Date): [Branch!]! @connection
          societies: [Society!]! @connection
          branch(id: ID!): Branch
          node(id: ID!): Node
          nodes(ids: [ID!]!): [Node]!
          search(text: String = "all", by: SearchBy): [Found!]!
          echo(int: Int, float: Float, flag: Boolean, date: Date, list: [Int!], category: Category, long: Long, decimal: Decimal): String
          required(int: Int!, other: Int! = 3): Int!
          nested(deep: [[Inner!]]!, also: [[[Inner]]]): Int
          shape: Shape
        }

        type Mutation { rename(id: ID!, name: String!): Branch! }

        type Subscription { branchChanged: Branch! societyChanged: Society! }

        interface Node { id: ID! }

        "A party branch."
        type Branch implements Node {
          id: ID!
          "Its full name."
          name: String!
          category: Category
          memberCount: Int!
          foundedOn: Date
          isActive: Boolean!
          society: Society
          tags: [String!]
          note(lang: String): String
          secret: String @unfilterable @unsortable
          oldName: String @deprecated(reason: "Use name.")
        }

        type Society implements Node {
          id: ID!
          name: String!
          branches: [Branch!]! @connection
          secretary: Person
        }

        type Person @unfilterable { name: String! }

        union Found = Branch | Society

        input Inner { value: Int }

        union Shape = Cube10 | Cube2 | Point
        interface Flat @unfilterable { edge: Int }
        interface Solid implements Flat @unfilterable { edge: Int }
        type Cube2 implements Solid & Flat @unfilterable { edge: Int }
        type Cube10 implements Solid & Flat @unfilterable { edge: Int }
        type Point @unfilterable { at: Int }

        enum Category { JOINT SINGLE @deprecated(reason: "Old.") }

        input SearchBy @oneOf { name: String id: ID }

        directive @note(text: String!) repeatable on FIELD | QUERY
        """;

    public static readonly Schema Schema = SchemaBuilder.Build(Sdl).Value;

    public static Document Parse(string text) => Parser.Parse(text).Value;
}
