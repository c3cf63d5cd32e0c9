using SocietyParty.Rules.Sentences;

namespace SocietyParty.Rules.Access;

/// <summary>What is asked for of a token, and by whom.</summary>
/// <param name="Name">By which it is listed; the record names its bearer by it.</param>
/// <param name="Days">From now on.</param>
/// <param name="IsByProgram">Whether a token asks for it.</param>
/// <param name="IsOwnRole">Whether it stands for the role that asks.</param>
/// <param name="ManagesAccess">Whether that role has the right to give roles.</param>
public sealed record TokenFacts(string Name, int Days, bool IsByProgram, bool IsOwnRole, bool ManagesAccess);

/// <summary>Who may have which token.</summary>
public static class TokenFits
{
    /// <summary>Days that a token may hold, at the most.</summary>
    public const int DaysMax = 366;

    /// <summary>Characters of a name, at the most.</summary>
    public const int NameLengthMax = 100;

    public static IEnumerable<Breach> Check(TokenFacts facts)
    {
        if (!CanBeName(facts.Name))
        {
            yield return Breach.OfInput("TOKEN_NAME_INVALID", [("lengthMax", NameLengthMax)], "name");
        }

        if (!CanLast(facts.Days))
        {
            yield return Breach.OfInput("TOKEN_DAYS_INVALID", [("daysMax", DaysMax)], "days");
        }

        // A token that makes another one would outlive its own end.
        if (facts.IsByProgram)
        {
            yield return new Breach("TOKEN_BY_PROGRAM", [], null);
        }

        if (!facts.IsOwnRole && !facts.ManagesAccess)
        {
            yield return new Breach("TOKEN_OF_OTHER_ROLE", [], null, Path: ["role"]);
        }
    }

    public static bool CanLast(int days) => days is >= 1 and <= DaysMax;

    public static bool CanBeName(string name) =>
        name.Length is > 0 and <= NameLengthMax && name.Trim() == name && !name.Any(char.IsControl);

    /// <summary>What the store of accounts refused, as a breach of the field that it is about.</summary>
    public static Breach Refused(Sentence said, params IReadOnlyList<string> path) => Breach.OfInput(said.Key, said.Arguments, path);
}
