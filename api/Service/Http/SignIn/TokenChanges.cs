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

/// <summary><c>createToken</c> and <c>revokeToken</c>: the store of the command line, asked over GraphQL.</summary>
/// <param name="database">The graph's, as its owner.</param>
internal sealed class TokenChanges(NpgsqlDataSource database)
{
    public const string Create = "createToken";
    public const string Revoke = "revokeToken";

    public async Task<MutationOutcome> RunAsync(
        SelectedField field,
        PreparedQuery query,
        Dictionary<string, string?> read,
        CancellationToken ct
    )
    {
        var input = InputTree.Fields((InputObject)field.Argument("input")!, query.Variables);
        var name = (string)input["name"]!;
        var manages = query.Access.May(AccessRights.ManageAccess);
        TokenLine? made;
        string? secret = null;
        try
        {
            if (field.Field.Name == Create)
            {
                var (request, breaches) = await RequestAsync(name, input, query.Access, manages, ct);
                if (breaches.Count > 0)
                {
                    return Refused(breaches);
                }

                secret = await TokenStore.CreateAsync(database, request!, ct);
            }
            else
            {
                await TokenStore.RevokeAsync(database, name, query.Access.Actor, manages ? null : query.Access.Actor, ct);
            }

            made = await TokenStore.FindAsync(database, name, ct);
        }
        catch (Refusal refusal)
        {
            return Refused([RoleSubjects.Refused(refusal, input.GetValueOrDefault("role") as string)]);
        }

        foreach (var part in field.Selections!.FieldsFor((ObjectType)field.Field.Type.Named))
        {
            if (part.Field.Name == "accessToken")
            {
                read[part.ResponseKey] = Encoding.UTF8.GetString(ReplayJson.Write(TokenJson.Of(made!, secret), part, query.Variables).Span);
            }
        }

        return new MutationOutcome(0, [], []);
    }

    /// <summary>Nothing is done, for these reasons.</summary>
    public static MutationOutcome Refused(IEnumerable<Breach> breaches) =>
        MutationOutcome.Refused([
            .. breaches.Select(breach => new MutationError(
                breach.IsOfInput ? MutationErrorKind.InputError : MutationErrorKind.RuleViolation,
                breach
            )),
        ]);

    private async Task<(TokenRequest? Request, IReadOnlyList<Breach> Breaches)> RequestAsync(
        string name,
        IReadOnlyDictionary<string, object?> input,
        RequestAccess access,
        bool manages,
        CancellationToken ct
    )
    {
        var days = Convert.ToInt32(input["days"], CultureInfo.InvariantCulture);
        var role = input.GetValueOrDefault("role") as string;
        var own = await GrantStore.OwnAsync(database, access.Actor, AccessRights.CodeOf(access.Role), access.Subject, ct);
        var isOwn = role is null && RoleSubjects.AreLeft(input);
        var asked = role ?? AccessRights.CodeOf(access.Role);
        var breaches = TokenFits.Check(new TokenFacts(name, days, own is { IsProgram: true }, isOwn, manages)).ToList();
        breaches.AddRange(AccountReach.Hold(asked));
        var subject = RoleSubjects.Read(asked, input, breaches);
        return (
            new TokenRequest(
                name,
                asked,
                (isOwn ? access.Subject : subject)?.ToString(CultureInfo.InvariantCulture),
                days,
                access.Actor,
                // One of the person's own ends with the person's role.
                isOwn ? own?.Grant : null
            ),
            breaches
        );
    }
}
