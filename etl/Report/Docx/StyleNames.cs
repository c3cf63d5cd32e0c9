namespace SocietyParty.Etl.Report.Docx;

/// <summary>
/// Styles by the names that Word shows in English and keeps in every language: Chinese Word and WPS give them ids of their own.
/// </summary>
internal static class StyleNames
{
    public const string Body = "Body Text";
    public const string Title = "Title";
    public const string CoverNumber = "Cover Number";
    public const string CoverOffice = "Cover Office";
    public const string CoverText = "Cover Text";
    public const string ContentsHeading = "TOC Heading";
    public const string AppendixHeading = "Appendix Heading";
    public const string TableCaption = "Table Caption";
    public const string TableUnit = "Table Unit";
    public const string TableNote = "Table Note";
    public const string TableHead = "Table Head";
    public const string TableText = "Table Text";
    public const string TableNumber = "Table Number";
    public const string Figure = "Figure";
    public const string FigureCaption = "Figure Caption";
    public const string FigureNote = "Figure Note";
    public const string Footer = "footer";

    /// <summary>Of a table, not of a paragraph.</summary>
    public const string ThreeLineTable = "Three Line Table";

    /// <summary>Of paragraphs, each of which a template must have.</summary>
    public static readonly IReadOnlyList<string> Paragraphs =
    [
        Body,
        Heading(1),
        Heading(2),
        Heading(3),
        AppendixHeading,
        Title,
        CoverNumber,
        CoverOffice,
        CoverText,
        ContentsHeading,
        Contents(1),
        Contents(2),
        TableCaption,
        TableUnit,
        TableNote,
        TableHead,
        TableText,
        TableNumber,
        Figure,
        FigureCaption,
        FigureNote,
        Footer,
    ];

    /// <summary>A heading of 1 to 3.</summary>
    public static string Heading(int level) =>
        level switch
        {
            1 => "heading 1",
            2 => "heading 2",
            _ => "heading 3",
        };

    /// <summary>Whether Word has no style of this name itself.</summary>
    public static bool IsOwn(string name) =>
        name is not (Body or Title or ContentsHeading or Footer)
        && !name.StartsWith("heading ", StringComparison.Ordinal)
        && !name.StartsWith("toc ", StringComparison.Ordinal);

    /// <summary>A line of the contents, of 1 or 2.</summary>
    public static string Contents(int level) => level == 1 ? "toc 1" : "toc 2";
}
