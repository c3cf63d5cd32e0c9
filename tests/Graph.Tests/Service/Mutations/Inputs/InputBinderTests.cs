using System.Collections.Frozen;
using System.Text.Json;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Service.Model.Organizations;
using SocietyParty.Service.Mutations.Inputs;

namespace SocietyParty.Graph.Tests.Service.Mutations.Inputs;

/// <summary>What a request gives, as the record that a mutation takes; and records that do not agree with the contract.</summary>
public sealed class InputBinderTests
{
    private const string Types = """
        type Query { ask(input: Sample!): Int }
        scalar Date
        scalar DateTime
        scalar Decimal
        enum Kind { LEARNED_SOCIETY OTHER }
        input Sample {
          text: String!
          note: String
          count: Int
          sure: Boolean! = true
          on: Date
          at: DateTime
          amount: Decimal!
          kind: Kind
          branch: ID!
          unit: ID
          name: String
          level: Kind
          kinds: [Kind!]
          rates: [Decimal!]!
          branches: [ID!]
          notes: [String]
          rows: [[Int!]!]
          part: Part
          parts: [Part!]
          key: String
        }
        input Part { branch: ID!, kind: Kind! = OTHER, note: String }
        """;

    private static readonly SocietyParty.GraphQL.TypeSystem.Schema Schema = Built(Types);

    public enum Kind
    {
        LearnedSociety,
        Other,
        Unstated,
    }

    public sealed record Part(Id<Branch> Branch, Kind Kind, string? Note);

    public sealed record Sample(
        decimal Amount,
        string Text,
        string? Note,
        int? Count,
        bool Sure,
        DateOnly? On,
        DateTimeOffset? At,
        Kind? Kind,
        Id<Branch> Branch,
        Id<SupportingUnit>? Unit,
        Maybe<string> Name,
        Maybe<Kind?> Level,
        IReadOnlyList<Kind>? Kinds,
        IReadOnlyList<decimal> Rates,
        IReadOnlyList<Id<Branch>>? Branches,
        IReadOnlyList<string?>? Notes,
        IReadOnlyList<IReadOnlyList<int>>? Rows,
        Part? Part,
        IReadOnlyList<Part>? Parts
    );

    /// <summary>Fields beside the required ones, as literals and as JSON, and what the record then says of itself.</summary>
    public static TheoryData<string, string, Func<Sample, object?>, object?> Values =>
        new()
        {
            { "", "", sample => (sample.Note, sample.Count, sample.On, sample.At), default((string?, int?, DateOnly?, DateTimeOffset?)) },
            { "", "", sample => (sample.Kind, sample.Unit, sample.Part), default((Kind?, Id<SupportingUnit>?, Part?)) },
            { "", "", sample => sample.Kinds ?? (object?)sample.Branches ?? sample.Parts, null },
            { "", "", sample => sample.Sure, true },
            { "sure: false", "\"sure\":false", sample => sample.Sure, false },
            { "note: null", "\"note\":null", sample => sample.Note, null },
            { "note: \"\"", "\"note\":\"\"", sample => sample.Note, "" },
            { "count: 7", "\"count\":7", sample => sample.Count, 7 },
            { "count: null", "\"count\":null", sample => sample.Count, null },
            { "on: \"2026-03-01\"", "\"on\":\"2026-03-01\"", sample => sample.On, new DateOnly(2026, 3, 1) },
            { "on: null", "\"on\":null", sample => sample.On, null },
            {
                "at: \"2026-03-01T08:00:00+08:00\"",
                "\"at\":\"2026-03-01T08:00:00+08:00\"",
                sample => sample.At,
                new DateTimeOffset(2026, 3, 1, 0, 0, 0, TimeSpan.Zero)
            },
            { "kind: LEARNED_SOCIETY", "\"kind\":\"LEARNED_SOCIETY\"", sample => sample.Kind, Kind.LearnedSociety },
            {
                "kinds: [OTHER, LEARNED_SOCIETY]",
                "\"kinds\":[\"OTHER\",\"LEARNED_SOCIETY\"]",
                sample => Shown(sample.Kinds),
                "Other LearnedSociety"
            },
            { "kinds: OTHER", "\"kinds\":\"OTHER\"", sample => Shown(sample.Kinds), "Other" },
            { "kinds: []", "\"kinds\":[]", sample => Shown(sample.Kinds), "" },
            { "notes: [\"a\", null]", "\"notes\":[\"a\",null]", sample => Shown(sample.Notes), "a null" },
            { "rows: [[1, 2], []]", "\"rows\":[[1,2],[]]", sample => Shown(sample.Rows!.Select(row => row.Count)), "2 0" },
            // Left out and null are two things only where the record asks for it.
            { "", "", sample => sample.Name, new Maybe<string>(false, null) },
            { "name: null", "\"name\":null", sample => sample.Name, new Maybe<string>(true, null) },
            { "name: \"a\"", "\"name\":\"a\"", sample => sample.Name, new Maybe<string>(true, "a") },
            { "", "", sample => sample.Level, new Maybe<Kind?>(false, null) },
            { "level: null", "\"level\":null", sample => sample.Level, new Maybe<Kind?>(true, null) },
            { "level: OTHER", "\"level\":\"OTHER\"", sample => sample.Level, new Maybe<Kind?>(true, Kind.Other) },
            // An identity of another thing, and no identity at all, are for the mutation to refuse: it knows the place.
            { "unit: \"U3VwcG9ydGluZ1VuaXQ6OQ==\"", "\"unit\":\"U3VwcG9ydGluZ1VuaXQ6OQ==\"", sample => sample.Unit?.Key, 9L },
            { "unit: \"QnJhbmNoOjM=\"", "\"unit\":\"QnJhbmNoOjM=\"", sample => sample.Unit, new Id<SupportingUnit>("QnJhbmNoOjM=", null) },
            { "unit: 12", "\"unit\":12", sample => sample.Unit, new Id<SupportingUnit>("12", null) },
            { "unit: null", "\"unit\":null", sample => sample.Unit, null },
            {
                "branches: [\"QnJhbmNoOjM=\", \"x\"]",
                "\"branches\":[\"QnJhbmNoOjM=\",\"x\"]",
                sample => Shown(sample.Branches!.Select(id => id.Key)),
                "3 null"
            },
            {
                "part: { branch: \"QnJhbmNoOjQ=\" }",
                "\"part\":{\"branch\":\"QnJhbmNoOjQ=\"}",
                sample => sample.Part,
                new Part(new("QnJhbmNoOjQ=", 4), Kind.Other, null)
            },
            { "part: null", "\"part\":null", sample => sample.Part, null },
            {
                "parts: [{ note: \"n\", kind: LEARNED_SOCIETY, branch: \"QnJhbmNoOjQ=\" }, { branch: \"?\", note: null }]",
                "\"parts\":[{\"note\":\"n\",\"kind\":\"LEARNED_SOCIETY\",\"branch\":\"QnJhbmNoOjQ=\"},{\"branch\":\"?\",\"note\":null}]",
                sample => Shown(sample.Parts),
                Shown([new Part(new("QnJhbmNoOjQ=", 4), Kind.LearnedSociety, "n"), new Part(new("?", null), Kind.Other, null)])
            },
        };

