using System.Buffers;
using System.Text;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.Tests.Execution;

public class ResponseEnvelopeTests
{
    private readonly ArrayBufferWriter<byte> output = new();

    private string Written => Encoding.UTF8.GetString(output.WrittenSpan);

    [Fact]
    public void Fields_are_written_by_who_has_their_values()
    {
        var response = new ResponseEnvelope(output);
        response.Errors([]);
        response.StartData();
        response.Field("a");
        output.Write("[1,2]"u8);
        response.Field("b");
        using (var value = ResponseEnvelope.Value(output))
        {
            value.WriteStringValue("党支部");
        }

        response.EndData();
        response.End();
        Written.ShouldBe("{\"data\":{\"a\":[1,2],\"b\":\"党支部\"}}");
    }

    [Fact]
    public void Members_are_in_the_order_of_the_specification()
    {
        var response = new ResponseEnvelope(output);
        response.Errors([new GraphQLError("SP-X", "No.")]);
        response.NullData();
        response.End(writer => writer.WriteNumber("cost", 1));
        Written.ShouldBe(
            "{\"errors\":[{\"message\":\"No.\",\"extensions\":{\"code\":\"SP-X\"}}],\"data\":null,\"extensions\":{\"cost\":1}}"
        );
    }

    [Fact]
    public void Data_without_fields_is_an_empty_object()
    {
        var response = new ResponseEnvelope(output);
        response.StartData();
        response.EndData();
        response.End();
        Written.ShouldBe("{\"data\":{}}");
    }
}
