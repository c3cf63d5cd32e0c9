using System.Text.Json.Nodes;
using SocietyParty.Etl.Access;

namespace SocietyParty.Service.Http.SignIn;

/// <summary>An account as the contract's <c>Account</c>.</summary>
internal static class AccountJson
{
    /// <param name="account">As it is listed.</param>
    /// <param name="password">In the answer that makes it; null in every other.</param>
    public static JsonObject Of(AccountDetail account, string? password = null) =>
        new()
        {
            ["name"] = account.Name,
            ["displayName"] = account.DisplayName,
            ["isLocal"] = account.IsLocal,
            ["isLocked"] = account.IsLocked,
            ["hasSecondFactor"] = account.HasSecondFactor,
            ["createdBy"] = account.CreatedBy,
            ["createdAt"] = account.CreatedAt,
            ["grants"] = JsonNode.Parse(account.Grants),
            ["password"] = password,
        };
}
