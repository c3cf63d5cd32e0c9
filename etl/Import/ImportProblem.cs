using SocietyParty.Rules;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Import;

/// <summary>Why a file cannot be imported. One problem is enough to import nothing.</summary>
/// <param name="Key">
/// Its code, <c>SP-IMPORT-0xx</c>, or that of a rule; where a code has several sentences, a point and which one. What the importer would
/// accept and what to do are the sentences <c>KEY:expected</c> and <c>KEY:hint</c>.
/// </param>
/// <param name="Arguments">What the sentences show.</param>
/// <param name="Line">Line in the file from 1; null where the file as a whole is meant.</param>
/// <param name="Column">Number of the column from 1, or in a published list's own text, which has no columns, the character in the line
/// from 1; null where the line as a whole is meant.</param>
/// <param name="Sheet">Name of the workbook's sheet; null in a text file.</param>
/// <param name="Field">Header of the column, as the template or the published list has it; null where no column is meant.</param>
public sealed record ImportProblem(
    string Key,
    IReadOnlyList<(string Name, object? Value)> Arguments,
    int? Line = null,
    int? Column = null,
    string? Sheet = null,
    string? Field = null
)
{
    /// <summary>A rule that a row breaks, as a mutation would say it.</summary>
    public ImportProblem(Breach breach)
        : this(breach.Key, breach.Arguments) { }

    /// <summary>With what that is known a row collides, of which a constraint of the database allows one; else null.</summary>
    public string? CollidesWith { get; init; }

    /// <summary>Stable code.</summary>
    public string Code => Key.Split('.')[0];

    /// <summary>What is wrong.</summary>
    public string Message(Language language) => new Sentence(Key, Arguments).In(language);

    /// <summary>What the importer would accept; empty where the message says it.</summary>
    public string Expected(Language language) => Further(":expected", language);

    /// <summary>What to do, or with what the row collides; empty where the message says it.</summary>
    public string Hint(Language language) =>
        CollidesWith is { } known ? new Sentence("Collision." + Key, [("value", known)]).In(language) : Further(":hint", language);

    private string Further(string which, Language language) =>
        SentenceBook.Of(language).Texts.ContainsKey(Key + which) ? new Sentence(Key + which, Arguments).In(language) : "";

    public ImportProblem At(int line, int? column = null) => this with { Line = line, Column = column };

    /// <summary>
    /// File, line and column, <c>list.csv:7:3</c>; in a workbook as spreadsheets write it, <c>list.xlsx 学会!C7</c>.
    /// </summary>
    public string Place(string fileName) =>
        Sheet is not null
            ? $"{fileName} {Sheet}{(Address is null ? "" : "!" + Address)}"
            : (Line, Column) switch
            {
                (null, _) => fileName,
                (_, null) => $"{fileName}:{Line}",
                _ => $"{fileName}:{Line}:{Column}",
            };

    /// <summary>
    /// <c>C7</c> or <c>7:7</c> (a row) in a workbook, <c>7:3</c> or <c>7</c> in a text; null where the file as a whole is meant.
    /// </summary>
    public string? Address =>
        (Sheet, Line, Column) switch
        {
            (_, null, _) => null,
            (null, { } line, null) => $"{line}",
            (null, { } line, { } column) => $"{line}:{column}",
            (_, { } row, null) => $"{row}:{row}",
            (_, { } row, { } column) => $"{ColumnName(column)}{row}",
        };

    /// <summary>A for 1, AA for 27.</summary>
    public static string ColumnName(int column)
    {
        var name = "";
        for (; column > 0; column = (column - 1) / 26)
        {
            name = (char)('A' + (column - 1) % 26) + name;
        }

        return name;
    }
}
