using System.Text.Json;

namespace SocietyParty.Service.Http;

/// <summary>What a client sends, however it sends it (GraphQL over HTTP).</summary>
/// <param name="Variables">A JSON object, or null.</param>
public sealed record GraphQLRequest(string Query, string? OperationName, JsonElement? Variables);

/// <summary>A request that cannot be read: HTTP status and a sentence.</summary>
public sealed record MalformedRequest(int Status, string Code, string Message);
