using System.Buffers;
using System.Text;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.Tests.Execution;

public class ResponseWriterTests
{
    private static string Write(string query, params (string Key, string Json)[] roots)
    {
        var output = new ArrayBufferWriter<byte>();
        var values = roots.ToDictionary(root => root.Key, root => (ReadOnlyMemory<byte>)Encoding.UTF8.GetBytes(root.Json));
        ResponseWriter.Write(output, Sample.Schema, Bound.Operation(query).Value, CoercedVariables.Empty, values);
        return Encoding.UTF8.GetString(output.WrittenSpan);
    }

    [Fact]
    public void Data_comes_in_the_order_of_the_operation() =>
        Write("{ t: __typename b: echo a: echo }", ("a", "\"中\""), ("b", " null "))
            .ShouldBe("{\"data\":{\"t\":\"Query\",\"b\":null,\"a\":\"中\"}}");

    [Fact]
    public void A_missing_non_null_root_makes_data_null() =>
        Write("{ echo r: required(int: 1) }", ("echo", "1"))
            .ShouldBe(
                "{\"errors\":[{\"message\":\"Cannot return null for non-nullable field "
                    + "Query.required.\",\"locations\":[{\"line\":1,\"column\":8}],"
                    + "\"path\":[\"r\"],\"extensions\":{\"code\":\"SP-RESPONSE-001\"}}],\"data\":null}"
            );

    [Fact]
    public void A_failed_request_has_no_data()
    {
        var output = new ArrayBufferWriter<byte>();
        ResponseWriter.WriteErrors(output, [new GraphQLError("SP-X", "没有", [new SourceLocation(1, 2)], ["a", 0])], writer =>
            writer.WriteNumber("cost", 1)
        );
        Encoding
            .UTF8.GetString(output.WrittenSpan)
            .ShouldBe(
                """{"errors":[{"message":"没有","locations":[{"line":1,"column":2}],"path":["a",0],"extensions":{"code":"SP-X"}}],"""
                    + "\"extensions\":{\"cost\":1}}"
            );
    }
}
