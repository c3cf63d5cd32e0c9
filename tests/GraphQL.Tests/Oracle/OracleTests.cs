using System.Globalization;
using System.Text.Json;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.Tests.Execution.Introspection;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.GraphQL.Validation;
using Xunit.Abstractions;

namespace SocietyParty.GraphQL.Tests.Oracle;

/// <summary>
/// The engine against npm's graphql 16 on generated questions. Where the two may differ stands in <see cref="OracleDifferences"/>.
/// <c>ORACLE_DOCUMENTS=100000</c> asks for more, <c>ORACLE_SEED</c> for others.
/// </summary>
public sealed class OracleTests(OracleProcess oracle, ITestOutputHelper output) : IClassFixture<OracleProcess>
{
    private const int ShownMax = 12;

    // Limits of ours are no rules of the specification.
    private static readonly ValidationLimits Unlimited = new(int.MaxValue, int.MaxValue, 100_000, ValidationLimits.ErrorsMaxDefault);

    internal static readonly int Documents = Setting("ORACLE_DOCUMENTS", 4_000);
    internal static readonly int Seed = Setting("ORACLE_SEED", 20_221_231);

    [Fact]
    public async Task Documents_are_judged_as_the_oracle_judges_them()
    {
        if (IsMissing(oracle, output))
        {
            return;
        }

        var asked = Generated(Documents, Seed, [.. OracleSchemas.Built.Keys]);
        var answers = await oracle.AskAsync([
            .. OracleSchemas.Questions,
            .. asked.Select(item => new
            {
                kind = "document",
                item.Schema,
                item.Source,
            }),
        ]);
        var differing = new List<(string Question, OracleDifference Difference)>();
        var kinds = new int[3];
        foreach (var ((schema, source), theirs) in asked.Zip(answers.Skip(OracleSchemas.Built.Count)))
        {
            kinds[
                theirs.Errors.Count == 0 ? 0
                : theirs.IsSyntax ? 1
                : 2
            ]++;
            var ours = Judge(OracleSchemas.Built[schema], source);
            if (OracleDifferences.Between(ours, theirs) is { } difference)
            {
                differing.Add(($"{schema}\n{source}", difference));
            }
        }

        output.WriteLine(
            $"{asked.Count} documents: {kinds[0]} valid, {kinds[1]} not GraphQL, {kinds[2]} invalid; {differing.Count} differ."
        );
        ShouldBeNone(differing);
        // The generator is worth something only while it makes all three.
        kinds.ShouldAllBe(count => count > Documents / 10);
    }

    [Fact]
    public async Task Variables_are_coerced_as_the_oracle_coerces_them()
    {
        if (IsMissing(oracle, output))
        {
            return;
        }

        var schemas = OracleSchemas.Built.Keys.ToList();
        var random = new Random(Seed);
        var generators = schemas.ToDictionary(name => name, name => new ValueGenerator(OracleSchemas.Built[name], random));
        var asked = Enumerable
            .Range(0, Documents)
            .Select(i => schemas[i % schemas.Count])
            .Select(schema => (schema, question: generators[schema].Next()))
            .ToList();
        var answers = await oracle.AskAsync([
            .. OracleSchemas.Questions,
            .. asked.Select(item => new
            {
                kind = "variables",
                item.schema,
                source = item.question.Document,
                variables = item.question.Variables,
            }),
        ]);
        var differing = new List<(string Question, OracleDifference Difference)>();
        var valid = 0;
        foreach (var ((schema, question), theirs) in asked.Zip(answers.Skip(schemas.Count)))
        {
            valid += theirs.Errors.Count == 0 ? 1 : 0;
            var document = Sample.Parse(question.Document);
            using var variables = JsonDocument.Parse(question.Variables.ToJsonString());
            var ours = VariableCoercion.Coerce(OracleSchemas.Built[schema], document, document.Operations.Single(), variables.RootElement);
            if (OracleDifferences.Between(new OracleAnswer([.. ours.Errors.Select(OracleError.Of)]), theirs) is { } difference)
            {
                differing.Add(($"{schema}\n{question.Document}\n{question.Variables.ToJsonString()}", difference));
            }
        }

        output.WriteLine($"{asked.Count} sets of variables: {valid} valid; {differing.Count} differ.");
        ShouldBeNone(differing);
        valid.ShouldBeInRange(Documents / 10, Documents * 9 / 10);
    }

