using System.Globalization;
using DocumentFormat.OpenXml.Drawing.Charts;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Etl.Report.Wording;

namespace SocietyParty.Etl.Report.Charts;

/// <summary>
/// Where a chart's data stands in a workbook: names of series in a row, categories below one another in the column before them. A chart
/// keeps a copy of what stands there.
/// </summary>
/// <param name="Sheet">Name of the sheet.</param>
/// <param name="HeadRow">Row of the names of series, from 1.</param>
internal sealed record ChartRanges(string Sheet, int HeadRow)
{
    /// <summary>Labels along the axis.</summary>
    public CategoryAxisData Categories(ReportChart chart) =>
        new(new StringReference(Range(0, chart.Categories.Count), Texts(chart.Categories)));

    /// <summary>A series' name.</summary>
    public SeriesText Name(ReportChart chart, int series) =>
        new(new StringReference(new Formula($"{Quoted}!{Cell(series + 1, HeadRow)}"), Texts([chart.Series[series].Name])));

    /// <summary>A series' values; an unknown one is a gap.</summary>
    public Values Values(ReportChart chart, int series, string format)
    {
        var values = chart.Series[series].Values;
        var cache = new NumberingCache(new FormatCode(format), new PointCount { Val = (uint)values.Count });
        foreach (var (place, value) in values.Index().Where(pair => pair.Item is not null))
        {
            cache.AppendChild(
                new NumericPoint(new NumericValue(value!.Value.ToString(CultureInfo.InvariantCulture))) { Index = (uint)place }
            );
        }

        return new Values(new NumberReference(Range(series + 1, values.Count), cache));
    }

    private string Quoted => $"'{Sheet.Replace("'", "''", StringComparison.Ordinal)}'";

    private Formula Range(int column, int count) =>
        new($"{Quoted}!{Cell(column, HeadRow + 1)}:{Cell(column, HeadRow + Math.Max(count, 1))}");

    // A chart has few series: letters suffice.
    private static string Cell(int column, int row) => string.Create(CultureInfo.InvariantCulture, $"${(char)('A' + column)}${row}");

    private static StringCache Texts(IReadOnlyList<string> texts)
    {
        var cache = new StringCache(new PointCount { Val = (uint)texts.Count });
        foreach (var (place, text) in texts.Index())
        {
            cache.AppendChild(new StringPoint(new NumericValue(PlainText.Of(text))) { Index = (uint)place });
        }

        return cache;
    }
}
