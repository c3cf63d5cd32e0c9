using System.Text.Json.Nodes;
using SocietyParty.Etl.Access;

namespace SocietyParty.Service.Http.SignIn;

/// <summary>A token as the contract's <c>AccessToken</c>.</summary>
internal static class TokenJson
{
    /// <param name="token">As it is listed.</param>
    /// <param name="secret">The token itself, in the answer that makes it; null in every other.</param>
    public static JsonObject Of(TokenLine token, string? secret = null) =>
        new()
        {
            ["name"] = token.Name,
            ["role"] = token.Role,
            ["subjectName"] = token.Subject,
            ["createdBy"] = token.CreatedBy,
            ["createdAt"] = token.CreatedAt,
            ["expiresAt"] = token.ExpiresAt,
            ["revokedAt"] = token.RevokedAt,
            ["lastUsedAt"] = token.LastUsedAt,
            ["secret"] = secret,
        };
}
