using SocietyParty.GraphQL.Language;

namespace SocietyParty.Service.Trust;

/// <summary>A document that was valid when the service started.</summary>
/// <param name="Place">File, and for a manifest the entry, for messages.</param>
public sealed record TrustedDocument(string Place, string Text, Document Document);

/// <summary>A document named instead of sent.</summary>
/// <param name="Id">A hash or a name.</param>
/// <param name="IsApollo">Given as <c>extensions.persistedQuery</c>: such a client sends the text when the hash is not known.</param>
public sealed record DocumentReference(string Id, bool IsApollo = false);
