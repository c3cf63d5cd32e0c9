namespace SocietyParty.Rules.Assessments;

/// <summary>Words that a rule set has beside the usual ones: a code with its name in Chinese and in English.</summary>
internal static class OwnWords
{
    /// <summary>Whether all of it is there, or nothing.</summary>
    public static bool IsWhole(string? code, string? name, string? englishName) =>
        (code is null) == (name is null) && (code is null) == (englishName is null);
}
