namespace SocietyParty.Etl.Report.Wording;

/// <summary>The number of a table or chart: from its place in the report, not from its id.</summary>
/// <param name="Label">As it is referred to, such as 表3-1.</param>
/// <param name="Chapter">3, or A in an appendix; empty before the first chapter.</param>
/// <param name="Ordinal">1 for the first of its kind in the chapter.</param>
/// <param name="IsTable">Else a chart.</param>
/// <param name="IsAppendix">Whether the chapter is an appendix.</param>
/// <param name="ChapterOrdinal">3 for chapter 3, 1 for appendix A, 0 before the first chapter.</param>
/// <param name="IsFirstOfChapter">Whether no table or chart of the chapter precedes it.</param>
public sealed record CaptionNumber(
    string Label,
    string Chapter,
    int Ordinal,
    bool IsTable,
    bool IsAppendix,
    int ChapterOrdinal,
    bool IsFirstOfChapter
);
