using SocietyParty.GraphQL.Execution;
using SocietyParty.Service.Mutations.Inputs;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Graph.Tests.Service.Mutations.Inputs;

/// <summary>
/// Databases keep the hashes of inputs: they stay what they were when the input still became JSON text on its way to the mutation,
/// which is what made these.
/// </summary>
public sealed class InputHashTests
{
    public static TheoryData<string, string, string> Known =>
        new()
        {
            {
                """
                    mutation { updateSociety(input: { version: 3, society: "U29jaWV0eTox", name: "重庆市\"工程师\"协会+<&>😀", kind: null, idempotencyKey: "k-1" }) { errors { code } } }
                    """,
                """
                    {}
                    """,
                "3b2627ee3c0b4db52652541c50177d09618b12bfbb313e2b456d417774f3c02b"
            },
            {
                """
                    mutation { recordDebrief(input: { entry: "QXNzZXNzbWVudEVudHJ5OjE=", basis: WRITTEN, ballotRates: ["1.50", 0.9, 1, 1e-1], heldOn: "2026-03-01" }) { errors { code } } }
                    """,
                """
                    {}
                    """,
                "fca52191cc8351454355500d102a715e74e29823235cae4d7556c44569722e72"
            },
            {
                """
                    mutation($input: CallLeadingGroupMeetingInput!) { callLeadingGroupMeeting(input: $input) { errors { code } } }
                    """,
                """
                    {"input":{"agenda":[{"title":"议题一","isMajor":true},{"title":"b\u0027\n"}],"leadingGroup":"TGVhZGluZ0dyb3VwOjE=","heldOn":"2026-04-01","chair":null,"observers":[{"person":7,"capacity":"INVITED"}]}}
                    """,
                "bf234ce91800c1c7c7005a31f9968c1c71d6b454931b77a489ba407e37fb57c1"
            },
            {
                """
                    mutation($t: String!, $day: Date!, $why: String) { callLeadingGroupMeeting(input: { leadingGroup: 12, heldOn: $day, agenda: [{ title: $t }, { isMajor: true, title: "x" }], delegationReason: $why }) { errors { code } } }
                    """,
                """
                    {"t":"a/b","day":"2026-04-01"}
                    """,
                "2a7422aa085f3b65529662d1517d62de3ce52e9feef9925710efbe6b154854b9"
            },
        };

    [Theory, MemberData(nameof(Known))]
    public void An_input_keeps_the_hash_that_databases_have_of_it(string query, string variables, string hash) =>
        Of(query, variables).ShouldBe(hash);

    [Fact]
    public void Where_a_value_is_written_makes_no_difference()
    {
        const string Literal =
            """mutation { registerSupportingUnit(input: { creditCode: "1", name: "大学", idempotencyKey: "a" }) { errors { code } } }""";
        const string Variable =
            "mutation($input: RegisterSupportingUnitInput!) { registerSupportingUnit(input: $input) { errors { code } } }";
        Of(Literal).ShouldBe(Of(Variable, """{"input":{"acceptedWarnings":["X"],"idempotencyKey":"b","name":"大学","creditCode":"1"}}"""));
    }

    [Theory]
    [InlineData("""name: "大学", creditCode: null""")]
    [InlineData("""name: "学院" """)]
    public void Another_input_has_another_hash(string other) =>
        Of($$"""mutation { registerSupportingUnit(input: { {{other}} }) { errors { code } } }""")
            .ShouldNotBe(Of("""mutation { registerSupportingUnit(input: { name: "大学" }) { errors { code } } }"""));

    private static string Of(string query, string variables = "{}")
    {
        var prepared = ServicePipeline.Prepare(query, variables).Value;
        var field = prepared.Plan.Operation.Fields[0];
        return InputHash.Of(
            field.Field.Name,
            InputTree.Fields((InputObject)field.Argument("input")!, prepared.Variables),
            MutationCatalogue.OfRequest
        );
    }
}