    [Theory, MemberData(nameof(Values))]
    public void A_value_reaches_the_record_wherever_it_is_written(string literal, string json, Func<Sample, object?> of, object? expected)
    {
        of(Literal(literal)).ShouldBe(expected);
        of(Variable(json)).ShouldBe(expected);
    }

    [Theory]
    [InlineData("1.50", "1.50")]
    [InlineData("\"12345678901234567890.12345678\"", "12345678901234567890.12345678")]
    [InlineData("1e-7", "0.0000001")]
    public void A_decimal_stays_exact(string written, string read)
    {
        foreach (var sample in new[] { Literal("", amount: written), Variable("", amount: written) })
        {
            sample.Amount.ToString(System.Globalization.CultureInfo.InvariantCulture).ShouldBe(read);
            sample.Rates.ShouldHaveSingleItem().ShouldBe(sample.Amount);
        }
    }

    [Fact]
    public void A_variable_inside_a_literal_reaches_the_record_too()
    {
        var sample = Bound(
            "query($n: String, $absent: String, $r: Decimal!, $p: Part!) { ask(input: { text: \"t\", amount: 1, branch: 1, rates: [$r, 2], "
                + "name: $n, note: $absent, parts: [$p] }) }",
            """{"n":null,"r":0.5,"p":{"branch":"QnJhbmNoOjU="}}"""
        );
        sample.Name.ShouldBe(new Maybe<string>(true, null));
        sample.Note.ShouldBeNull();
        sample.Rates.ShouldBe([0.5m, 2m]);
        sample.Parts.ShouldBe([new Part(new("QnJhbmNoOjU=", 5), Kind.Other, null)]);
    }

    private sealed record Agrees(string A, int? B, IReadOnlyList<string> C, Kind D, Id<Branch> E, Maybe<string> F);

    private sealed record LacksB(string A, IReadOnlyList<string> C, Kind D, Id<Branch> E, Maybe<string> F);

    private sealed record HasMore(string A, int? B, IReadOnlyList<string> C, Kind D, Id<Branch> E, Maybe<string> F, int? G);

    private sealed record NullInAText(string? A, int? B, IReadOnlyList<string> C, Kind D, Id<Branch> E, Maybe<string> F);

