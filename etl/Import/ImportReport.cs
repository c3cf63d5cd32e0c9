using Dapper;
using Npgsql;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Import;

/// <summary>What an import did. With a problem it did nothing.</summary>
/// <param name="ReadCount">Entries read: the sum of the four other counts.</param>
/// <param name="RejectedCount">Entries that were not imported: all or none.</param>
/// <param name="ImportRunId">Null where nothing changed, or nothing was to be kept.</param>
/// <param name="IsDryRun">True where everything was undone at the end.</param>
public sealed record ImportReport(
    string FileName,
    int ReadCount,
    int InsertedCount,
    int UpdatedCount,
    int UnchangedCount,
    int RejectedCount,
    IReadOnlyList<ImportDiscrepancy> Discrepancies,
    IReadOnlyList<ImportProblem> Problems,
    long? ImportRunId,
    bool IsDryRun
)
{
    public bool Succeeded => Problems.Count == 0;

    public static ImportReport Rejected(string fileName, int readCount, IReadOnlyList<ImportProblem> problems, bool isDryRun = false) =>
        new(fileName, readCount, 0, 0, 0, readCount, [], problems, null, isDryRun);
}

/// <summary>What does not add up in a list; shown, never mended silently.</summary>
/// <param name="Code">
/// COUNT_DIFFERS, KIND_NOT_STATED or NOT_LISTED; what was left out or read otherwise than it is written: SHEET_HIDDEN, SHEET_LEFT_OUT,
/// COLUMN_LEFT_OUT, ROW_LEFT_OUT, ROWS_HIDDEN, MACROS_IGNORED, LINKS_IGNORED, LINE_LEFT_OUT, NUMBERS_LEFT_OUT,
/// COMMITTEE_FOUNDED, NAME_WRITTEN_OTHERWISE, NAME_MARKED, CODE_ACCEPTED, POST_GENERAL; or the code of a rule that warns.
/// </param>
public sealed record ImportDiscrepancy(string Code, string Subject, int? Stated, int? Listed, string Message)
{
    /// <summary>What is said; null where <see cref="Message"/> is all there is.</summary>
    public Sentence? Sentence { get; init; }

    /// <summary>Where it is in the file; null: <see cref="Subject"/> says it.</summary>
    public Sentence? Place { get; init; }

    /// <summary>Whether two things that are stated disagree: counts and lists, or a list and the members. Else it is a notice.</summary>
    public bool IsDifference => Code is "COUNT_DIFFERS" or "KIND_NOT_STATED" or "NOT_LISTED" || IsContradiction;

    /// <summary>Whether what a list states is not what the members prove.</summary>
    internal bool IsContradiction { get; init; }

    /// <summary>Whether the sentence names the subject itself.</summary>
    public bool NamesSubject { get; init; }

    /// <summary>A notice whose sentence names what it is about.</summary>
    internal static ImportDiscrepancy Of(string code, string subject, Sentence sentence) =>
        new(code, subject, null, null, sentence.In(Language.English)) { Sentence = sentence, NamesSubject = true };

    public string MessageIn(Language language)
    {
        if (Sentence is null)
        {
            return Message;
        }

        var subject = NamesSubject ? "" : Place?.In(language) ?? Subject;
        return subject.Length == 0 ? Sentence.In(language) : subject + (language == Language.Chinese ? "：" : ": ") + Sentence.In(language);
    }
}

/// <param name="IsDryRun">Do everything, report it, and keep nothing.</param>
/// <param name="WaitSecondsMax">How long to wait for another import to end.</param>
public sealed record ImportOptions(bool IsDryRun = false, int WaitSecondsMax = 30)
{
    public static ImportOptions Default { get; } = new();

    /// <summary>What is done in the import's transaction before its rows; null: nothing.</summary>
    public Func<NpgsqlConnection, Task>? Before { get; init; }

    /// <summary>Who imports, for the record of what was done; null: the login of the database.</summary>
    public string? Actor { get; init; }

    /// <summary>Begins the import's transaction.</summary>
    internal async Task BeginAsync(NpgsqlConnection connection)
    {
        if (Actor is not null)
        {
            await connection.ExecuteAsync("SELECT set_config('graph.actor', @Actor, true)", new { Actor });
        }

        await (Before?.Invoke(connection) ?? Task.CompletedTask);
    }
}
