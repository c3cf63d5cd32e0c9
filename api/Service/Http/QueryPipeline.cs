using System.Collections.Immutable;
using System.Diagnostics;
using Microsoft.Extensions.Caching.Memory;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.GraphQL.Validation;
using SocietyParty.Sql.Planning;
using SocietyParty.Sql.Writing;

namespace SocietyParty.Service.Http;

/// <summary>
/// One query, stage by stage: parse, validate, coerce, bind, plan, write, run. Names and times every stage (activity source
/// <see cref="ActivityName"/>); no stage calls back. Everything before the run is kept by document, operation and the shape of the
/// variables.
/// </summary>
public sealed class QueryPipeline(GraphQLSchema schema, QueryPlanner planner, StatementRunner runner, HttpLimits limits) : IDisposable
{
    public const string ActivityName = "SocietyParty.Graph";

    private static readonly ActivitySource Activities = new(ActivityName);

    private readonly MemoryCache documents = new(new MemoryCacheOptions { SizeLimit = limits.DocumentsCachedMax });
    private readonly MemoryCache plans = new(new MemoryCacheOptions { SizeLimit = limits.PlansCachedMax });

    public GraphQLSchema Schema => schema;

    /// <summary>Everything up to the statement; nothing reaches the database.</summary>
    public Outcome<PreparedQuery> Prepare(GraphQLRequest request)
    {
        var parsed = Document(request.Query);
        if (!parsed.TryGet(out var document))
            return parsed.Errors;
        var selected = OperationSelection.Select(document, request.OperationName);
        if (!selected.TryGet(out var operation))
            return selected.Errors;
        var coerced = Stage("coerce", () => VariableCoercion.Coerce(schema, document, operation, request.Variables));
        if (!coerced.TryGet(out var variables))
            return coerced.Errors;
        var planned = Planned(document, request.OperationName, variables);
        if (!planned.TryGet(out var plan))
            return planned.Errors;
        var values = plan.Statement.Read(variables);
        return values.TryGet(out var read) ? new PreparedQuery(plan, variables, read) : values.Errors;
    }

    /// <summary>Runs what was prepared: the JSON of each root field of the statement. Failures of the database throw.</summary>
    public async Task<IReadOnlyList<ReadOnlyMemory<byte>?>> RunAsync(PreparedQuery query, CancellationToken ct)
    {
        using var activity = Activities.StartActivity("run");
        var statement = query.Plan.Statement;
        return statement.Columns.IsEmpty ? [] : await runner.RunAsync(statement, query.Values, ct);
    }

    public void Dispose()
    {
        documents.Dispose();
        plans.Dispose();
    }

    private Outcome<Document> Document(string text)
    {
        if (documents.TryGetValue(text, out Document? known))
            return known!;
        var parsed = Stage("parse", () => Parser.Parse(text));
        if (!parsed.TryGet(out var document))
            return parsed;
        var errors = Stage("validate", () => DocumentValidator.Validate(schema, document));
        if (errors.Count > 0)
            return errors.ToImmutableArray();
        documents.Set(text, document, new MemoryCacheEntryOptions { Size = 1 });
        return document;
    }

    private Outcome<PlannedOperation> Planned(Document document, string? operationName, CoercedVariables variables)
    {
        var key = (document, operationName, variables.ShapeKey);
        if (plans.TryGetValue(key, out PlannedOperation? known))
            return known!;
        var bound = Stage("bind", () => OperationBinder.Bind(schema, document, operationName, variables));
        if (!bound.TryGet(out var operation))
            return bound.Errors;
        var planned = Stage("plan", () => planner.Plan(operation));
        if (!planned.TryGet(out var plan))
            return planned.Errors;
        var written = new PlannedOperation(operation, Stage("write", () => SqlWriter.Write(plan)), plan.Event);
        plans.Set(key, written, new MemoryCacheEntryOptions { Size = 1 });
        return written;
    }

    private static T Stage<T>(string name, Func<T> stage)
    {
        using var activity = Activities.StartActivity(name);
        return stage();
    }
}

/// <summary>An operation with its statement: what the cache keeps.</summary>
/// <param name="Event">What a subscription listens to, its statement answers one event; null for any other operation.</param>
public sealed record PlannedOperation(BoundOperation Operation, Statement Statement, EventPlan? Event = null);

/// <summary>A planned operation with one request's values.</summary>
public sealed record PreparedQuery(PlannedOperation Plan, CoercedVariables Variables, ParameterValue[] Values)
{
    /// <summary>The subscription's selection for one event.</summary>
    public PreparedQuery For(IReadOnlyDictionary<string, object?> happened)
    {
        var variables = Variables.For(happened);
        // Whatever of the request could be wrong was read when it was prepared.
        return this with { Variables = variables, Values = Plan.Statement.Read(variables).Value };
    }
}
