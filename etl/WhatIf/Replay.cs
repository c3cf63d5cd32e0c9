using System.Data;
using System.Diagnostics;
using System.Text.Json;
using Dapper;
using Npgsql;
using SocietyParty.Rules;
using SocietyParty.Rules.Assessments;
using SocietyParty.Rules.Categories;
using SocietyParty.Rules.Coverage;
using SocietyParty.Rules.WorkPoints;

namespace SocietyParty.Etl.WhatIf;

/// <summary>
/// Replays a draft on days that are past: what the rules that held made of them, and what the draft would have made. Everything is read in
/// one read-only transaction, from one state of the graph; the draft is never written anywhere.
/// </summary>
/// <param name="database">The graph's; a session that can only read is enough.</param>
public sealed class Replay(NpgsqlDataSource database, ReplayLimits limits) : IDisposable
{
    private const string ReadKnown = """
        SELECT code AS "Code", region_code::text AS "Region", effective_from AS "From", effective_to AS "To", is_default AS "IsDefault",
               content::text AS "Content"
        FROM graph.rule_set ORDER BY code
        """;

    // What the rules know of regions is which one lies around which.
    private const string ReadParents =
        "SELECT code::text, parent_code::text FROM graph.region WHERE parent_code IS NOT NULL AND code = ANY ("
        + "SELECT DISTINCT unnest(r.around) FROM graph.region AS r JOIN graph.committee AS c ON c.region_code = r.code)";

    private const string ReadCommittees = """
        SELECT c.id, c.name, c.region_code::text, s.is_in_scope
        FROM graph.committee AS c
        JOIN graph.region AS r ON r.code = c.region_code
        CROSS JOIN LATERAL (SELECT (@isDefault OR @region = ANY (r.around)) AND (@within::bigint[] IS NULL OR c.id = ANY (@within)) AS is_in_scope) AS s
        ORDER BY c.id
        """;

    private const string FindCommittees = """
        SELECT c.id FROM graph.committee AS c
        WHERE c.id::text = @asked OR c.name = @asked OR c.region_code = @asked OR NOT EXISTS (
                SELECT FROM graph.committee AS x WHERE x.id::text = @asked OR x.name = @asked OR x.region_code = @asked)
            AND strpos(c.name, @asked) > 0
        ORDER BY c.id
        """;

    private static readonly string[] Replayed = [CoverageRules.Key, CategoryRules.Key, AssessmentRules.Key, WorkPointRules.Key];

    // Milliseconds, so that the one that can say what happened comes first.
    private const int Grace = 5_000;

    // A replay reads much; two at once would take the machine from those who work on it.
    private readonly SemaphoreSlim turn = new(1);

    public void Dispose() => turn.Dispose();

    /// <summary>One replay at a time; a second one is refused and not kept waiting.</summary>
    public async Task<ReplayOutcome> RunAsync(ReplayRequest request, CancellationToken ct = default) =>
        await RunAsync(
            request,
            async token =>
            {
                await using var connection = await database.OpenConnectionAsync(token);
                // Disposed, it is rolled back.
                await using var transaction = await connection.BeginTransactionAsync(IsolationLevel.RepeatableRead, token);
                return await RunInTurnAsync(request, connection, transaction, token);
            },
            ct
        );

    /// <summary>As the other one, of what a session sees, whose transaction is repeatable read and has the caller's scope.</summary>
    public async Task<ReplayOutcome> RunAsync(
        ReplayRequest request,
        NpgsqlConnection connection,
        NpgsqlTransaction transaction,
        CancellationToken ct = default
    ) => await RunAsync(request, token => RunInTurnAsync(request, connection, transaction, token), ct);

    private async Task<ReplayOutcome> RunAsync(
        ReplayRequest request,
        Func<CancellationToken, Task<ReplayOutcome>> run,
        CancellationToken ct
    )
    {
        if (!await turn.WaitAsync(TimeSpan.Zero, ct))
        {
            return ReplayOutcome.Refused("SP-REPLAY-005");
        }

        try
        {
            using var time = CancellationTokenSource.CreateLinkedTokenSource(ct);
            time.CancelAfter(limits.MsMax);
            try
            {
                return await run(time.Token);
            }
            catch (OperationCanceledException) when (!ct.IsCancellationRequested)
            {
                return ReplayOutcome.Refused("SP-REPLAY-004", ("seconds", limits.MsMax / 1000));
            }
        }
        finally
        {
            turn.Release();
        }
    }

