using System.Text.Json;
using System.Text.RegularExpressions;
using Dapper;
using Npgsql;
using SocietyParty.Etl.Generate;
using SocietyParty.Graph.Tests.Etl.Generate;
using SocietyParty.Service.Access;
using SocietyParty.Service.Queries;
using SocietyParty.Sql.Planning.Values;

namespace SocietyParty.Graph.Tests.Service.Deploy;

/// <summary>
/// <c>citus/distribute.sql</c> up to what needs Citus, on a generated city in plain PostgreSQL; what crosses shards then is what
/// <c>citus/crossing.csv</c> lists, no more and no less.
/// </summary>
public sealed partial class ShardPlanTests(ShardPlanFixture fixture) : IClassFixture<ShardPlanFixture>
{
    private static readonly string[] Conditions = ["Hash Cond", "Merge Cond", "Index Cond", "Recheck Cond", "Join Filter", "Filter"];

    [Fact]
    public async Task Every_table_has_its_place_and_every_distributed_one_the_key()
    {
        (
            await RowsAsync(
                """
                SELECT c.relname::text FROM pg_class AS c WHERE c.relnamespace = 'graph'::regnamespace AND c.relkind IN ('r', 'p')
                EXCEPT SELECT name FROM shard_plan
                """
            )
        ).ShouldBeEmpty();
        (await RowsAsync("SELECT name FROM shard_plan WHERE way NOT IN ('DISTRIBUTED', 'REFERENCE', 'LOCAL')")).ShouldBeEmpty();
        var distributed = await RowsAsync("SELECT name FROM shard_plan WHERE way = 'DISTRIBUTED'");
        distributed.Length.ShouldBeGreaterThan(70);
        foreach (var table in distributed)
        {
            (
                await RowsAsync($"SELECT id::text FROM (SELECT 1 AS id, shard_id FROM graph.{table}) AS t WHERE shard_id IS NULL")
            ).ShouldBeEmpty();
        }

        (await RowsAsync("SELECT count(*)::text FROM graph.member")).Single().ShouldNotBe("0");
    }

    [Fact]
    public async Task Every_unique_constraint_has_the_key()
    {
        (
            await RowsAsync(
                """
                SELECT i.indexrelid::regclass::text FROM pg_index AS i JOIN shard_plan AS s ON i.indrelid = ('graph.' || s.name)::regclass
                WHERE s.way = 'DISTRIBUTED' AND (i.indisunique OR i.indisexclusion) AND NOT EXISTS (
                    SELECT FROM pg_attribute AS a WHERE a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey::smallint[]) AND a.attname = 'shard_id')
                """
            )
        ).ShouldBeEmpty();
        // Where the other columns say in which shard the row is, nothing has changed; the others hold within a shard alone.
        var crossing = await RowsAsync(
            """
            SELECT u.name FROM (
                SELECT s.name AS child, s.key, c.relname::text AS name,
                    (SELECT array_agg(a.attname::text) FROM pg_attribute AS a WHERE a.attrelid = i.indrelid AND a.attnum = ANY (i.indkey::smallint[])) AS columns
                FROM pg_index AS i JOIN pg_class AS c ON c.oid = i.indexrelid JOIN shard_plan AS s ON i.indrelid = ('graph.' || s.name)::regclass
                WHERE s.way = 'DISTRIBUTED' AND (i.indisunique OR i.indisexclusion)
            ) AS u
            WHERE NOT 'id' = ANY (u.columns)
              AND NOT u.columns && ARRAY(SELECT k.key::text FROM shard_key_before AS k WHERE k.child = u.child AND k.says_where)
            """
        );
        crossing.Order(StringComparer.Ordinal).ShouldBe(Listed("UNIQUE"));
    }

