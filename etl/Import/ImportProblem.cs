namespace SocietyParty.Etl.Import;

/// <summary>Why a file cannot be imported. One problem is enough to import nothing.</summary>
/// <param name="Code">Stable code, <c>SP-IMPORT-0xx</c>; <see cref="Problems"/> lists them all.</param>
/// <param name="Message">What is wrong.</param>
/// <param name="Expected">What the importer would accept.</param>
/// <param name="Hint">What to do.</param>
/// <param name="Line">Line in the file from 1; null where the file as a whole is meant.</param>
/// <param name="Column">Character in the line from 1; null where the line as a whole is meant.</param>
public sealed record ImportProblem(string Code, string Message, string Expected, string Hint, int? Line = null, int? Column = null)
{
    public ImportProblem At(int line, int? column = null) => this with { Line = line, Column = column };

    /// <summary>The place as editors and compilers write it: <c>list.csv:7:3</c>.</summary>
    public string Place(string fileName) => (Line, Column) switch
    {
        (null, _) => fileName,
        (_, null) => $"{fileName}:{Line}",
        _ => $"{fileName}:{Line}:{Column}",
    };
}
