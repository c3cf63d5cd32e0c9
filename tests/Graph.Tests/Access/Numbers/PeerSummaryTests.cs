using System.Globalization;
using Dapper;
using Npgsql;
using SocietyParty.Graph.Tests.Sample;

namespace SocietyParty.Graph.Tests.Access.Numbers;

/// <summary>An answer about others leaves open what each of them is: for each, other figures give the same answer.</summary>
public sealed class PeerSummaryTests : IAsyncLifetime
{
    // What the answer leaves open of the scale of 100, at the least: where only an average is given, and where quartiles stand beside it.
    private const double OpenOfFew = 25;

    private const double OpenOfMany = 10;

    private const string Outermost = "90 100";

    private NpgsqlDataSource database = null!;

    public async Task InitializeAsync() => database = NpgsqlDataSource.Create(await SampleDatabase.ConnectionStringAsync());

    public async Task DisposeAsync() => await database.DisposeAsync();

    [Theory]
    [InlineData(4, 90, null, null, null)]
    [InlineData(5, 90, 90.0, 95.0, null)]
    [InlineData(5, 100, 95.0, 100.0, null)]
    [InlineData(9, 0, 0.0, 5.0, null)]
    [InlineData(10, 91, 90.0, 92.5, "90 100")]
    [InlineData(25, 52, 52.0, 53.0, "50 55")]
    [InlineData(50, 7, 7.0, 7.5, "0 10")]
    [InlineData(3000, 100, 99.5, 100.0, "90 100")]
    public async Task Equal_figures_have_this_answer(int count, int figure, double? from, double? to, string? quartile)
    {
        var told = await SummaryAsync(Enumerable.Repeat((double)figure, count));
        (told.MeanFrom, told.MeanTo).ShouldBe((from, to));
        told.CommitteeCount.ShouldBe(from is null ? null : count);
        told.First.ShouldBe(quartile);
        told.Third.ShouldBe(quartile);
    }

    [Fact]
    public async Task Quartiles_lie_between_figures()
    {
        // Positions 3.25 and 7.75 of ten: 20 + 0.25 × 20, and 60 + 0.75 × 20.
        var told = await SummaryAsync([0, 10, 20, 40, 50, 50, 60, 60, 80, 100]);
        told.First.ShouldBe("25 30");
        told.Third.ShouldBe("60 65");
    }

    [Fact]
    public async Task Each_figure_stays_open()
    {
        var chance = new Random(14);
        var groups = new List<double[]>();
        foreach (var count in new[] { 5, 6, 7, 9, 10, 11, 13, 17, 24, 25, 40, 50, 80 })
        {
            // All alike, at the ends of the scale and of steps; some at an end; most high, as rates are; anything.
            groups.AddRange(
                new double[] { 0, 0.5, 4.9, 10, 47, 52.5, 89.9, 90, 94.9, 95, 97.4, 99, 100 }.Select(one => Repeated(count, _ => one))
            );
            groups.AddRange(
                Enumerable.Range(1, Math.Min(count, 12) - 1).Select(few => Repeated(count, at => at < few ? chance.Next(101) : 100))
            );
            groups.AddRange(Enumerable.Range(0, 12).Select(_ => Repeated(count, _ => 100 - Math.Pow(chance.NextDouble(), 3) * 40)));
            groups.AddRange(Enumerable.Range(0, 12).Select(_ => Repeated(count, _ => chance.NextDouble() * 100)));
        }

        var told = await SummariesAsync(groups);
        // Whoever it is may be the least or the greatest: figures that change places change no answer.
        var least = groups.Select((group, at) => Farthest(group, told[at])).ToList();
        var greatest = groups.Select((group, at) => Mirror(Farthest(Mirror(group), Mirror(told[at])))).ToList();
        var toldOfLeast = await SummariesAsync(least);
        var toldOfGreatest = await SummariesAsync(greatest);
        var wrong = new List<string>();
        for (var at = 0; at < groups.Count; at++)
        {
            toldOfLeast[at].ShouldBe(told[at], $"{string.Join(' ', groups[at])} / {string.Join(' ', least[at])}");
            toldOfGreatest[at].ShouldBe(told[at], $"{string.Join(' ', groups[at])} / {string.Join(' ', greatest[at])}");
            if (greatest[at].Max() - least[at].Min() < (groups[at].Length < 10 ? OpenOfFew : OpenOfMany) - 0.01)
            {
                wrong.Add($"{greatest[at].Max() - least[at].Min()}: {told[at]} of {string.Join(' ', groups[at])}");
            }
        }

        groups.Count.ShouldBeGreaterThan(400);
        wrong.ShouldBeEmpty();
    }

