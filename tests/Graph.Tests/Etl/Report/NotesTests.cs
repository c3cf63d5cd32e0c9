using SocietyParty.Etl.Report.Collect;
using SocietyParty.Etl.Report.Definition;
using SocietyParty.Etl.Report.Model;

namespace SocietyParty.Graph.Tests.Etl.Report;

/// <summary>Below a table stands the day of each of its numbers.</summary>
public sealed class NotesTests
{
    [Theory]
    [InlineData("T5-3", "2026-12-01", "注：数据截至2026年12月1日，其中I12按半年计算，截至2026年6月30日；")]
    [InlineData("T5-3", "2026-05-31", "注：数据截至2026年5月31日，其中I12按半年计算，截至2025年12月31日；")]
    [InlineData("T5-3", "2026-06-30", "注：数据截至2026年6月30日；")]
    [InlineData("T5-3", "2026-12-31", "注：数据截至2026年12月31日；")]
    [InlineData("T9-1", "2026-12-01", "注：数据截至2026年12月1日，其中I12按半年计算，截至2026年6月30日；")]
    [InlineData("T3-1", "2026-12-01", "注：数据截至2026年12月1日；")]
    public void What_stands_at_the_end_of_a_half_year_says_so(string table, string day, string expected) =>
        Of(table, day, "zh").ShouldStartWith(expected);

    [Fact]
    public void It_says_so_in_English() =>
        Of("T5-3", "2026-12-01", "en").ShouldStartWith("As of 2026-12-01; I12, by half-years, as of 2026-06-30. Source:");

    private static string Of(string table, string day, string language)
    {
        var on = DateOnly.ParseExact(day, "yyyy-MM-dd");
        var scope = new ReportScope("", null, "某市", on.Year, on, on, 2025, 2025, 1, on, "默认", "default", language, "0");
        return Notes.Of(ReportDefinition.Annual.Tables.Single(one => one.Id == table), scope);
    }
}
