using System.Text.Json;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Rules.Assessments;

/// <summary>What does not fit in the grades of a scheme: any number of them from two, under any names.</summary>
internal static class GradeProblems
{
    public static IEnumerable<(string Path, Sentence Problem)> Of(AssessmentRules rules) =>
        [
            .. Order(rules.Grades.Bands),
            .. Scores(rules),
            .. Names(rules.Grades.Bands),
            .. rules.Grades.ExcellentQuota.Value is not null && rules.Grades.Bands.All(band => band.Grade != AssessmentGrade.Excellent)
                ? [(".grades.excellentQuota", new Sentence("Rules.QuotaOfNone", []))]
                : Array.Empty<(string, Sentence)>(),
        ];

    /// <summary>The best first. Only the last ones fail, and one of them there is, for a fail rule needs a grade.</summary>
    private static IEnumerable<(string Path, Sentence Problem)> Order(IReadOnlyList<GradeBand> bands)
    {
        for (var i = 1; i < bands.Count; i++)
        {
            if (bands[i].Grade < bands[i - 1].Grade)
            {
                yield return (
                    $".grades.bands[{i}].grade",
                    new("Rules.BandOrder", [("grade", bands[i].Grade), ("above", bands[i - 1].Grade)])
                );
            }
        }

        if (bands[^1].Grade != AssessmentGrade.Unqualified)
        {
            yield return ($".grades.bands[{bands.Count - 1}].grade", new("Rules.NoBandFails", []));
        }

        if (bands[0].Grade == AssessmentGrade.Unqualified)
        {
            yield return (".grades.bands[0].grade", new("Rules.AllBandsFail", []));
        }
    }

    /// <summary>Every score falls into one band, and every band has a score that falls into it.</summary>
    private static IEnumerable<(string Path, Sentence Problem)> Scores(AssessmentRules rules)
    {
        var bands = rules.Grades.Bands;
        for (var i = 0; i < bands.Count; i++)
        {
            if (bands[i].From.Value > SchemeProblems.Most(rules))
            {
                yield return (
                    $".grades.bands[{i}].from",
                    new("Rules.BandTooHigh", [("from", bands[i].From.Value), ("most", SchemeProblems.Most(rules))])
                );
            }
        }

        for (var i = 1; i < bands.Count; i++)
        {
            if (bands[i].From.Value >= bands[i - 1].From.Value)
            {
                yield return ($".grades.bands[{i}].from", new("Rules.BandNotLess", [("above", bands[i - 1].From.Value)]));
            }
        }

        if (bands[^1].From.Value != 0)
        {
            yield return ($".grades.bands[{bands.Count - 1}].from", new("Rules.LastBand", []));
        }
    }

    /// <summary>A grade of one's own has a code and both names, each of them once.</summary>
    private static IEnumerable<(string Path, Sentence Problem)> Names(IReadOnlyList<GradeBand> bands)
    {
        for (var i = 0; i < bands.Count; i++)
        {
            if (!OwnWords.IsWhole(bands[i].Code, bands[i].Name, bands[i].EnglishName))
            {
                yield return ($".grades.bands[{i}]", new("Rules.OwnWord", []));
            }

            // A usual code under another meaning would deceive whoever knows it.
            if (
                Enum.GetValues<AssessmentGrade>()
                    .Any(grade => grade != bands[i].Grade && bands[i].Code == JsonNamingPolicy.SnakeCaseUpper.ConvertName($"{grade}"))
            )
            {
                yield return ($".grades.bands[{i}].code", new("Rules.UsualCode", [("code", bands[i].Code)]));
            }
        }

        foreach (var problem in SchemeProblems.Repeated(".grades.bands", bands.Select(band => band.Key)))
        {
            yield return problem;
        }

        foreach (var problem in SchemeProblems.Repeated(".grades.bands", bands.Select(band => band.Name).OfType<string>()))
        {
            yield return problem;
        }
    }
}
