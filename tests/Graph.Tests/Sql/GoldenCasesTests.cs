using System.Diagnostics;
using System.Text.Encodings.Web;
using System.Text.Json;
using System.Text.RegularExpressions;
using SocietyParty.Graph.Tests.Etl.Generate;
using SocietyParty.Graph.Tests.Service;
using SocietyParty.Service.Access;
using SocietyParty.Service.Queries;
using SocietyParty.Tests.Support;

namespace SocietyParty.Graph.Tests.Sql;

/// <summary>
/// <c>Golden/*.graphql</c> → the statement (<c>.sql</c>) and its answer (<c>.json</c>). The line <c># statements: N</c> of a case is
/// measured, and no update rewrites it. <c># variables: {…}</c> gives variables. Cases run on the sample, with <c># database: city</c> on
/// the generated city, which has what the sample lacks. An answer without any row proves little, so <c># empty: …</c> must say why.
/// </summary>
[Collection(ServiceCollection.Name)]
public sealed partial class GoldenCasesTests(ServiceFixture sample, CityFixture city) : IClassFixture<CityFixture>
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

    private static string Folder { get; } = Path.Combine(Golden.ProjectFolder(), "Sql", "Golden");

    [Theory]
    [MemberData(nameof(Cases))]
    public async Task A_case_gives_its_statement_and_its_answer(string name)
    {
        var text = await File.ReadAllTextAsync(Path.Combine(Folder, name + ".graphql"));
        var stated = int.Parse(
            StatementsLine().Match(text) is { Success: true } line
                ? line.Groups[1].Value
                : throw new InvalidOperationException($"{name}.graphql lacks the line \"# statements: N\"."),
            null
        );
        var variables = VariablesLine().Match(text) is { Success: true } given
            ? JsonDocument.Parse(given.Groups[1].Value).RootElement
            : (JsonElement?)null;

        var service = DatabaseLine().Match(text) switch
        {
            { Success: false } => sample,
            { Groups: [_, { Value: "city" }] } => city,
            var other => throw new InvalidOperationException($"{name}.graphql asks for a database that is not there: {other.Value}"),
        };

        var prepared = service.Pipeline.Prepare(new GraphQLRequest(text, null, variables) { Access = RequestAccess.Open(Actors.Unknown) });
        prepared.Errors.ShouldBeEmpty();
        Golden.Match($"Sql/Golden/{name}.sql", prepared.Value.Plan.Statement.Text);

        JsonElement answer = default;
        var statements = await StatementsOfAsync(async () => answer = await service.AskAsync(text, variables));
        statements.ShouldBe(stated);
        Golden.Match($"Sql/Golden/{name}.json", JsonSerializer.Serialize(answer, Readable));
        HasRow(answer)
            .ShouldBe(
                !EmptyLine().IsMatch(text),
                $"{name}: an answer without any row says why (\"# empty: reason\"), or runs where rows are (\"# database: city\")."
            );
    }

    /// <summary>Whether the answer says anything beyond empty lists, nulls, zero counts and names of types.</summary>
    private static bool HasRow(JsonElement answer) =>
        answer.ValueKind switch
        {
            JsonValueKind.Object => answer.EnumerateObject().Any(field => field.Name != "__typename" && HasRow(field.Value)),
            JsonValueKind.Array => answer.EnumerateArray().Any(HasRow),
            JsonValueKind.Number => answer.GetDecimal() != 0,
            JsonValueKind.String or JsonValueKind.True => true,
            _ => false,
        };

    [Fact]
    public void There_are_cases() => Directory.GetFiles(Folder, "*.graphql").Length.ShouldBeGreaterThan(10);

    /// <summary>Counts what Npgsql sends for requests of this flow, whatever else runs in the process.</summary>
    private static async Task<int> StatementsOfAsync(Func<Task> work)
    {
        var count = 0;
        using var root = new Activity("golden").Start();
        using var listener = new ActivityListener
        {
            ShouldListenTo = source => source.Name is "Npgsql" or "Microsoft.AspNetCore" or "System.Net.Http",
            Sample = (ref ActivityCreationOptions<ActivityContext> _) => ActivitySamplingResult.AllData,
            ActivityStopped = activity =>
            {
                // Opening a connection is an activity too, but one without a statement.
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
        await work();
        return count;
    }

    [GeneratedRegex(@"^# statements: (\d+)$", RegexOptions.Multiline)]
    private static partial Regex StatementsLine();

    [GeneratedRegex(@"^# database: (\w+)$", RegexOptions.Multiline)]
    private static partial Regex DatabaseLine();

    [GeneratedRegex(@"^# empty: \S+", RegexOptions.Multiline)]
    private static partial Regex EmptyLine();

    [GeneratedRegex(@"^# variables: (.+)$", RegexOptions.Multiline)]
    private static partial Regex VariablesLine();
}
