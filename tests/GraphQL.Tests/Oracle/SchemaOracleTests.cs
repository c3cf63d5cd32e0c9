using SocietyParty.GraphQL.TypeSystem;
using Xunit.Abstractions;

namespace SocietyParty.GraphQL.Tests.Oracle;

/// <summary>
/// Schemas with slips in them, judged here and by npm's graphql 16. More and other ones as for <see cref="OracleTests"/>.
/// </summary>
public sealed class SchemaOracleTests(OracleProcess oracle, ITestOutputHelper output) : IClassFixture<OracleProcess>
{
    // The public schema takes forty times as long as the others.
    private const int PublicEvery = 50;

    private static readonly int Schemas = OracleTests.Documents / 2;

    [Fact]
    public async Task Schemas_are_judged_as_the_oracle_judges_them()
    {
        if (OracleTests.IsMissing(oracle, output))
        {
            return;
        }

        var random = new Random(OracleTests.Seed);
        var odd = OracleSchemas.Slippery.Select(sdl => new SchemaMutation(sdl, random)).ToList();
        var contract = new SchemaMutation(OracleSchemas.PublicSdl, random);
        var asked = Enumerable.Range(0, Schemas).Select(i => (i % PublicEvery == 0 ? contract : odd[i % odd.Count]).Next()).ToList();
        var answers = await oracle.AskAsync(asked.Select(item => new { kind = "sdl", sdl = item.Sdl }));
        var differing = new List<(string Question, OracleDifference Difference)>();
        var valid = 0;
        foreach (var ((sdl, slips), theirs) in asked.Zip(answers))
        {
            valid += theirs.Errors.Count == 0 ? 1 : 0;
            var ours = new OracleAnswer([.. SchemaBuilder.Build(sdl).Errors.Select(OracleError.Of)]);
            if (SchemaDifferences.Between(ours, theirs, slips) is { } difference)
            {
                differing.Add((sdl, difference));
            }
        }

        output.WriteLine($"{asked.Count} schemas: {valid} valid; {differing.Count} differ.");
        OracleTests.ShouldBeNone(differing);
        valid.ShouldBeInRange(Schemas / 5, Schemas * 4 / 5);
    }
}
