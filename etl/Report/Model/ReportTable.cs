namespace SocietyParty.Etl.Report.Model;

/// <summary>A table. Its caption's number comes from its place, not from its id.</summary>
/// <param name="Id">Such as <c>T3-1</c>; unique with those of charts, and kept from edition to edition.</param>
/// <param name="Title">Caption without its number.</param>
/// <param name="Unit">Such as 单位：个、%.</param>
/// <param name="Columns">At least one.</param>
/// <param name="Rows">Each with a cell per column.</param>
/// <param name="Note">What stands below.</param>
public sealed record ReportTable(
    string Id,
    string Title,
    string Unit,
    IReadOnlyList<ReportColumn> Columns,
    IReadOnlyList<ReportRow> Rows,
    ReportNote Note
);

/// <summary>A column.</summary>
/// <param name="Key">Its part of a figure's address, such as <c>I01</c>.</param>
/// <param name="Title">Head.</param>
/// <param name="Kind">What its cells hold.</param>
/// <param name="IsShaded">Whether cells are shaded by their value, as a map would be.</param>
public sealed record ReportColumn(string Key, string Title, CellKind Kind, bool IsShaded = false);

/// <summary>What a cell holds, which decides its format.</summary>
public enum CellKind
{
    /// <summary>Words, or a code that looks like a number.</summary>
    Text,

    /// <summary>A whole number, with thousands separated.</summary>
    Count,

    /// <summary>From 0 to 1, written in percent with one place.</summary>
    Rate,

    /// <summary>Points, with two places.</summary>
    Score,

    /// <summary>A day.</summary>
    Day,
}

/// <summary>A row.</summary>
/// <param name="Key">Its part of a figure's address: a code or key, never a name or a place.</param>
/// <param name="Cells">One per column.</param>
/// <param name="IsTotal">Whether it adds up those above it.</param>
public sealed record ReportRow(string Key, IReadOnlyList<ReportCell> Cells, bool IsTotal = false);

/// <summary>A cell. One of its values at the most is there; none: not known, or nothing to divide by.</summary>
/// <param name="Text">Words.</param>
/// <param name="Number">Of a count, rate or score, as computed: not rounded.</param>
/// <param name="Day">A day.</param>
/// <param name="Numerator">Of a rate.</param>
/// <param name="Denominator">Of a rate.</param>
/// <param name="Kind">What it holds, where that is something else than in the rest of its column; null elsewhere.</param>
/// <param name="IsHidden">Whether few people would be told of: <c>*</c> is written.</param>
public sealed record ReportCell(
    string? Text = null,
    decimal? Number = null,
    DateOnly? Day = null,
    decimal? Numerator = null,
    decimal? Denominator = null,
    CellKind? Kind = null,
    bool IsHidden = false
)
{
    /// <summary>What is not known.</summary>
    public static ReportCell Empty { get; } = new();
}

/// <summary>What stands below a table or chart: in which words is the writers' affair.</summary>
/// <param name="Text">The whole sentence: day, source, rule set, load, indicators and clauses.</param>
public sealed record ReportNote(string Text);
