using System.Text.Json;

namespace SocietyParty.Rules.LeadingGroups;

/// <summary>A step that does not follow from where a thing stands.</summary>
public static class WrongStage
{
    public const string Code = "WRONG_STAGE";

    /// <summary>Null where the step is one of those that may follow.</summary>
    public static Breach? Breach<T>(T from, T to, IReadOnlyList<T> next, string clause)
        where T : struct, Enum =>
        next.Contains(to)
            ? null
            : new(
                Code,
                next.Count == 0
                    ? $"It is {Word(from)}, and nothing follows."
                    : $"It is {Word(from)} and cannot become {Word(to)}; it can become {string.Join(" or ", next.Select(Word))}.",
                clause
            );

    private static string Word<T>(T stage)
        where T : struct, Enum => JsonNamingPolicy.SnakeCaseUpper.ConvertName(stage.ToString());
}