    [Fact]
    public async Task Every_foreign_key_is_held_within_a_shard_or_listed()
    {
        var crossing = await RowsAsync(
            """
            SELECT CASE child_schema WHEN 'graph' THEN '' ELSE child_schema || '.' END || name FROM shard_key_before
            WHERE NOT is_held AND parent_way <> 'REFERENCE'
            """
        );
        crossing.Order(StringComparer.Ordinal).ShouldBe(Listed("KEY"));
        // The held ones were made anew with the key, and hold for every row of the city.
        (await RowsAsync("SELECT name::text FROM shard_key_before WHERE is_held")).Length.ShouldBeGreaterThan(60);
        (
            await RowsAsync(
                """
                SELECT b.name::text FROM shard_key_before AS b WHERE b.is_held AND NOT EXISTS (
                    SELECT FROM pg_constraint AS k WHERE k.conname = b.name AND k.convalidated
                      AND pg_get_constraintdef(k.oid) LIKE 'FOREIGN KEY (shard_id, %REFERENCES %(shard_id, %')
                """
            )
        ).ShouldBeEmpty();
    }

    [Fact]
    public async Task Every_join_of_the_five_questions_is_within_a_shard_or_listed()
    {
        var crossing = new SortedSet<string>(StringComparer.Ordinal);
        var within = 0;
        foreach (var (question, plan) in fixture.Plans)
        {
            using var document = JsonDocument.Parse(plan);
            var root = document.RootElement[0].GetProperty("Plan");
            var tables = new Dictionary<string, string>(StringComparer.Ordinal);
            Tables(root, tables);
            foreach (var (left, right) in Joins(root, tables))
            {
                if (await IsWithinAsync(left, right))
                {
                    within++;
                }
                else
                {
                    var pair = new[] { left, right }.Order(StringComparer.Ordinal);
                    crossing.Add($"{question} {string.Join(" = ", pair)}");
                }
            }
        }

        within.ShouldBeGreaterThan(4);
        crossing.ShouldNotBeEmpty();
        // Another version of PostgreSQL may find a way without one of them.
        crossing.Except(Listed("JOIN")).ShouldBeEmpty();
    }

    /// <summary>Whether rows that meet so stand in the same shard.</summary>
    private async Task<bool> IsWithinAsync(string left, string right) =>
        (
            await RowsAsync(
                """
                WITH s AS (
                    -- Columns that say where a row stands, by what they name.
                    SELECT child || '.' || key AS field, parent AS names FROM shard_key_before WHERE says_where
                    UNION SELECT name || '.id', name FROM shard_plan WHERE way = 'DISTRIBUTED'
                    UNION SELECT name || '.place', 'place' FROM shard_plan WHERE key = 'place'
                )
                SELECT 'yes' FROM s AS l JOIN s AS r USING (names) WHERE l.field = @left AND r.field = @right
                """,
                new { left, right }
            )
        ).Length > 0;

    /// <summary>Pairs of columns of distributed tables that are compared.</summary>
    private IEnumerable<(string Left, string Right)> Joins(JsonElement node, Dictionary<string, string> tables)
    {
        foreach (var condition in Conditions)
        {
            if (!node.TryGetProperty(condition, out var text))
            {
                continue;
            }

            foreach (Match pair in Equal().Matches(text.GetString()!))
            {
                var left = Column(pair.Groups["left"].Value, tables);
                var right = Column(pair.Groups["right"].Value, tables);
                if (left is not null && right is not null)
                {
                    yield return (left, right);
                }
            }
        }

        if (node.TryGetProperty("Plans", out var inner))
        {
            foreach (var join in inner.EnumerateArray().SelectMany(child => Joins(child, tables)))
            {
                yield return join;
            }
        }
    }

    /// <summary>Null where it is no column of a distributed table; of what a part of the statement made, its own name.</summary>
    private string? Column(string text, Dictionary<string, string> tables)
    {
        var parts = text.Replace("\"", "", StringComparison.Ordinal).Split('.');
        return !tables.TryGetValue(parts[0], out var table) ? $"?.{parts[1]}"
            : fixture.Distributed.Contains(table) ? $"{table}.{parts[1]}"
            : null;
    }

