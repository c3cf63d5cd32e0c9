using System.Text.Json;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.Language;
using SocietyParty.Service.Access;
using SocietyParty.Service.Options;
using SocietyParty.Service.Queries;

namespace SocietyParty.Graph.Tests.Service.Queries;

/// <summary>
/// A stack overflow kills a .NET process, so whatever a client sends must end before the stack does. Each case runs from the text to the
/// statement on a stack of a sixth of what the thread pool gives, with the default limits and with the widest that can be set.
/// </summary>
public sealed class HostileOperationsTests
{
    private const int StackBytes = 256 * 1024;

    private static readonly ServiceOptions Widest = LimitTable.All.Aggregate(new ServiceOptions(), (options, limit) =>
        limit.Set(options, limit.Max)
    );

    public static TheoryData<string, string> Refused =>
        new()
        {
            { Repeat("[", 65_536), "{}" },
            { "{ branches(where: " + Repeat("{ and: [", 8_000), "{}" },
            { "{ branches(where: " + Repeat("{ and: [", 3_000) + "{}" + Repeat("]}", 3_000) + ") { totalCount } }", "{}" },
            { "query ($x: " + Repeat("[", 4_000) + "Int" + Repeat("]", 4_000) + ") { branches { totalCount } }", "{}" },
            { Repeat("{ committees ", 3_000) + Repeat("}", 3_000), "{}" },
            { "{" + Repeat("... { ", 3_000) + "__typename" + Repeat("}", 3_000) + "}", "{}" },
            { "{ committees { nodes { " + Repeat("parent { ", 60) + "name" + Repeat(" }", 60) + " } } }", "{}" },
            { "{ committees { nodes { " + Repeat("parent { ", 120) + "name" + Repeat(" }", 120) + " } } }", "{}" },
            // Fragments nest without brackets inside brackets: the document is flat, the selection is not.
            {
                "{ committees { nodes { ...F0 } } } "
                    + Chain(900, i => $"fragment F{i} on Committee {{ parent {{ ...F{i + 1} }} }} ")
                    + "fragment F900 on Committee { name }",
                "{}"
            },
            { "{ ...F0 } " + Chain(1_240, i => $"fragment F{i} on Query {{ ...F{i + 1} }} ") + "fragment F1240 on Query { ...F0 }", "{}" },
            {
                "{ committees { nodes { ...F0 } } } "
                    + Chain(40, i => $"fragment F{i} on Committee {{ a: parent {{ ...F{i + 1} }} b: parent {{ ...F{i + 1} }} }} ")
                    + "fragment F40 on Committee { name }",
                "{}"
            },
            { "{ __schema { types { " + Repeat("ofType { fields { type { ", 15) + "name" + Repeat(" } } }", 15) + " } } }", "{}" },
            { "{ __type(name: \"Branch\") { " + Repeat("ofType { ", 100) + "name" + Repeat(" }", 100) + " } }", "{}" },
            {
                "query ($w: BranchFilterInput) { branches(where: $w) { totalCount } }",
                $$"""{ "w": {{Repeat("""{ "and": [""", 70)}}{}{{Repeat("]}", 70)}} }"""
            },
            {
                "query ($w: BranchFilterInput) { branches(where: $w) { totalCount } }",
                $$"""{ "w": {{Repeat("""{ "and": [""", 3_000)}}{}{{Repeat("]}", 3_000)}} }"""
            },
            {
                "query ($w: BranchFilterInput) { branches(where: $w) { totalCount } }",
                $$"""{ "w": {{Repeat("[", 3_000)}}{{Repeat("]", 3_000)}} }"""
            },
            {
                "query ($n: String) { branches(where: { name: { eq: $n } }) { totalCount } }",
                $$"""{ "n": {{Repeat("[", 3_000)}}{{Repeat("]", 3_000)}} }"""
            },
        };

    public static TheoryData<string, string> Answered =>
        new()
        {
            { "{ branches { nodes { " + Repeat("name ", 9_900) + " } } }", "{}" },
            {
                "{ ...F0 } "
                    + Chain(1_240, i => $"fragment F{i} on Query {{ ...F{i + 1} }} ")
                    + "fragment F1240 on Query { branches { totalCount } }",
                "{}"
            },
            { "{ branches(where: " + Repeat("{ and: [", 25) + "{ name: { eq: \"a\" } }" + Repeat("]}", 25) + ") { totalCount } }", "{}" },
            {
                "query ($w: BranchFilterInput) { branches(where: $w) { totalCount } }",
                $$"""{ "w": {{Repeat("""{ "or": [""", 28)}}{ "name": { "eq": "a" } }{{Repeat("]}", 28)}} }"""
            },
            {
                "query ($w: BranchFilterInput) { branches(where: $w) { totalCount } }",
                $$"""{ "w": {{Repeat("""{ "society": { "branches": { "some": """, 18)}}{ "name": { "eq": "a" } }{{Repeat("}}}", 18)}} }"""
            },
            {
                "query ($w: BranchFilterInput) { branches(where: $w) { totalCount } }",
                $$"""{ "w": { "or": [{{string.Join(",", Enumerable.Repeat("""{ "name": { "eq": "a" } }""", 990))}}] } }"""
            },
            { "{ __type(name: \"Branch\") { " + Repeat("ofType { ", 50) + "name" + Repeat(" }", 50) + " } }", "{}" },
        };

    [Theory]
    [MemberData(nameof(Refused))]
    public void Hostile_input_is_refused(string query, string variables) =>
        OnSmallStack(() =>
        {
            Prepared(query, variables, new()).Errors.ShouldNotBeEmpty();
            // Wider limits may let it pass; what counts is that the stack holds.
            Prepared(query, variables, Widest);
        });

    [Theory]
    [MemberData(nameof(Answered))]
    public void What_is_just_within_the_limits_is_answered(string query, string variables) =>
        OnSmallStack(() =>
        {
            var prepared = Prepared(query, variables, new());
            prepared.Errors.ShouldBeEmpty();
            Written(prepared.Value);
            Prepared(query, variables, Widest).Errors.ShouldBeEmpty();
        });

    /// <summary>Deep JSON never becomes an element: the reader of requests refuses it, so here it is parsed as that reader does.</summary>
    private static Outcome<PreparedQuery> Prepared(string query, string variables, ServiceOptions options)
    {
        using var pipeline = ServicePipeline.Of(options);
        JsonDocument parsed;
        try
        {
            parsed = JsonDocument.Parse(variables);
        }
        catch (JsonException)
        {
            return new GraphQLError("SP-HTTP-002", "Nested too deep.");
        }

        using (parsed)
        {
            return pipeline.Prepare(new GraphQLRequest(query, null, parsed.RootElement) { Access = RequestAccess.Open(Actors.Unknown) });
        }
    }

    private static void Written(PreparedQuery prepared)
    {
        var body = new System.Buffers.ArrayBufferWriter<byte>();
        ResponseWriter.Write(
            body,
            ServicePipeline.Schema,
            prepared.Plan.Operation,
            prepared.Variables,
            new Dictionary<string, ReadOnlyMemory<byte>>()
        );
        body.WrittenCount.ShouldBeGreaterThan(0);
    }

    private static void OnSmallStack(Action act)
    {
        Exception? failure = null;
        var thread = new Thread(
            () =>
            {
                // The test's own failure has to reach the test's own thread.
                failure = Record.Exception(act);
            },
            StackBytes
        );
        thread.Start();
        thread.Join();
        failure.ShouldBeNull();
    }

    private static string Repeat(string text, int count) => string.Concat(Enumerable.Repeat(text, count));

    private static string Chain(int count, Func<int, string> link) => string.Concat(Enumerable.Range(0, count).Select(link));
}
