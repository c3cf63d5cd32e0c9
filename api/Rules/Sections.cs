using System.Text.Json;
using SocietyParty.Rules.Assessments;
using SocietyParty.Rules.Categories;
using SocietyParty.Rules.LeadingGroups;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Rules;

/// <summary>The sections that a rule set's file may have: what the loader checks before anything is written.</summary>
public static class Sections
{
    // One line a subject.
    private static readonly Dictionary<string, Func<JsonElement, IEnumerable<(string Path, Sentence Problem)>>> Checks = new()
    {
        [CategoryRules.Key] = Check<CategoryRules>,
        [LeadingGroupRules.Key] = Check<LeadingGroupRules>,
        [AssessmentRules.Key] = Check<AssessmentRules>,
        [Coverage.CoverageRules.Key] = Check<Coverage.CoverageRules>,
        [WorkPoints.WorkPointRules.Key] = Check<WorkPoints.WorkPointRules>,
        [Evidence.EvidenceRules.Key] = Check<Evidence.EvidenceRules>,
        [Organizations.OrganizationRules.Key] = Check<Organizations.OrganizationRules>,
    };

    /// <summary>
    /// What does not add up in the sections of a file, with paths from the file's root.
    /// </summary>
    /// <param name="file">The file.</param>
    /// <param name="isSound">Whether the JSON schema found a section right, by its path; of others nothing is said here.</param>
    public static IEnumerable<(string Path, Sentence Problem)> Problems(JsonElement file, Func<string, bool> isSound) =>
        Checks
            .Where(check => file.TryGetProperty(check.Key, out _) && isSound($"$.{check.Key}"))
            .SelectMany(check =>
                check.Value(file.GetProperty(check.Key)).Select(problem => ($"$.{check.Key}{problem.Path}", problem.Problem))
            );

    private static IEnumerable<(string Path, Sentence Problem)> Check<T>(JsonElement section)
        where T : ISection
    {
        T read;
        try
        {
            read = section.Deserialize<T>(RuleSet.Json)!;
        }
        catch (JsonException error)
        {
            return [(error.Path is { Length: > 1 } path ? path[1..] : "", new Sentence("Rules.AsFound", [("text", error.Message)]))];
        }

        return read.Problems();
    }
}
