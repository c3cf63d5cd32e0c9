using SocietyParty.GraphQL.Language;

namespace SocietyParty.Service.Trust;

/// <summary>The errors for a document that is not registered.</summary>
internal static class TrustErrors
{
    /// <summary>In the words that Apollo's clients look for; they then send the text.</summary>
    public static readonly GraphQLError ApolloNotFound = new("PERSISTED_QUERY_NOT_FOUND", "PersistedQueryNotFound");

    public static GraphQLError NotFound(string id) =>
        new(
            "SP-TRUST-001",
            $"No document is registered as \"{id}\". Documents are registered when the service starts: add it to the folder of "
                + "trusted documents."
        );

    public static readonly GraphQLError OtherHash = new(
        "SP-TRUST-002",
        "provided sha does not match query: sha256Hash is not the SHA-256 of the query that was sent with it."
    );

    public static readonly GraphQLError OnlyRegistered = new(
        "SP-TRUST-003",
        "Only registered documents are answered here (TrustedDocuments__Only is on), and this is none of them. Send a registered "
            + "one, or the id of one."
    );
}
