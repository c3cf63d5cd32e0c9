using Scriban.Runtime;
using SocietyParty.Etl.Report.Definition;
using SocietyParty.Etl.Report.Model;

namespace SocietyParty.Etl.Report.Sentences;

/// <summary>What sentences may name: indicators with their parts, tables with their rows and totals, days and years.</summary>
internal sealed class ReportFigures
{
    private const string Indicators = "T9-1";
    private readonly bool isChinese;

    private ReportFigures(ReportSnapshot snapshot, bool isDraft)
    {
        isChinese = snapshot.Scope.Language == ReportLanguage.Chinese;
        var scope = snapshot.Scope;
        All.Add(Name("日期", "day"), isChinese ? Collect.Notes.Day(scope) : scope.Day.ToString("yyyy-MM-dd", FigureText.Culture));
        All.Add(Name("党委", "committee"), scope.CommitteeName);
        All.Add(Name("草稿", "draft"), isDraft);
        // Null where it says nothing that the day does not, and where half of the year is not over.
        var half = Collect.Notes.HalfYearEnd(scope);
        All.Add(
            Name("半年末", "half_year_end"),
            half == scope.Day || half.Year < scope.Year ? null
                : isChinese ? Collect.Notes.Day(half)
                : half.ToString("yyyy-MM-dd", FigureText.Culture)
        );
        All.Add(Name("年", "year"), Year(scope.Year));
        All.Add(Name("整年", "whole_year"), Year(scope.WholeYear));
        All.Add(Name("考核年", "assessed_year"), Year(scope.AssessedYear));
        All.Add(Name("文件", "documents"), new ScriptArray(snapshot.Documents));
        var tables = new ScriptObject();
        foreach (var table in snapshot.Tables)
        {
            tables.Add(table.Id, Table(table));
        }

        All.Add(Name("表", "tables"), tables);
        foreach (var row in snapshot.Tables.Single(table => table.Id == Indicators).Rows)
        {
            All.Add(row.Key, Indicator(snapshot.Tables.Single(table => table.Id == Indicators), row));
        }
    }

    /// <summary>By the names of the report's language.</summary>
    public ScriptObject All { get; } = new(StringComparer.Ordinal);

    public static ReportFigures Of(ReportSnapshot snapshot, bool isDraft) => new(snapshot, isDraft);

    private ScriptObject Table(ReportTable table)
    {
        var totals = new ScriptObject();
        foreach (var (column, place) in table.Columns.Select((column, place) => (column, place)))
        {
            if (table.Rows.LastOrDefault(row => row.IsTotal)?.Cells[place] is { } cell)
            {
                totals.Add(column.Key, new Figure(cell.Numerator, cell.Denominator, cell.Number, false).In(isChinese));
            }
        }

        return new ScriptObject { { Name("行数", "rows"), table.Rows.Count(row => !row.IsTotal) }, { Name("合计", "total"), totals } };
    }

    private ScriptObject Indicator(ReportTable table, ReportRow row)
    {
        var present = Figure("present").In(isChinese);
        present.Add(Name("上年", "last_year"), Figure("last").In(isChinese));
        return present;

        ReportCell Cell(string key) => row.Cells[Enumerable.Range(0, table.Columns.Count).Single(place => table.Columns[place].Key == key)];

        Figure Figure(string key)
        {
            var cell = Cell(key);
            return new Figure(cell.Numerator, cell.Denominator, cell.Number, cell.Kind == CellKind.Score);
        }
    }

    private static string Year(int year) => year.ToString(FigureText.Culture);

    private string Name(string chinese, string english) => isChinese ? chinese : english;

    private sealed record Figure(decimal? Numerator, decimal? Denominator, decimal? Value, bool IsScore)
    {
        public ScriptObject In(bool isChinese) =>
            new()
            {
                { isChinese ? "分子" : "numerator", Numerator },
                { isChinese ? "分母" : "denominator", Denominator },
                { isChinese ? "值" : "value", Value },
                { FigureText.IsScore, IsScore },
            };
    }
}
