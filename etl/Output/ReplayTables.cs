using SocietyParty.Etl.WhatIf;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Output;

/// <summary>What a draft would have changed, as tables: on the terminal and as files the same.</summary>
internal static class ReplayTables
{
    /// <summary>A row a month: how much differs.</summary>
    public static ReplayTable Days(ReplayReport report, Words words) =>
        new(
            "days",
            words.Say("Replay.Days"),
            [
                new(words.Say("Replay.Day")),
                new(words.Say("Replay.CategoriesChanged")),
                new(words.Say("Replay.Organization"), ReplayRate.Any),
                new(words.Say("Replay.Work"), ReplayRate.Any),
                new(words.Say("Replay.Strong"), ReplayRate.Any),
                new(words.Say("Replay.Effective"), ReplayRate.Any),
                new(words.Say("Replay.Late"), ReplayChange.Any),
            ],
            [
                .. report.Days.Select(day =>
                    (IReadOnlyList<object?>)
                        [
                            day.Day,
                            day.CategoriesChanged,
                            Rate(day.Organization),
                            Rate(day.Work),
                            Rate(day.Strong),
                            Rate(day.Effective),
                            Change(day.LateBefore, day.LateAfter),
                        ]
                ),
            ]
        );

    /// <summary>What differs, one by one; tables without rows too.</summary>
    public static IReadOnlyList<ReplayTable> Rows(ReplayReport report, Words words) =>
        [
            Categories(report, words),
            Committees(report, words),
            Societies(report, words),
            Activities(report, words),
            Suggestions(report, words),
            Results(report, words),
            Duties(report, words),
        ];

    private static ReplayTable Categories(ReplayReport report, Words words) =>
        new(
            "categories",
            words.Say("Replay.Categories"),
            [
                new(words.Say("Replay.Branch")),
                new(words.Say("Replay.Committee")),
                new(words.Say("Replay.Recorded")),
                new(words.Say("Replay.Before")),
                new(words.Say("Replay.After")),
                .. Period(words),
            ],
            [
                .. report.Categories.Select(one =>
                    (IReadOnlyList<object?>)
                        [
                            one.Branch,
                            one.Committee,
                            Word(one.Recorded, words, "BranchCategory"),
                            Word(one.Before, words, "BranchCategory"),
                            Word(one.After, words, "BranchCategory"),
                            one.FirstDay,
                            one.LastDay,
                            one.DayCount,
                        ]
                ),
            ]
        );

    private static ReplayTable Committees(ReplayReport report, Words words) =>
        new(
            "committees",
            words.Say("Replay.Committees"),
            [
                new(words.Say("Replay.Committee")),
                new(words.Say("Replay.Coverage")),
                new(words.Say("Replay.Before"), ReplayFraction.Any),
                new(words.Say("Replay.After"), ReplayFraction.Any),
                .. Period(words),
            ],
            [
                .. report.Committees.Select(one =>
                    (IReadOnlyList<object?>)
                        [
                            one.Committee,
                            Coverage(one.Coverage, words),
                            Before(one.Rate),
                            After(one.Rate),
                            one.FirstDay,
                            one.LastDay,
                            one.DayCount,
                        ]
                ),
            ]
        );

    private static ReplayTable Societies(ReplayReport report, Words words) =>
        new(
            "societies",
            words.Say("Replay.Societies"),
            [
                new(words.Say("Replay.Society")),
                new(words.Say("Replay.Committee")),
                new(words.Say("Replay.Coverage")),
                new(words.Say("Replay.Before")),
                new(words.Say("Replay.After")),
                .. Period(words),
            ],
            [
                .. report.Societies.Select(one =>
                    (IReadOnlyList<object?>)
                        [
                            one.Society,
                            one.Committee,
                            Coverage(one.Coverage, words),
                            Covered(one.IsCoveredBefore, one.IsCountedBefore, words),
                            Covered(one.IsCoveredAfter, one.IsCountedAfter, words),
                            one.FirstDay,
                            one.LastDay,
                            one.DayCount,
                        ]
                ),
            ]
        );

    private static ReplayTable Activities(ReplayReport report, Words words) =>
        new(
            "activities",
            words.Say("Replay.Activities"),
            [
                new(words.Say("Replay.Branch")),
                new(words.Say("Replay.Committee")),
                new(words.Say("Replay.Year")),
                new(words.Say("Replay.Category")),
                new(words.Say("Replay.Held")),
                new(words.Say("Replay.Minimum"), ReplayChange.Any),
                new(words.Say("Replay.Met"), ReplayChange.Any),
            ],
            [
                .. report.Activities.Select(one =>
                    (IReadOnlyList<object?>)
                        [
                            one.Branch,
                            one.Committee,
                            one.Year,
                            Word(one.Category, words, "BranchCategory"),
                            one.Held,
                            Change(one.MinimumBefore, one.MinimumAfter),
                            Change(YesNo(one.IsMetBefore, words), YesNo(one.IsMetAfter, words)),
                        ]
                ),
            ]
        );