    private static void Tables(JsonElement node, Dictionary<string, string> tables)
    {
        if (node.TryGetProperty("Relation Name", out var table))
        {
            tables[node.GetProperty("Alias").GetString()!] = table.GetString()!;
        }

        if (node.TryGetProperty("Plans", out var inner))
        {
            foreach (var child in inner.EnumerateArray())
            {
                Tables(child, tables);
            }
        }
    }

    private static string[] Listed(string kind) =>
        [
            .. Deployment
                .Read("citus", "crossing.csv")
                .Split('\n', StringSplitOptions.RemoveEmptyEntries)
                .Skip(1)
                .Select(line => line.Split(','))
                .Where(line => line[0] == kind)
                .Select(line => line[1])
                .Order(StringComparer.Ordinal),
        ];

    private async Task<string[]> RowsAsync(string sql, object? values = null) =>
        [.. await fixture.Session.QueryAsync<string>(sql, values, fixture.Transaction)];

    [GeneratedRegex("""(?<left>("[^"]+"|\w+)\.("[^"]+"|\w+))(::\w+)?\)? = \(?(?<right>("[^"]+"|\w+)\.("[^"]+"|\w+))""")]
    private static partial Regex Equal();
}

/// <summary>A city whose plans were read, and which the script then divided, in a transaction that is never committed.</summary>
public sealed class ShardPlanFixture : IAsyncLifetime
{
    private static readonly (string Question, object Variables)[] Questions =
    [
        ("Q1", new { id = GlobalId.Format("Branch", 1) }),
        ("Q2", new { id = GlobalId.Format("Committee", 1), category = "A" }),
        ("Q3", new { id = GlobalId.Format("Committee", 1) }),
        ("Q4", new { committees = new[] { GlobalId.Format("Committee", 1) } }),
        ("Q5", new { }),
    ];

    public Dictionary<string, string> Plans { get; } = [];

    public HashSet<string> Distributed { get; private set; } = [];

    public NpgsqlConnection Session { get; private set; } = null!;

    public NpgsqlTransaction Transaction { get; private set; } = null!;

    public async Task InitializeAsync()
    {
        var database = await City.NewAsync();
        await using (var source = NpgsqlDataSource.Create(database))
        {
            (await GraphGenerator.RunAsync(source, City.Options)).Problem.ShouldBeNull();
        }

        Session = new NpgsqlConnection(database);
        await Session.OpenAsync();
        await Session.ExecuteAsync("VACUUM ANALYZE");
        foreach (var (question, variables) in Questions)
        {
            var text = await File.ReadAllTextAsync(Path.Combine(Deployment.Root, "tests", "Bench", "Queries", question, "service.graphql"));
            // A page's place is another condition on the same table.
            text = text.Replace("($after: String!)", "", StringComparison.Ordinal).Replace(", after: $after", "", StringComparison.Ordinal);
            var prepared = ServicePipeline
                .Of()
                .Prepare(
                    new GraphQLRequest(text, null, JsonSerializer.SerializeToElement(variables)) { Access = RequestAccess.Open("tests") }
                );
            prepared.TryGet(out var query).ShouldBeTrue(prepared.Errors.IsEmpty ? "" : prepared.Errors[0].Message);
            await using var reading = await Session.BeginTransactionAsync();
            Plans[question] = await SlowStatements.ExplainAsync(Session, query, "VERBOSE, FORMAT JSON");
        }

        var script = Deployment.Read("citus", "distribute.sql");
        Transaction = await Session.BeginTransactionAsync();
        await Session.ExecuteAsync(
            script[..script.IndexOf("-- CITUS", StringComparison.Ordinal)],
            transaction: Transaction,
            commandTimeout: 0
        );
        Distributed =
        [
            .. await Session.QueryAsync<string>("SELECT name FROM shard_plan WHERE way = 'DISTRIBUTED'", transaction: Transaction),
        ];
    }

    public async Task DisposeAsync()
    {
        await Transaction.DisposeAsync();
        await Session.DisposeAsync();
    }
}
