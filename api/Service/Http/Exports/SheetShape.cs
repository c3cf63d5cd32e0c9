using System.Collections.Frozen;
using System.Collections.Immutable;
using System.Text.Json;
using SocietyParty.Etl.Export;
using SocietyParty.Etl.Import.Sheets;

namespace SocietyParty.Service.Http.Exports;

/// <summary>
/// Items as an import sheet has them, so that a file which was exported and edited is imported as it is. Columns that the contract does not
/// show are left out; the import leaves alone what a file does not state.
/// </summary>
internal sealed record SheetShape(SheetKind Kind, ImmutableArray<ExportField> Fields)
{
    private const int SocietiesMax = 50;

    private static readonly SheetShape Societies = Of(
        "societies",
        ("name", ["name"], node => LeafCell.TextAt(node, "name")),
        ("kind", ["kind"], node => LeafCell.TextAt(node, "kind")),
        ("level", ["level"], node => LeafCell.TextAt(node, "level")),
        ("discipline", ["discipline.code"], node => LeafCell.TextAt(node, "discipline", "code")),
        ("credit_code", ["creditCode"], node => LeafCell.TextAt(node, "creditCode")),
        ("operating_state", ["operatingState"], node => LeafCell.TextAt(node, "operatingState")),
        ("founded_on", ["foundedOn"], node => Day(node, "foundedOn")),
        ("cancelled_on", ["cancelledOn"], node => Day(node, "cancelledOn")),
        ("aliases", ["aliases.alias"], node => Texts(node.GetProperty("aliases"), "alias"))
    );

    private static readonly SheetShape Units = Of(
        "supporting-units",
        ("name", ["name"], node => LeafCell.TextAt(node, "name")),
        ("region", ["region.code"], node => LeafCell.TextAt(node, "region", "code")),
        ("credit_code", ["creditCode"], node => LeafCell.TextAt(node, "creditCode"))
    );

    private static readonly SheetShape Branches = Of(
        "branches",
        ("name", ["name"], node => LeafCell.TextAt(node, "name")),
        // What the rules call it, else what comes out would not be what went in.
        ("form", ["form", "formName"], node => LeafCell.TextAt(node, "formName") ?? LeafCell.TextAt(node, "form")),
        ("status", ["status"], node => LeafCell.TextAt(node, "status")),
        ("status_since", ["statusSince"], node => Day(node, "statusSince")),
        ("societies", ["society.id", $"{Stands}.nodes.id", $"{Stands}.nodes.name", $"{Stands}.pageInfo.hasNextPage"], SocietiesOf),
        ("category", CategoryPaths, node => LeafCell.TextAt(Category(node), "category")),
        ("category_from", CategoryPaths, node => Day(Category(node), "validFrom")),
        ("parent", ["parent.name"], node => LeafCell.TextAt(node, "parent", "name")),
        ("body", ["body"], node => LeafCell.TextAt(node, "body")),
        ("body_name", ["bodyName"], node => LeafCell.TextAt(node, "bodyName")),
        ("ends_on", ["endsOn"], node => Day(node, "endsOn"))
    );

    private static readonly SheetShape Activities = Of(
        "activities",
        ("branch", ["branch.name"], node => LeafCell.TextAt(node, "branch", "name")),
        ("kind", ["kind", "kindName"], node => LeafCell.TextAt(node, "kindName") ?? LeafCell.TextAt(node, "kind")),
        ("title", ["title"], node => LeafCell.TextAt(node, "title")),
        ("planned_on", ["plannedOn"], node => Day(node, "plannedOn")),
        ("held_on", ["heldOn"], node => Day(node, "heldOn")),
        ("is_collective", ["isCollective"], node => node.GetProperty("isCollective").GetBoolean()),
        ("has_plan", ["hasPlan"], node => node.GetProperty("hasPlan").GetBoolean()),
        ("has_record", ["hasRecord"], node => node.GetProperty("hasRecord").GetBoolean()),
        ("expected_count", ["expectedCount"], node => LeafCell.Descend(node, "expectedCount")?.GetInt64()),
        ("attended_count", ["attendedCount"], node => LeafCell.Descend(node, "attendedCount")?.GetInt64())
    );

    private static readonly SheetShape Members = Of("members", MemberFields("person.reference", "", node => node));

    /// <summary>People as party members.</summary>
    public static SheetShape People { get; } = Of("members", MemberFields("reference", "member.", node => node.GetProperty("member")));

