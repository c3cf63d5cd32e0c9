using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Drawing.Charts;
using SocietyParty.Etl.Report.Model;

namespace SocietyParty.Etl.Report.Charts;

/// <summary>
/// The axes of a chart. One of values begins at zero unless there are values below, so that no slope looks steeper than it is; a rate's
/// ends at 100 % unless there are values above, as a bonus gives.
/// </summary>
internal static class ChartAxes
{
    public const uint Categories = 101;
    public const uint Values = 102;
    public const uint SecondCategories = 103;
    public const uint SecondValues = 104;

    public static CategoryAxis CategoryAxis(bool isVertical, bool isRadar = false)
    {
        var axis = new CategoryAxis(
            new AxisId { Val = Categories },
            // Bars count from below; people read from above.
            new Scaling(new Orientation { Val = isVertical ? OrientationValues.MaxMin : OrientationValues.MinMax }),
            new Delete { Val = false },
            new AxisPosition { Val = isVertical ? AxisPositionValues.Left : AxisPositionValues.Bottom }
        );
        if (isRadar)
        {
            axis.AppendChild(ChartLook.Grid());
        }

        axis.Append(
            new NumberingFormat { FormatCode = "General", SourceLinked = false },
            new MajorTickMark { Val = TickMarkValues.None },
            new MinorTickMark { Val = TickMarkValues.None },
            new TickLabelPosition { Val = TickLabelPositionValues.Low },
            ChartLook.Axis(),
            new CrossingAxis { Val = Values },
            new Crosses { Val = CrossesValues.AutoZero },
            new AutoLabeled { Val = true },
            new LabelAlignment { Val = LabelAlignmentValues.Center },
            new LabelOffset { Val = 100 },
            new NoMultiLevelLabels { Val = true }
        );
        return axis;
    }

    public static ValueAxis ValueAxis(CellKind kind, IEnumerable<decimal?> values, bool isHorizontal, bool isRadar = false) =>
        new(
            new AxisId { Val = Values },
            ScalingOf(kind, values),
            new Delete { Val = false },
            new AxisPosition { Val = isHorizontal ? AxisPositionValues.Bottom : AxisPositionValues.Left },
            ChartLook.Grid(),
            new NumberingFormat { FormatCode = ChartLook.AxisFormat(kind), SourceLinked = false },
            new MajorTickMark { Val = isRadar ? TickMarkValues.Cross : TickMarkValues.None },
            new MinorTickMark { Val = TickMarkValues.None },
            new TickLabelPosition { Val = TickLabelPositionValues.NextTo },
            ChartLook.Axis(),
            new CrossingAxis { Val = Categories },
            // Where bars go from above to below, the end of the axis is below.
            new Crosses { Val = isHorizontal ? CrossesValues.Maximum : CrossesValues.AutoZero },
            new CrossBetween { Val = CrossBetweenValues.Between }
        );

    /// <summary>The axes of a share that is drawn over columns: its values on the right.</summary>
    public static IEnumerable<OpenXmlElement> Second(IEnumerable<decimal?> values)
    {
        yield return new CategoryAxis(
            new AxisId { Val = SecondCategories },
            new Scaling(new Orientation { Val = OrientationValues.MinMax }),
            new Delete { Val = true },
            new AxisPosition { Val = AxisPositionValues.Bottom },
            new CrossingAxis { Val = SecondValues }
        );
        yield return new ValueAxis(
            new AxisId { Val = SecondValues },
            ScalingOf(CellKind.Rate, values),
            new Delete { Val = false },
            new AxisPosition { Val = AxisPositionValues.Right },
            new NumberingFormat { FormatCode = ChartLook.AxisFormat(CellKind.Rate), SourceLinked = false },
            new MajorTickMark { Val = TickMarkValues.None },
            new MinorTickMark { Val = TickMarkValues.None },
            new TickLabelPosition { Val = TickLabelPositionValues.NextTo },
            ChartLook.Axis(),
            new CrossingAxis { Val = SecondCategories },
            new Crosses { Val = CrossesValues.Maximum },
            new CrossBetween { Val = CrossBetweenValues.Between }
        );
    }

    private static Scaling ScalingOf(CellKind kind, IEnumerable<decimal?> values)
    {
        var known = values.OfType<decimal>().ToList();
        var scaling = new Scaling(new Orientation { Val = OrientationValues.MinMax });
        if (kind is CellKind.Rate && known.All(value => value <= 1))
        {
            scaling.AppendChild(new MaxAxisValue { Val = 1 });
        }

        if (known.All(value => value >= 0))
        {
            scaling.AppendChild(new MinAxisValue { Val = 0 });
        }

        return scaling;
    }
}
