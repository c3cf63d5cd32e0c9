using System.Globalization;
using System.Text;
using Npgsql;
using SocietyParty.Etl.Access;
using SocietyParty.Etl.Refusals;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Rules;
using SocietyParty.Rules.Access;
using SocietyParty.Service.Access;
using SocietyParty.Service.Mutations.Running;
using SocietyParty.Service.Queries;

namespace SocietyParty.Service.Http.SignIn;

/// <summary>Accounts and their roles: the store of the command line, asked over GraphQL by who may reach them.</summary>
/// <param name="database">The graph's, as its owner.</param>
/// <param name="tokens">Does the others of <see cref="MutationCatalogue.Elsewhere"/>.</param>
internal sealed class AccountChanges(NpgsqlDataSource database, TokenChanges tokens) : IOtherChanges
{
    private const string Make = "createAccount";
    private const string Grant = "grantRole";

    public async Task<MutationOutcome> RunAsync(
        SelectedField field,
        PreparedQuery query,
        Dictionary<string, string?> read,
        CancellationToken ct
    )
    {
        if (field.Field.Name is TokenChanges.Create or TokenChanges.Revoke)
        {
            return await tokens.RunAsync(field, query, read, ct);
        }

        var input = InputTree.Fields((InputObject)field.Argument("input")!, query.Variables);
        var (access, name) = (query.Access, (string)input["name"]!);
        var committee = access.Role == AccessRole.CommitteeAdministrator ? access.Subject : null;
        string? password;
        try
        {
            var breaches = await BreachesAsync(field.Field.Name, name, input, access, committee, ct);
            if (breaches.Count > 0)
            {
                return TokenChanges.Refused(breaches);
            }

            password = await ChangeAsync(field.Field.Name, name, input, access.Actor, ct);
        }
        catch (Refusal refusal)
        {
            return TokenChanges.Refused([RoleSubjects.Refused(refusal, input.GetValueOrDefault("role") as string)]);
        }

        var account = await AccountReader.FindAsync(database, name, committee, access.Actor, ct);
        foreach (var part in field.Selections!.FieldsFor((ObjectType)field.Field.Type.Named))
        {
            if (part.Field.Name == "account")
            {
                read[part.ResponseKey] = Encoding.UTF8.GetString(
                    ReplayJson.Write(AccountJson.Of(account!, password), part, query.Variables).Span
                );
            }
        }

        return new MutationOutcome(0, [], []);
    }

    private async Task<IReadOnlyList<Breach>> BreachesAsync(
        string change,
        string name,
        IReadOnlyDictionary<string, object?> input,
        RequestAccess access,
        long? committee,
        CancellationToken ct
    )
    {
        var manages = access.May(AccessRights.ManageAccess);
        var own = await GrantStore.OwnAsync(database, access.Actor, AccessRights.CodeOf(access.Role), access.Subject, ct);
        var isByProgram = own is { IsProgram: true };
        if (change == Make)
        {
            return [.. AccountReach.Make(name, isByProgram)];
        }

        var account = await AccountReader.FindAsync(database, name, committee, access.Actor, ct);
        var facts = account is null ? null : new AccountFacts(manages, name == access.Actor, account.IsWithin);
        var breaches = AccountReach.Change(name, facts, isByProgram).ToList();
        if (change == Grant && breaches.Count == 0)
        {
            var role = (string)input["role"]!;
            var subject = RoleSubjects.Read(role, input, breaches);
            breaches.AddRange(
                AccountReach.Give(
                    role,
                    manages,
                    RoleSubjects.Of(role),
                    subject is not null,
                    manages || await AccountReader.IsWithinAsync(database, role, subject, committee, ct)
                )
            );
        }

        return breaches;
    }

    /// <summary>A password that is shown once; null of what makes none.</summary>
    private async Task<string?> ChangeAsync(
        string change,
        string name,
        IReadOnlyDictionary<string, object?> input,
        string actor,
        CancellationToken ct
    )
    {
        switch (change)
        {
            case Make:
                return await AccountStore.CreateAsync(database, name, input.GetValueOrDefault("displayName") as string, by: actor, ct: ct);
            case "resetPassword":
                return await AccountStore.ResetPasswordAsync(database, name, actor, ct);
            case "lockAccount":
            case "unlockAccount":
                await AccountStore.SetDisabledAsync(database, name, change == "lockAccount", actor, ct);
                return null;
            case "revokeRole":
                await GrantStore.RevokeAsync(database, name, Convert.ToInt64(input["number"], CultureInfo.InvariantCulture), actor, ct);
                return null;
            default:
                var role = (string)input["role"]!;
                await GrantStore.GrantAsync(
                    database,
                    name,
                    role,
                    RoleSubjects.Read(role, input, [])?.ToString(CultureInfo.InvariantCulture),
                    Day(input, "validFrom"),
                    Day(input, "validTo"),
                    actor,
                    ct
                );
                return null;
        }
    }

    private static DateOnly? Day(IReadOnlyDictionary<string, object?> input, string argument) =>
        input.GetValueOrDefault(argument) switch
        {
            DateOnly day => day,
            string text => DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture),
            _ => null,
        };
}