    // By the type of the items.
    private static readonly FrozenDictionary<string, SheetShape> ByType = new Dictionary<string, SheetShape>
    {
        ["Society"] = Societies,
        ["SupportingUnit"] = Units,
        ["Branch"] = Branches,
        ["Activity"] = Activities,
        ["Member"] = Members,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private static string Stands => $"societies(first: {SocietiesMax})";

    private static string[] CategoryPaths => ["category", "categoryHistory.category", "categoryHistory.validFrom"];

    /// <summary>Null for items that no sheet has.</summary>
    public static SheetShape? OfType(string typeName) => ByType.GetValueOrDefault(typeName);

    private static SheetShape Of(string kind, params (string Key, string[] Paths, Func<JsonElement, object?> Read)[] fields)
    {
        var sheet = SheetKind.Find(kind)!;
        return new SheetShape(
            sheet,
            [
                .. fields.Select(field =>
                {
                    var column = sheet.Columns.Single(column => column.Key == field.Key);
                    var type = column.Type switch
                    {
                        ColumnType.Date => ExportType.Day,
                        ColumnType.Integer => ExportType.WholeNumber,
                        _ => ExportType.Text,
                    };
                    return new ExportField(
                        new ExportColumn(column.Key, column.Header, type, column.Help),
                        [.. field.Paths],
                        // Words and lists as the sheet has them.
                        node =>
                            field.Read(node) switch
                            {
                                null => null,
                                DateOnly day => day,
                                long number => number,
                                var value => SheetTemplate.Show(column, value),
                            }
                    )
                    {
                        Leaf = LeafOf(column, field.Paths),
                    };
                }),
            ]
        );
    }

    // A field of one path is its leaf, as the sheet shows it; a list is none, and an item's whole JSON is read for it.
    private static LeafPath? LeafOf(SheetColumn column, string[] paths) =>
        paths is [var path]
            ? new LeafPath([.. path.Split('.')])
            {
                Words = column.Type switch
                {
                    ColumnType.Choice => [.. column.Choices.Select(choice => (choice.Value, choice.Word))],
                    ColumnType.Boolean => [("true", SheetTemplate.Show(column, true)), ("false", SheetTemplate.Show(column, false))],
                    _ => [],
                },
                IsJson = column.Type is ColumnType.Boolean,
            }
            : null;

    private static (string, string[], Func<JsonElement, object?>)[] MemberFields(
        string reference,
        string prefix,
        Func<JsonElement, JsonElement> member
    ) =>
        [
            ("person_ref", [reference], node => LeafCell.TextAt(node, reference.Split('.'))),
            ("branch", [prefix + "branch.name"], node => LeafCell.TextAt(member(node), "branch", "name")),
            ("status", [prefix + "status"], node => LeafCell.TextAt(member(node), "status")),
            ("status_since", [prefix + "statusSince"], node => Day(member(node), "statusSince")),
            ("affiliation_branch", [prefix + "affiliation.branch.name"], node =>
                LeafCell.TextAt(member(node), "affiliation", "branch", "name")
            ),
            ("affiliation_unit", [prefix + "affiliation.supportingUnit.name"], node =>
                LeafCell.TextAt(member(node), "affiliation", "supportingUnit", "name")
            ),
            ("affiliation_place", [prefix + "affiliation.place"], node => LeafCell.TextAt(member(node), "affiliation", "place")),
            ("affiliated_since", [prefix + "affiliation.validFrom"], node => Day(member(node), "affiliation", "validFrom")),
        ];

    private static DateOnly? Day(JsonElement node, params ReadOnlySpan<string> names) =>
        LeafCell.TextAt(node, names) is { } text
            ? DateOnly.ParseExact(text, "yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture)
            : null;

    private static string[]? Texts(JsonElement items, string name) =>
        items.GetArrayLength() == 0 ? null : [.. items.EnumerateArray().Select(item => item.GetProperty(name).GetString()!)];

    // The sheet's first society is the one that leads.
    private static string[]? SocietiesOf(JsonElement branch)
    {
        var societies = branch.GetProperty("societies");
        if (societies.GetProperty("pageInfo").GetProperty("hasNextPage").GetBoolean())
        {
            throw new InvalidOperationException($"A branch stands for more than {SocietiesMax} societies, which no cell can name.");
        }

        var lead = LeafCell.TextAt(branch, "society", "id");
        var names = societies
            .GetProperty("nodes")
            .EnumerateArray()
            .OrderByDescending(society => society.GetProperty("id").GetString() == lead)
            .Select(society => society.GetProperty("name").GetString()!)
            .ToArray();
        return names.Length == 0 ? null : names;
    }

    // The latest period of today's category. Where nothing is stated there is none, and the import must not state it.
    private static JsonElement Category(JsonElement branch) =>
        branch
            .GetProperty("categoryHistory")
            .EnumerateArray()
            .FirstOrDefault(period => period.GetProperty("category").GetString() == branch.GetProperty("category").GetString());
}
