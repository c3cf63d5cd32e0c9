namespace SocietyParty.Etl.Import;

/// <summary>A published list as read: checked in itself, not yet compared with the graph.</summary>
/// <param name="FileName">File name without folders.</param>
/// <param name="Checksum">SHA-256 of the bytes, lower-case hexadecimal.</param>
/// <param name="Stated">Category to the number that the list states of itself; only the stated ones.</param>
public sealed record RosterFile(
    string FileName,
    string Checksum,
    RosterHeader Header,
    IReadOnlyDictionary<string, int> Stated,
    IReadOnlyList<RosterEntry> Entries
)
{
    /// <summary>What was left out, and why.</summary>
    public IReadOnlyList<ImportDiscrepancy> Notices { get; init; } = [];
}

/// <param name="Region">GB/T 2260 code.</param>
public sealed record RosterHeader(
    string Committee,
    string Region,
    string DocumentTitle,
    string? DocumentNumber,
    string? Issuer,
    DateOnly? IssuedOn,
    string Title
);

/// <summary>One listed branch. Category, status and form are the database's words.</summary>
/// <param name="Position">Place in the list from 1.</param>
/// <param name="Line">Line in the file from 1, for problems found later.</param>
/// <param name="StatusSince">First day of the status; null where the list does not say.</param>
/// <param name="FormStated">False where the form follows from the category only, so that a form set by hand may stay.</param>
/// <param name="Societies">The societies that it stands for, the leading one first.</param>
/// <param name="SocietyStated">False where the society's name is the branch's without its ending.</param>
public sealed record RosterEntry(
    int Position,
    int Line,
    string Branch,
    string Category,
    string Status,
    DateOnly? StatusSince,
    string Form,
    bool FormStated,
    IReadOnlyList<string> Societies,
    bool SocietyStated
)
{
    /// <summary>Whether the list has the form in a column, where it is a usual one.</summary>
    public bool FormGiven { get; init; }

    /// <summary>The form of the rule set's own with which the name ends; null: it ends with a usual one.</summary>
    internal OwnForm? OwnForm { get; init; }
}

/// <summary>A form that the rules of the list's day name.</summary>
/// <param name="Form">The usual one that it stands for.</param>
internal sealed record OwnForm(string Form, string Code, string Name, string EnglishName);

/// <summary>What reading gave: a list, or the problems that keep it from being one.</summary>
/// <param name="ReadCount">Entries seen, also where <see cref="File"/> is null.</param>
public sealed record RosterReading(string FileName, RosterFile? File, IReadOnlyList<ImportProblem> Problems, int ReadCount);
