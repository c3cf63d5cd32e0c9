using System.Text.Json;
using Dapper;
using SocietyParty.Rules;
using SocietyParty.Rules.Assessments;

namespace SocietyParty.Etl.WhatIf;

/// <summary>
/// Assessments by the scheme that they had and by the draft's. Points that records suggest are suggested anew; where a person decided
/// otherwise, the points stay, up to the draft's maximum. An item that nobody rated gives none.
/// </summary>
internal static class ScoreReplay
{
    public static async Task<ScoreChanges> RunAsync(ReplayScope scope, DraftRules rules, CancellationToken ct)
    {
        var read = new Dictionary<(string Region, DateOnly CutOff, string? Scheme), SchemePair?>();
        var asked = new
        {
            committees = scope.Committees.Keys.ToArray(),
            from = scope.From,
            to = scope.To,
        };
        var entries = (await scope.Connection.QueryAsync<Entry>(scope.Command("entries", asked, ct)))
            .Select(entry => (Entry: entry, Schemes: Schemes(entry.Committee, entry.CutOff, entry.Scheme)))
            .Where(entry => entry.Schemes is not null)
            .ToDictionary(entry => entry.Entry.Id, entry => (entry.Entry, Schemes: entry.Schemes!));
        var results = (await scope.Connection.QueryAsync<ReplayedResult>(scope.Command("results", asked, ct)))
            .Select(result => (Result: result, Schemes: SchemesOf(result)))
            .Where(result => result.Schemes is not null)
            .ToList();
        var unrated = new SortedSet<string>(StringComparer.Ordinal);
        var before = Graded(isAfter: false);
        var after = Graded(isAfter: true);
        return new ScoreChanges(
            [
                .. entries
                    .Values.OrderBy(one => one.Entry.Year)
                    .ThenBy(one => one.Entry.Branch)
                    .SelectMany(one => Suggestions(one.Entry, one.Schemes)),
            ],
            [
                .. results
                    .Select((result, place) => (result.Result, Before: before[place], After: after[place]))
                    // What was recorded by hand differs from the scheme already; it is no effect of the draft.
                    .Where(one => !Said(one.Before).Equals(Said(one.After)))
                    .Select(one => Change(one.Result, one.After))
                    .Where(one =>
                        one.TotalBefore != one.TotalAfter
                        || one.FixedBefore != one.FixedAfter
                        || one.GradeBefore != one.GradeAfter
                        || one.GradeNameBefore != one.GradeNameAfter
                    ),
            ],
            [.. unrated]
        );

        // A band that begins elsewhere is the same grade.
        static object Said(Graded one) => (one.FixedScore, one.BonusScore, one.Grade, one.Band.Key, one.Basis);

        // Null where the draft does not hold.
        SchemePair? Schemes(long committee, DateOnly cutOff, string? scheme)
        {
            var key = (scope.Committees[committee].Region, cutOff, scheme);
            if (!read.TryGetValue(key, out var known))
            {
                read.Add(key, known = ReadSchemes(key.Region, cutOff, scheme));
            }

            return known;
        }

        SchemePair? ReadSchemes(string region, DateOnly cutOff, string? scheme)
        {
            var (was, will) = (
                rules.Section(isAfter: false, AssessmentRules.Key, region, cutOff),
                rules.Section(isAfter: true, AssessmentRules.Key, region, cutOff)
            );
            if (was is not { } inEffect || will is not { } asDrafted || JsonElement.DeepEquals(inEffect, asDrafted))
            {
                return null;
            }

            var used = scheme is null ? inEffect : JsonElement.Parse(scheme);
            return new SchemePair(used.Deserialize<AssessmentRules>(RuleSet.Json)!, asDrafted.Deserialize<AssessmentRules>(RuleSet.Json)!);
        }

        SchemePair? SchemesOf(ReplayedResult result) =>
            result.Entry is { } entry ? entries.GetValueOrDefault(entry).Schemes : Schemes(result.Committee, result.CutOff, null);

        // A quota looks at all of a round.
        List<Graded> Graded(bool isAfter)
        {
            var all = results.Select((result, place) => Of(result.Result, result.Schemes!, place, isAfter)).ToList();
            foreach (var round in all.Where(one => results[(int)one.Entry].Result.Entry is not null).GroupBy(RoundOf).ToList())
            {
                var scheme = results[(int)round.First().Entry].Schemes!;
                foreach (var graded in Quota.Applied([.. round], isAfter ? scheme.After : scheme.Before))
                {
                    all[(int)graded.Entry] = graded;
                }
            }

            return all;

            long RoundOf(Graded one) => entries[results[(int)one.Entry].Result.Entry!.Value].Entry.Round;
        }

        Graded Of(ReplayedResult result, SchemePair schemes, int place, bool isAfter)
        {
            var entry = result.Entry is { } key ? entries[key].Entry : null;
            var scheme = isAfter ? schemes.After : schemes.Before;
            var fixedScore = isAfter ? ReplayedScores.Fixed(result, entry, schemes, unrated) : result.Fixed;
            var bonus = isAfter ? ReplayedScores.Bonus(result, schemes) : result.Bonus;
            var (band, basis) = Grade.Of(
                fixedScore,
                bonus,
                ReplayedScores.HasFailed(result, entry, schemes, isAfter),
                scheme,
                isSubmitted: entry?.IsSubmitted ?? result.Basis != "NOT_SUBMITTED"
            );
            return new Graded(place, fixedScore, bonus, band, basis);
        }

        IEnumerable<SuggestionChange> Suggestions(Entry entry, SchemePair schemes)
        {
            var (was, will) = (ReplayedScores.Suggested(entry, schemes.Before), ReplayedScores.Suggested(entry, schemes.After));
            return was
                .Keys.Union(will.Keys)
                .Order(StringComparer.Ordinal)
                .Select(item => new SuggestionChange(
                    entry.Branch,
                    scope.Branches[entry.Branch],
                    entry.Committee,
                    scope.Committees[entry.Committee].Name,
                    entry.Year,
                    item,
                    was.TryGetValue(item, out var old) ? old : null,
                    schemes.Before.Item(item)?.Points,
                    will.TryGetValue(item, out var drafted) ? drafted : null,
                    schemes.After.Item(item)?.Points
                ))
                .Where(one => one.ScoreBefore != one.ScoreAfter || one.MaximumBefore != one.MaximumAfter);
        }

        ResultChange Change(ReplayedResult result, Graded graded) =>
            new(
                result.Branch,
                scope.Branches[result.Branch],
                result.Committee,
                scope.Committees[result.Committee].Name,
                result.Year,
                result.Fixed,
                graded.FixedScore,
                result.Bonus,
                graded.BonusScore,
                result.Grade,
                ReplayWords.UpperSnake(graded.Grade),
                result.GradeName,
                graded.Band.Name,
                result.Basis,
                ReplayWords.UpperSnake(graded.Basis)
            );
    }
}

/// <summary>The scheme that a year had, and the draft's.</summary>
internal sealed record SchemePair(AssessmentRules Before, AssessmentRules After);

internal sealed record ScoreChanges(
    IReadOnlyList<SuggestionChange> Suggestions,
    IReadOnlyList<ResultChange> Results,
    IReadOnlyList<string> UnratedItems
);