    private async Task<ReplayOutcome> RunInTurnAsync(
        ReplayRequest request,
        NpgsqlConnection connection,
        NpgsqlTransaction transaction,
        CancellationToken ct
    )
    {
        var watch = Stopwatch.StartNew();
        var setUp = new ReplayScope(connection, transaction, request.To, request.To);
        // PostgreSQL ends it too, should nobody be there any more to cancel it.
        await connection.ExecuteAsync(
            setUp.Statement(
                $"SET TRANSACTION READ ONLY; SET LOCAL statement_timeout = {limits.MsMax + Grace}; SET LOCAL jit = off",
                null,
                ct
            )
        );
        var today = await connection.QuerySingleAsync<DateOnly>(setUp.Statement("SELECT graph.today()", null, ct));
        if (Misdated(request, today) is { } misdated)
        {
            return misdated;
        }

        var known = (await connection.QueryAsync<KnownRuleSet>(setUp.Statement(ReadKnown, null, ct))).ToList();
        var (draft, problems) = Draft(request.RuleSet, known);
        if (draft is null)
        {
            return new ReplayOutcome(null, problems);
        }

        long[]? within = null;
        if (request.Committee is { } asked)
        {
            var find = request.Key is { } key
                ? setUp.Statement("SELECT id FROM graph.committee WHERE id = @key", new { key }, ct)
                : setUp.Statement(FindCommittees, new { asked }, ct);
            var found = (await connection.QueryAsync<long>(find)).ToList();
            if (found.Count == 0 && request.Key is not null)
            {
                return ReplayOutcome.Refused("SP-REPLAY-003.Id", ("asked", asked));
            }

            if (found.Count != 1)
            {
                return found.Count == 0
                    ? ReplayOutcome.Refused("SP-REPLAY-003.None", ("asked", asked))
                    : ReplayOutcome.Refused("SP-REPLAY-003.Several", ("asked", asked), ("count", found.Count));
            }

            within = await connection.QuerySingleAsync<long[]>(
                setUp.Statement("SELECT graph.committees_within(@committee)", new { committee = found[0] }, ct)
            );
        }

        var parents = (await connection.QueryAsync<(string Code, string Parent)>(setUp.Statement(ReadParents, null, ct))).ToDictionary(
            row => row.Code,
            row => row.Parent
        );
        var scope = await ScopeAsync(connection, transaction, request, draft, within, ct);
        if (scope.Committees.Count == 0)
        {
            return ReplayOutcome.Refused("SP-REPLAY-006", ("region", draft.Region));
        }

        var rules = new DraftRules([.. known.Select(set => set.AsRules())], draft, request.AsDated, parents);
        return new ReplayOutcome(await ReportAsync(scope, rules, request, watch, ct), []);
    }

    private ReplayOutcome? Misdated(ReplayRequest request, DateOnly today)
    {
        if (request.From > request.To)
        {
            return ReplayOutcome.Refused("SP-REPLAY-001.Order", ("from", request.From), ("to", request.To));
        }

        if (request.To > today)
        {
            return ReplayOutcome.Refused("SP-REPLAY-001.ToCome", ("to", request.To), ("today", today));
        }

        var months = (request.To.Year - request.From.Year) * 12 + request.To.Month - request.From.Month + 1;
        return months > limits.MonthsMax ? ReplayOutcome.Refused("SP-REPLAY-002", ("months", months), ("max", limits.MonthsMax)) : null;
    }

    private static (RuleSet? Draft, IReadOnlyList<ReplayProblem> Problems) Draft(ReplayedRules asked, List<KnownRuleSet> known)
    {
        if (asked.Draft is { } file)
        {
            return DraftCheck.Read(file, known);
        }

        return known.Find(set => set.Code == asked.Code) is { } found
            ? (found.AsRules(), [])
            : (null, [ReplayOutcome.Problem("SP-RULES-005", null, [("asked", asked.Code), ("codes", known.Select(set => set.Code))])]);
    }

