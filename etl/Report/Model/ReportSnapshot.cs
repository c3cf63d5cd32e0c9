namespace SocietyParty.Etl.Report.Model;

/// <summary>All that a report says in numbers, read at one moment. The same snapshot and sentences make the same files.</summary>
/// <param name="Scope">Whom it is about, and when.</param>
/// <param name="Tables">In order, those that only charts show among them.</param>
/// <param name="Charts">In order.</param>
/// <param name="Documents">The documents that define what is counted, with title and number.</param>
public sealed record ReportSnapshot(
    ReportScope Scope,
    IReadOnlyList<ReportTable> Tables,
    IReadOnlyList<ReportChart> Charts,
    IReadOnlyList<string> Documents
);

/// <summary>Whom a report is about, when, and from which load.</summary>
/// <param name="Title">Of the report.</param>
/// <param name="CommitteeId">The committee; null: the whole country.</param>
/// <param name="CommitteeName">Its name, as on <paramref name="Day"/>.</param>
/// <param name="Year">The year.</param>
/// <param name="Month">First day of the month that closes it.</param>
/// <param name="Day">The day whose state it tells.</param>
/// <param name="WholeYear">The last whole year.</param>
/// <param name="AssessedYear">The last year that was assessed.</param>
/// <param name="LoadId">The load that it was read from.</param>
/// <param name="LoadedOn">The day of that load, Beijing.</param>
/// <param name="RuleSet">Title of the rule set that defines what counts.</param>
/// <param name="RuleSetCode">Its code.</param>
/// <param name="Language"><c>zh</c> or <c>en</c>.</param>
/// <param name="ProgramVersion">The program that read it.</param>
public sealed record ReportScope(
    string Title,
    long? CommitteeId,
    string CommitteeName,
    int Year,
    DateOnly Month,
    DateOnly Day,
    int WholeYear,
    int AssessedYear,
    long LoadId,
    DateOnly LoadedOn,
    string RuleSet,
    string RuleSetCode,
    string Language,
    string ProgramVersion
);
