using SocietyParty.Etl.Refusals;

namespace SocietyParty.Etl.Report.Model;

/// <summary>The report cannot be made; the message says what to do.</summary>
public sealed class ReportException(string key, IReadOnlyList<(string Name, object? Value)> arguments, Exception? inner = null)
    : Refusal(key, arguments, inner);
