using System.Collections.Immutable;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.Execution.Cost;
using SocietyParty.GraphQL.Language;
using SocietyParty.Rules.Sentences;
using SocietyParty.Service.Access;
using SocietyParty.Service.Queries.Replicas;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Service.Queries;

/// <summary>A planned operation with one request's values.</summary>
public sealed record PreparedQuery(PlannedOperation Plan, CoercedVariables Variables, ParameterValue[] Values)
{
    public OperationCost Cost { get; init; }

    /// <summary>Why some root fields are null; the plan's statement answers the others.</summary>
    public ImmutableArray<GraphQLError> Failures { get; init; } = [];

    /// <summary>What becomes of a field that fails and may not be null.</summary>
    public ErrorMode OnError { get; init; }

    /// <summary>Whether a root field is among those that are null.</summary>
    public bool Fails(SelectedField field) => Failures.Any(failure => Equals(failure.Path[0], field.ResponseKey));

    /// <summary>Who asks, in which role.</summary>
    public RequestAccess Access { get; init; } = RequestAccess.Nobody;

    /// <summary>The text that was sent, or the name of a registered document.</summary>
    public string? Document { get; init; }

    /// <summary>What the answer must not be older than.</summary>
    public ReadPoint Point { get; init; }

    /// <summary>In which language changes say what is wrong.</summary>
    public Language Language { get; init; }

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
