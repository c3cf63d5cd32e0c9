namespace SocietyParty.Rules.Organizations;

/// <summary>What is known of a society that is to be cancelled.</summary>
/// <param name="FoundedOn">Null: nobody knows since when it is there.</param>
/// <param name="Was">The cancellation that stands; null: none does.</param>
/// <param name="Branches">Its party organizations that are not dissolved on the day.</param>
public sealed record CancellationFacts(DateOnly? FoundedOn, DateOnly? Was, DateOnly CancelledOn, IReadOnlyList<string> Branches);

/// <summary>
/// A society is there from its founding to its cancellation, the first day without it. The registration office cancels a society whatever
/// its party organization does: one that is left is a warning, and no refusal.
/// </summary>
public static class SocietyDays
{
    /// <summary>Null where a society may be founded on the day; <paramref name="cancelledOn"/>: null while it is there.</summary>
    public static Breach? Founded(DateOnly? foundedOn, DateOnly? cancelledOn) =>
        foundedOn >= cancelledOn ? new("FOUNDED_AFTER_CANCELLATION", [("cancelledOn", cancelledOn)], null, Path: ["foundedOn"]) : null;

    public static IEnumerable<Breach> Cancelled(CancellationFacts facts)
    {
        if (facts.Was is { } was)
        {
            yield return new("SOCIETY_CANCELLED_ALREADY", [("cancelledOn", was)], null, Path: ["society"]);
            yield break;
        }

        if (facts.CancelledOn <= facts.FoundedOn)
        {
            yield return new("CANCELLED_BEFORE_FOUNDING", [("foundedOn", facts.FoundedOn)], null, Path: ["cancelledOn"]);
            yield break;
        }

        foreach (var branch in facts.Branches)
        {
            yield return new("CANCELLED_SOCIETY_HAS_BRANCH", [("branch", branch)], null, Severity.Warning, "society");
        }
    }

    /// <summary>
    /// Null where a society may be said to be cancelled or not: a cancellation has a day, and what has one is cancelled until it is
    /// restored.
    /// </summary>
    /// <param name="isCancelled">What an input or a row says; null: nothing.</param>
    /// <param name="wasCancelled">What is known: lists of before days were kept name none.</param>
    /// <param name="cancelledOn">The day that is known, or comes with it.</param>
    public static Breach? State(bool? isCancelled, bool wasCancelled, DateOnly? cancelledOn) =>
        isCancelled switch
        {
            true when cancelledOn is null && !wasCancelled => new("CANCELLED_WITHOUT_DAY", [], null, Path: ["operatingState"]),
            false when cancelledOn is not null => new(
                "CANCELLED_SOCIETY_RUNS",
                [("cancelledOn", cancelledOn)],
                null,
                Path: ["operatingState"]
            ),
            _ => null,
        };

    public static Breach? Restored(DateOnly? cancelledOn) =>
        cancelledOn is null ? new("SOCIETY_NOT_CANCELLED", [], null, Path: ["society"]) : null;
}
