using System.Text;

namespace SocietyParty.Graph.Tests.Service.Mutations.Inputs;

/// <summary>Values that no mutation can take are refused, each with its place, and never as a failure of the service.</summary>
public sealed class InputBoundsTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private static string Society => MutationFixture.Id("Society", 1);

    // Random, so that no index can compress it; seeded, so that it is the same each time.
    private static string LongText()
    {
        var random = new Random(1);
        var text = new StringBuilder();
        for (var i = 0; i < 6_000; i++)
        {
            text.Append((char)('a' + random.Next(26)));
        }

        return text.ToString();
    }

    public static TheoryData<string, object, string> Inputs =>
        new()
        {
            {
                "proposeBranch",
                new
                {
                    name = "合成界限党支部",
                    form = "BRANCH",
                    societies = new[] { Society },
                    proposedOn = "9999-12-31",
                },
                "DATE_OUT_OF_RANGE proposedOn"
            },
            {
                "proposeBranch",
                new
                {
                    name = "合成界限党支部",
                    form = "BRANCH",
                    societies = new[] { Society },
                    proposedOn = "0001-01-01",
                },
                "DATE_OUT_OF_RANGE proposedOn"
            },
            {
                "startCouncilTerm",
                new
                {
                    society = Society,
                    startedOn = "2020-01-01",
                    endsOn = "2200-01-01",
                },
                "DATE_OUT_OF_RANGE endsOn"
            },
            {
                "startCouncilTerm",
                new
                {
                    society = Society,
                    startedOn = "2020-01-01",
                    endsOn = "2025-01-01",
                    termNumber = int.MaxValue,
                },
                "COUNCIL_TERM_NUMBER_WRONG termNumber"
            },
            { "registerSupportingUnit", new { name = "合成\0大学" }, "TEXT_INVALID name" },
            { "registerPerson", new { reference = LongText() }, "TEXT_TOO_LONG " },
            { "registerPerson", new { reference = "11010119000101000X" }, "REFERENCE_IS_IDENTITY_NUMBER reference" },
            { "registerPerson", new { reference = "１１０１０１１９０００１０１０００Ｘ" }, "REFERENCE_IS_IDENTITY_NUMBER reference" },
            {
                "registerPerson",
                new { reference = "合成-界限", idempotencyKey = new string('k', 201) },
                "IDEMPOTENCY_KEY_INVALID idempotencyKey"
            },
            { "registerPerson", new { reference = "合成-界限", idempotencyKey = "k\0" }, "IDEMPOTENCY_KEY_INVALID idempotencyKey" },
        };

    [Theory, MemberData(nameof(Inputs))]
    public async Task What_cannot_be_kept_is_refused_with_its_place(string mutation, object input, string expected)
    {
        var payload = await city.ChangeAsync(mutation, input);
        var error = payload.GetProperty("errors").EnumerateArray().ShouldHaveSingleItem();
        var path = error.GetProperty("path").EnumerateArray().Select(part => part.GetString()).Where(part => part != "input");
        $"{error.GetProperty("code")} {string.Join('/', path)}".ShouldBe(expected);
    }

    [Fact]
    public async Task A_relation_on_the_same_days_is_a_typed_error()
    {
        var unit = (await city.DoneAsync("registerSupportingUnit", new { name = "合成界限大学" })).GetProperty("id").GetString();
        var society = (await city.DoneAsync("foundSociety", new { name = "合成界限学会", committee = MutationFixture.Id("Committee", 1) }))
            .GetProperty("id")
            .GetString();
        await city.DoneAsync(
            "assignSupportingUnit",
            new
            {
                society,
                supportingUnit = unit,
                validFrom = "2020-01-01",
            }
        );
        await city.DoneAsync(
            "assignSupportingUnit",
            new
            {
                society,
                supportingUnit = unit,
                validFrom = "2021-01-01",
            }
        );
        (
            await city.RefusedAsync(
                "assignSupportingUnit",
                new
                {
                    society,
                    supportingUnit = unit,
                    validFrom = "2019-01-01",
                }
            )
        ).ShouldBe(["SUPPORTING_UNIT_OVERLAPS"]);
    }

    [Fact]
    public async Task A_query_for_a_text_that_cannot_be_there_is_told_so()
    {
        var answer = await city.AskAsync(
            "query($name: String) { branches(where: { name: { eq: $name } }) { totalCount } }",
            new { name = "a\0" }
        );
        answer.GetProperty("errors")[0].GetProperty("extensions").GetProperty("code").GetString().ShouldBe("SP-VALUE-001");
    }
}