    /// <summary>CR, LF and CR LF each end a line, 2.1.2; nothing else does.</summary>
    [Fact]
    public async Task Places_are_counted_as_the_oracle_counts_them_after_every_line_end()
    {
        if (IsMissing(oracle, output))
        {
            return;
        }

        string[] ends = ["\r", "\n", "\r\n", "\n\r", "\r\r", "\r\r\n", "\n\r\n\r", "\u2028", "\u0085", "\v"];
        var sources = ends.SelectMany(end =>
                (string[])
                    [
                        $"{{{end}  ?",
                        $"{end}{{ count(",
                        $"# a comment{end}{{ ?",
                        $"{{ a(x: \"\"\"{end} text{end}\"\"\") ?",
                        $"{{ a(x: \"text{end}\") }}",
                        $"{{ count{end} nowhere }}",
                        $"{{ count }}{end}fragment F{end}on Root {{ nowhere }}{end}",
                    ]
            )
            .ToList();
        var answers = await oracle.AskAsync([
            .. OracleSchemas.Questions,
            .. sources.Select(source => new
            {
                kind = "document",
                schema = "odd",
                source,
            }),
        ]);
        var differing = new List<(string Question, OracleDifference Difference)>();
        foreach (var (source, theirs) in sources.Zip(answers.Skip(OracleSchemas.Built.Count)))
        {
            theirs.Errors.ShouldNotBeEmpty(source);
            if (OracleDifferences.Between(Judge(OracleSchemas.Built["odd"], source), theirs) is { } difference)
            {
                differing.Add((JsonSerializer.Serialize(source), difference));
            }
        }

        ShouldBeNone(differing);
    }

    [Theory]
    [InlineData("public")]
    [InlineData("odd")]
    [InlineData("near")]
    public async Task Introspection_gives_a_client_the_schema_that_is_printed(string name)
    {
        if (IsMissing(oracle, output))
        {
            return;
        }

        var schema = OracleSchemas.Built[name];
        using var result = JsonDocument.Parse(IntrospectionTests.FullAnswer(schema));
        var answer = (
            await oracle.AskAsync([
                new
                {
                    kind = "introspection",
                    result = new { __schema = result.RootElement },
                    sdl = SchemaPrinter.Print(schema),
                },
            ])
        ).Single();
        answer.Introspected.ShouldNotBeNullOrEmpty();
        answer.Introspected.ShouldBe(answer.Built);
    }

    /// <summary>Shows the shortest question of each kind of difference.</summary>
    internal static void ShouldBeNone(List<(string Question, OracleDifference Difference)> differing)
    {
        var shown = differing
            .GroupBy(item => item.Difference.Kind, StringComparer.Ordinal)
            .OrderByDescending(group => group.Count())
            .Take(ShownMax)
            .Select(group => (group.Count(), group.MinBy(item => item.Question.Length)))
            .Select(pair => $"--- {pair.Item1} like this: {pair.Item2.Question}\n{pair.Item2.Difference}");
        Assert.True(differing.Count == 0, $"{differing.Count} differ\n{string.Join("\n", shown)}");
    }

    /// <summary>Documents for each schema in turn.</summary>
    internal static List<(string Schema, string Source)> Generated(int documents, int seed, IReadOnlyList<string> schemas)
    {
        var random = new Random(seed);
        var generators = schemas.ToDictionary(name => name, name => new DocumentGenerator(OracleSchemas.Built[name], random));
        return
        [
            .. Enumerable.Range(0, documents).Select(i => schemas[i % schemas.Count]).Select(schema => (schema, generators[schema].Next())),
        ];
    }

    internal static OracleAnswer Judge(Schema schema, string source)
    {
        var parsed = Parser.Parse(source);
        return parsed.TryGet(out var document)
            ? new OracleAnswer([.. DocumentValidator.Validate(schema, document, limits: Unlimited).Select(OracleError.Of)])
            : new OracleAnswer([.. parsed.Errors.Select(OracleError.Of)], IsSyntax: true);
    }

    /// <summary>Without Node.js the test says so in its output and in what it checks, and compares nothing.</summary>
    internal static bool IsMissing(OracleProcess oracle, ITestOutputHelper output)
    {
        if (oracle.Missing is not { } missing)
        {
            return false;
        }

        output.WriteLine($"The oracle was not asked: {missing}");
        missing.ShouldMatch("^(Node.js was not found on PATH|npm could not install the packages)");
        return true;
    }

    private static int Setting(string name, int otherwise) =>
        int.TryParse(Environment.GetEnvironmentVariable(name), NumberStyles.None, CultureInfo.InvariantCulture, out var value)
            ? value
            : otherwise;
}
