using SocietyParty.Etl.Refusals;
using SocietyParty.Rules;
using SocietyParty.Rules.Access;
using SocietyParty.Rules.Inputs;
using SocietyParty.Rules.Sentences;
using SocietyParty.Sql.Planning.Values;

namespace SocietyParty.Service.Http.SignIn;

/// <summary>What a role is about, as mutations name it: one argument a kind, of which the role takes its own.</summary>
internal static class RoleSubjects
{
    private static readonly (string Argument, string Type, string Role)[] All =
    [
        ("committee", "Committee", "COMMITTEE_ADMINISTRATOR"),
        ("branch", "Branch", "BRANCH_SECRETARY"),
        ("supervisionTeam", "SupervisionTeam", "SUPERVISOR"),
        ("member", "Member", "MEMBER"),
    ];

    /// <summary>Of what type what the role is about is, and the argument that names it; null where it is about nothing.</summary>
    public static (string Type, string Argument)? Of(string role) =>
        All.Where(one => one.Role == role).Select(one => ((string, string)?)(one.Type, one.Argument)).FirstOrDefault();

    /// <summary>What the store of accounts refused, as a breach of the argument that it is about.</summary>
    /// <param name="refusal">The store's.</param>
    /// <param name="role">The role that was to be given; null: none.</param>
    public static Breach Refused(Refusal refusal, string? role)
    {
        var about = role is null ? null : Of(role);
        return refusal.Code == "SP-ACCESS-204" && about is var (type, named)
            ? AccountReach.NotThere(type, named)
            : TokenFits.Refused(
                refusal.Said,
                refusal.Code switch
                {
                    "SP-ACCESS-203" => about?.Argument ?? "role",
                    "SP-ACCESS-207" => "number",
                    "SP-ACCESS-210" => "validTo",
                    "SP-ACCESS-212" => "role",
                    _ => "name",
                }
            );
    }

    /// <summary>Whether the input names nothing.</summary>
    public static bool AreLeft(IReadOnlyDictionary<string, object?> input) => All.All(one => input.GetValueOrDefault(one.Argument) is null);

    /// <summary>The key of what the input names; what does not belong to the role is a breach.</summary>
    public static long? Read(string role, IReadOnlyDictionary<string, object?> input, List<Breach> breaches)
    {
        long? subject = null;
        foreach (var (argument, type, of) in All)
        {
            if (input.GetValueOrDefault(argument) is not string text)
            {
                continue;
            }

            if (!GlobalId.TryParse(text, out var named, out var key) || named != type)
            {
                breaches.Add(KnownRow.NoIdentity(type, text, [argument]));
            }
            else if (of != role)
            {
                // A key of one table says nothing in another.
                breaches.Add(
                    TokenFits.Refused(
                        new Sentence(
                            Of(role) is not null ? "SP-ACCESS-203.Wanted" : "SP-ACCESS-203.None",
                            [("role", EnumWords.OfName(role, "AccessRole"))]
                        ),
                        argument
                    )
                );
            }
            else
            {
                subject = key;
            }
        }

        return subject;
    }
}
