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

    public static Breach? Restored(DateOnly? cancelledOn) =>
        cancelledOn is null ? new("SOCIETY_NOT_CANCELLED", [], null, Path: ["society"]) : null;
}
