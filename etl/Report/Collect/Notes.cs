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
        var hidden = table.Columns.Any(column => column.IsOfPeople) ? "；不足5人的数以“*”代替，为防止推算，同时隐去其他数" : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"注：数据截至{Day(scope)}；来源：科技社团党建数据仓库，第{scope.LoadId}次装载，口径：{scope.RuleSet}{indicators}{hidden}。"
        );
    }

    private static string English(TableDefinition table, ReportScope scope)
    {
        var indicators = table.Indicators.Count == 0 ? "" : $"; indicators {string.Join(", ", table.Indicators)}, defined in the appendix";
        var hidden = table.Columns.Any(column => column.IsOfPeople)
            ? "; numbers of fewer than five people are shown as *, and others with them, so that none can be worked out"
            : "";
        return string.Create(
            CultureInfo.InvariantCulture,
            $"As of {scope.Day:yyyy-MM-dd}. Source: warehouse of societies' Party building, load {scope.LoadId}, "
                + $"rule set {scope.RuleSetCode}{indicators}{hidden}."
        );
    }

    /// <summary>The report's day in Chinese.</summary>
    public static string Day(ReportScope scope) =>
        string.Create(CultureInfo.InvariantCulture, $"{scope.Day.Year}年{scope.Day.Month}月{scope.Day.Day}日");
}
