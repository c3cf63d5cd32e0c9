using System.Text;
using System.Text.Json.Nodes;

namespace SocietyParty.Bench.Peers;

/// <summary>A request of GraphQL over HTTP.</summary>
internal static class GraphQLBody
{
    public static (string Path, byte[] Body) Of(string document, JsonObject variables) =>
        ("/graphql", Encoding.UTF8.GetBytes(new JsonObject { ["query"] = document, ["variables"] = variables }.ToJsonString()));
}
