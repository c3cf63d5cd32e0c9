using SocietyParty.Rules.Coverage;
using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.Coverage.Shared;

/// <summary>People are counted of staff and members alone (002 §2).</summary>
internal static class LedgerCounts
{
    public static void Check(ClarityAspect aspect, int? counted, MutationContext context)
    {
        if (counted is < 0 || (counted is not null && aspect is ClarityAspect.Operation or ClarityAspect.PersonInCharge))
        {
            context.Fail("COUNT_NOT_ASKED_FOR", [], "counted");
        }
    }
}
