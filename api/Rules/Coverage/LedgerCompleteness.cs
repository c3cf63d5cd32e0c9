namespace SocietyParty.Rules.Coverage;

/// <summary>五个清 How complete the ledger of a society is (002 §2, I17).</summary>
/// <param name="Clear">Aspects that are clear or not applicable.</param>
/// <param name="Asked">Aspects that the rule set asks for.</param>
public sealed record LedgerCompleteness(int Clear, int Asked, bool IsComplete)
{
    /// <param name="clear">Aspects that are entered and clear.</param>
    /// <param name="hasOrganization">Then no reason for having none is asked for.</param>
    public static LedgerCompleteness Of(IReadOnlySet<ClarityAspect> clear, bool hasOrganization, LedgerRule rules)
    {
        var count = rules.Aspects.Count(aspect => clear.Contains(aspect) || (aspect == ClarityAspect.UncoveredReason && hasOrganization));
        return new(count, rules.Aspects.Count, count >= rules.CompleteFrom.Value);
    }
}
