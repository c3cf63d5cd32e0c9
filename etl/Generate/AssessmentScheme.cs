namespace SocietyParty.Etl.Generate;

/// <summary>The fixed items of 004, 100 points: 4 + 4 + 9 + 1 + 1 = 19 items. Its three bonus items are not fixed items.</summary>
internal static class AssessmentScheme
{
    public static readonly IReadOnlyList<SchemeItem> Items =
    [
        .. Section("POLITICAL", 5, 5, 5, 8),
        .. Section("TEAM", 7, 3, 5, 5),
        .. Section("ORGANIZATION", 4, 16, 3, 3, 5, 4, 4, 3, 5),
        .. Section("SOCIAL_GOVERNANCE", 5),
        .. Section("DEBRIEF", 5),
    ];

    /// <summary>Points of the levels at which a bonus is given: department, municipal, central.</summary>
    public static readonly int[] BonusPoints = [2, 3, 5];

    /// <summary>Grade by the synthetic bands, which are half-open.</summary>
    public static string GradeOf(decimal score) =>
        score switch
        {
            >= 90 => "EXCELLENT",
            >= 80 => "GOOD",
            >= 60 => "QUALIFIED",
            _ => "UNQUALIFIED",
        };

    private static IEnumerable<SchemeItem> Section(string section, params int[] maxima) =>
        maxima.Select((maximum, i) => new SchemeItem($"{section}_{i + 1}", section, maximum));
}

/// <param name="Code">Section and number within it.</param>
/// <param name="Section">As in <c>graph.assessment_item_score.section</c>.</param>
/// <param name="Maximum">Points.</param>
internal sealed record SchemeItem(string Code, string Section, int Maximum);
