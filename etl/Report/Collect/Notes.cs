using System.Globalization;
using SocietyParty.Etl.Report.Definition;
using SocietyParty.Etl.Report.Model;

namespace SocietyParty.Etl.Report.Collect;

/// <summary>What stands below a table: day, source, rule set, load and indicators.</summary>
internal static class Notes
{
    public static string Of(TableDefinition table, ReportScope scope) =>
        scope.Language == ReportLanguage.English ? English(table, scope) : Chinese(table, scope);

    private static string Chinese(TableDefinition table, ReportScope scope)
    {
        var indicators = table.Indicators.Count == 0 ? "" : $"；指标{string.Join("、", table.Indicators)}，定义与依据见附录";
        var half = HalfYears(table, scope) is { } names ? $"，其中{string.Join("、", names)}按半年计算，截至{Day(HalfYearEnd(scope))}" : "";
        var hidden = table.Columns.Any(column => column.IsOfPeople) ? "；不足5人的数以“*”代替，为防止推算，同时隐去其他数" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"注：数据截至{Day(scope)}{half}；来源：科技社团党建数据仓库，第{scope.LoadId}次装载，口径：{scope.RuleSet}{indicators}{hidden}。"
        );
    }

    private static string English(TableDefinition table, ReportScope scope)
    {
        var indicators = table.Indicators.Count == 0 ? "" : $"; indicators {string.Join(", ", table.Indicators)}, defined in the appendix";
        var half = HalfYears(table, scope) is { } names
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"; {string.Join(", ", names)}, by half-years, as of {HalfYearEnd(scope):yyyy-MM-dd}"
            )
            : "";
        var hidden = table.Columns.Any(column => column.IsOfPeople)
            ? "; numbers of fewer than five people are shown as *, and others with them, so that none can be worked out"
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"As of {scope.Day:yyyy-MM-dd}{half}. Source: warehouse of societies' Party building, load {scope.LoadId}, "
                + $"rule set {scope.RuleSetCode}{indicators}{hidden}."
        );
    }

    /// <summary>The report's day in Chinese.</summary>
    public static string Day(ReportScope scope) => Day(scope.Day);

    /// <summary>A day in Chinese.</summary>
    public static string Day(DateOnly day) => string.Create(CultureInfo.InvariantCulture, $"{day.Year}年{day.Month}月{day.Day}日");

    /// <summary>The last day of the last whole half-year, as <c>prepare.sql</c> has it.</summary>
    public static DateOnly HalfYearEnd(ReportScope scope)
    {
        var (summer, winter) = (new DateOnly(scope.Year, 6, 30), new DateOnly(scope.Year, 12, 31));
        return scope.Day >= winter ? winter
            : scope.Day >= summer ? summer
            : winter.AddYears(-1);
    }

    // On the day on which a half-year ends nothing differs.
    private static IReadOnlyList<string>? HalfYears(TableDefinition table, ReportScope scope) =>
        HalfYearEnd(scope) == scope.Day ? null : table.HalfYears;
}