    /// <summary>Figures with the same answer whose least is as little as these moves make it: all others go up.</summary>
    private static double[] Farthest(double[] group, Told told)
    {
        var figures = group.Order().ToArray();
        var spare = figures.Average() - told.MeanFrom!.Value - 0.00001;
        // The figures that quartiles are taken between stay, but in the outermost step; others go up to the next that stays.
        var last = figures.Length - 1;
        int[] kept =
            figures.Length < 10 || told.First == Outermost
                ? []
                : [last / 4, (int)Math.Ceiling(last / 4.0), 3 * last / 4, (int)Math.Ceiling(3 * last / 4.0)];
        var raised = figures
            .Select((_, at) => kept.Where(one => one >= at).Select(one => figures[one]).DefaultIfEmpty(100).First())
            .ToArray();
        // Of the least as much may be taken as the others can be given, and as the average has to spare.
        var room = figures.Skip(1).Select((figure, at) => raised[at + 1] - figure).Sum();
        var taken = Math.Min(figures[0], room + Math.Max(spare, 0) * figures.Length);
        figures[0] -= taken;
        var toGive = Math.Max(taken - Math.Max(spare, 0) * figures.Length, 0);
        for (var at = figures.Length - 1; at > 0 && toGive > 0; at--)
        {
            var given = Math.Min(raised[at] - figures[at], toGive);
            figures[at] += given;
            toGive -= given;
        }

        return figures;
    }

    private static double[] Mirror(double[] group) => [.. group.Select(figure => 100 - figure)];

    private static Told Mirror(Told told) =>
        told with
        {
            MeanFrom = 100 - told.MeanTo,
            MeanTo = 100 - told.MeanFrom,
            First = told.Third == "0 10" ? Outermost : "",
        };

    private static double[] Repeated(int count, Func<int, double> figure) => [.. Enumerable.Range(0, count).Select(figure)];

    private async Task<Told> SummaryAsync(IEnumerable<double> figures) =>
        (
            await SummariesAsync([
                [.. figures],
            ])
        )[0];

    private async Task<List<Told>> SummariesAsync(List<double[]> groups)
    {
        await using var connection = await database.OpenConnectionAsync();
        return
        [
            .. await connection.QueryAsync<Told>(
                """
                SELECT s.committee_count AS "CommitteeCount", s.mean_from::float8 AS "MeanFrom", s.mean_to::float8 AS "MeanTo",
                    s.first_quartile_from || ' ' || s.first_quartile_to AS "First", s.third_quartile_from || ' ' || s.third_quartile_to AS "Third"
                FROM unnest(@groups::text[]) WITH ORDINALITY AS g (figures, place) CROSS JOIN LATERAL dw.peer_summary(g.figures::numeric[]) AS s ORDER BY g.place
                """,
                new { groups = groups.Select(Text).ToArray() }
            ),
        ];
    }

    private static string Text(double[] group) =>
        $"{{{string.Join(',', group.Select(figure => figure.ToString("F6", CultureInfo.InvariantCulture)))}}}";

    private sealed record Told
    {
        public int? CommitteeCount { get; init; }
        public double? MeanFrom { get; init; }
        public double? MeanTo { get; init; }
        public string? First { get; init; }
        public string? Third { get; init; }
    }
}
