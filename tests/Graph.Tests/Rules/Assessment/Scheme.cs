using SocietyParty.Rules;
using SocietyParty.Rules.Assessment;

namespace SocietyParty.Graph.Tests.Rules.Assessment;

/// <summary>The schemes that the program carries.</summary>
internal static class Scheme
{
    public static readonly AssessmentRules Chongqing = ShippedRules.Of<AssessmentRules>("chongqing-2020");

    public static readonly AssessmentRules Default = ShippedRules.Of<AssessmentRules>();

    /// <summary>Code, clause and path of a breach; empty for none.</summary>
    public static string Shown(Breach? breach) => breach is null ? "" : $"{breach.Code} {breach.Clause} {string.Join('/', breach.Path)}".Trim();

    public static string[] Shown(IEnumerable<Breach> breaches) => [.. breaches.Select(Shown)];
}
