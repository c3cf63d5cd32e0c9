using SocietyParty.Etl.Report.Definition;

namespace SocietyParty.Etl.Report.Editions;

/// <summary>The sentences that the program carries.</summary>
public static class ReportSentences
{
    /// <summary>Of a language, <c>zh</c> or <c>en</c>.</summary>
    public static string Shipped(string language) => ReportDefinition.Sentences(language);
}
