using System.Collections.Immutable;
using System.Globalization;
using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.TypeSystem.Derivation;

/// <summary>
/// Puts <c>@listSize</c> and <c>@cost</c> where our conventions say what they are: fields that give a page, counts of all pages, and
/// conditions on the items of a list. What somebody wrote by hand stays.
/// </summary>
internal sealed class CostConvention
{
    /// <summary>A page, a count and a condition on a list are each a query of their own inside the statement.</summary>
    private const string QueryWeight = "10";

    private static readonly ImmutableArray<string> Slicing = ["first", "last"];
    private static readonly ImmutableArray<string> Sized = ["edges", "nodes"];

    private readonly PageSizes sizes;
    private readonly Dictionary<string, ImmutableArray<string>> pages = new(StringComparer.Ordinal);

    private CostConvention(List<DefinitionNode> definitions, PageSizes sizes)
    {
        this.sizes = sizes;
        foreach (var type in definitions.OfType<ObjectTypeNode>())
        {
            ImmutableArray<string> lists =
            [
                .. Sized.Where(name => type.Fields.Any(field => field.Name.Value == name && Catalogue.IsList(field.Type))),
            ];
            if (!lists.IsEmpty)
            {
                pages.TryAdd(type.Name.Value, lists);
            }
        }
    }

    public static List<DefinitionNode> Apply(List<DefinitionNode> definitions, PageSizes sizes, SchemaErrors errors)
    {
        var convention = new CostConvention(definitions, sizes);
        return
        [
            .. definitions.Select(definition =>
            {
                var result = convention.Definition(definition, errors);
                if (!ReferenceEquals(result, definition))
                {
                    errors.Inherit(definition, result);
                }
                return result;
            }),
        ];
    }

    private DefinitionNode Definition(DefinitionNode definition, SchemaErrors errors) =>
        definition switch
        {
            ObjectTypeNode node => node with { Fields = [.. node.Fields.Select(field => Field(node.Name.Value, field, errors))] },
            InterfaceTypeNode node => node with { Fields = [.. node.Fields.Select(field => Field(node.Name.Value, field, errors))] },
            InputObjectTypeNode node when node.Name.Value.StartsWith(TypeGenerator.ListPrefix, StringComparison.Ordinal) => node with
            {
                Fields = [.. node.Fields.Select(field => field with { Directives = With(field.Directives, Cost()) })],
            },
            _ => definition,
        };

    private FieldDefinitionNode Field(string owner, FieldDefinitionNode field, SchemaErrors errors)
    {
        var directives = field.Directives;
        var slicing = Slicing.Where(name => field.Arguments.Any(argument => argument.Name.Value == name)).ToList();
        if (slicing.Count > 0 && pages.TryGetValue(UsedNames.NameOf(field.Type), out var sized))
        {
            directives = With(With(directives, ListSize(slicing, sized)), Cost());
        }
        else if (field.Name.Value == "totalCount" && pages.ContainsKey(owner))
        {
            directives = With(directives, Cost());
        }

        if (directives.Length == field.Directives.Length)
        {
            return field;
        }

        var result = field with { Directives = directives };
        errors.Inherit(field, result);
        return result;
    }

    private static ImmutableArray<DirectiveNode> With(ImmutableArray<DirectiveNode> directives, DirectiveNode added) =>
        directives.Any(directive => directive.Name.Value == added.Name.Value) ? directives : directives.Add(added);

    private DirectiveNode ListSize(IEnumerable<string> slicing, IEnumerable<string> sized) =>
        Sdl.Directive(
            "listSize",
            ("assumedSize", Number(sizes.Max)),
            ("slicingArguments", Texts(slicing)),
            ("slicingArgumentDefaultValue", Number(sizes.Default)),
            ("sizedFields", Texts(sized)),
            ("requireOneSlicingArgument", new BooleanValueNode(false, SourceLocation.None))
        );

    private static DirectiveNode Cost() => Sdl.Directive("cost", ("weight", Text(QueryWeight)));

    private static IntValueNode Number(int value) => new(value.ToString(CultureInfo.InvariantCulture), SourceLocation.None);

    private static StringValueNode Text(string value) => new(value, IsBlock: false, SourceLocation.None);

    private static ListValueNode Texts(IEnumerable<string> values) => new([.. values.Select(Text)], SourceLocation.None);
}
