using SocietyParty.Etl.Generate;

namespace SocietyParty.Bench.Warehouse;

/// <summary>A change of the graph before a load.</summary>
/// <param name="Name">What the tables say.</param>
/// <param name="Sql">With @branches, how many are changed, and @round, by which other ones are chosen each time.</param>
/// <param name="ShareMax">Of a full load, what the load of it may cost; null where seconds are asked for.</param>
/// <param name="SecondsMax">What the load of it may take.</param>
/// <param name="IsNextMonth">Whether it is loaded as of the next month's end, each round of the month after.</param>
internal sealed record SourceChange(
    string Name,
    string? Sql,
    Func<GenerateOptions, int> Branches,
    double? ShareMax,
    double? SecondsMax,
    bool IsNextMonth = false
)
{
    private const int Few = 100;

    private const string Open = """
        INSERT INTO graph.activity (branch_id, kind, title, held_on)
        SELECT id, 'THEME_PARTY_DAY', '合成', @day FROM graph.branch WHERE status = 'ESTABLISHED'
        ORDER BY md5(id || ' ' || @round) LIMIT @branches
        """;

    // Since ever: every month of these branches and their societies changes.
    private const string Backdated = """
        UPDATE graph.branch_category_period SET category = CASE category WHEN 'B' THEN 'C' ELSE 'B' END
        WHERE category IN ('B', 'C') AND branch_id IN (
            SELECT b.id FROM graph.branch AS b
            WHERE EXISTS (SELECT FROM graph.branch_category_period AS p WHERE p.branch_id = b.id AND p.category IN ('B', 'C'))
            ORDER BY md5(b.id || ' ' || @round) LIMIT @branches)
        """;

    public static IReadOnlyList<SourceChange> All { get; } =
    [
        new("nothing", null, _ => 0, null, 0.5),
        new("100 branches, open month", Open, _ => Few, null, 1),
        new("1 % of branches, open month", Open, OnePercent, 0.03, null),
        new("100 branches, all months", Backdated, _ => Few, null, 1.5),
        new("1 % of branches, all months", Backdated, OnePercent, 0.12, null),
        new("nothing, a month later", null, _ => 0, null, null, IsNextMonth: true),
    ];

    private static int OnePercent(GenerateOptions graph) => Math.Max(1, graph.Branches / 100);
}
