using SocietyParty.Schema.Database;

namespace SocietyParty.Etl.Report.Model;

/// <summary>The report cannot be made; the message says what to do.</summary>
public sealed class ReportException(string code, string problem, string remedy, Exception? inner = null)
    : DatabaseSetupException(code, problem, remedy, inner: inner);
