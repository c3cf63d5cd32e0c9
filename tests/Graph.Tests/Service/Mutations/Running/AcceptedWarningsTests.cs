using System.Text.Json;

namespace SocietyParty.Graph.Tests.Service.Mutations.Running;

/// <summary>Who wants to see warnings before a change names those that he accepts; shown with a credit code that fails its check.</summary>
public sealed class AcceptedWarningsTests(MutationFixture city) : IClassFixture<MutationFixture>
{
    private const string Warned = "CREDIT_CODE_ACCEPTED GB 32100-2015";

    public static TheoryData<string[]?, string, int> Lists =>
        new()
        {
            // As before there was such a list.
            { null, "", 1 },
            { ["CREDIT_CODE_ACCEPTED"], "", 1 },
            { ["SOMETHING_ELSE", "CREDIT_CODE_ACCEPTED"], "", 1 },
            { [], Warned, 0 },
            { ["SOMETHING_ELSE"], Warned, 0 },
        };

    [Theory, MemberData(nameof(Lists))]
    public async Task A_warning_that_is_not_accepted_leaves_everything_as_it_is(string[]? accepted, string refused, int warnings)
    {
        var before = await city.ScalarAsync<string>(Everything);
        var payload = await city.ChangeAsync(
            "foundSociety",
            Input($"合成学会{string.Join('、', accepted ?? ["全部"])}号", accepted: accepted)
        );

        payload.GetProperty("errors").EnumerateArray().Select(MutationFixture.Shown).ShouldBe(refused.Length == 0 ? [] : [refused]);
        payload.GetProperty("warnings").GetArrayLength().ShouldBe(warnings);
        (await city.ScalarAsync<string>(Everything) == before).ShouldBe(refused.Length > 0);
        foreach (var error in payload.GetProperty("errors").EnumerateArray())
        {
            error.GetProperty("__typename").GetString().ShouldBe("UnacceptedWarning");
            error.GetProperty("path").EnumerateArray().Select(step => step.GetString()).ShouldBe(["input", "creditCode"]);
        }
    }

    [Fact]
    public async Task The_same_key_serves_before_and_after_the_warning_is_accepted()
    {
        var input = Input("合成学会先后", key: "before-and-after", accepted: []);
        (await city.RefusedAsync("foundSociety", input)).ShouldBe([Warned]);
        input["acceptedWarnings"] = new[] { "CREDIT_CODE_ACCEPTED" };
        var first = await city.DoneAsync("foundSociety", input);
        // What was done is done: nobody is asked again.
        input["acceptedWarnings"] = Array.Empty<string>();
        var second = await city.DoneAsync("foundSociety", input);
        second.GetProperty("id").GetString().ShouldBe(first.GetProperty("id").GetString());
    }

    [Fact]
    public async Task What_the_database_refuses_is_said_before_anybody_is_asked_to_accept()
    {
        await city.DoneAsync("foundSociety", new { name = "合成学会重名", committee = MutationFixture.Id("Committee", 1) });
        (await city.RefusedAsync("foundSociety", Input("合成学会重名", accepted: []))).ShouldBe(["SOCIETY_NAME_TAKEN"]);
    }

    [Fact]
    public async Task What_warns_of_nothing_is_done_at_once() =>
        (
            await city.DoneAsync(
                "foundSociety",
                new
                {
                    name = "合成学会无事",
                    committee = MutationFixture.Id("Committee", 1),
                    acceptedWarnings = Array.Empty<string>(),
                }
            )
        ).ValueKind.ShouldBe(JsonValueKind.Object);

    private const string Everything = "SELECT concat((SELECT count(*) FROM graph.society), ' ', (SELECT count(*) FROM graph.change))";

    /// <summary>A society whose credit code fails the check, and says why it is right all the same; another code for each name.</summary>
    private static Dictionary<string, object?> Input(string name, string? key = null, string[]? accepted = null) =>
        new()
        {
            ["name"] = name,
            ["committee"] = MutationFixture.Id("Committee", 1),
            ["creditCode"] = $"91110000{name.Sum(letter => letter):000000000}0",
            ["creditCodeOverride"] = "老证",
            ["idempotencyKey"] = key,
            ["acceptedWarnings"] = accepted,
        };
}
