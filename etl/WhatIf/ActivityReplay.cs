using Dapper;
using SocietyParty.Rules.Assessments;

namespace SocietyParty.Etl.WhatIf;

/// <summary>Years of branches whose minimum of activities differs, by the rules of the year's end (004 组织建设-2).</summary>
internal static class ActivityReplay
{
    public static async Task<IReadOnlyList<ActivityChange>> RunAsync(ReplayScope scope, DraftRules rules, CancellationToken ct)
    {
        var ends = Enumerable
            .Range(scope.From.Year, scope.To.Year - scope.From.Year + 1)
            .Select(year => new DateOnly(year, 12, 31))
            .Where(day => day >= scope.From && day <= scope.To)
            .ToList();
        var (before, after) = (
            rules.Runs(isAfter: false, AssessmentRules.Key, scope.Regions, ends),
            rules.Runs(isAfter: true, AssessmentRules.Key, scope.Regions, ends)
        );
        if (before.Says(after))
        {
            return [];
        }

        // Rules that state a minimum for the first time, or no more, are on one side alone.
        var asked = (
            from region in scope.Regions
            from end in ends
            let was = PlaceOn(before, region, end)
            let will = PlaceOn(after, region, end)
            where was > 0 || will > 0
            select (Region: region, end.Year, Before: was, After: will > 0 ? before.Contents.Count + will : 0)
        ).ToList();
        var rows = await scope.Connection.QueryAsync<Row>(
            scope.Command(
                "activities",
                new
                {
                    committees = scope.Committees.Keys.ToArray(),
                    texts = before.Texts.Concat(after.Texts).ToArray(),
                    regions = asked.Select(one => one.Region).ToArray(),
                    years = asked.Select(one => one.Year).ToArray(),
                    before = asked.Select(one => one.Before).ToArray(),
                    after = asked.Select(one => one.After).ToArray(),
                },
                ct
            )
        );
        return
        [
            .. rows.Select(row => new ActivityChange(
                row.Branch,
                scope.Branches[row.Branch],
                row.Committee,
                scope.Committees[row.Committee].Name,
                row.Year,
                row.Category,
                row.Held,
                row.MinimumBefore,
                row.MinimumAfter,
                row.IsMetBefore,
                row.IsMetAfter
            )),
        ];
    }

    private static int PlaceOn(SectionRuns runs, string region, DateOnly day) =>
        runs.Runs.FirstOrDefault(run => run.Region == region && run.Since <= day && day <= run.Until)?.Place ?? 0;

    private sealed record Row(
        long Branch,
        long Committee,
        int Year,
        string Category,
        int Held,
        int? MinimumBefore,
        int? MinimumAfter,
        bool? IsMetBefore,
        bool? IsMetAfter
    );
}
