using System.Collections.Frozen;
using System.Globalization;
using System.Text.Json;
using SocietyParty.Etl.Export;
using SocietyParty.Etl.Import.Sheets;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Service.Http.Exports;

/// <summary>JSON of an answer → the value of a cell.</summary>
internal static class LeafCell
{
    // Where a rule stands: by the document's title and the clause's own words, not by the code that rules write.
    private static readonly FrozenSet<string> Citations = FrozenSet.Create(StringComparer.Ordinal, "clause", "source");

    /// <summary>A period may be a stage's name: of rectifications, what is due is the next stage.</summary>
    private const string Stages = "RectificationStageName";

    private const string Breaches = "LeadingGroupBreachCode";
    private const string Grains = "FactGrain.";

    public static ExportType TypeOf(GraphQLType type, bool isList) =>
        isList
            ? ExportType.Text
            : type.Named.Name switch
            {
                "Int" or "Long" => ExportType.WholeNumber,
                "Decimal" or "Float" => ExportType.Decimal,
                "Boolean" => ExportType.Boolean,
                "Date" => ExportType.Day,
                "DateTime" => ExportType.Moment,
                _ => ExportType.Text,
            };

    /// <summary>Reads what a path of fields leads to; several values become one text.</summary>
    public static Func<JsonElement, object?> Reader(IReadOnlyList<FieldDefinition> path)
    {
        var names = path.Select(field => field.Name).ToArray();
        var leaf = path[^1].Type.Named;
        if (!path.Any(field => field.Type.IsList))
        {
            return TextOf(path[^1]) is { } text
                ? node => text(Descend(node, names)?.GetString())
                : node => Descend(node, names) is { } value ? Value(value, leaf) : null;
        }

        return node =>
        {
            var items = All(node, names, 0).Select(value => Text(value, leaf)).ToList();
            return items.Count == 0 ? null : ListText.Join(items);
        };
    }

    /// <summary>The leaf that <see cref="Reader"/> reads; null where there are several.</summary>
    public static LeafPath? Leaf(IReadOnlyList<FieldDefinition> path) =>
        path.Any(field => field.Type.IsList)
            ? null
            : new LeafPath([.. path.Select(field => field.Name)])
            {
                Words = path[^1].Type.Named is EnumType words
                    ? [.. words.Values.Select(value => (value.Name, Word(value.Name, words)))]
                    : [],
                Text = TextOf(path[^1]),
            };

    // Of texts that are shown otherwise than they are.
    private static Func<string?, string?>? TextOf(FieldDefinition leaf) =>
        leaf.Type.Named.Name != "String" ? null
        : Citations.Contains(leaf.Name) ? ClauseCitation.InFull
        : leaf.Name switch
        {
            "period" => period => period is null ? null : EnumWords.Of(period, Language.Chinese, Stages),
            "key" => BreachOf,
            "grain" => GrainOf,
            _ => null,
        };

    // "LEADER_MISSING:7": the rule's code in its word, and what breaks it.
    private static string? BreachOf(string? key) =>
        key?.Split(':', 2) is [var code, var thing] ? $"{EnumWords.Of(code, Language.Chinese, Breaches)}:{thing}" : key;

    private static string? GrainOf(string? grain) =>
        SentenceBook
            .Of(Language.English)
            .Texts.FirstOrDefault(text => text.Key.StartsWith(Grains, StringComparison.Ordinal) && text.Value == grain)
            is { Key: { } key }
            ? SentenceBook.Of(Language.Chinese).Texts[key]
            : grain;

    /// <summary>The text at the end of a path; null where something on the way is.</summary>
    public static string? TextAt(JsonElement node, params ReadOnlySpan<string> names) => Descend(node, names)?.GetString();

    public static JsonElement? Descend(JsonElement node, params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            if (node.ValueKind != JsonValueKind.Object)
            {
                return null;
            }

            node = node.GetProperty(name);
        }

        return node.ValueKind == JsonValueKind.Null ? null : node;
    }

    private static IEnumerable<JsonElement> All(JsonElement node, string[] names, int at)
    {
        if (node.ValueKind == JsonValueKind.Null)
        {
            return [];
        }

        if (node.ValueKind == JsonValueKind.Array)
        {
            return node.EnumerateArray().SelectMany(item => All(item, names, at));
        }

        return at == names.Length ? [node] : All(node.GetProperty(names[at]), names, at + 1);
    }

    private static object? Value(JsonElement value, NamedType leaf) =>
        leaf switch
        {
            EnumType words => Word(value.GetString()!, words),
            { Name: "Int" or "Long" } => value.GetInt64(),
            { Name: "Decimal" or "Float" } => value.GetDecimal(),
            { Name: "Boolean" } => value.GetBoolean(),
            { Name: "Date" } => DateOnly.ParseExact(value.GetString()!, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            { Name: "DateTime" } => value.GetDateTimeOffset(),
            _ => value.GetString(),
        };

    private static string Text(JsonElement value, NamedType leaf) =>
        leaf is EnumType words ? Word(value.GetString()!, words)
        : value.ValueKind == JsonValueKind.String ? value.GetString()!
        : value.GetRawText();

    private static string Word(string value, EnumType words) =>
        words.Value(value) is { } known && ContractWords.Of(known) is { } word ? word : value;
}
