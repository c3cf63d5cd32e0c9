using System.Collections.Immutable;
using System.Globalization;
using System.Text.Json;
using Microsoft.Net.Http.Headers;
using SocietyParty.Etl.Export;
using SocietyParty.Etl.Import.Sheets;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.Service.Http.Exports;

/// <summary>What one request asks for, read and checked as far as that goes without the database.</summary>
internal sealed class ExportRequest
{
    private const string AllColumns = "*";
    private const string DefinitionsSheet = "说明";

    private readonly Dictionary<string, JsonElement> arguments;
    private readonly bool hasByteOrderMark;
    private readonly bool isSheet;

    /// <exception cref="ExportException">What it asks for is not there.</exception>
    public ExportRequest(HttpRequest http, ExportList list, ParserLimits limits, bool suggests)
    {
        List = list;
        Format = ExportFormats.Of(http);
        hasByteOrderMark = Switch(http.Query["bom"]);
        arguments = ExportArguments.Read(http.Query, list, limits, suggests);
        var asked = http.Query["columns"] is [{ Length: > 0 } columns] ? columns : null;
        // JSON Lines are the contract's items; a sheet's columns are for people.
        isSheet = asked is null && list.Sheet is not null && (Format != ExportFormat.Jsonl || list.Rows is not null);
        Fields = isSheet ? list.Sheet!.Fields : Columns(asked ?? AllColumns, suggests);
        Query = new ExportQuery(list, [.. Fields.SelectMany(field => field.Paths), .. list.Rows?.Paths ?? []], arguments);
    }

    public ExportList List { get; }

    public ExportFormat Format { get; }

    public ImmutableArray<ExportField> Fields { get; }

    public ExportQuery Query { get; }

    public string FileName => $"{List.FileName}.{ExportFormats.Extension(Format)}";

    public string ContentDisposition =>
        new ContentDispositionHeaderValue("attachment")
        {
            FileName = FileName,
            FileNameStar = $"{List.Title}.{ExportFormats.Extension(Format)}",
        }.ToString();

    public IItemWriter Writer(Stream output, ItemReader items)
    {
        if (Format == ExportFormat.Jsonl)
        {
            return new JsonLines(output, items, List.Rows?.Holds);
        }

        ExportColumn[] columns = [.. Fields.Select(field => field.Column)];
        ITableWriter table =
            Format == ExportFormat.Csv
                ? new CsvTable(output, columns, hasByteOrderMark)
                // The import leaves out a sheet of this name.
                : new WorkbookTable(output, List.Title, isSheet ? SheetTemplate.HelpSheet : DefinitionsSheet, columns);
        return new TableItems(table, Fields, items, List.Rows?.Holds);
    }

    /// <summary>What a workbook says of the list as a whole.</summary>
    public IReadOnlyList<ExportFact> Facts(IReadOnlyList<ExportFact> ofParent, long rows, DateTimeOffset at) =>
        [
            .. ofParent,
            new("列表", List.Title),
            .. arguments.Select(argument => new ExportFact(ContractWord(argument.Key), argument.Value.ToString())),
            new("行数", rows.ToString(CultureInfo.InvariantCulture)),
            new("导出时刻", at.ToString("yyyy-MM-dd HH:mm:sszzz", CultureInfo.InvariantCulture)),
        ];

    private static string ContractWord(string argument) =>
        argument switch
        {
            "where" => "筛选 where",
            "order" => "排序 order",
            "by" => "分组 by",
            _ => argument,
        };

    private ImmutableArray<ExportField> Columns(string names, bool suggests)
    {
        var paths = new FieldPaths(suggests);
        var fields = names
            .Split(',', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries)
            .SelectMany(name => name == AllColumns ? All() : paths.Named(List.Item, name));
        return FieldPaths.Columns(fields);
    }

    // Keys that are not grouped by are null, and so is what nothing is compared with.
    private IEnumerable<ImmutableArray<FieldDefinition>> All()
    {
        var keys = arguments.TryGetValue("by", out var by)
            ? by.EnumerateArray().Select(key => FieldName(key.GetString()!)).ToHashSet()
            : [];
        return FieldPaths
            .All(List.Item, List.Whole)
            .Where(path => path[0].Name != "key" || List.Field.Argument("by") is null || keys.Contains(path[1].Name))
            .Where(path => path[0].Name != "compared" || arguments.ContainsKey("compareTo"))
            .Where(path => path[0].Name != "load" || path[^1].Name == "loadedAt");
    }

    // COMMITTEE_TREE groups by committees, too.
    private static string FieldName(string key) =>
        key == "COMMITTEE_TREE"
            ? "committee"
            : string.Concat(
                key.Split('_').Select((part, index) => index == 0 ? part.ToLowerInvariant() : part[..1] + part[1..].ToLowerInvariant())
            );

    private static bool Switch(string? text) =>
        text is null or "" ? false
        : bool.TryParse(text, out var isOn) ? isOn
        : throw new ExportException(StatusCodes.Status400BadRequest, "SP-EXPORT-007", [("parameter", "bom")]);
}
