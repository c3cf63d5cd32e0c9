using Dapper;
using Npgsql;
using SocietyParty.Graph.Tests.Etl.Generate;
using SocietyParty.Rules.Assessments;
using SocietyParty.Rules.Evidence;

namespace SocietyParty.Graph.Tests.Rules.Assessments;

/// <summary>The views for lists against the rules: the same city, the same answers.</summary>
public sealed class AssessmentViewTests : IAsyncLifetime
{
    private NpgsqlDataSource database = null!;
    private NpgsqlConnection connection = null!;

    public async Task InitializeAsync()
    {
        database = NpgsqlDataSource.Create(await City.ConnectionStringAsync());
        connection = await database.OpenConnectionAsync();
    }

    public async Task DisposeAsync()
    {
        await connection.DisposeAsync();
        await database.DisposeAsync();
    }

    [Fact]
    public async Task Suggested_scores_are_the_same()
    {
        var entries = (
            await connection.QueryAsync<(long Id, long Branch, int Year, string Form)>(
                "SELECT e.id, e.branch_id, e.year, b.form FROM graph.assessment_entry AS e JOIN graph.branch AS b ON b.id = e.branch_id"
            )
        ).ToList();
        var activities = (
            await connection.QueryAsync<(long Branch, int Year, string Kind, bool IsCollective, bool IsDocumented)>(
                "SELECT branch_id, year, kind, is_collective, has_plan AND has_attendance AND has_record FROM graph.activity "
                    + "WHERE held_on IS NOT NULL"
            )
        ).ToLookup(one => (one.Branch, one.Year));
        var categories = (
            await connection.QueryAsync<(long Branch, string Category, DateTime? From, DateTime? To)>(
                "SELECT branch_id, category, valid_from, valid_to FROM graph.branch_category_period ORDER BY valid_from NULLS FIRST"
            )
        ).ToLookup(one => one.Branch);
        var plans = (
            await connection.QueryAsync<(long Branch, int Year, bool IsPlanned, bool IsSummarized)>(
                "SELECT branch_id, year, planned_on IS NOT NULL, summarized_on IS NOT NULL FROM graph.branch_year_plan"
            )
        ).ToDictionary(one => (one.Branch, one.Year));
        var suggested = (
            await connection.QueryAsync<(long Entry, string Item, decimal Score)>(
                "SELECT entry_id, item_code, score FROM graph.assessment_suggested_score"
            )
        ).ToDictionary(one => (one.Entry, one.Item), one => one.Score);
        var met = (
            await connection.QueryAsync<(long Entry, bool IsMet, int Minimum)>(
                "SELECT entry_id, is_met, minimum FROM graph.assessment_activity"
            )
        ).ToDictionary(one => one.Entry);

        var haves = (
            await connection.QueryAsync<(long Entry, bool IsMet)>(
                """
                SELECT e.id, v.is_met FROM graph.assessment_entry AS e JOIN graph.assessment_round AS r ON r.id = e.round_id
                JOIN graph.evidence_record AS v ON v.branch_id = e.branch_id AND v.kind = 'SIX_HAVES' AND v.valid_during @> r.cut_off_on
                """
            )
        ).ToLookup(one => one.Entry, one => (one.IsMet, 1m));
        var feeds = RuleFiles.Usual<EvidenceRules>().Kinds.Single(kind => kind.Code == "SIX_HAVES").Feeds!;
        haves.Count.ShouldBeInRange(1, entries.Count - 1);

        entries.Count.ShouldBeGreaterThan(500);
        foreach (var entry in entries)
        {
            var done = activities[(entry.Branch, entry.Year)].ToList();
            var category = categories[entry.Branch]
                .LastOrDefault(one => !(one.From?.Year > entry.Year) && !(one.To?.Year < entry.Year))
                .Category
                ?? "UNCLASSIFIED";
            var year = new ActivityYear(
                Enum.Parse<ActivityCategory>(category, ignoreCase: true),
                entry.Form == "FUNCTIONAL_BRANCH",
                done.Count(one => one.IsCollective),
                done.Count(one => one.Kind == "DEMOCRATIC_APPRAISAL"),
                done.Count,
                done.Count(one => one.IsDocumented)
            );
            suggested[(entry.Id, "ORGANIZATION_2")].ShouldBe(SuggestedScores.Activities(year, Scheme.Usual).Score, $"{entry} {year}");
            (met[entry.Id].IsMet, met[entry.Id].Minimum).ShouldBe(
                (ActivityMinimum.IsMet(year, Scheme.Usual), ActivityMinimum.Of(year, Scheme.Usual).Activities.Value),
                $"{entry} {year}"
            );
            var six = SuggestedScores.Evidence(
                "ORGANIZATION_6",
                [new(feeds.Points.Value, feeds.Cap?.Value, haves[entry.Id].ToList())],
                Scheme.Usual
            );
            (suggested.TryGetValue((entry.Id, "ORGANIZATION_6"), out var known) ? known : (decimal?)null).ShouldBe(
                six?.Score,
                entry.ToString()
            );
            var plan = plans.GetValueOrDefault((entry.Branch, entry.Year));
            suggested[(entry.Id, "ORGANIZATION_1")]
                .ShouldBe(SuggestedScores.Plan(plan.IsPlanned, plan.IsSummarized, Scheme.Usual).Score, entry.ToString());
        }
    }

