namespace SocietyParty.Etl.Report.Collect;

/// <summary>Which report.</summary>
/// <param name="Year">The year.</param>
/// <param name="Committee">Name or key of the committee whose subtree it is about; null: the whole country.</param>
/// <param name="Language"><c>zh</c> or <c>en</c>.</param>
public sealed record ReportRequest(int Year, string? Committee, string Language);

/// <summary>A finished step of making a report.</summary>
/// <param name="Name">Such as the id of a table.</param>
/// <param name="Place">From 1.</param>
/// <param name="Count">Of all steps.</param>
public sealed record ReportStep(string Name, int Place, int Count);
