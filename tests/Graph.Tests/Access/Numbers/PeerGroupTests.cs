using Dapper;
using Npgsql;
using SocietyParty.Graph.Tests.Sample;

namespace SocietyParty.Graph.Tests.Access.Numbers;

/// <summary>Whom a committee is compared with, month after month, while committees come, go and move.</summary>
public sealed class PeerGroupTests : IAsyncLifetime
{
    private const int Few = 5;

    // From here on two averages leave open the whole scale.
    private const int Many = 100;

    private static readonly string[] Groups = ["PEERS", "PROVINCE", "NATION"];

    private NpgsqlDataSource database = null!;

    public async Task InitializeAsync() => database = NpgsqlDataSource.Create(await SampleDatabase.ConnectionStringAsync());

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Theory]
    [InlineData(1, 6, 5)]
    [InlineData(2, 3, 9)]
    [InlineData(3, 14, 6)]
    [InlineData(4, 2, 14)]
    [InlineData(5, 5, 11)]
    [InlineData(6, 9, 7)]
    [InlineData(7, 3, 20)]
    [InlineData(8, 4, 12)]
    public async Task Answers_of_months_leave_every_committee_in_a_crowd(int seed, int superiors, int sizeMax)
    {
        var chance = new Random(seed);
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var now = Start(chance, superiors, sizeMax);
        var months = new List<(DateOnly Until, List<Committee> All)>();
        for (var month = new DateOnly(2031, 1, 1); month.Year < 2032; month = month.AddMonths(1))
        {
            now = Later(now, chance);
            months.Add((month.AddMonths(1).AddDays(-1), now));
            await FreezeAsync(connection, month, now);
        }

        var rows = (await connection.QueryAsync<Row>(Read)).ToLookup(row => (row.Committee, row.Group));
        var withheld = new HashSet<string>();
        foreach (var (key, row) in rows.SelectMany(one => one.Select(row => (one.Key, row))))
        {
            var others = Others(months.Single(month => month.Until == row.Until).All, key.Committee, key.Group);
            if (row.Withheld is { } why)
            {
                withheld.Add(why);
                row.Count.ShouldBeNull();
                (why == "FEW").ShouldBe(others.Count < Few);
                continue;
            }

            row.Count.ShouldBe(others.Count);
            others.Count.ShouldBeGreaterThanOrEqualTo(Few);
            (others.Average(one => one.Figure) / 100).ShouldBeInRange(row.From!.Value - 0.000001, row.To!.Value + 0.000001);
            foreach (var before in rows[key].Where(one => one.Withheld is null && one.Until < row.Until && others.Count < Many))
            {
                var then = Others(months.Single(month => month.Until == before.Until).All, key.Committee, key.Group);
                var changed = Names(others).Concat(Names(then)).Except(Names(others).Intersect(Names(then))).Count();
                (changed is 0 or >= Few).ShouldBeTrue($"{key} {before.Until} {row.Until}: {changed}");
            }
        }

        rows.SelectMany(one => one).Count(row => row.Withheld is null).ShouldBeGreaterThan(50);
        withheld.Order(StringComparer.Ordinal).ShouldBe(["CHANGED", "FEW"]);
    }

    [Fact]
    public async Task Who_moved_waits_a_year_and_nobody_is_in_two_groups()
    {
        await using var connection = await database.OpenConnectionAsync();
        await using var transaction = await connection.BeginTransactionAsync();
        var before = Enumerable
            .Range(1, 24)
            .Select(at => new Committee(
                at,
                "MUNICIPAL",
                at < 18 ? "500000" : "510000",
                at < 9 ? 901
                    : at < 18 ? 902
                    : 903,
                at
            ))
            .ToList();
        await FreezeAsync(connection, new(2031, 1, 1), before);
        var first = (await connection.QueryAsync<Row>(Read)).Where(row => row.Committee == 1).ToDictionary(row => row.Group);
        Groups.Select(group => first[group].Count).ShouldBe([7, 9, 7]);
        await FreezeAsync(connection, new(2031, 2, 1), [.. before.Select(one => one.Id == 1 ? one with { Superior = 902 } : one)]);
        var second = (await connection.QueryAsync<Row>(Read)).Where(row => row.Until.Month == 2).ToList();
        second.Where(row => row.Committee == 1).Select(row => row.Withheld).ShouldAllBe(why => why == "CHANGED");
        // Its old and new peers miss or gain one; those elsewhere have the same nation as before.
        second.Where(row => row.Committee == 20 && row.Group == "NATION").Single().Withheld.ShouldBeNull();
        second.Where(row => row.Committee == 2 && row.Group == "PEERS").Single().Withheld.ShouldBe("CHANGED");
        await FreezeAsync(connection, new(2032, 6, 1), [.. before.Select(one => one.Id == 1 ? one with { Superior = 902 } : one)]);
        (await connection.QueryAsync<Row>(Read))
            .Where(row => row.Until.Year == 2032 && row.Committee == 1)
            .ShouldAllBe(row => row.Withheld == null);
    }

    private const string Read = """
        SELECT committee_id AS "Committee", peer_group AS "Group", period_to AS "Until", committee_count AS "Count", mean_from::float8 AS "From",
            mean_to::float8 AS "To", withheld AS "Withheld"
        FROM dw.peer_comparison WHERE period_from >= '2031-01-01' ORDER BY period_to
        """;

    private static List<Committee> Start(Random chance, int superiors, int sizeMax) =>
        [
            .. Enumerable
                .Range(1, superiors)
                .SelectMany(superior =>
                    Enumerable.Range(1, 1 + chance.Next(sizeMax)).Select(at => New(superior * 100 + at, superior, chance))
                ),
            // Each under the nation's own, in a province of its own; and one that stands alone.
            .. Enumerable.Range(1, 8).Select(at => new Committee(at, "PROVINCIAL", $"{at + 10}0000", 99, chance.Next(101))),
            new Committee(9, "PROVINCIAL", "110000", -9, 50),
        ];

    private static Committee New(int id, int superior, Random chance) =>
        new(id, "MUNICIPAL", $"{superior % 3 + 11}0000", superior, chance.Next(3) == 0 ? 100 : chance.Next(101));

    // In most months nothing; else one or some come, go or move.
    private static List<Committee> Later(List<Committee> all, Random chance)
    {
        var now = all.ToList();
        for (var times = chance.Next(3) == 0 ? 1 + chance.Next(7) : 0; times > 0; times--)
        {
            var at = chance.Next(now.Count);
            switch (chance.Next(3))
            {
                case 0:
                    now.RemoveAt(at);
                    break;
                case 1:
                    now.Add(New(now.Max(one => one.Id) + 1, chance.Next(3) + 1, chance));
                    break;
                default:
                    now[at] = now[at] with { Superior = chance.Next(3) + 1 };
                    break;
            }
        }

        return now;
    }

    private static List<Committee> Others(List<Committee> all, int asker, string group)
    {
        var own = all.Single(one => one.Id == asker);
        return
        [
            .. all.Where(one => one.Id != asker && one.Level == own.Level)
                .Where(one =>
                    group switch
                    {
                        "PEERS" => one.Superior == own.Superior,
                        "PROVINCE" => one.Superior != own.Superior && one.Province == own.Province,
                        _ => one.Superior != own.Superior && one.Province != own.Province,
                    }
                ),
        ];
    }

    private static IEnumerable<int> Names(List<Committee> all) => all.Select(one => one.Id);

    private static async Task FreezeAsync(NpgsqlConnection connection, DateOnly month, List<Committee> all)
    {
        await connection.ExecuteAsync(
            """
            CREATE TEMP TABLE peer_now ON COMMIT DROP AS
            SELECT u.id::bigint AS committee_id, u.level, u.province AS province_code, u.superior::bigint AS superior_id, u.figure::numeric AS numerator,
                100::numeric AS denominator, u.figure::numeric AS figure
            FROM unnest(@ids, @levels, @provinces, @superiors, @figures) AS u (id, level, province, superior, figure)
            """,
            new
            {
                ids = all.Select(one => one.Id).ToArray(),
                levels = all.Select(one => one.Level).ToArray(),
                provinces = all.Select(one => one.Province).ToArray(),
                superiors = all.Select(one => one.Superior).ToArray(),
                figures = all.Select(one => one.Figure).ToArray(),
            }
        );
        await connection.ExecuteAsync(
            "SELECT dw.freeze_peer_groups('I01', @month, @until, 100, (SELECT load_run_id FROM dw.published)); DROP TABLE peer_now",
            new { month, until = month.AddMonths(1).AddDays(-1) }
        );
    }

    private sealed record Committee(int Id, string Level, string Province, int Superior, int Figure);

    private sealed record Row
    {
        public int Committee { get; init; }
        public string Group { get; init; } = "";
        public DateOnly Until { get; init; }
        public int? Count { get; init; }
        public double? From { get; init; }
        public double? To { get; init; }
        public string? Withheld { get; init; }
    }
}
