using System.Globalization;

namespace SocietyParty.Rules.Organizations;

/// <summary>A region that a new committee or unit is said to lie in.</summary>
/// <param name="Name">As its list writes it.</param>
/// <param name="ListedTo">Month of the first list that has it no more; null where the newest one has it.</param>
/// <param name="ListedFrom">Month of the first list that has it; null where the oldest known one has.</param>
public sealed record RegionFacts(string Code, string Name, DateOnly? ListedTo, DateOnly? ListedFrom = null);

/// <summary>A committee comes to stand under another one from a day on.</summary>
/// <param name="IsWithin">Whether the upper one is the committee itself or stands under it.</param>
/// <param name="UpperEstablishedOn">First day of the upper one; null: it is not stated.</param>
/// <param name="UpperAbolishedOn">First day without the upper one; null: it lasts.</param>
/// <param name="IsAround">Whether the upper one's region is the committee's or one around it.</param>
/// <param name="From">First day.</param>
/// <param name="IsLower">Whether the upper one's level is below the committee's: a county's above a city's.</param>
public sealed record CommitteePlaceFacts(
    bool IsWithin,
    DateOnly? UpperEstablishedOn,
    DateOnly? UpperAbolishedOn,
    bool IsAround,
    string UpperName,
    DateOnly From,
    bool IsLower = false
);

/// <summary>Who would be left behind by a committee that is abolished, on the day or later.</summary>
/// <param name="Societies">Societies that it is responsible for.</param>
/// <param name="Branches">Party organizations that are not dissolved by then.</param>
/// <param name="Committees">Committees below it.</param>
public sealed record CommitteeEndFacts(int Societies, int Branches, int Committees);

/// <summary>Committees form a tree on every day, each in a region, and nobody is left without one.</summary>
public static class CommitteeTree
{
    /// <summary>
    /// Null where a new committee may lie there: in a region that the newest list has, and that there was on its first day.
    /// </summary>
    /// <param name="establishedOn">Its first day; null: it is not stated.</param>
    public static Breach? LiesIn(RegionFacts region, DateOnly? establishedOn, string field) =>
        region.ListedTo is { } gone ? Former("REGION_FORMER", region, "until", gone, field)
        : establishedOn is { } day && region.ListedFrom is { } since && (day.Year, day.Month).CompareTo((since.Year, since.Month)) < 0
            ? Former("REGION_FORMER.NotYet", region, "since", since, field)
        : null;

    private static Breach Former(string key, RegionFacts region, string word, DateOnly month, string field) =>
        new(
            key,
            [("code", region.Code), ("name", region.Name), (word, month.ToString("yyyy-MM", CultureInfo.InvariantCulture))],
            null,
            Severity.Warning,
            field
        );

    /// <summary>What keeps a committee from its place.</summary>
    public static IEnumerable<Breach> Place(CommitteePlaceFacts facts, string field)
    {
        if (facts.IsWithin)
        {
            yield return Breach.OfInput("COMMITTEE_ABOVE_ITSELF", [("name", facts.UpperName)], field);
        }
        else if (facts.UpperAbolishedOn is not null || facts.From < facts.UpperEstablishedOn)
        {
            yield return Breach.OfInput("UPPER_COMMITTEE_NOT_THERE", [("name", facts.UpperName), ("day", facts.From)], field);
        }
        else if (facts.IsLower)
        {
            yield return new("UPPER_COMMITTEE_LOWER", [("name", facts.UpperName)], null, Path: [field]);
        }
        else if (!facts.IsAround)
        {
            yield return new("UPPER_COMMITTEE_ELSEWHERE", [("name", facts.UpperName)], null, Severity.Warning, field);
        }
    }

    /// <summary>Null where a committee that is changed is still there.</summary>
    /// <param name="abolishedOn">First day without it.</param>
    public static Breach? Stands(DateOnly? abolishedOn, string field) =>
        abolishedOn is { } day ? Breach.OfInput("COMMITTEE_ABOLISHED", [("day", day)], field) : null;

    /// <summary>Null where a committee that shall be there again is gone.</summary>
    /// <param name="abolishedOn">First day without it; null: it lasts.</param>
    public static Breach? IsGone(DateOnly? abolishedOn, string field) =>
        abolishedOn is null ? Breach.OfInput("COMMITTEE_NOT_ABOLISHED", [], field) : null;

    /// <summary>What has to find another place before a committee ends.</summary>
    public static IEnumerable<Breach> End(CommitteeEndFacts facts, string field)
    {
        if (facts.Branches > 0)
        {
            yield return new("COMMITTEE_HAS_BRANCHES", [("branches", facts.Branches)], null, Path: [field]);
        }

        if (facts.Societies > 0)
        {
            yield return new("COMMITTEE_HAS_SOCIETIES", [("societies", facts.Societies)], null, Path: [field]);
        }

        if (facts.Committees > 0)
        {
            yield return new("COMMITTEE_HAS_COMMITTEES", [("committees", facts.Committees)], null, Path: [field]);
        }
    }
}
