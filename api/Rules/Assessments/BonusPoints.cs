using System.Text.Json;

namespace SocietyParty.Rules.Assessments;

/// <summary>A bonus that counts if it is accepted.</summary>
/// <param name="Evidence">Which piece of evidence it rests on.</param>
public sealed record BonusFact(string Item, string Level, string Evidence);

/// <summary>加分 One piece of evidence counts once, at its highest level; different evidence adds up (004 （六）, domain.md §1, 6).</summary>
public static class BonusPoints
{
    /// <summary>Points of one claim; null where the item or its level is not in the scheme.</summary>
    public static decimal? Of(string item, string level, AssessmentRules rules) =>
        rules.Bonus.Items.FirstOrDefault(known => known.Code == item)?.Levels.FirstOrDefault(known => known.Level == level)?.Points.Value;

    /// <summary>The code of a level that is given in one of two ways; null where it is given in neither.</summary>
    public static string? Code(BonusLevel? level, string? code) =>
        code ?? (level is { } usual ? JsonNamingPolicy.SnakeCaseUpper.ConvertName($"{usual}") : null);

    /// <summary>A breach where both ways are used, or none where one is needed.</summary>
    public static Breach? LevelGiven(BonusLevel? level, string? code, bool isNeeded) =>
        (level is not null && code is not null) || (isNeeded && level is null && code is null)
            ? new("BONUS_LEVEL_NOT_ONE", [], "004 第五条（六）", Path: [level is null ? "level" : "levelCode"])
            : null;

    /// <summary>The breach of claiming a level or an item that is not there; null where it is.</summary>
    public static Breach? Unknown(string item, string level, AssessmentRules rules)
    {
        if (rules.Bonus.Items.FirstOrDefault(known => known.Code == item) is not { } found)
        {
            return new(
                "BONUS_ITEM_UNKNOWN",
                [("item", item), ("items", rules.Bonus.Items.Select(known => known.Code))],
                "004 第五条（六）",
                Path: ["item"]
            );
        }

        return found.Levels.Any(known => known.Level == level)
            ? null
            : new(
                "BONUS_LEVEL_UNKNOWN",
                [
                    ("item", item),
                    ("level", rules.Bonus.Word(level)),
                    ("levels", found.Levels.Select(known => rules.Bonus.Word(known.Level))),
                ],
                found.Levels[0].Points.Source,
                Path: ["level"]
            );
    }

    /// <summary>Points of all accepted claims together.</summary>
    public static decimal Sum(IEnumerable<BonusFact> accepted, AssessmentRules rules)
    {
        var sum = accepted
            .GroupBy(fact => fact.Evidence, StringComparer.Ordinal)
            .Sum(evidence => evidence.Max(fact => Of(fact.Item, fact.Level, rules) ?? 0));
        return rules.Bonus.Cap.Value is { } cap ? Math.Min(sum, cap) : sum;
    }
}
