using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Charts;
using SocietyParty.Etl.Report.Model;

namespace SocietyParty.Etl.Report.Charts;

/// <summary>A chart as Office draws it, the same in a document and in a workbook.</summary>
internal static class ChartDrawing
{
    /// <summary>The content of a chart's part.</summary>
    /// <param name="chart">What is drawn.</param>
    /// <param name="cells">Where its data stands.</param>
    /// <param name="workbook">Relationship to the workbook with the data; null where the chart stands in it.</param>
    /// <param name="fonts">Of its letters.</param>
    public static ChartSpace Of(ReportChart chart, ChartRanges cells, string? workbook, ChartFont fonts)
    {
        var plot = new PlotArea(new Layout());
        plot.Append(ChartPlots.Of(chart, cells));
        var drawn = new Chart(new AutoTitleDeleted { Val = true }, plot);
        if (chart.Series.Count > 1)
        {
            drawn.AppendChild(new Legend(new LegendPosition { Val = LegendPositionValues.Bottom }, new Overlay { Val = false }));
        }

        drawn.Append(new PlotVisibleOnly { Val = true }, new DisplayBlanksAs { Val = DisplayBlanksAsValues.Gap });
        var space = new ChartSpace(
            new Date1904 { Val = false },
            new EditingLanguage { Val = "zh-CN" },
            new RoundedCorners { Val = false },
            drawn,
            ChartLook.Background(),
            ChartLook.Letters(fonts)
        );
        space.AddNamespaceDeclaration("a", "http://schemas.openxmlformats.org/drawingml/2006/main");
        space.AddNamespaceDeclaration("r", "http://schemas.openxmlformats.org/officeDocument/2006/relationships");
        if (workbook is not null)
        {
            space.AppendChild(new ExternalData(new AutoUpdate { Val = false }) { Id = workbook });
        }

        return space;
    }
}
