using System.Text.Json.Nodes;
using Npgsql;
using SocietyParty.Etl.Access;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Service.Access;
using SocietyParty.Sql.Planning.Values;

namespace SocietyParty.Service.Http.SignIn;

/// <summary>Who asks, as <c>whoAmI</c> says it. Where nobody signs in, there is no account to look at.</summary>
/// <param name="database">The graph's, as its owner.</param>
/// <param name="store">Null where nobody signs in.</param>
internal sealed class WhoAmI(NpgsqlDataSource database, SignInStore? store = null)
{
    // Nobody looks further back on a page.
    private const int TokensMax = 500;
    private const int AccountsMax = 500;

    public async Task<JsonObject> OfAsync(RequestAccess access, SelectedField field, CancellationToken ct)
    {
        var account = store is null ? null : await store.OfNameAsync(access.Actor, ct);
        var roles = account is null ? [] : await store!.RolesAsync(account.Account, ct);
        var role = roles.FirstOrDefault(role => role.Role == access.Role && role.Subject == access.Subject);
        var own = account is null
            ? null
            : await GrantStore.OwnAsync(database, access.Actor, AccessRights.CodeOf(access.Role), access.Subject, ct);
        var isProgram = own is { IsProgram: true };
        return new JsonObject
        {
            ["actor"] = access.Actor,
            ["name"] = account?.DisplayName,
            ["role"] = AccessRights.CodeOf(access.Role),
            ["subject"] = SubjectOf(role),
            ["can"] = CanOf(access.Role, isProgram),
            ["roles"] = new JsonArray([.. roles.Select(held => RoleOf(held, isProgram))]),
            ["tokens"] = Asks(field, "tokens") ? await TokensAsync(access, ct) : null,
            ["accounts"] = Asks(field, "accounts") ? await AccountsAsync(access, ct) : null,
        };
    }

    private static bool Asks(SelectedField field, string name) =>
        field.Selections!.FieldsFor((ObjectType)field.Field.Type.Named).Any(part => part.Field.Name == name);

    private async Task<JsonArray> TokensAsync(RequestAccess access, CancellationToken ct)
    {
        var tokens = access.May(AccessRights.ManageAccess)
            ? await TokenStore.ListAsync(database, ct)
            : await TokenStore.OwnAsync(database, access.Actor, ct);
        return new([.. tokens.Take(TokensMax).Select(token => (JsonNode)TokenJson.Of(token))]);
    }

    private async Task<JsonArray> AccountsAsync(RequestAccess access, CancellationToken ct)
    {
        if (!access.May(AccessRights.ManageAccounts))
        {
            return [];
        }

        var all = access.May(AccessRights.ManageAccess);
        var accounts = await AccountReader.ListAsync(database, all, access.Subject, access.Actor, AccountsMax, ct);
        return new([.. accounts.Select(account => (JsonNode)AccountJson.Of(account))]);
    }

    private static JsonObject RoleOf(HeldRole role, bool isProgram) =>
        new JsonObject
        {
            ["number"] = role.Id,
            ["role"] = AccessRights.CodeOf(role.Role),
            ["subject"] = SubjectOf(role),
            ["validFrom"] = DayOf(role.From),
            ["validTo"] = role.To is { } to ? DayOf(to) : null,
            ["can"] = CanOf(role.Role, isProgram),
        };

    private static string DayOf(DateOnly day) => day.ToString("yyyy-MM-dd", System.Globalization.CultureInfo.InvariantCulture);

    private static JsonObject? SubjectOf(HeldRole? role) =>
        role is { Subject: { } key, SubjectType: { } type }
            ? new JsonObject { ["id"] = GlobalId.Format(type, key), ["name"] = role.SubjectName ?? "" }
            : null;

    // A token makes no other; who manages access takes those of others back with one.
    private static JsonArray CanOf(AccessRole role, bool isProgram)
    {
        var rights = AccessRights.Of(role);
        var makesNone = isProgram && !rights.Contains(AccessRights.ManageAccess);
        return new([.. rights.Where(right => !makesNone || right != AccessRights.MakeTokens).Select(right => (JsonNode)right)]);
    }
}