    private sealed record NoNullInANumber(string A, int B, IReadOnlyList<string> C, Kind D, Id<Branch> E, Maybe<string> F);

    private sealed record NullInAList(string A, int? B, IReadOnlyList<string?> C, Kind D, Id<Branch> E, Maybe<string> F);

    private sealed record AnotherNumber(string A, long? B, IReadOnlyList<string> C, Kind D, Id<Branch> E, Maybe<string> F);

    private sealed record NoList(string A, int? B, string C, Kind D, Id<Branch> E, Maybe<string> F);

    private sealed record AnotherEnum(string A, int? B, IReadOnlyList<string> C, DayOfWeek D, Id<Branch> E, Maybe<string> F);

    private sealed record TextForIdentity(string A, int? B, IReadOnlyList<string> C, Kind D, string E, Maybe<string> F);

    private sealed record MaybeRequired(Maybe<string> A, int? B, IReadOnlyList<string> C, Kind D, Id<Branch> E, Maybe<string> F);

    private sealed record MaybeWithoutNull(string A, Maybe<int> B, IReadOnlyList<string> C, Kind D, Id<Branch> E, Maybe<string> F);

    public static TheoryData<Type, string[]> Records =>
        new()
        {
            { typeof(Agrees), [] },
            { typeof(LacksB), ["In has a, b, c, d, e, f in the contract, and its class a, c, d, e, f."] },
            { typeof(HasMore), ["In has a, b, c, d, e, f in the contract, and its class a, b, c, d, e, f, g."] },
            { typeof(NullInAText), ["In.a is String! in the contract, and can be null in its class."] },
            { typeof(NoNullInANumber), ["In.b is Int in the contract, and cannot be null in its class."] },
            { typeof(NullInAList), ["In.c is String! in the contract, and can be null in its class."] },
            { typeof(AnotherNumber), ["In.b is Int in the contract, and Int64? in its class."] },
            { typeof(NoList), ["In.c is [String!]! in the contract, and String in its class."] },
            { typeof(AnotherEnum), ["In.d can be LEARNED_SOCIETY, OTHER in the contract, which DayOfWeek does not know."] },
            { typeof(TextForIdentity), ["In.e is ID! in the contract, and String in its class."] },
            { typeof(MaybeRequired), ["In.a is String! in the contract, and Maybe<String> in its class: one of them cannot be null."] },
            { typeof(MaybeWithoutNull), ["In.b is Int in the contract, and Maybe<Int32> in its class: one of them cannot be null."] },
        };

    [Theory, MemberData(nameof(Records))]
    public void A_record_that_does_not_agree_with_the_contract_is_told_at_the_start(Type record, string[] expected)
    {
        var schema = Built(
            """
            type Query { ask(input: In): Int }
            enum Kind { LEARNED_SOCIETY OTHER }
            input In { a: String!, b: Int, c: [String!]!, d: Kind!, e: ID!, f: String, key: String }
            """
        );
        var problems = new List<string>();
        InputBinder.For((InputObjectType)schema.Type("In")!, record, problems, left: FrozenSet.Create(StringComparer.Ordinal, "key"));
        problems.ShouldBe(expected);
    }

    private static Sample Literal(string fields, string amount = "1") =>
        Bound(
            $$"""{ ask(input: { text: "t", branch: "QnJhbmNoOjM=", key: "k", amount: {{amount}}, rates: [{{amount}}] {{fields}} }) }""",
            "{}"
        );

    private static Sample Variable(string fields, string amount = "1") =>
        Bound(
            "query($input: Sample!) { ask(input: $input) }",
            $$$"""{"input":{"text":"t","branch":"QnJhbmNoOjM=","key":"k","amount":{{{amount}}},"rates":[{{{amount}}}]{{{(fields.Length > 0 ? "," + fields : "")}}}}}"""
        );

    private static Sample Bound(string query, string variables)
    {
        var problems = new List<string>();
        var binder = InputBinder.For(
            (InputObjectType)Schema.Type("Sample")!,
            typeof(Sample),
            problems,
            left: FrozenSet.Create(StringComparer.Ordinal, "key")
        );
        problems.ShouldBeEmpty();
        var document = Parser.Parse(query).Value;
        using var parsed = JsonDocument.Parse(variables);
        var coerced = VariableCoercion.Coerce(Schema, document, document.Operations.First(), parsed.RootElement).Value;
        var field = OperationBinder.Bind(Schema, document, null, coerced).Value.Fields[0];
        return (Sample)binder.Bind(InputTree.Fields((InputObject)field.Argument("input")!, coerced));
    }

    private static SocietyParty.GraphQL.TypeSystem.Schema Built(string types) => SchemaBuilder.Build(types).Value;

    private static string Shown<T>(IEnumerable<T>? items) => string.Join(' ', items!.Select(item => item?.ToString() ?? "null"));
}
