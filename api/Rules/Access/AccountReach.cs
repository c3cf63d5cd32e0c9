using SocietyParty.Rules.Sentences;

namespace SocietyParty.Rules.Access;

/// <summary>Who is to do something to an account.</summary>
/// <param name="ManagesAccess">Whether the role manages all accounts.</param>
/// <param name="IsOwn">Whether it is the account of whoever asks.</param>
/// <param name="IsWithin">Whether all its roles are about what the role reaches, or, where it has none, the asker made it.</param>
public sealed record AccountFacts(bool ManagesAccess, bool IsOwn, bool IsWithin);

/// <summary>
/// Who may make accounts and give roles: whoever manages access everywhere, and a committee's administrator to those who work in the own
/// committee and below it. What lies beyond is answered as what is not there.
/// </summary>
public static class AccountReach
{
    /// <summary>The role of who has not signed in.</summary>
    private const string Anonymous = "ANONYMOUS";

    public static bool CanBeName(string name) => TokenFits.CanBeName(name);

    public static IEnumerable<Breach> Make(string name, bool isByProgram)
    {
        if (!CanBeName(name))
        {
            yield return Breach.OfInput("ACCOUNT_NAME_INVALID", [("lengthMax", TokenFits.NameLengthMax)], "name");
        }

        if (isByProgram)
        {
            yield return ByProgram();
        }
    }

    /// <param name="name">The account's.</param>
    /// <param name="facts">Null: there is no such account.</param>
    /// <param name="isByProgram">Whether a token asks.</param>
    public static IEnumerable<Breach> Change(string name, AccountFacts? facts, bool isByProgram)
    {
        // A token would give itself what its maker did not.
        if (isByProgram)
        {
            yield return ByProgram();
        }

        if (facts is null || !(facts.ManagesAccess || facts.IsWithin || facts.IsOwn))
        {
            yield return TokenFits.Refused(new Sentence("SP-ACCESS-202", [("name", name)]), "name");
        }
        else if (facts.IsOwn)
        {
            // Who locks the own account is out, and who gives the own one roles needs nobody else.
            yield return new Breach("ACCOUNT_IS_OWN", [], null, Path: ["name"]);
        }
    }

    /// <summary>Whether an account or a token can stand in the role at all.</summary>
    /// <param name="role">As the contract writes it.</param>
    public static IEnumerable<Breach> Hold(string role)
    {
        if (role == Anonymous)
        {
            yield return Breach.OfInput("ROLE_OF_NOBODY", [("role", EnumWords.OfName(role, "AccessRole"))], "role");
        }
    }

    /// <param name="role">As the contract writes it.</param>
    /// <param name="managesAccess">Whether the role that asks manages all accounts.</param>
    /// <param name="subject">Type of what the role is about, and the argument that names it; null: nothing in particular.</param>
    /// <param name="isNamed">Whether the input names it.</param>
    /// <param name="isWithin">Whether that is within reach.</param>
    public static IEnumerable<Breach> Give(
        string role,
        bool managesAccess,
        (string Type, string Argument)? subject,
        bool isNamed,
        bool isWithin
    )
    {
        if (Hold(role).ToList() is [var none])
        {
            yield return none;
            yield break;
        }

        if (managesAccess)
        {
            yield break;
        }

        if (subject is not var (type, argument))
        {
            yield return new Breach("ROLE_BEYOND_ROLE", [("role", EnumWords.OfName(role, "AccessRole"))], null, Path: ["role"]);
        }
        else if (isNamed && !isWithin)
        {
            yield return NotThere(type, argument);
        }
    }

    /// <summary>What a role is to be about is not there, or not for whoever asks.</summary>
    public static Breach NotThere(string type, string argument) =>
        TokenFits.Refused(new Sentence("SP-ACCESS-204.Thing", [("thing", new Sentence($"Thing.{type}", []))]), argument);

    private static Breach ByProgram() => new("ACCOUNT_BY_PROGRAM", [], null);
}
