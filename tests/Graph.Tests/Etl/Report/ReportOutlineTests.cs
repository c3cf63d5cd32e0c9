using SocietyParty.Etl.Report.Model;
using SocietyParty.Etl.Report.Wording;

namespace SocietyParty.Graph.Tests.Etl.Report;

public sealed class ReportOutlineTests
{
    [Theory]
    [InlineData(1, "一")]
    [InlineData(10, "十")]
    [InlineData(11, "十一")]
    [InlineData(20, "二十")]
    [InlineData(99, "九十九")]
    [InlineData(100, "100")]
    public void Chapters_are_counted_in_Chinese(int number, string text) => HeadingNumbers.ChineseNumeral(number).ShouldBe(text);

    [Theory]
    [InlineData("zh", "一、|（一）|1.|2.|（二）|1.|二、|（一）|附录A　|（一）|附录B　|三、")]
    [InlineData("en", "1  |1.1  |1.1.1  |1.1.2  |1.2  |1.2.1  |2  |2.1  |Appendix A  |1.1  |Appendix B  |3  ")]
    public void Each_level_begins_anew_below_the_one_above(string language, string numbers)
    {
        (int Level, bool IsAppendix)[] headings =
        [
            (1, false),
            (2, false),
            (3, false),
            (3, false),
            (2, false),
            (3, false),
            (1, false),
            (2, false),
            (1, true),
            (2, false),
            (1, true),
            (1, false),
        ];
        var outline = ReportOutline.Of(
            Of([.. headings.Select(heading => new HeadingBlock(heading.Level, "题", heading.IsAppendix))]) with
            {
                Language = language,
            }
        );
        headings.Select((_, place) => outline.HeadingOf(place)).ShouldBe(numbers.Split('|'));
    }

    [Fact]
    public void A_table_before_the_first_chapter_has_one_number_only() =>
        ReportOutline.Of(Of([new TableBlock(SampleReport.Bands())])).CaptionOf("T2-1").Label.ShouldBe("表1");

    [Fact]
    public void An_id_twice_is_refused()
    {
        var refused = Should.Throw<ReportException>(() =>
            ReportOutline.Of(Of([new TableBlock(SampleReport.Bands()), new TableBlock(SampleReport.Bands())]))
        );
        refused.Code.ShouldBe("SP-REPORT-303");
        refused.Message.ShouldContain("T2-1");
    }

    [Fact]
    public void A_reference_that_leads_nowhere_is_refused()
    {
        var refused = Should.Throw<ReportException>(() => ReportOutline.Of(Of([new ParagraphBlock([new ReferenceInline("T8-8")])])));
        refused.Code.ShouldBe("SP-REPORT-304");
        refused.Message.ShouldContain("T8-8");
    }

    [Fact]
    public void A_row_without_a_cell_and_a_series_without_a_value_are_refused()
    {
        var table = SampleReport.Bands();
        var chart = SampleReport.Chinese.Charts.First();
        ReportBlock[] blocks =
        [
            new TableBlock(table with { Rows = [table.Rows[0] with { Cells = [ReportCell.Empty] }] }),
            new ChartBlock(chart with { Categories = ["甲"] }),
        ];
        foreach (var block in blocks)
        {
            Should.Throw<ReportException>(() => ReportOutline.Of(Of([block]))).Code.ShouldBe("SP-REPORT-305");
        }
    }

    private static ReportDocument Of(IReadOnlyList<ReportBlock> blocks) => SampleReport.Chinese with { Blocks = blocks };
}
