using System.Globalization;

namespace SocietyParty.Etl.Report.Wording;

/// <summary>The few words that writers add to a report, in its language.</summary>
public sealed class ReportWords
{
    private static readonly ReportWords Chinese = new("zh");
    private static readonly ReportWords English = new("en");

    private readonly bool isChinese;

    private ReportWords(string language)
    {
        isChinese = language == "zh";
    }

    /// <summary>Of <c>zh</c> or <c>en</c>.</summary>
    public static ReportWords Of(string language) => language == "en" ? English : Chinese;

    /// <summary>Name of the sequence that counts tables; what a caption begins with.</summary>
    public string Table => isChinese ? "表" : "Table";

    /// <summary>Name of the sequence that counts charts.</summary>
    public string Figure => isChinese ? "图" : "Figure";

    /// <summary>Name of the sequence that a chapter's captions repeat.</summary>
    public string Chapter => isChinese ? "章" : "Chapter";

    /// <summary>What an appendix's heading begins with.</summary>
    public string Appendix => isChinese ? "附录" : "Appendix";

    /// <summary>Heading of the contents.</summary>
    public string Contents => isChinese ? "目　录" : "Contents";

    /// <summary>On the cover of what is not issued yet.</summary>
    public string Draft => isChinese ? "（征求意见稿）" : "(Draft for comments)";

    /// <summary>Between <c>表</c> and its number.</summary>
    public string LabelGap => isChinese ? "" : " ";

    /// <summary>Between the number of a caption and its title.</summary>
    public string TitleGap => isChinese ? "　" : "  ";

    /// <summary>The sheet of what the workbook is.</summary>
    public string AboutSheet => isChinese ? "说明" : "About";

    /// <summary>The sheet of the charts' data.</summary>
    public string ChartSheet => isChinese ? "图数据" : "Chart data";

    /// <summary>Heads of the list of sheets.</summary>
    public IReadOnlyList<string> SheetHeads =>
        isChinese ? ["编号", "标题", "工作表", "单位", "注"] : ["Number", "Title", "Sheet", "Unit", "Note"];

    /// <summary>What a workbook says about its texts.</summary>
    public string FormulaWarning =>
        isChinese
            ? "以 = + - @ 开头的文本在本工作簿中按文本保存；另存为 CSV 后再打开时，请勿按公式执行。"
            : "Texts that begin with = + - @ are texts in this workbook. Saved as CSV and opened again, they may be taken for formulas.";

    /// <summary>Head of the column of a rate's numerator.</summary>
    public string Numerator(string title) => isChinese ? $"{title}（分子）" : $"{title} (numerator)";

    /// <summary>Head of the column of a rate's denominator.</summary>
    public string Denominator(string title) => isChinese ? $"{title}（分母）" : $"{title} (denominator)";

    /// <summary>Below a table whose first rows are printed only, and its totals.</summary>
    public string Shortened(int printed, int all, bool withTotals, string sheet) =>
        isChinese
            ? string.Create(
                CultureInfo.InvariantCulture,
                $"本表共{all:#,##0}行，此处列前{printed:#,##0}行{(withTotals ? "和合计" : "")}，全部见工作簿的工作表“{sheet}”。"
            )
            : string.Create(
                CultureInfo.InvariantCulture,
                $"The first {printed:#,##0} of {all:#,##0} rows{(withTotals ? " and the totals" : "")}; all are on the sheet “{sheet}”."
            );
}
