using SocietyParty.Etl.WhatIf;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Output;

/// <summary>A table of a replay, in words of one language.</summary>
/// <param name="Name">Of its file.</param>
/// <param name="Rows">Texts, numbers and days.</param>
internal sealed record ReplayTable(string Name, string Title, IReadOnlyList<string> Headings, IReadOnlyList<IReadOnlyList<object?>> Rows);

/// <summary>What a draft would have changed, as tables: on the terminal and as files the same.</summary>
internal static class ReplayTables
{
    /// <summary>A row a month: how much differs.</summary>
    public static ReplayTable Days(ReplayReport report, Words words) =>
        new(
            "days",
            words.Say("Replay.Days"),
            [
                words.Say("Replay.Day"),
                words.Say("Replay.CategoriesChanged"),
                words.Say("Replay.Organization"),
                words.Say("Replay.Work"),
                words.Say("Replay.Strong"),
                words.Say("Replay.Effective"),
                words.Say("Replay.Late"),
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
                words.Say("Replay.Branch"),
                words.Say("Replay.Committee"),
                words.Say("Replay.Recorded"),
                words.Say("Replay.Before"),
                words.Say("Replay.After"),
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
                words.Say("Replay.Committee"),
                words.Say("Replay.Coverage"),
                words.Say("Replay.Before"),
                words.Say("Replay.After"),
                .. Period(words),
            ],
            [
                .. report.Committees.Select(one =>
                    (IReadOnlyList<object?>)
                        [
                            one.Committee,
                            Coverage(one.Coverage, words),
                            $"{one.Rate.NumeratorBefore}/{one.Rate.DenominatorBefore}",
                            $"{one.Rate.NumeratorAfter}/{one.Rate.DenominatorAfter}",
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
                words.Say("Replay.Society"),
                words.Say("Replay.Committee"),
                words.Say("Replay.Coverage"),
                words.Say("Replay.Before"),
                words.Say("Replay.After"),
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
                words.Say("Replay.Branch"),
                words.Say("Replay.Committee"),
                words.Say("Replay.Year"),
                words.Say("Replay.Category"),
                words.Say("Replay.Held"),
                words.Say("Replay.Minimum"),
                words.Say("Replay.Met"),
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
                words.Say("Replay.Branch"),
                words.Say("Replay.Committee"),
                words.Say("Replay.Year"),
                words.Say("Replay.Item"),
                words.Say("Replay.Maximum"),
                words.Say("Replay.Suggested"),
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
                words.Say("Replay.Branch"),
                words.Say("Replay.Committee"),
                words.Say("Replay.Year"),
                words.Say("Replay.Fixed"),
                words.Say("Replay.Bonus"),
                words.Say("Replay.Total"),
                words.Say("Replay.Grade"),
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
                words.Say("Replay.Duty"),
                words.Say("Replay.Committee"),
                words.Say("Replay.Of"),
                words.Say("Replay.Part"),
                words.Say("Replay.DueOn"),
                words.Say("Replay.Target"),
                words.Say("Replay.State"),
                words.Say("Replay.LateDays"),
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

    private static string[] Period(Words words) =>
        [words.Say("Replay.FirstDay"), words.Say("Replay.LastDay"), words.Say("Replay.DayCount")];

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

    private static string Rate(RatePair rate) =>
        Change($"{rate.NumeratorBefore}/{rate.DenominatorBefore}", $"{rate.NumeratorAfter}/{rate.DenominatorAfter}");

    private static string YesNo(bool isSo, Words words) => words.Say(isSo ? "RuleDiff.Yes" : "RuleDiff.No");

    private static string? Word(string? code, Words words, string type) =>
        code is null ? null : words.Say("RuleDiff.Word", ("word", EnumWords.OfName(code, type)));

    private static string Change(object? before, object? after) =>
        Equals(before, after) ? Shown(before) : $"{Shown(before)} → {Shown(after)}";

    private static string Shown(object? value) =>
        value switch
        {
            null => "—",
            DateOnly day => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture),
            _ => Convert.ToString(value, System.Globalization.CultureInfo.InvariantCulture)!,
        };
}
