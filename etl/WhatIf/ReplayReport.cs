namespace SocietyParty.Etl.WhatIf;

/// <summary>What a rule set would have changed. Whatever is listed differs; what is the same is not listed.</summary>
/// <param name="RuleSetCode">The draft's code.</param>
/// <param name="Jurisdiction">Its region.</param>
/// <param name="From">First day that was looked at.</param>
/// <param name="To">Last day that was looked at.</param>
/// <param name="AsDated">Whether the draft held on its own days alone.</param>
/// <param name="InPlaceOf">Codes of the rule sets that held where the draft would have; its own where it replaces itself.</param>
/// <param name="Sections">Sections of the draft that were replayed.</param>
/// <param name="NotReplayed">Sections of the draft that change no figure here.</param>
/// <param name="UnratedItems">Items of the draft's scheme that nobody has rated, so that they count as nothing.</param>
/// <param name="Days">A row for each month's end, and for the last day.</param>
/// <param name="Categories">Branches whose derived category differs.</param>
/// <param name="Societies">Societies whose coverage differs.</param>
/// <param name="Committees">Rates of committees that differ.</param>
/// <param name="Activities">Years of branches whose minimum of activities differs.</param>
/// <param name="Suggestions">Scores that records suggest, where they differ.</param>
/// <param name="Results">Results of assessments that differ.</param>
/// <param name="Duties">Duties that differ.</param>
/// <param name="Milliseconds">How long it took.</param>
public sealed record ReplayReport(
    string RuleSetCode,
    string Title,
    string Jurisdiction,
    DateOnly From,
    DateOnly To,
    bool AsDated,
    IReadOnlyList<string> InPlaceOf,
    IReadOnlyList<string> Sections,
    IReadOnlyList<string> NotReplayed,
    IReadOnlyList<string> UnratedItems,
    IReadOnlyList<ReplayedDay> Days,
    IReadOnlyList<CategoryChange> Categories,
    IReadOnlyList<SocietyChange> Societies,
    IReadOnlyList<CommitteeChange> Committees,
    IReadOnlyList<ActivityChange> Activities,
    IReadOnlyList<SuggestionChange> Suggestions,
    IReadOnlyList<ResultChange> Results,
    IReadOnlyList<DutyChange> Duties,
    long Milliseconds
);

/// <summary>All committees together on one day.</summary>
/// <param name="CategoriesChanged">Branches whose derived category differs.</param>
/// <param name="Organization">组织覆盖、有形覆盖.</param>
/// <param name="Work">工作覆盖.</param>
/// <param name="Strong">有力覆盖.</param>
/// <param name="Effective">有效覆盖.</param>
/// <param name="LateBefore">Duties that were late.</param>
/// <param name="LateAfter">Duties that would have been late.</param>
public sealed record ReplayedDay(
    DateOnly Day,
    int CategoriesChanged,
    RatePair Organization,
    RatePair Work,
    RatePair Strong,
    RatePair Effective,
    int LateBefore,
    int LateAfter
);

/// <summary>A rate by the rules that held and by the draft.</summary>
public sealed record RatePair(int NumeratorBefore, int DenominatorBefore, int NumeratorAfter, int DenominatorAfter)
{
    public bool Differs => NumeratorBefore != NumeratorAfter || DenominatorBefore != DenominatorAfter;
}

/// <summary>What covers a society.</summary>
public enum ReplayedCoverage
{
    Organization,
    Work,
    Strong,
    Effective,
}

/// <summary>A branch whose derived category differs on days that follow each other.</summary>
/// <param name="Recorded">The category that is on record on the first of these days; null where none is.</param>
/// <param name="FirstDay">First of the days that were looked at.</param>
/// <param name="LastDay">Last of them.</param>
/// <param name="DayCount">How many they are.</param>
public sealed record CategoryChange(
    long BranchId,
    string Branch,
    long CommitteeId,
    string Committee,
    string? Recorded,
    string Before,
    string After,
    DateOnly FirstDay,
    DateOnly LastDay,
    int DayCount
);

/// <summary>
/// A society that is covered by one set of rules and not by the other, or counted by one alone, on days that follow each other.
/// </summary>
/// <param name="IsCoveredBefore">Whether it was covered.</param>
/// <param name="IsCountedBefore">Whether the rate's denominator counted it.</param>
public sealed record SocietyChange(
    long SocietyId,
    string Society,
    long CommitteeId,
    string Committee,
    ReplayedCoverage Coverage,
    bool IsCoveredBefore,
    bool IsCoveredAfter,
    bool IsCountedBefore,
    bool IsCountedAfter,
    DateOnly FirstDay,
    DateOnly LastDay,
    int DayCount
);

/// <summary>A rate of a committee's own societies that differs on days that follow each other.</summary>
public sealed record CommitteeChange(
    long CommitteeId,
    string Committee,
    ReplayedCoverage Coverage,
    RatePair Rate,
    DateOnly FirstDay,
    DateOnly LastDay,
    int DayCount
);

/// <summary>A year of a branch against its minimum of activities.</summary>
/// <param name="MinimumBefore">Null where no rule set stated one; so are all four.</param>
public sealed record ActivityChange(
    long BranchId,
    string Branch,
    long CommitteeId,
    string Committee,
    int Year,
    string Category,
    int Held,
    int? MinimumBefore,
    int? MinimumAfter,
    bool? IsMetBefore,
    bool? IsMetAfter
);

/// <summary>What records suggest for one item of an entry.</summary>
/// <param name="ScoreBefore">Null where the scheme does not have the item.</param>
public sealed record SuggestionChange(
    long BranchId,
    string Branch,
    long CommitteeId,
    string Committee,
    int Year,
    string Item,
    decimal? ScoreBefore,
    decimal? MaximumBefore,
    decimal? ScoreAfter,
    decimal? MaximumAfter
);

/// <summary>A result as it was issued, and as the draft would have it.</summary>
/// <param name="GradeBefore">What the grade stands for.</param>
/// <param name="GradeNameBefore">What the scheme calls it, where it has grades of its own.</param>
public sealed record ResultChange(
    long BranchId,
    string Branch,
    long CommitteeId,
    string Committee,
    int Year,
    decimal FixedBefore,
    decimal FixedAfter,
    decimal BonusBefore,
    decimal BonusAfter,
    string GradeBefore,
    string GradeAfter,
    string? GradeNameBefore,
    string? GradeNameAfter,
    string BasisBefore,
    string BasisAfter
)
{
    public decimal TotalBefore => FixedBefore + BonusBefore;

    public decimal TotalAfter => FixedAfter + BonusAfter;
}

/// <summary>A duty that differs; what one set of rules alone asks for has no values of the other.</summary>
/// <param name="Kind">As in the graph.</param>
/// <param name="Of">Whom it is about: a society, a person's reference, a branch; null: the committee.</param>
/// <param name="Period">Part of the year, stage of a rectification, or day of an event.</param>
/// <param name="StateBefore">On the last day that was looked at.</param>
/// <param name="LateDaysBefore">On how many of the days it was late.</param>
public sealed record DutyChange(
    string Kind,
    long CommitteeId,
    string Committee,
    string? Of,
    string Period,
    DateOnly? DueOnBefore,
    DateOnly? DueOnAfter,
    int? TargetBefore,
    int? TargetAfter,
    string? StateBefore,
    string? StateAfter,
    int LateDaysBefore,
    int LateDaysAfter
);
