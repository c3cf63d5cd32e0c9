using System.Text.Encodings.Web;
using System.Text.Json;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Etl.Report.Wording;

namespace SocietyParty.Etl.Report.Data;

/// <summary>
/// The whole report for programs: blocks in their order, numbers as computed, each with the keys of its row and column, by which a figure
/// has the same address in every edition.
/// </summary>
public static class JsonReport
{
    private static readonly JsonWriterOptions Options = new()
    {
        Indented = true,
        // A long list is as many lines: two spaces a level would be half of the file.
        IndentCharacter = '\t',
        IndentSize = 1,
        NewLine = "\n",
        // Chinese as it is read; the file is data, never part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>Writes the report as UTF-8 without a byte order mark.</summary>
    /// <exception cref="ReportException">The report contradicts itself.</exception>
    public static void Write(ReportDocument document, Stream output)
    {
        var outline = ReportOutline.Of(document);
        using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteString("language", document.Language);
        WriteCover(json, document.Cover);
        json.WriteStartArray("blocks");
        foreach (var (place, block) in document.Blocks.Index())
        {
            json.WriteStartObject();
            WriteBlock(json, outline, place, block);
            json.WriteEndObject();
        }

        json.WriteEndArray();
        json.WriteEndObject();
    }

    private static void WriteCover(Utf8JsonWriter json, ReportCover cover)
    {
        json.WriteStartObject("cover");
        json.WriteString("title", cover.Title);
        json.WriteString("number", cover.Number);
        json.WriteString("office", cover.Office);
        WriteTexts(json, "lines", cover.Lines);
        json.WriteBoolean("isDraft", cover.IsDraft);
        json.WriteEndObject();
    }

    private static void WriteBlock(Utf8JsonWriter json, ReportOutline outline, int place, ReportBlock block)
    {
        switch (block)
        {
            case HeadingBlock heading:
                json.WriteString("kind", "HEADING");
                json.WriteNumber("level", heading.Level);
                json.WriteString("number", outline.HeadingOf(place).Trim());
                json.WriteString("text", heading.Text);
                json.WriteBoolean("isAppendix", heading.IsAppendix);
                break;
            case ParagraphBlock paragraph:
                json.WriteString("kind", "PARAGRAPH");
                json.WriteString("text", string.Concat(paragraph.Content.Select(inline => TextOf(inline, outline))));
                WriteTexts(json, "references", paragraph.Content.OfType<ReferenceInline>().Select(reference => reference.Id));
                break;
            case TableBlock { Table: var table }:
                json.WriteString("kind", "TABLE");
                WriteHead(json, table.Id, outline.CaptionOf(table.Id).Label, table.Title, table.Unit, table.Note);
                JsonTable.Write(json, table);
                break;
            case ChartBlock { Chart: var chart }:
                json.WriteString("kind", "CHART");
                WriteHead(json, chart.Id, outline.CaptionOf(chart.Id).Label, chart.Title, chart.Unit, chart.Note);
                WriteChart(json, chart);
                break;
        }
    }

    private static void WriteHead(Utf8JsonWriter json, string id, string label, string title, string unit, ReportNote note)
    {
        json.WriteString("id", id);
        json.WriteString("label", label);
        json.WriteString("title", title);
        json.WriteString("unit", unit);
        json.WriteString("note", note.Text);
    }

    private static void WriteChart(Utf8JsonWriter json, ReportChart chart)
    {
        json.WriteString("chartKind", JsonTable.NameOf(chart.Kind));
        json.WriteString("valueKind", JsonTable.NameOf(chart.ValueKind));
        json.WriteString("description", chart.Description);
        WriteTexts(json, "categories", chart.Categories);
        json.WriteStartArray("series");
        foreach (var series in chart.Series)
        {
            json.WriteStartObject();
            json.WriteString("name", series.Name);
            json.WriteStartArray("values");
            foreach (var value in series.Values)
            {
                JsonTable.WriteValue(json, value);
            }

            json.WriteEndArray();
            json.WriteEndObject();
        }

        json.WriteEndArray();
    }

    private static string TextOf(ReportInline inline, ReportOutline outline) =>
        inline switch
        {
            TextInline text => text.Text,
            ReferenceInline reference => outline.CaptionOf(reference.Id).Label,
            _ => throw new ArgumentOutOfRangeException(nameof(inline), inline, null),
        };

    private static void WriteTexts(Utf8JsonWriter json, string name, IEnumerable<string> texts)
    {
        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
