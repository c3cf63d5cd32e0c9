using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.Execution.Cost;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Service.Queries;

/// <summary>A planned operation with one request's values.</summary>
public sealed record PreparedQuery(PlannedOperation Plan, CoercedVariables Variables, ParameterValue[] Values)
{
    public OperationCost Cost { get; init; }

    /// <summary>Who asks.</summary>
    public string Actor { get; init; } = Actors.Unknown;

    /// <summary>The operation's name in its document; null where it has none.</summary>
    public string? Name { get; init; }

    /// <summary>The subscription's selection for one event.</summary>
    public PreparedQuery For(IReadOnlyDictionary<string, object?> happened)
    {
        var variables = Variables.For(happened);
        // Whatever of the request could be wrong was read when it was prepared.
        return this with { Variables = variables, Values = Plan.Statement.Read(variables).Value };
    }
}
