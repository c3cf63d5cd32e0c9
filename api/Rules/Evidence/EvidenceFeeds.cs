using SocietyParty.Rules.Sentences;

namespace SocietyParty.Rules.Evidence;

/// <summary>What records of a kind suggest for an item of the assessment; a person confirms it.</summary>
/// <param name="Item">Code of the item, such as <c>ORGANIZATION_6</c>.</param>
/// <param name="Points">Points of each record that is met, or of each one of <paramref name="SumOf"/>.</param>
/// <param name="Cap">Points of the kind at most; null: those of the item.</param>
/// <param name="SumOf">A number of the record that is added up; null: records are counted.</param>
public sealed record EvidenceFeeds(string Item, Sourced<decimal> Points, Sourced<decimal>? Cap = null, string? SumOf = null)
{
    /// <summary>What does not fit the kind.</summary>
    internal IEnumerable<(string Path, Sentence Problem)> Problems(EvidenceKind kind)
    {
        if (kind.Subject is not (EvidenceSubject.Branch or EvidenceSubject.Society))
        {
            yield return ("", new("Rules.FeedsOfOther", [("subject", kind.Subject)]));
        }

        if (SumOf is { } summed && kind.Field(summed) is not { IsNumber: true })
        {
            yield return (".sumOf", new("Rules.SumOfNoNumber", [("name", summed)]));
        }
    }

    /// <summary>What does not fit the scheme of the assessment, with paths from the section <c>evidence</c>.</summary>
    /// <param name="pointsOf">Points that an item can give, by its code.</param>
    /// <param name="suggested">Items that other records suggest points for.</param>
    public static IEnumerable<(string Path, Sentence Problem)> Problems(
        EvidenceRules rules,
        IReadOnlyDictionary<string, decimal> pointsOf,
        IReadOnlyList<string> suggested
    ) => rules.Kinds.SelectMany((kind, i) => kind.Feeds?.Problems($".kinds[{i}].feeds", pointsOf, suggested) ?? []);

    private IEnumerable<(string Path, Sentence Problem)> Problems(
        string path,
        IReadOnlyDictionary<string, decimal> pointsOf,
        IReadOnlyList<string> suggested
    )
    {
        if (!pointsOf.TryGetValue(Item, out var most))
        {
            yield return ($"{path}.item", new("Rules.NoItem", [("code", Item)]));
            yield break;
        }

        if (suggested.Contains(Item))
        {
            yield return ($"{path}.item", new("Rules.FeedsTwice", [("code", Item)]));
        }

        if (Points.Value > most)
        {
            yield return ($"{path}.points.value", new("Rules.FeedsTooMuch", [("code", Item), ("maximum", most)]));
        }

        if (Cap?.Value > most)
        {
            yield return ($"{path}.cap.value", new("Rules.FeedsTooMuch", [("code", Item), ("maximum", most)]));
        }
    }
}
