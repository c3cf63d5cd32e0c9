using System.Text.Json;
using SocietyParty.Rules.Assessments;
using SocietyParty.Rules.Categories;
using SocietyParty.Rules.LeadingGroups;

namespace SocietyParty.Rules;

/// <summary>The sections that a rule set's file may have: what the loader checks before anything is written.</summary>
public static class Sections
{
    // One line a subject.
    private static readonly Dictionary<string, Func<JsonElement, IEnumerable<(string Path, string Message)>>> Checks = new()
    {
        [CategoryRules.Key] = Check<CategoryRules>,
        [LeadingGroupRules.Key] = Check<LeadingGroupRules>,
        [AssessmentRules.Key] = Check<AssessmentRules>,
        [Coverage.CoverageRules.Key] = Check<Coverage.CoverageRules>,
        [WorkPoints.WorkPointRules.Key] = Check<WorkPoints.WorkPointRules>,
        [Evidence.EvidenceRules.Key] = Check<Evidence.EvidenceRules>,
    };

    /// <summary>
    /// Sections of a file that its JSON schema found right, and what does not add up in them, with paths from the file's root.
    /// </summary>
    public static IEnumerable<(string Path, string Message)> Problems(JsonElement file) =>
        Checks
            .Where(check => file.TryGetProperty(check.Key, out _))
            .SelectMany(check =>
                check.Value(file.GetProperty(check.Key)).Select(problem => ($"$.{check.Key}{problem.Path}", problem.Message))
            );

    private static IEnumerable<(string Path, string Message)> Check<T>(JsonElement section)
        where T : ISection
    {
        T read;
        try
        {
            read = section.Deserialize<T>(RuleSet.Json)!;
        }
        catch (JsonException error)
        {
            return [(error.Path is { Length: > 1 } path ? path[1..] : "", error.Message)];
        }

        return read.Problems();
    }
}