    private static ReplayTable Suggestions(ReplayReport report, Words words) =>
        new(
            "suggestions",
            words.Say("Replay.Suggestions"),
            [
                new(words.Say("Replay.Branch")),
                new(words.Say("Replay.Committee")),
                new(words.Say("Replay.Year")),
                new(words.Say("Replay.Item")),
                new(words.Say("Replay.Maximum"), ReplayChange.Any),
                new(words.Say("Replay.Suggested"), ReplayChange.Any),
            ],
            [
                .. report.Suggestions.Select(one =>
                    (IReadOnlyList<object?>)
                        [
                            one.Branch,
                            one.Committee,
                            one.Year,
                            one.Item,
                            Change(one.MaximumBefore, one.MaximumAfter),
                            Change(one.ScoreBefore, one.ScoreAfter),
                        ]
                ),
            ]
        );

    private static ReplayTable Results(ReplayReport report, Words words) =>
        new(
            "results",
            words.Say("Replay.Results"),
            [
                new(words.Say("Replay.Branch")),
                new(words.Say("Replay.Committee")),
                new(words.Say("Replay.Year")),
                new(words.Say("Replay.Fixed"), ReplayChange.Any),
                new(words.Say("Replay.Bonus"), ReplayChange.Any),
                new(words.Say("Replay.Total"), ReplayChange.Any),
                new(words.Say("Replay.Grade"), ReplayChange.Any),
            ],
            [
                .. report.Results.Select(one =>
                    (IReadOnlyList<object?>)
                        [
                            one.Branch,
                            one.Committee,
                            one.Year,
                            Change(one.FixedBefore, one.FixedAfter),
                            Change(one.BonusBefore, one.BonusAfter),
                            Change(one.TotalBefore, one.TotalAfter),
                            Change(
                                one.GradeNameBefore ?? Word(one.GradeBefore, words, "AssessmentGrade"),
                                one.GradeNameAfter ?? Word(one.GradeAfter, words, "AssessmentGrade")
                            ),
                        ]
                ),
            ]
        );

    private static ReplayTable Duties(ReplayReport report, Words words) =>
        new(
            "duties",
            words.Say("Replay.Duties"),
            [
                new(words.Say("Replay.Duty")),
                new(words.Say("Replay.Committee")),
                new(words.Say("Replay.Of")),
                new(words.Say("Replay.Part")),
                new(words.Say("Replay.DueOn"), ReplayChange.Any),
                new(words.Say("Replay.Target"), ReplayChange.Any),
                new(words.Say("Replay.State"), ReplayChange.Any),
                new(words.Say("Replay.LateDays"), ReplayChange.Any),
            ],
            [
                .. report.Duties.Select(one =>
                    (IReadOnlyList<object?>)
                        [
                            Word(one.Kind, words, "DutyKind"),
                            one.Committee,
                            one.Of,
                            one.Period,
                            Change(one.DueOnBefore, one.DueOnAfter),
                            Change(one.TargetBefore, one.TargetAfter),
                            Change(Word(one.StateBefore, words, "DutyState"), Word(one.StateAfter, words, "DutyState")),
                            Change(one.LateDaysBefore, one.LateDaysAfter),
                        ]
                ),
            ]
        );

    private static ReplayHeading[] Period(Words words) =>
        [new(words.Say("Replay.FirstDay")), new(words.Say("Replay.LastDay")), new(words.Say("Replay.DayCount"))];

    private static string Coverage(ReplayedCoverage coverage, Words words) =>
        coverage switch
        {
            ReplayedCoverage.Organization => words.Say("Replay.Organization"),
            ReplayedCoverage.Work => words.Say("Replay.Work"),
            ReplayedCoverage.Strong => words.Say("Replay.Strong"),
            _ => words.Say("Replay.Effective"),
        };

    private static string Covered(bool isCovered, bool isCounted, Words words) =>
        isCounted ? words.Say(isCovered ? "Replay.Covered" : "Replay.Uncovered") : words.Say("Replay.NotCounted");

    private static ReplayRate Rate(RatePair rate) => new(Before(rate), After(rate));

    private static ReplayFraction Before(RatePair rate) => new(rate.NumeratorBefore, rate.DenominatorBefore);

    private static ReplayFraction After(RatePair rate) => new(rate.NumeratorAfter, rate.DenominatorAfter);

    private static string? YesNo(bool? isSo, Words words) => isSo is { } said ? words.Say(said ? "RuleDiff.Yes" : "RuleDiff.No") : null;

    private static string? Word(string? code, Words words, string type) =>
        code is null ? null : words.Say("RuleDiff.Word", ("word", EnumWords.OfName(code, type)));

    private static ReplayChange Change(object? before, object? after) => new(before, after);
}
