namespace SocietyParty.Etl.Report.Model;

/// <summary>A report as its writers see it: a cover and blocks in their order. Writers know no database and compute no figure.</summary>
/// <param name="Cover">What the first page says.</param>
/// <param name="Blocks">Headings, paragraphs, tables and charts.</param>
/// <param name="Language"><c>zh</c> or <c>en</c>.</param>
public sealed record ReportDocument(ReportCover Cover, IReadOnlyList<ReportBlock> Blocks, string Language)
{
    /// <summary>Tables in their order.</summary>
    public IEnumerable<ReportTable> Tables => Blocks.OfType<TableBlock>().Select(block => block.Table);

    /// <summary>Charts in their order.</summary>
    public IEnumerable<ReportChart> Charts => Blocks.OfType<ChartBlock>().Select(block => block.Chart);
}

/// <summary>The first page.</summary>
/// <param name="Title">Such as 科技社团党建工作年度研究报告.</param>
/// <param name="Number">Such as 〔2026〕第1版.</param>
/// <param name="Office">Who issues it.</param>
/// <param name="Lines">Further lines: the day that the figures tell, the edition, the month of issue.</param>
/// <param name="IsDraft">Whether 征求意见稿 is shown.</param>
public sealed record ReportCover(string Title, string Number, string Office, IReadOnlyList<string> Lines, bool IsDraft);

/// <summary>A part of the text.</summary>
public abstract record ReportBlock;

/// <summary>A heading; writers number it: 一、, （一）, 1. and 附录A.</summary>
/// <param name="Level">1 to 3.</param>
/// <param name="Text">Without its number.</param>
/// <param name="IsAppendix">Whether it begins an appendix (level 1 only); what follows is on landscape pages.</param>
public sealed record HeadingBlock(int Level, string Text, bool IsAppendix = false) : ReportBlock;

/// <summary>A paragraph of words and of references to tables and charts.</summary>
public sealed record ParagraphBlock(IReadOnlyList<ReportInline> Content) : ReportBlock;

/// <summary>A table stands here.</summary>
public sealed record TableBlock(ReportTable Table) : ReportBlock;

/// <summary>A chart stands here.</summary>
public sealed record ChartBlock(ReportChart Chart) : ReportBlock;

/// <summary>A part of a paragraph.</summary>
public abstract record ReportInline;

/// <summary>Words.</summary>
public sealed record TextInline(string Text) : ReportInline;

/// <summary>The number of a table or chart, such as 表3-1, that leads to it.</summary>
/// <param name="Id">Id of the table or chart.</param>
public sealed record ReferenceInline(string Id) : ReportInline;
