using System.Collections.Frozen;
using System.Collections.Immutable;
using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.TypeSystem;

/// <summary>Definitions every schema has, or has when it refers to them.</summary>
public static class BuiltIns
{
    /// <summary>Directives that steer this engine; never printed, never introspected.</summary>
    public static readonly ImmutableArray<string> InternalDirectives =
    [
        "connection",
        "dated",
        "hidden",
        "mutation",
        "structural",
        "tree",
        "unfilterable",
        "ungroupable",
        "unsortable",
    ];

    /// <summary>Scalars and directives of the specification: not printed, as every schema has them.</summary>
    public static bool IsSpecified(string name) => SpecifiedNames.Contains(name);

    private static readonly ImmutableArray<string> SpecifiedNames =
    [
        "Int",
        "Float",
        "String",
        "Boolean",
        "ID",
        "include",
        "skip",
        "deprecated",
        "specifiedBy",
        "oneOf",
    ];

    /// <summary>Names that no SDL can define: scalars of the specification and the introspection types (section 3.3).</summary>
    internal static bool IsReserved(string type) => ReservedTypes.Contains(type);

    internal static ScalarCoercion Coercion(string scalar) =>
        scalar switch
        {
            "Int" => new IntCoercion(),
            "Float" => new FloatCoercion(),
            "String" => new StringCoercion(),
            "Boolean" => new BooleanCoercion(),
            "ID" => new IdCoercion(),
            "Date" => new DateCoercion(),
            "DateTime" => new DateTimeCoercion(),
            "Decimal" => new DecimalCoercion(),
            "Long" => new LongCoercion(),
            _ => new AnyCoercion(),
        };

    internal static Document Always { get; } = Parser.Parse(AlwaysSdl, ParserLimits.Sdl).Value;

    internal static Document Introspection { get; } = Parser.Parse(IntrospectionSdl.Text, ParserLimits.Sdl).Value;

    private static readonly FrozenSet<string> ReservedTypes = Always
        .Definitions.Concat(Introspection.Definitions)
        .OfType<TypeDefinitionNode>()
        .Select(type => type.Name.Value)
        .ToFrozenSet(StringComparer.Ordinal);

    /// <summary>Added when SDL uses the name without defining it.</summary>
    internal static Document OnDemand { get; } = Parser.Parse(OnDemandSdl, ParserLimits.Sdl).Value;

    private const string AlwaysSdl = """"
        "Whole numbers from -(2^31) to 2^31 - 1."
        scalar Int
        "Double-precision fractional values as specified by IEEE 754."
        scalar Float
        "Text as UTF-8 character sequences."
        scalar String
        "`true` or `false`."
        scalar Boolean
        "An opaque identifier; serialized as a string, accepted as a string or an integer."
        scalar ID

        "Includes this field or fragment only when the argument is true."
        directive @include("Included when true." if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
        "Skips this field or fragment when the argument is true."
        directive @skip("Skipped when true." if: Boolean!) on FIELD | FRAGMENT_SPREAD | INLINE_FRAGMENT
        "Marks an element of a schema as no longer supported."
        directive @deprecated(
          "Why this element was deprecated, usually with what to use instead, as CommonMark."
          reason: String! = "No longer supported"
        ) on FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE
        "Exposes a URL that specifies the behavior of this scalar."
        directive @specifiedBy("The URL that specifies the behavior of this scalar." url: String!) on SCALAR
        "Indicates exactly one field must be supplied and this field must not be `null`."
        directive @oneOf on INPUT_OBJECT
        """";

    private const string OnDemandSdl = """"
        "A day of the calendar as `yyyy-MM-dd`."
        scalar Date @specifiedBy(url: "https://scalars.graphql.org/andimarek/local-date.html")
        "A point in time with its offset, RFC 3339."
        scalar DateTime @specifiedBy(url: "https://scalars.graphql.org/andimarek/date-time.html")
        "An exact decimal number of at most 28 digits; given as a number or as a string."
        scalar Decimal
        "Whole numbers from -(2^63) to 2^63 - 1."
        scalar Long

        directive @connection on FIELD_DEFINITION
        directive @dated on FIELD_DEFINITION
        directive @hidden on OBJECT | INTERFACE | UNION | ENUM | INPUT_OBJECT | SCALAR | FIELD_DEFINITION | ARGUMENT_DEFINITION | INPUT_FIELD_DEFINITION | ENUM_VALUE
        directive @structural on ENUM
        directive @tree on OBJECT

        "A weight in the cost of an operation, as in the cost specification that HotChocolate follows."
        directive @cost(
          "A number, added for every appearance: of a field for each object that has it, of a type for each object of it."
          weight: String!
        ) on ARGUMENT_DEFINITION | ENUM | FIELD_DEFINITION | INPUT_FIELD_DEFINITION | OBJECT | SCALAR

        "How many items a field gives at the most, for the cost of an operation."
        directive @listSize(
          "Items where no slicing argument tells their number."
          assumedSize: Int
          "Arguments whose value is the number of items."
          slicingArguments: [String!]
          "Number of items where none of the slicing arguments is given."
          slicingArgumentDefaultValue: Int
          "The lists this is the size of: fields of what the field gives. Left out: the field's own list."
          sizedFields: [String!]
          "Whether exactly one of the slicing arguments must be given."
          requireOneSlicingArgument: Boolean = true
        ) on FIELD_DEFINITION

        directive @unfilterable on OBJECT | INTERFACE | UNION | FIELD_DEFINITION
        directive @ungroupable on FIELD_DEFINITION
        directive @unsortable on OBJECT | INTERFACE | UNION | FIELD_DEFINITION
        """";
}
