using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Charts;
using SocietyParty.Etl.Report.Model;

namespace SocietyParty.Etl.Report.Charts;

/// <summary>What is drawn between the axes of a chart, by its kind, and those axes.</summary>
internal static class ChartPlots
{
    // More numbers than that would lie over one another.
    private const int LabelledMax = 20;

    public static IEnumerable<OpenXmlElement> Of(ReportChart chart, ChartRanges cells) =>
        chart.Kind switch
        {
            ChartKind.Line => Lines(chart, cells),
            ChartKind.Radar => Radar(chart, cells),
            ChartKind.Pareto => Pareto(chart, cells),
            ChartKind.Column => Bars(chart, cells, BarDirectionValues.Column, BarGroupingValues.Clustered),
            ChartKind.Bar => Bars(chart, cells, BarDirectionValues.Bar, BarGroupingValues.Clustered),
            ChartKind.StackedBar => Bars(chart, cells, BarDirectionValues.Bar, BarGroupingValues.Stacked),
            _ => throw new ArgumentOutOfRangeException(nameof(chart), chart.Kind, null),
        };

    private static IEnumerable<OpenXmlElement> Lines(ReportChart chart, ChartRanges cells)
    {
        var plot = new LineChart(new Grouping { Val = GroupingValues.Standard }, new VaryColors { Val = false });
        foreach (var series in Places(chart))
        {
            plot.AppendChild(LineOf(chart, cells, series, ChartLook.PointFormat(chart.ValueKind)));
        }

        plot.Append(new ShowMarker { Val = true }, new AxisId { Val = ChartAxes.Categories }, new AxisId { Val = ChartAxes.Values });
        yield return plot;
        yield return ChartAxes.CategoryAxis(isVertical: false);
        yield return ChartAxes.ValueAxis(chart.ValueKind, AllValues(chart), isHorizontal: false);
    }

    private static IEnumerable<OpenXmlElement> Bars(
        ReportChart chart,
        ChartRanges cells,
        BarDirectionValues direction,
        BarGroupingValues grouping
    )
    {
        var isStacked = grouping == BarGroupingValues.Stacked;
        var plot = BarsOf(chart, cells, direction, grouping, Places(chart));
        // The columns of a distribution stand close.
        plot.Append(new GapWidth { Val = (ushort)(chart.Series.Count == 1 && direction == BarDirectionValues.Column ? 40 : 60) });
        if (isStacked)
        {
            plot.AppendChild(new Overlap { Val = 100 });
        }

        plot.Append(new AxisId { Val = ChartAxes.Categories }, new AxisId { Val = ChartAxes.Values });
        var isBar = direction == BarDirectionValues.Bar;
        yield return plot;
        yield return ChartAxes.CategoryAxis(isVertical: isBar);
        yield return ChartAxes.ValueAxis(chart.ValueKind, isStacked ? Sums(chart) : AllValues(chart), isHorizontal: isBar);
    }

    private static IEnumerable<OpenXmlElement> Radar(ReportChart chart, ChartRanges cells)
    {
        var plot = new RadarChart(new RadarStyle { Val = RadarStyleValues.Marker }, new VaryColors { Val = false });
        foreach (var series in Places(chart))
        {
            plot.AppendChild(
                new RadarChartSeries(
                    new DocumentFormat.OpenXml.Drawing.Charts.Index { Val = (uint)series },
                    new Order { Val = (uint)series },
                    cells.Name(chart, series),
                    ChartLook.Line(series),
                    new Marker(new Symbol { Val = MarkerStyleValues.None }),
                    cells.Categories(chart),
                    cells.Values(chart, series, ChartLook.PointFormat(chart.ValueKind))
                )
            );
        }

        plot.Append(new AxisId { Val = ChartAxes.Categories }, new AxisId { Val = ChartAxes.Values });
        yield return plot;
        yield return ChartAxes.CategoryAxis(isVertical: false, isRadar: true);
        yield return ChartAxes.ValueAxis(chart.ValueKind, AllValues(chart), isHorizontal: false, isRadar: true);
    }

