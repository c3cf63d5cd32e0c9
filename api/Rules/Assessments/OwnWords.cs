namespace SocietyParty.Rules.Assessments;

/// <summary>Words that a rule set has beside the usual ones: a code with its name in Chinese and in English.</summary>
internal static class OwnWords
{
    /// <summary>What readers that know the usual codes alone see of any other.</summary>
    public const string Other = "OTHER";

    /// <summary>Whether all of it is there, or nothing.</summary>
    public static bool IsWhole(string? code, string? name, string? englishName) =>
        (code is null) == (name is null) && (code is null) == (englishName is null);
}
