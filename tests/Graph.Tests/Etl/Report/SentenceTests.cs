using SocietyParty.Etl.Report.Definition;
using SocietyParty.Etl.Report.Editions;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Etl.Report.Sentences;

namespace SocietyParty.Graph.Tests.Etl.Report;

/// <summary>Sentences name their figures, and a word of trend is true.</summary>
public sealed class SentenceTests
{
    [Theory]
    [InlineData(0.5, 0.4, "50.0%，比上年末上升10.0个百分点")]
    [InlineData(0.4, 0.5, "40.0%，比上年末下降10.0个百分点")]
    [InlineData(0.5, 0.5, "50.0%，与上年末持平")]
    // As printed both are 50.0 %.
    [InlineData(0.50002, 0.5, "50.0%，与上年末持平")]
    [InlineData(0.5, null, "50.0%")]
    [InlineData(0.0, 0.5, "0.0%，比上年末下降50.0个百分点")]
    [InlineData(null, 0.5, "—")]
    public void A_word_of_trend_follows_the_figures(double? now, double? before, string expected) =>
        Written("{{ I01 | 率 }}{{ I01 | 比上年 }}", Snapshot("zh", (decimal?)now, (decimal?)before)).ShouldBe(expected);

    [Theory]
    [InlineData("组织覆盖率为 86.7%。", "SP-REPORT-202", "line 1")]
    [InlineData("好。\n增加了３个。", "SP-REPORT-202", "line 2")]
    [InlineData("有十二个社团。", "SP-REPORT-202", "十二")]
    [InlineData("占百分之八十。", "SP-REPORT-202", "百分之八十")]
    [InlineData("{{ I99 | 率 }}", "SP-REPORT-203", "I99")]
    [InlineData("{{ I01.分子数 | 数 }}", "SP-REPORT-203", "line 1: ")]
    [InlineData("{{ 表[\"T1\"].行数 }}", "SP-REPORT-203", "line 1: ")]
    [InlineData("{{ I01 | 百分率 }}", "SP-REPORT-203", "百分率")]
    [InlineData("好。\n{{ if I01 }}", "SP-REPORT-203", "line 2: ")]
    [InlineData("{{ date.now }}", "SP-REPORT-203", "date")]
    [InlineData("{{ include 'x' }}", "SP-REPORT-203", "")]
    [InlineData("{{ while true }}a{{ end }}", "SP-REPORT-203", "")]
    public void What_a_researcher_mistypes_is_named_with_its_place(string sentences, string code, string part)
    {
        var refused = Should.Throw<ReportException>(() => Written(sentences, Snapshot("zh", 0.5m, 0.4m)));
        refused.Code.ShouldBe(code);
        refused.Message.ShouldContain(part);
    }

    [Fact]
    public void Numbers_of_documents_may_stand() =>
        Written("按〔2022〕10号文和《市科协科技社团党委2023年工作要点》执行。", Snapshot("zh", 0.5m, 0.4m))
            .ShouldBe("按〔2022〕10号文和《市科协科技社团党委2023年工作要点》执行。");

    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public void The_programs_own_sentences_type_no_number(string language) =>
        Should.NotThrow(() => SentenceFile.Read(language, ReportSentences.Shipped(language)));

    [Theory]
    [InlineData("zh", "2026-12-01", "（截至2026年6月30日）")]
    [InlineData("en", "2026-12-01", "(as of 2026-06-30)")]
    [InlineData("zh", "2026-06-30", "")]
    [InlineData("zh", "2026-03-31", "")]
    public void What_is_counted_by_half_years_has_the_day_of_the_last_one(string language, string day, string expected)
    {
        var snapshot = Snapshot(language, 0.5m, 0.4m);
        snapshot = snapshot with { Scope = snapshot.Scope with { Day = DateOnly.ParseExact(day, "yyyy-MM-dd") } };
        var sentence =
            language == "zh"
                ? "率{{ if 半年末 }}（截至{{ 半年末 }}）{{ end }}。"
                : "Rate{{ if half_year_end }} (as of {{ half_year_end }}){{ end }}.";
        Written(sentence, snapshot).ShouldBe(language == "zh" ? $"率{expected}。" : $"Rate {expected}.");
        ReportDefinition.Sentences(language).ShouldContain(language == "zh" ? "半年末" : "half_year_end");
    }

    [Fact]
    public void A_table_that_there_is_not_is_named()
    {
        var snapshot = Snapshot("zh", 0.5m, 0.4m);
        var refused = Should.Throw<ReportException>(() =>
            DocumentBuilder.Build(snapshot, SentenceFile.Read("x.md", "见[[T77-1]]。"), edition: null, changes: null)
        );
        refused.Code.ShouldBe("SP-REPORT-204");
        refused.Message.ShouldContain("x.md line 1: [[T77-1]]");
        refused.Message.ShouldContain("T9-1");
    }

    private static string Written(string sentences, ReportSnapshot snapshot) =>
        SentenceFile.Read("report.md", sentences).Write(snapshot, isDraft: true);

    private static ReportSnapshot Snapshot(string language, decimal? now, decimal? before)
    {
        ReportColumn[] columns = [new("unit", "", CellKind.Text), new("last", "", CellKind.Rate), new("present", "", CellKind.Rate)];
        var row = new ReportRow("I01", [new("%"), new(Number: before), new(Number: now, Numerator: now * 100, Denominator: 100)]);
        return new ReportSnapshot(
            new(
                "",
                null,
                "某市",
                2026,
                new(2026, 6, 1),
                new(2026, 6, 30),
                2025,
                2025,
                1,
                new(2026, 7, 1),
                "默认",
                "default",
                language,
                "0"
            ),
            [new("T9-1", "", "", columns, [row], new(""))],
            [],
            []
        );
    }
}
