using System.Collections.Immutable;

namespace SocietyParty.Sql.Plans;

/// <summary>What one statement has to answer: a value per root field that is not the engine's own.</summary>
/// <param name="Event">What a subscription listens to; null for any other operation.</param>
public sealed record QueryPlan(ImmutableArray<JsonMember> Roots, EventPlan? Event = null)
{
    /// <summary>Values that are read and refused where they are wrong, whether the statement uses them or not.</summary>
    public ImmutableArray<Parameter> Checked { get; init; } = [];

    /// <summary>A mutation's changes in their order, each with what is read after it; empty for any other operation.</summary>
    public ImmutableArray<ChangePlan> Changes { get; init; } = [];
}
