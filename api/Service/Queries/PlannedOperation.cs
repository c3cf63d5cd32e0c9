using System.Collections.Immutable;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.Execution.Cost;
using SocietyParty.Sql.Plans;
using SocietyParty.Sql.Writing;

namespace SocietyParty.Service.Queries;

/// <summary>An operation with what it costs.</summary>
internal sealed record CostedOperation(BoundOperation Operation, CostExpression Cost);

/// <summary>An operation with its statement: what the cache keeps.</summary>
/// <param name="Event">What a subscription listens to, its statement answers one event; null for any other operation.</param>
public sealed record PlannedOperation(BoundOperation Operation, Statement Statement, CostExpression Cost, EventPlan? Event = null)
{
    /// <summary>A mutation's changes; its <c>Statement</c> is not run.</summary>
    public ImmutableArray<PlannedChange> Changes { get; init; } = [];
}
