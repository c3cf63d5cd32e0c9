using System.Text.Json;
using SocietyParty.Etl.Run;
using SocietyParty.Rules;
using SocietyParty.Rules.Assessments;

namespace SocietyParty.Graph.Tests.Rules.Assessments;

/// <summary>The scheme that the program carries, and the synthetic city's.</summary>
internal static class Scheme
{
    public static readonly AssessmentRules Chongqing = Of("rules/500000/chongqing-2020.json");

    public static readonly AssessmentRules Usual = RuleFiles.Usual<AssessmentRules>();

    /// <summary>Code, clause and path of a breach; empty for none.</summary>
    public static string Shown(Breach? breach) =>
        breach is null ? "" : $"{breach.Code} {breach.Clause} {string.Join('/', breach.Path)}".Trim();

    public static string[] Shown(IEnumerable<Breach> breaches) => [.. breaches.Select(Shown)];

    private static AssessmentRules Of(string path) =>
        JsonElement
            .Parse(RuleSetFile.Embedded().Single(file => file.Path == path).Text)
            .GetProperty(AssessmentRules.Key)
            .Deserialize<AssessmentRules>(RuleSet.Json)!;
}
