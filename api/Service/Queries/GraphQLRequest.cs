using System.Text.Json;
using SocietyParty.Rules.Sentences;
using SocietyParty.Service.Access;
using SocietyParty.Service.Queries.Replicas;
using SocietyParty.Service.Trust;

namespace SocietyParty.Service.Queries;

/// <summary>What a client sends, however it sends it (GraphQL over HTTP).</summary>
/// <param name="Variables">A JSON object, or null.</param>
public sealed record GraphQLRequest(string Query, string? OperationName, JsonElement? Variables)
{
    /// <summary>A registered document, named instead of sent or beside the text; null where there is only <c>Query</c>.</summary>
    public DocumentReference? Reference { get; init; }

    /// <summary>What becomes of a field that fails and may not be null.</summary>
    public ErrorMode OnError { get; init; }

    /// <summary>Who asks, in which role.</summary>
    public RequestAccess Access { get; init; } = RequestAccess.Nobody;

    /// <summary>What the answer must not be older than.</summary>
    public ReadPoint Point { get; init; }

    /// <summary>In which language changes say what is wrong.</summary>
    public Language Language { get; init; }

    /// <summary>Asked by the program itself, which need not trust anybody for it.</summary>
    public bool IsOwn { get; init; }
}
