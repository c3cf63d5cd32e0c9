using System.Globalization;
using Npgsql;
using SocietyParty.Etl.Report.Definition;
using SocietyParty.Etl.Report.Model;

namespace SocietyParty.Etl.Report.Collect;

/// <summary>Asks the question of a table and gives its rows their cells.</summary>
internal static class TableReader
{
    private const int SecondsMax = 600;

    // As mart.indicator_value has them.
    private const int PlacesMax = 6;

    public static async Task<ReportTable> ReadAsync(
        NpgsqlConnection connection,
        TableDefinition table,
        ReportScope scope,
        CancellationToken ct
    )
    {
        var rows = new List<ReportRow>();
        await using var command = new NpgsqlCommand(ReportDefinition.Sql(table), connection) { CommandTimeout = SecondsMax };
        await using var reader = await command.ExecuteReaderAsync(ct);
        var columns = Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName);
        while (await reader.ReadAsync(ct))
        {
            var row = new Row(reader, columns);
            rows.Add(
                new ReportRow(
                    row.Text("key") ?? throw new InvalidOperationException($"A row of {table.Id} has no key."),
                    [.. table.Columns.Select(column => Cell(row, column))],
                    row.Value("is_total") is true
                )
            );
        }

        var language = scope.Language;
        return new ReportTable(
            table.Id,
            Titled(table.Title.In(language), table.Year, scope),
            Unit(table.Unit.In(language), language),
            [.. table.Columns.Select(column => Column(table, column, scope))],
            SmallCells.Hide(table, rows),
            new ReportNote(Notes.Of(table, scope))
        );
    }

    private static string Unit(string unit, string language) =>
        unit.Length == 0 ? ""
        : language == ReportLanguage.English ? $"Unit: {unit}"
        : $"单位：{unit}";

    private static ReportColumn Column(TableDefinition table, ColumnDefinition column, ReportScope scope) =>
        new(column.Key, Titled(column.Title.In(scope.Language), table.Year, scope), Kind(column.Kind), column.IsShaded);

    private static CellKind Kind(ColumnKind kind) =>
        kind switch
        {
            ColumnKind.Text => CellKind.Text,
            ColumnKind.Count => CellKind.Count,
            ColumnKind.Rate or ColumnKind.ByRow => CellKind.Rate,
            ColumnKind.Day => CellKind.Day,
            _ => CellKind.Score,
        };

    private static ReportCell Cell(Row row, ColumnDefinition column) =>
        column.Kind switch
        {
            ColumnKind.Text => new ReportCell(Text: row.Text(column.Key)),
            ColumnKind.Day => new ReportCell(Day: row.Value(column.Key) is DateOnly day ? day : null),
            _ => new ReportCell(
                Number: row.Number(column.Key) is { } number ? Math.Round(number, PlacesMax) : null,
                Numerator: row.Number($"{column.Key}_n"),
                Denominator: row.Number($"{column.Key}_d"),
                Kind: column.Kind == ColumnKind.ByRow && row.Text("format") != "RATIO" ? CellKind.Score : null
            ),
        };

    private static string Titled(string title, TableYear? year, ReportScope scope)
    {
        var told = year switch
        {
            TableYear.Whole => scope.WholeYear,
            TableYear.Assessed => scope.AssessedYear,
            _ => scope.Year,
        };
        return title
            .Replace("{year}", told.ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{year-1}", (told - 1).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal)
            .Replace("{year-2}", (told - 2).ToString(CultureInfo.InvariantCulture), StringComparison.Ordinal);
    }

    private sealed class Row(NpgsqlDataReader reader, Dictionary<string, int> columns)
    {
        public object? Value(string name) =>
            !columns.TryGetValue(name, out var place) || reader.IsDBNull(place) ? null
            : reader.GetFieldType(place) == typeof(DateTime) && reader.GetDataTypeName(place) == "date"
                ? reader.GetFieldValue<DateOnly>(place)
            : reader.GetValue(place);

        public string? Text(string name) => Convert.ToString(Value(name), CultureInfo.InvariantCulture);

        public decimal? Number(string name) => Value(name) is { } value ? Convert.ToDecimal(value, CultureInfo.InvariantCulture) : null;
    }
}
