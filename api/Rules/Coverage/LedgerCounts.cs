namespace SocietyParty.Rules.Coverage;

/// <summary>五个摸清 What an entry of an aspect states (002 §2).</summary>
public static class LedgerCounts
{
    /// <summary>Null where the aspect is entered as it is, with a number only where one is asked for.</summary>
    public static Breach? Check(ClarityAspect aspect, int? counted) =>
        aspect == ClarityAspect.UncoveredReason ? Breach.OfInput("USE_UNCOVERED_REASON", [], "aspect") : Count(aspect, counted);

    /// <summary>As <see cref="Check"/>, of an entry that is there.</summary>
    public static Breach? Count(ClarityAspect aspect, int? counted) =>
        counted is < 0 || (counted is not null && aspect is ClarityAspect.Operation or ClarityAspect.PersonInCharge)
            ? Breach.OfInput("COUNT_NOT_ASKED_FOR", [], "counted")
            : null;
}