    private static IEnumerable<OpenXmlElement> Pareto(ReportChart chart, ChartRanges cells)
    {
        var columns = BarsOf(chart, cells, BarDirectionValues.Column, BarGroupingValues.Clustered, [0]);
        columns.Append(new GapWidth { Val = 40 }, new AxisId { Val = ChartAxes.Categories }, new AxisId { Val = ChartAxes.Values });
        var line = new LineChart(new Grouping { Val = GroupingValues.Standard }, new VaryColors { Val = false });
        var shares = Places(chart).Skip(1).ToList();
        foreach (var series in shares)
        {
            line.AppendChild(LineOf(chart, cells, series, ChartLook.PointFormat(CellKind.Rate)));
        }

        line.Append(
            new ShowMarker { Val = true },
            new AxisId { Val = ChartAxes.SecondCategories },
            new AxisId { Val = ChartAxes.SecondValues }
        );
        yield return columns;
        yield return line;
        yield return ChartAxes.CategoryAxis(isVertical: false);
        yield return ChartAxes.ValueAxis(chart.ValueKind, chart.Series[0].Values, isHorizontal: false);
        foreach (var axis in ChartAxes.Second(shares.SelectMany(series => chart.Series[series].Values)))
        {
            yield return axis;
        }
    }

    private static BarChart BarsOf(
        ReportChart chart,
        ChartRanges cells,
        BarDirectionValues direction,
        BarGroupingValues grouping,
        IEnumerable<int> places
    )
    {
        var plot = new BarChart(new BarDirection { Val = direction }, new BarGrouping { Val = grouping }, new VaryColors { Val = false });
        foreach (var series in places)
        {
            plot.AppendChild(
                new BarChartSeries(
                    new DocumentFormat.OpenXml.Drawing.Charts.Index { Val = (uint)series },
                    new Order { Val = (uint)series },
                    cells.Name(chart, series),
                    ChartLook.Area(series),
                    new InvertIfNegative { Val = false },
                    cells.Categories(chart),
                    cells.Values(chart, series, ChartLook.PointFormat(chart.ValueKind))
                )
            );
        }

        if (chart.Categories.Count <= LabelledMax && (chart.Series.Count == 1 || chart.Kind is ChartKind.Pareto))
        {
            plot.AppendChild(Labels(chart));
        }

        return plot;
    }

    private static LineChartSeries LineOf(ReportChart chart, ChartRanges cells, int series, string format) =>
        new(
            new DocumentFormat.OpenXml.Drawing.Charts.Index { Val = (uint)series },
            new Order { Val = (uint)series },
            cells.Name(chart, series),
            // Over columns a line needs another colour than theirs.
            ChartLook.Line(chart.Kind is ChartKind.Pareto ? series - 1 : series),
            new Marker(new Symbol { Val = MarkerStyleValues.None }),
            cells.Categories(chart),
            cells.Values(chart, series, format),
            new Smooth { Val = false }
        );

    private static DataLabels Labels(ReportChart chart) =>
        new(
            new NumberingFormat { FormatCode = ChartLook.PointFormat(chart.ValueKind), SourceLinked = false },
            new ShowLegendKey { Val = false },
            new ShowValue { Val = true },
            new ShowCategoryName { Val = false },
            new ShowSeriesName { Val = false },
            new ShowPercent { Val = false },
            new ShowBubbleSize { Val = false }
        );

    private static IEnumerable<int> Places(ReportChart chart) => Enumerable.Range(0, chart.Series.Count);

    private static IEnumerable<decimal?> AllValues(ReportChart chart) => chart.Series.SelectMany(series => series.Values);

    private static IEnumerable<decimal?> Sums(ReportChart chart) =>
        chart.Categories.Select((_, place) => (decimal?)chart.Series.Sum(series => series.Values.ElementAtOrDefault(place) ?? 0));
}
