using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using SocietyParty.Graph.Tests.Service;
using SocietyParty.Service.Access;
using SocietyParty.Service.Queries;
using SocietyParty.Service.Queries.Answers;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Sql;

/// <summary>
/// <c>GoldenEvents/*.graphql</c> → the statement that answers one event, and its answer on the sample. <c># statements: N</c> is
/// measured, <c># event: {…}</c> is what PostgreSQL told.
/// </summary>
[Collection(ServiceCollection.Name)]
public sealed partial class EventCasesTests(ServiceFixture service)
{
    private static readonly JsonSerializerOptions Readable = new()
    {
        WriteIndented = true,
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static TheoryData<string> Cases() =>
        [
            .. Directory
                .EnumerateFiles(Folder, "*.graphql")
                .Select(file => Path.GetFileNameWithoutExtension(file))
                .Order(StringComparer.Ordinal),
        ];

    private static string Folder { get; } = Path.Combine(Golden.ProjectFolder(), "Sql", "GoldenEvents");

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task An_event_is_one_statement(string name)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Folder, name + ".graphql"));
        var told = JsonSerializer.Deserialize<Dictionary<string, JsonElement>>(EventLine().Match(text).Groups[1].Value)!;
        var prepared = service.Pipeline.Prepare(new GraphQLRequest(text, null, null) { Access = RequestAccess.Open(Actors.Unknown) });
        prepared.Errors.ShouldBeEmpty();
        Golden.Match($"Sql/GoldenEvents/{name}.sql", prepared.Value.Plan.Statement.Text);

        var query = prepared.Value.For(told.ToDictionary(value => value.Key, value => Value(value.Value)));
        using var root = new Activity("event").Start();
        var count = 0;
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Npgsql" or QueryPipeline.ActivityName,
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                if (
                    activity.Source.Name == "Npgsql"
                    && activity.TraceId == root.TraceId
                    && activity.GetTagItem("db.query.text") is not null
                )
                {
                    Interlocked.Increment(ref count);
                }
            },
        };
        ActivitySource.AddActivityListener(listener);
        var answer = new MemorySink();
        await service.Pipeline.RunAsync(query, answer, CancellationToken.None);
        count.ShouldBe(int.Parse(StatementsLine().Match(text).Groups[1].Value, null));

        Golden.Match(
            $"Sql/GoldenEvents/{name}.json",
            JsonSerializer.Serialize(JsonSerializer.Deserialize<JsonElement>(answer.Written.Span), Readable)
        );
    }

    [Fact]
    public void There_are_cases() => Cases().Count.ShouldBeGreaterThan(2);

    private static object? Value(JsonElement value) =>
        value.ValueKind switch
        {
            JsonValueKind.Null => null,
            JsonValueKind.Number => value.GetInt64(),
            _ => value.GetString(),
        };

    [GeneratedRegex(@"^# statements: (\d+)$", RegexOptions.Multiline)]
    private static partial Regex StatementsLine();

    [GeneratedRegex(@"^# event: (.+)$", RegexOptions.Multiline)]
    private static partial Regex EventLine();
}