    [Fact]
    public async Task Debriefs_and_bonus_are_the_same()
    {
        var ballots = (await connection.QueryAsync<(long Entry, decimal Rate)>("SELECT entry_id, rate FROM graph.debrief_ballot")).ToLookup(
            one => one.Entry,
            one => one.Rate
        );
        foreach (var (entry, score) in await connection.QueryAsync<(long, decimal)>("SELECT entry_id, score FROM graph.debrief"))
        {
            score.ShouldBe(DebriefScore.Of([.. ballots[entry]], Scheme.Usual));
        }

        var claims = (
            await connection.QueryAsync<(long Entry, string Item, string Level, string Evidence)>(
                "SELECT entry_id, bonus_item, level, evidence_ref FROM graph.bonus_claim WHERE status = 'ACCEPTED'"
            )
        ).ToLookup(one => one.Entry);
        foreach (
            var (entry, bonus) in await connection.QueryAsync<(long, decimal)>(
                "SELECT entry_id, bonus_score FROM graph.assessment_standing"
            )
        )
        {
            bonus.ShouldBe(BonusPoints.Sum(claims[entry].Select(one => new BonusFact(one.Item, one.Level, one.Evidence)), Scheme.Usual));
        }
    }

    /// <summary>The same cases as BonusPointsTests: one piece of evidence once, and a cap.</summary>
    [Theory]
    [InlineData("", null)]
    [InlineData("2M a, 2C a", null)]
    [InlineData("1M a, 3C a", null)]
    [InlineData("3M a, 3M b, 3C c, 1C d", 10)]
    [InlineData("", 10)]
    [InlineData("2M a", 0)]
    public async Task Evidence_counts_once_in_the_view_too(string claims, int? cap)
    {
        await using var transaction = await connection.BeginTransactionAsync();
        var facts = claims.Split(", ", StringSplitOptions.RemoveEmptyEntries).Select(BonusPointsTests.Fact).ToList();
        var rules = Scheme.Usual with { Bonus = Scheme.Usual.Bonus with { Cap = new(cap, "x") } };
        var entry = await connection.QuerySingleAsync<long>(
            """
            WITH scheme AS (
                INSERT INTO graph.assessment_scheme (rule_set_code, content)
                SELECT 'other', jsonb_set(content, '{bonus,cap,value}', coalesce(to_jsonb(@cap::int), 'null')) FROM graph.assessment_scheme WHERE id = 1 RETURNING id
            ), round AS (
                INSERT INTO graph.assessment_round (committee_id, year, scheme_id, cut_off_on, opened_on)
                SELECT min(c.id), 2030, s.id, '2030-12-31', '2030-12-01' FROM graph.committee AS c CROSS JOIN scheme AS s GROUP BY s.id RETURNING id
            )
            INSERT INTO graph.assessment_entry (round_id, branch_id, year) SELECT r.id, (SELECT min(id) FROM graph.branch), 2030 FROM round AS r RETURNING id
            """,
            new { cap }
        );
        foreach (var fact in facts)
        {
            await connection.ExecuteAsync(
                """
                INSERT INTO graph.bonus_claim (entry_id, bonus_item, level, evidence_ref, description, points, status, claimed_on, decided_on)
                VALUES (@entry, @Item, @Level, @Evidence, 'x', @points, 'ACCEPTED', '2030-12-01', '2030-12-01')
                """,
                new
                {
                    entry,
                    fact.Item,
                    fact.Level,
                    fact.Evidence,
                    points = BonusPoints.Of(fact.Item, fact.Level, rules),
                }
            );
        }

        (
            await connection.QuerySingleAsync<decimal>(
                "SELECT bonus_score FROM graph.assessment_standing WHERE entry_id = @entry",
                new { entry }
            )
        ).ShouldBe(BonusPoints.Sum(facts, rules));
    }
}
