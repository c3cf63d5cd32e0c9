using System.Collections.Immutable;

namespace SocietyParty.Sql.Plans;

/// <summary>What a subscription listens to.</summary>
/// <param name="Topic">Name of the root field.</param>
/// <param name="Filters">Only events that concern these things; none for every event.</param>
public sealed record EventPlan(string Topic, ImmutableArray<EventFilter> Filters);

/// <param name="Name">Name of the argument.</param>
/// <param name="Key">The key that is asked for.</param>
public sealed record EventFilter(string Name, Parameter Key);
