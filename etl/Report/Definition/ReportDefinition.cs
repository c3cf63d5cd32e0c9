using System.Text.Json;
using System.Text.Json.Serialization;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Schema.Database;

namespace SocietyParty.Etl.Report.Definition;

/// <summary>A report's tables and charts, as files under schema/reports define them.</summary>
/// <param name="Title">Of the report.</param>
/// <param name="Tables">With a file of SQL each, <c>tables/ID.sql</c>.</param>
/// <param name="Charts">Each drawn from a table.</param>
internal sealed record ReportDefinition(Words Title, IReadOnlyList<TableDefinition> Tables, IReadOnlyList<ChartDefinition> Charts)
{
    private const string Folder = "reports/annual/";

    private static readonly JsonSerializerOptions Options = new(JsonSerializerDefaults.Web)
    {
        Converters = { new JsonStringEnumConverter(JsonNamingPolicy.SnakeCaseUpper) },
        UnmappedMemberHandling = JsonUnmappedMemberHandling.Disallow,
    };

    /// <summary>The annual report's.</summary>
    public static ReportDefinition Annual { get; } = JsonSerializer.Deserialize<ReportDefinition>(Text("report.json"), Options)!;

    /// <summary>What tables ask by; run before them.</summary>
    public static string Prepare { get; } = Text("prepare.sql");

    /// <summary>The question of a table.</summary>
    public static string Sql(TableDefinition table) => Text($"tables/{table.Id}.sql");

    /// <summary>The sentences that the program carries, in <paramref name="language"/>.</summary>
    public static string Sentences(string language) => Text($"report.{language}.md");

    private static string Text(string name)
    {
        var path = Folder + name;
        using var stream = typeof(GraphDatabase).Assembly.GetManifestResourceStream(path)
            ?? throw new InvalidOperationException($"The program carries no {path}.");
        using var reader = new StreamReader(stream);
        return reader.ReadToEnd();
    }
}

/// <summary>The same in two languages.</summary>
internal sealed record Words(string Zh, string En)
{
    public string In(string language) => language == ReportLanguage.English ? En : Zh;
}

/// <summary>Languages of reports.</summary>
internal static class ReportLanguage
{
    public const string Chinese = "zh";
    public const string English = "en";
}

/// <summary>A table.</summary>
/// <param name="Id">Such as T3-1; D3-1 where only a chart shows it.</param>
/// <param name="Title">With <c>{year}</c>, <c>{year-1}</c> for the year that <paramref name="Year"/> chooses.</param>
/// <param name="Unit">Of its numbers.</param>
/// <param name="Year">Which year it tells; null: the report's.</param>
/// <param name="Indicators">Whose definitions say what is counted.</param>
/// <param name="Columns">In order; their keys are columns of the question.</param>
/// <param name="HalfYears">Indicators in it that stand at the last whole half-year.</param>
internal sealed record TableDefinition(
    string Id,
    Words Title,
    Words Unit,
    TableYear? Year,
    IReadOnlyList<string> Indicators,
    IReadOnlyList<ColumnDefinition> Columns,
    IReadOnlyList<string>? HalfYears = null
);

/// <summary>Which year a table tells.</summary>
internal enum TableYear
{
    /// <summary>The report's.</summary>
    Year,

    /// <summary>The last whole one.</summary>
    Whole,

    /// <summary>The last one that was assessed.</summary>
    Assessed,
}

/// <summary>A column.</summary>
/// <param name="Key">Column of the question; <c>KEY_n</c> and <c>KEY_d</c> are its numerator and denominator.</param>
/// <param name="Kind">What it holds.</param>
/// <param name="Title">Head.</param>
/// <param name="IsShaded">Whether cells are shaded by value.</param>
/// <param name="IsOfPeople">Whether it counts people: few of them are hidden.</param>
/// <param name="IsRowTotal">Whether it adds up the other columns of people.</param>
internal sealed record ColumnDefinition(
    string Key,
    ColumnKind Kind,
    Words Title,
    bool IsShaded = false,
    bool IsOfPeople = false,
    bool IsRowTotal = false
);

/// <summary>What a column holds.</summary>
internal enum ColumnKind
{
    /// <inheritdoc cref="CellKind.Text"/>
    Text,

    /// <inheritdoc cref="CellKind.Count"/>
    Count,

    /// <inheritdoc cref="CellKind.Rate"/>
    Rate,

    /// <inheritdoc cref="CellKind.Score"/>
    Score,

    /// <inheritdoc cref="CellKind.Day"/>
    Day,

    /// <summary>Of a row whose <c>format</c> is RATIO, a rate; else a score.</summary>
    ByRow,
}

/// <summary>A chart.</summary>
/// <param name="Id">Such as F3-1.</param>
/// <param name="Kind">How it is drawn.</param>
/// <param name="Of">The table with its data.</param>
/// <param name="Category">Column with the labels.</param>
/// <param name="Series">Columns with the values.</param>
/// <param name="Unit">Of the values; null: the table's.</param>
internal sealed record ChartDefinition(
    string Id,
    ChartKind Kind,
    string Of,
    string Category,
    IReadOnlyList<string> Series,
    Words? Unit = null
);
