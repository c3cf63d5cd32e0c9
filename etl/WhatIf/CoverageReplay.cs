using Dapper;
using Npgsql;
using SocietyParty.Rules.Coverage;

namespace SocietyParty.Etl.WhatIf;

/// <summary>What covers the societies on each day, by one set of rules and by the other.</summary>
internal static class CoverageReplay
{
    private const int OperatingFlag = 16;
    private const int WithMembersFlag = 32;
    private const int ShouldBuildFlag = 64;

    // Bits of coverage.sql.
    private static readonly (ReplayedCoverage Coverage, int Flag)[] Kinds =
    [
        (ReplayedCoverage.Organization, 1),
        (ReplayedCoverage.Work, 2),
        (ReplayedCoverage.Strong, 4),
        (ReplayedCoverage.Effective, 8),
    ];

    public static async Task<CoverageChanges> RunAsync(ReplayScope scope, DraftRules rules, CancellationToken ct)
    {
        var before = await StatesAsync(scope, rules, isAfter: false, ct);
        var after =
            scope.Same(rules, CoverageRules.Key) && scope.Same(rules, Rules.Assessments.AssessmentRules.Key)
                ? before
                : await StatesAsync(scope, rules, isAfter: true, ct);
        var societies = new List<SocietyChange>();
        var rates = new Dictionary<(long Committee, ReplayedCoverage Coverage, int Day), RatePair>();
        foreach (var ((society, committee), state) in before)
        {
            var other = after[(society, committee)];
            foreach (var (coverage, _) in Kinds)
            {
                societies.AddRange(Changes(society, committee, coverage, state, other, scope));
                foreach (var day in state.Keys)
                {
                    var (was, will) = (state[day].Of(coverage), other[day].Of(coverage));
                    var known = rates.GetValueOrDefault((committee, coverage, day)) ?? new RatePair(0, 0, 0, 0);
                    rates[(committee, coverage, day)] = new(
                        known.NumeratorBefore + (was.IsCounted && was.IsCovered ? 1 : 0),
                        known.DenominatorBefore + (was.IsCounted ? 1 : 0),
                        known.NumeratorAfter + (will.IsCounted && will.IsCovered ? 1 : 0),
                        known.DenominatorAfter + (will.IsCounted ? 1 : 0)
                    );
                }
            }
        }

        return new CoverageChanges(societies, Committees(rates, scope), rates);
    }

    private static IEnumerable<SocietyChange> Changes(
        long society,
        long committee,
        ReplayedCoverage coverage,
        Dictionary<int, SocietyState> before,
        Dictionary<int, SocietyState> after,
        ReplayScope scope
    ) =>
        scope
            .Runs(before.Keys.Order().Select(day => (day, State: (Before: before[day].Of(coverage), After: after[day].Of(coverage)))))
            .Where(run => run.State.Before != run.State.After)
            .Select(run => new SocietyChange(
                society,
                scope.Societies[society],
                committee,
                scope.Committees[committee].Name,
                coverage,
                run.State.Before.IsCovered,
                run.State.After.IsCovered,
                run.State.Before.IsCounted,
                run.State.After.IsCounted,
                run.First,
                run.Last,
                run.Count
            ));

    private static List<CommitteeChange> Committees(
        Dictionary<(long Committee, ReplayedCoverage Coverage, int Day), RatePair> rates,
        ReplayScope scope
    ) =>
        [
            .. from rate in rates
            group rate by (rate.Key.Committee, rate.Key.Coverage) into days
            orderby days.Key.Committee, days.Key.Coverage
            from run in scope.Runs(days.OrderBy(day => day.Key.Day).Select(day => (day.Key.Day, day.Value)))
            where run.State.Differs
            select new CommitteeChange(
                days.Key.Committee,
                scope.Committees[days.Key.Committee].Name,
                days.Key.Coverage,
                run.State,
                run.First,
                run.Last,
                run.Count
            ),
        ];

