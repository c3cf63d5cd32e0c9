using System.Text.Json;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Etl.Report.Wording;

namespace SocietyParty.Etl.Report.Data;

/// <summary>The columns and rows of a table as JSON. Of a hidden cell there is only that it is hidden.</summary>
internal static class JsonTable
{
    public static void Write(Utf8JsonWriter json, ReportTable table)
    {
        json.WriteStartArray("columns");
        foreach (var column in table.Columns)
        {
            json.WriteStartObject();
            json.WriteString("key", column.Key);
            json.WriteString("title", column.Title);
            json.WriteString("kind", NameOf(column.Kind));
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteStartArray("rows");
        foreach (var row in table.Rows)
        {
            json.WriteStartObject();
            json.WriteString("key", row.Key);
            json.WriteBoolean("isTotal", row.IsTotal);
            json.WriteStartArray("cells");
            foreach (var (column, cell) in table.Columns.Zip(row.Cells))
            {
                WriteCell(json, table, column, cell);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    /// <summary>As the contract writes names of kinds.</summary>
    public static string NameOf(CellKind kind) => kind.ToString().ToUpperInvariant();

    /// <summary>As the contract writes names of kinds.</summary>
    public static string NameOf(ChartKind kind) => kind is ChartKind.StackedBar ? "STACKED_BAR" : kind.ToString().ToUpperInvariant();

    /// <summary>A number with all its digits; null where it is not known.</summary>
    public static void WriteValue(Utf8JsonWriter json, decimal? value)
    {
        if (value is { } number)
        {
            json.WriteNumberValue(number);
        }
        else
        {
            json.WriteNullValue();
        }
    }

    private static void WriteCell(Utf8JsonWriter json, ReportTable table, ReportColumn column, ReportCell cell)
    {
        json.WriteStartObject();
        json.WriteString("column", column.Key);
        json.WriteString("shown", CellText.Of(table, column, cell));
        json.WriteBoolean("isHidden", cell.IsHidden);
        if (cell.Kind is { } kind)
        {
            json.WriteString("kind", NameOf(kind));
        }

        json.WritePropertyName("value");
        if (cell is { IsHidden: false, Text: { } text })
        {
            json.WriteStringValue(text);
        }
        else if (cell is { IsHidden: false, Number: null, Day: { } day })
        {
            json.WriteStringValue(CellText.DayOf(day));
        }
        else
        {
            WriteValue(json, cell.IsHidden ? null : cell.Number);
        }

        if (column.Kind is CellKind.Rate)
        {
            json.WritePropertyName("numerator");
            WriteValue(json, cell.IsHidden ? null : cell.Numerator);
            json.WritePropertyName("denominator");
            WriteValue(json, cell.IsHidden ? null : cell.Denominator);
        }

        json.WriteEndObject();
    }
}
