using System.Collections.Immutable;

namespace SocietyParty.Sql.Planning;

/// <summary>What one statement has to answer: a value per root field that is not the engine's own.</summary>
public sealed record QueryPlan(ImmutableArray<JsonMember> Roots);
