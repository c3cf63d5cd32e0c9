namespace SocietyParty.Etl.Report.Model;

/// <summary>A chart with its data. Its caption's number comes from its place, not from its id.</summary>
/// <param name="Id">Such as <c>F3-1</c>.</param>
/// <param name="Title">Caption without its number.</param>
/// <param name="Unit">Of the values, such as %.</param>
/// <param name="Kind">How it is drawn.</param>
/// <param name="Categories">Labels along the axis.</param>
/// <param name="Series">Each with a value per category.</param>
/// <param name="ValueKind">What the values are.</param>
/// <param name="Note">What stands below.</param>
/// <param name="Description">For those who cannot see it.</param>
public sealed record ReportChart(
    string Id,
    string Title,
    string Unit,
    ChartKind Kind,
    IReadOnlyList<string> Categories,
    IReadOnlyList<ReportSeries> Series,
    CellKind ValueKind,
    ReportNote Note,
    string Description
);

/// <summary>How a chart is drawn.</summary>
public enum ChartKind
{
    /// <summary>A line per series.</summary>
    Line,

    /// <summary>Columns beside one another.</summary>
    Column,

    /// <summary>Bars that add up series.</summary>
    StackedBar,

    /// <summary>Bars from left to right.</summary>
    Bar,

    /// <summary>A spoke per category.</summary>
    Radar,

    /// <summary>The first series as columns, the second one, a share, as a line on an axis of its own.</summary>
    Pareto,
}

/// <summary>A series of a chart.</summary>
/// <param name="Name">In the legend.</param>
/// <param name="Values">One per category; null leaves a gap.</param>
public sealed record ReportSeries(string Name, IReadOnlyList<decimal?> Values);