    private static async Task<ReplayScope> ScopeAsync(
        NpgsqlConnection connection,
        NpgsqlTransaction transaction,
        ReplayRequest request,
        RuleSet draft,
        long[]? within,
        CancellationToken ct
    )
    {
        var scope = new ReplayScope(connection, transaction, request.From, request.To);
        var committees = (
            await connection.QueryAsync<(long Id, string Name, string Region, bool IsInScope)>(
                scope.Statement(
                    ReadCommittees,
                    new
                    {
                        isDefault = draft.IsDefault,
                        region = draft.Region,
                        within,
                    },
                    ct
                )
            )
        ).ToList();
        var asked = committees.Where(committee => committee.IsInScope).ToList();
        return new ReplayScope(connection, transaction, request.From, request.To)
        {
            Committees = asked.ToDictionary(committee => committee.Id, committee => (committee.Name, committee.Region)),
            Regions = [.. asked.Select(committee => committee.Region).Distinct().Order(StringComparer.Ordinal)],
            AllRegions = [.. committees.Select(committee => committee.Region).Distinct().Order(StringComparer.Ordinal)],
            Societies = await NamesAsync("society"),
            Branches = await NamesAsync("branch"),
        };

        async Task<IReadOnlyDictionary<long, string>> NamesAsync(string table) =>
            (
                await connection.QueryAsync<(long Id, string Name)>(scope.Statement($"SELECT id, name FROM graph.{table}", null, ct))
            ).ToDictionary(row => row.Id, row => row.Name);
    }

    private static async Task<ReplayReport> ReportAsync(
        ReplayScope scope,
        DraftRules rules,
        ReplayRequest request,
        Stopwatch watch,
        CancellationToken ct
    )
    {
        var (categories, ofDay) = await CategoryReplay.RunAsync(scope, rules, ct);
        var coverage = await CoverageReplay.RunAsync(scope, rules, ct);
        var activities = await ActivityReplay.RunAsync(scope, rules, ct);
        var scores = await ScoreReplay.RunAsync(scope, rules, ct);
        var duties = await DutyReplay.RunAsync(scope, rules, ct);
        var content = rules.Draft.Content;
        var sections = DraftRules.Sections(content);
        return new ReplayReport(
            rules.Draft.Code,
            content.GetProperty("title").GetString()!,
            rules.Draft.Region,
            request.From,
            request.To,
            request.AsDated,
            [
                .. sections
                    .SelectMany(section => rules.Displaced(section, scope.Regions, scope.Days))
                    .Distinct()
                    .Order(StringComparer.Ordinal),
            ],
            [.. sections.Intersect(Replayed)],
            [.. sections.Except(Replayed)],
            scores.UnratedItems,
            [
                .. scope.Days.Select(
                    (day, place) =>
                        new ReplayedDay(
                            day,
                            ofDay.GetValueOrDefault(place + 1),
                            Total(ReplayedCoverage.Organization, place + 1),
                            Total(ReplayedCoverage.Work, place + 1),
                            Total(ReplayedCoverage.Strong, place + 1),
                            Total(ReplayedCoverage.Effective, place + 1),
                            duties.Late[place].Before,
                            duties.Late[place].After
                        )
                ),
            ],
            categories,
            coverage.Societies,
            coverage.Committees,
            activities,
            scores.Suggestions,
            scores.Results,
            duties.Changes,
            watch.ElapsedMilliseconds
        );

        RatePair Total(ReplayedCoverage kind, int day) =>
            scope
                .Committees.Keys.Select(committee => coverage.Rates.GetValueOrDefault((committee, kind, day)))
                .OfType<RatePair>()
                .Aggregate(new RatePair(0, 0, 0, 0), (sum, rate) =>
                    new RatePair(
                        sum.NumeratorBefore + rate.NumeratorBefore,
                        sum.DenominatorBefore + rate.DenominatorBefore,
                        sum.NumeratorAfter + rate.NumeratorAfter,
                        sum.DenominatorAfter + rate.DenominatorAfter
                    )
                );
    }
}