    private static async Task<Dictionary<(long Society, long Committee), Dictionary<int, SocietyState>>> StatesAsync(
        ReplayScope scope,
        DraftRules rules,
        bool isAfter,
        CancellationToken ct
    )
    {
        var coverage = rules.Runs(isAfter, CoverageRules.Key, scope.Regions, scope.Days);
        var assessments = rules.Runs(isAfter, Rules.Assessments.AssessmentRules.Key, scope.AllRegions, scope.Days);
        var denominators = coverage.Contents.Select(Denominators.Of).ToList();
        var rows = await scope.Connection.QueryAsync<Row>(
            scope.Command(
                "coverage",
                new
                {
                    days = scope.Days.ToArray(),
                    committees = scope.Committees.Keys.ToArray(),
                    coverages = coverage.Texts,
                    coverageRegions = coverage.Regions,
                    coverageSince = coverage.Since,
                    coverageUntil = coverage.Until,
                    coveragePlaces = coverage.Places,
                    assessments = assessments.Texts,
                    assessmentRegions = assessments.Regions,
                    assessmentSince = assessments.Since,
                    assessmentUntil = assessments.Until,
                    assessmentPlaces = assessments.Places,
                    membersAreAsked = denominators.Exists(one => one.AskMembers),
                },
                ct
            )
        );
        var places = coverage.Runs.ToLookup(run => run.Region);
        return rows.ToDictionary(
            row => (row.Society, row.Committee),
            row =>
                row.Days.Zip(row.Flags)
                    .ToDictionary(
                        pair => pair.First,
                        pair =>
                        {
                            var day = scope.Days[pair.First - 1];
                            var run = places[scope.Committees[row.Committee].Region].First(one => one.Since <= day && day <= one.Until);
                            return new SocietyState(pair.Second, denominators[run.Place - 1]);
                        }
                    )
        );
    }

    private sealed record Row
    {
        public long Society { get; init; }

        public long Committee { get; init; }

        public int[] Days { get; init; } = [];

        public int[] Flags { get; init; } = [];
    }

    private readonly record struct Covered(bool IsCovered, bool IsCounted);

    private sealed record SocietyState(int Flags, Denominators Counted)
    {
        public Covered Of(ReplayedCoverage coverage)
        {
            var counted = coverage switch
            {
                ReplayedCoverage.Work => Counted.Work,
                ReplayedCoverage.Effective => Counted.Effective,
                _ => Counted.Organization,
            };
            return new(
                (Flags & Kinds.First(kind => kind.Coverage == coverage).Flag) > 0,
                counted switch
                {
                    "OPERATING" => (Flags & OperatingFlag) > 0,
                    "WITH_MEMBERS" => (Flags & WithMembersFlag) > 0,
                    "SHOULD_BUILD" => (Flags & ShouldBuildFlag) > 0,
                    _ => true,
                }
            );
        }
    }

    /// <summary>Which societies each rate looks at; work and effective coverage have all where their rule names none.</summary>
    private sealed record Denominators(string Organization, string Work, string Effective)
    {
        private const string All = "ALL";

        public bool AskMembers => new[] { Organization, Work, Effective }.Any(one => one is "WITH_MEMBERS" or "SHOULD_BUILD");

        public static Denominators Of(System.Text.Json.JsonElement coverage) =>
            new(
                coverage.GetProperty("denominator").GetProperty("value").GetString()!,
                Own(coverage.GetProperty("work")),
                Own(coverage.GetProperty("effective"))
            );

        private static string Own(System.Text.Json.JsonElement rule) =>
            rule.TryGetProperty("denominator", out var own) ? own.GetProperty("value").GetString()! : All;
    }
}

/// <param name="Rates">Of every committee, kind and day; days count from 1.</param>
internal sealed record CoverageChanges(
    IReadOnlyList<SocietyChange> Societies,
    IReadOnlyList<CommitteeChange> Committees,
    IReadOnlyDictionary<(long Committee, ReplayedCoverage Coverage, int Day), RatePair> Rates
);
