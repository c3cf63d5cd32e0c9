using System.Diagnostics;
using System.Globalization;
using System.Text.Json;
using System.Text.RegularExpressions;
using SocietyParty.Bench.Queries;
using SocietyParty.Service.Access;
using SocietyParty.Service.Http;
using SocietyParty.Service.Queries;
using SocietyParty.Sql.Planning.Values;

namespace SocietyParty.Bench.Measure;

/// <summary>
/// Documents of Q3's size that were never seen before, parsed, validated, bound, planned and written one at a time, in this process.
/// </summary>
/// <param name="P50Ms">Half of them took no longer.</param>
internal sealed partial record ColdDocuments(int Documents, double P50Ms, double P99Ms)
{
    public const double P50TargetMs = 1;

    private const int Measured = 2_000;

    // Until the compiler has seen what is hot, and compiled it once more with that knowledge.
    private static readonly TimeSpan WarmUp = TimeSpan.FromSeconds(8);

    public static async Task<ColdDocuments> MeasureAsync(int seed, CancellationToken ct)
    {
        // Nothing is sent to this address: the pipeline is asked to prepare only.
        await using var app = WebHost.Build("Host=127.0.0.1;Database=none", "http://127.0.0.1:0");
        var pipeline = app.Services.GetRequiredService<QueryPipeline>();
        var template = QueryCatalogue.All.Single(query => query.Name == "Q3").Text("service.graphql");
        var variables = JsonSerializer.SerializeToElement(new { id = GlobalId.Format("Committee", 1) });
        var random = new Random(seed);

        var watch = Stopwatch.StartNew();
        while (watch.Elapsed < WarmUp)
        {
            Prepare(pipeline, Aliased(template, random), variables);
        }
        // Lets what the warm-up left to the compiler's own thread be done.
        await Task.Delay(TimeSpan.FromSeconds(1), ct);
        var times = Enumerable.Range(0, Measured).Select(_ => Prepare(pipeline, Aliased(template, random), variables)).Order().ToList();
        return new ColdDocuments(Measured, times[Measured / 2], times[Measured * 99 / 100]);
    }

    private static double Prepare(QueryPipeline pipeline, string document, JsonElement variables)
    {
        var watch = Stopwatch.StartNew();
        var prepared = pipeline.Prepare(new GraphQLRequest(document, null, variables) { Access = RequestAccess.Open(Actors.Unknown) });
        var ms = watch.Elapsed.TotalMilliseconds;
        return prepared.TryGet(out _)
            ? ms
            : throw new BenchException("SP-BENCH-601", $"A document was refused: {prepared.Errors[0].Message}\n{document}");
    }

    // Another response key for each leaf makes another document, another selection and another statement.
    private static string Aliased(string template, Random random) =>
        Leaf().Replace(template, name => string.Create(CultureInfo.InvariantCulture, $"{name.Value}{random.Next():x}: {name.Value}"));

    [GeneratedRegex(@"(?<=^\s+)(id|name|kind|status)(?=\s*$)", RegexOptions.Multiline)]
    private static partial Regex Leaf();
}
