namespace SocietyParty.Rules.Assessments;

/// <summary>述职 The branch's secretary reports, in person or in writing (004 第五条（五）).</summary>
public static class DebriefReporter
{
    private const string Clause = "004 第五条（五）";

    /// <param name="named">Who reported; null: nobody is named.</param>
    /// <param name="secretaries">Who was the branch's secretary on that day, as far as records know.</param>
    public static IEnumerable<Breach> Breaches(long? named, IReadOnlyCollection<long> secretaries)
    {
        if (named is { } person && secretaries.Count > 0 && !secretaries.Contains(person))
        {
            yield return new("DEBRIEF_BY_ANOTHER", [], Clause, Path: ["reporter"]);
        }
        else if (named is null && secretaries.Count == 0)
        {
            yield return new("DEBRIEF_WITHOUT_SECRETARY", [], Clause, Severity.Warning, "reporter");
        }
    }
}
