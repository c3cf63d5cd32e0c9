using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Rules.Sentences;
using SocietyParty.Sql.Planning.Values;

namespace SocietyParty.Service.Http.Exports;

/// <summary>Names in an address → lists of the contract: all of its connections, at its root or of one thing.</summary>
internal sealed class ExportCatalogue(GraphQLSchema schema, bool suggests)
{
    /// <summary>Members have no list of their own at the root: they are found among the people.</summary>
    private const string Members = "members";

    private static readonly (string, string)[] IndicatorFacts =
    [
        ("id", "指标"),
        ("nameZh", "名称"),
        ("definition", "定义"),
        ("numeratorZh", "分子"),
        ("denominatorZh", "分母"),
        ("clauses.citation", "依据"),
    ];

    /// <param name="name">A field's name, or an import sheet's, such as <c>supporting-units</c>.</param>
    /// <param name="of">Identity of the thing whose list it is; null for a list of the root.</param>
    /// <param name="isGrouped">Whether its groups are asked for; what is always in groups has no others.</param>
    /// <exception cref="ExportException">There is none.</exception>
    public ExportList Find(string name, string? of, bool isGrouped = false)
    {
        var field = FieldName(name);
        if (isGrouped && of is null && schema.Query.Field(field) is { } list && GroupsOf(list) is { } groups)
        {
            return Of(groups, $"{field}-groups") with { Title = ContractWords.Of(list) ?? field, Grouped = list };
        }

        if (of is not null)
        {
            return OfThing(field, of);
        }

        return field == Members ? MembersOf(null)
            : schema.Query.Field(field) is { } found && ItemOf(found) is not null ? Of(found, field)
            : throw Unknown(name, schema.Query);
    }

    /// <summary>The values of an indicator.</summary>
    public ExportList Indicator(string id)
    {
        var root = schema.Query.Field("indicator")!;
        return Of(((FieldsType)root.Type.Named).Field("values")!, $"indicator-{Ascii(id)}") with
        {
            Title = $"指标{id}",
            Parent = new ListParent(root.Name, null, id, IndicatorFacts),
        };
    }

    private ExportList OfThing(string field, string of)
    {
        if (GlobalId.KindOf(of) is not { } kind || schema.Type(kind) is not ObjectType type || type.Field("id") is null)
        {
            throw new ExportException(StatusCodes.Status400BadRequest, "SP-EXPORT-002", [("parameter", "of")]);
        }

        if (field == Members && kind == "Committee")
        {
            return MembersOf(of);
        }

        return type.Field(field) is { } found && ItemOf(found) is not null
            ? Of(found, field) with
            {
                Parent = new ListParent("node", type.Name, of, []),
            }
            : throw Unknown(field, type);
    }

    // All people are read, because the contract finds none by committee: whose members are exported is known by each person's branch.
    // Those whose membership ended are left out, as from the lists of branches.
    private ExportList MembersOf(string? committee) =>
        Of(schema.Query.Field("persons")!, Members) with
        {
            Title = SheetShape.People.Kind.Title,
            Owner = committee,
            Whole = ["member"],
            Sheet = SheetShape.People,
            Rows = new RowCondition(["member.branch.committee.id", "member.end.endedOn"], person =>
                LeafCell.TextAt(person, "member", "branch", "committee", "id") is { } found
                && LeafCell.TextAt(person, "member", "end", "endedOn") is null
                && (committee is null || found == committee)
            ),
        };

    private static ExportList Of(FieldDefinition field, string fileName)
    {
        var item = ItemOf(field)!;
        var sheet = SheetShape.OfType(item.Name);
        return new ExportList(field, item, sheet?.Kind.Title ?? ContractWords.Of(field) ?? field.Name, fileName) { Sheet = sheet };
    }

    private static FieldDefinition? GroupsOf(FieldDefinition list) =>
        ItemOf(list) is not null && list.Argument("by") is null ? ((FieldsType)list.Type.Named).Field("groups") : null;

    private static ObjectType? ItemOf(FieldDefinition field) =>
        Visibility.IsPublic(field)
        && field.Argument("after") is not null
        && field.Type.Named is ObjectType page
        && page.Field("nodes")?.Type.Named is ObjectType item
            ? item
            : null;

    private ExportException Unknown(string name, ObjectType holder)
    {
        var lists = holder.Fields.Where(field => ItemOf(field) is not null).Select(field => field.Name).ToList();
        if (holder == schema.Query)
        {
            lists.Add(Members);
        }

        object known = suggests ? new Sentence("SP-EXPORT-001.Known", [("lists", lists)]) : "";
        return holder == schema.Query
            ? new(StatusCodes.Status404NotFound, "SP-EXPORT-001.Root", [("name", name), ("known", known)])
            : new(
                StatusCodes.Status404NotFound,
                "SP-EXPORT-001.Thing",
                [("name", name), ("type", new OwnName(ContractWords.Of((IDefinition)holder) ?? holder.Name, holder.Name)), ("known", known)]
            );
    }

    // As import sheets are called: supporting-units is supportingUnits.
    private static string FieldName(string name) =>
        string.Concat(
            name.Split('-').Select((part, index) => index == 0 || part.Length == 0 ? part : char.ToUpperInvariant(part[0]) + part[1..])
        );

    private static string Ascii(string text) => string.Concat(text.Where(char.IsAsciiLetterOrDigit).Take(20));
}
