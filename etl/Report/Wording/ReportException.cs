namespace SocietyParty.Etl.Report.Wording;

/// <summary>A report that cannot be written as it is asked for. The message is the whole sentence for a person.</summary>
/// <param name="code">Stable, such as <c>SP-REPORT-301</c>.</param>
/// <param name="problem">What is wrong, one sentence.</param>
/// <param name="remedy">What to do, one sentence.</param>
public sealed class ReportException(string code, string problem, string remedy) : Exception($"{code} {problem} {remedy}")
{
    /// <summary>Stable, such as <c>SP-REPORT-301</c>.</summary>
    public string Code { get; } = code;
}
