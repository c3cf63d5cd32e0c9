using System.Text.Json.Nodes;
using SocietyParty.Service.Access;
using SocietyParty.Sql.Planning.Values;

namespace SocietyParty.Service.Http.SignIn;

/// <summary>Who asks, as <c>whoAmI</c> says it. Where nobody signs in, there is no account to look at.</summary>
internal sealed class WhoAmI(SignInStore? store = null)
{
    public async Task<JsonObject> OfAsync(RequestAccess access, CancellationToken ct)
    {
        var account = store is null ? null : await store.OfNameAsync(access.Actor, ct);
        var roles = account is null ? [] : await store!.RolesAsync(account.Account, ct);
        var role = roles.FirstOrDefault(role => role.Role == access.Role && role.Subject == access.Subject);
        return new JsonObject
        {
            ["actor"] = access.Actor,
            ["name"] = account?.DisplayName,
            ["role"] = AccessRights.CodeOf(access.Role),
            ["subject"] = SubjectOf(role),
            ["can"] = CanOf(access.Role),
            ["roles"] = new JsonArray([.. roles.Select(RoleOf)]),
        };
    }

    private static JsonNode RoleOf(HeldRole role) =>
        new JsonObject
        {
            ["number"] = role.Id,
            ["role"] = AccessRights.CodeOf(role.Role),
            ["subject"] = SubjectOf(role),
            ["validFrom"] = DayOf(role.From),
            ["validTo"] = role.To is { } to ? DayOf(to) : null,
            ["can"] = CanOf(role.Role),
        };

    private static string DayOf(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static JsonObject? SubjectOf(HeldRole? role) =>
        role is { Subject: { } key, SubjectType: { } type }
            ? new JsonObject { ["id"] = GlobalId.Format(type, key), ["name"] = role.SubjectName ?? "" }
            : null;

    private static JsonArray CanOf(AccessRole role) => new([.. AccessRights.Of(role).Select(right => (JsonNode)right)]);
}
