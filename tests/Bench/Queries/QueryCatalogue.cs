using System.Globalization;
using System.Text.Json.Nodes;
using SocietyParty.Sql.Planning.Values;

namespace SocietyParty.Bench.Queries;

/// <summary>The five questions and the ratios that the service has to reach.</summary>
internal static class QueryCatalogue
{
    public static IReadOnlyList<BenchQuery> All { get; } =
    [
        new(
            "Q1",
            "branch by id with society and supporting unit",
            1.0,
            5,
            sample => new() { ["id"] = GlobalId.Format("Branch", sample.Id) },
            sample => new() { ["id"] = sample.Id },
            sample => new() { ["id"] = Text(sample.Id), ["today"] = Today() }
        ),
        new(
            "Q2",
            "20 branches of a committee and category with society, latest assessment, total",
            1.4,
            3,
            sample => new() { ["id"] = GlobalId.Format("Committee", sample.Id), ["category"] = sample.Category },
            sample => new() { ["id"] = sample.Id, ["category"] = sample.Category },
            sample =>
                new()
                {
                    ["id"] = Text(sample.Id),
                    ["category"] = sample.Category,
                    ["today"] = Today(),
                }
        ),
        new(
            "Q3",
            "committee, 10 societies, branch, 5 members",
            1.4,
            3,
            sample => new() { ["id"] = GlobalId.Format("Committee", sample.Id) },
            sample => new() { ["id"] = sample.Id },
            sample => new() { ["id"] = Text(sample.Id) }
        ),
        new(
            "Q4",
            "coverage of a province by discipline and level",
            4,
            null,
            sample =>
                new() { ["committees"] = new JsonArray([.. sample.Committees!.Select(id => (JsonNode)GlobalId.Format("Committee", id))]) },
            sample => new() { ["committees"] = new JsonArray([.. sample.Committees!.Select(id => (JsonNode)id)]) },
            _ => throw new InvalidOperationException("PostGraphile has no groups without a further plugin.")
        ),
        new(
            "Q5",
            "200 branches with their item scores",
            5,
            4,
            sample => new() { ["after"] = sample.Cursor },
            sample => new() { ["after"] = sample.Id },
            sample => new() { ["after"] = Text(sample.Id) }
        )
        {
            NeedsCursor = true,
        },
    ];

    // PostGraphile reads and writes numbers of 64 bits as texts.
    private static string Text(long id) => id.ToString(CultureInfo.InvariantCulture);

    // Days are those of Beijing, as in the service's and the floor's sessions.
    private static string Today() =>
        DateTimeOffset.UtcNow.ToOffset(TimeSpan.FromHours(8)).ToString("yyyy-MM-dd", CultureInfo.InvariantCulture);
}
