using System.Collections.Immutable;
using System.Text.Json;
using Microsoft.Extensions.Caching.Memory;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.Execution.Cost;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.Validation;
using SocietyParty.Service.Access;
using SocietyParty.Service.Options;
using SocietyParty.Service.Queries.Answers;
using SocietyParty.Service.Queries.Replicas;
using SocietyParty.Service.Telemetry;
using SocietyParty.Service.Trust;
using SocietyParty.Sql.Planning;
using SocietyParty.Sql.Planning.Values;
using SocietyParty.Sql.Plans;
using SocietyParty.Sql.Writing;

namespace SocietyParty.Service.Queries;

/// <summary>
/// One query, stage by stage: parse, validate, coerce, bind, cost, plan, write, run. Names and times every stage (activity source
/// <see cref="ActivityName"/>); no stage calls back. Everything before the run is kept by document, operation and the shape of the
/// variables.
/// </summary>
public sealed class QueryPipeline(
    GraphQLSchema schema,
    QueryPlanner planner,
    StatementRunner runner,
    ServiceOptions options,
    TrustedDocuments trusted
) : IDisposable
{
    public const string ActivityName = ServiceSource.Name;

    // What is kept weighs by its length, so that a few enormous ones cannot fill the memory.
    private const int CharactersPerEntry = 4_096;

    private readonly MemoryCache documents = new(new MemoryCacheOptions { SizeLimit = options.Http.DocumentsCachedMax });
    private readonly FieldPlans fields = new(planner);
    private readonly MemoryCache plans = new(new MemoryCacheOptions { SizeLimit = options.Http.PlansCachedMax });

    public GraphQLSchema Schema => schema;

    /// <summary>Everything up to the statement; nothing reaches the database.</summary>
    public Outcome<PreparedQuery> Prepare(GraphQLRequest request)
    {
        var prepared = PrepareAll(request);
        var most = options.Validation.ErrorsMax;
        return EngineWords.In(prepared.Errors.Length > most ? prepared.Errors[..most] : prepared, request.Language);
    }

    private Outcome<PreparedQuery> PrepareAll(GraphQLRequest request)
    {
        var parsed = Document(request);
        if (!parsed.TryGet(out var document))
        {
            return parsed.Errors;
        }

        var selected = OperationSelection.Select(document, request.OperationName);
        if (!selected.TryGet(out var operation))
        {
            return selected.Errors;
        }

        if (operation.Kind == OperationType.Mutation && !options.Switches.Mutations)
        {
            return new GraphQLError(
                "SP-MUTATION-001",
                "This service only reads: it was started with Switches:Mutations=false.",
                [operation.Location]
            );
        }

        var coerced = Stage("coerce", () =>
            VariableCoercion.Coerce(
                schema,
                document,
                operation,
                request.Variables,
                options.Switches.Introspection,
                options.Validation.ErrorsMax,
                GlobalId.KindOf
            )
        );
        if (!coerced.TryGet(out var variables))
        {
            return coerced.Errors;
        }

        variables = variables.In(request.Language == Rules.Sentences.Language.Chinese ? "zh" : "en");
        var planned = Planned(document, request, variables);
        var values = planned.TryGet(out var plan) ? plan.Statement.Read(variables) : planned.Errors;
        ImmutableArray<GraphQLError> failures = [];
        if (plan is null || !values.TryGet(out var read))
        {
            if (operation.Kind != OperationType.Query)
            {
                return values.Errors;
            }

            var partly = Partly(document, request, variables, values.Errors);
            if (!partly.TryGet(out var rest))
            {
                return partly.Errors;
            }

            (plan, failures) = (rest.Plan, rest.Failures);
            read = plan.Statement.Read(variables).Value;
        }

        // What is read after a change must be readable before anything is changed.
        foreach (var change in plan.Changes)
        {
            if (change.Payload.Read(variables) is { Errors: { IsEmpty: false } unreadable })
            {
                return unreadable;
            }
        }

        var cost = plan.Cost.Evaluate(variables);
        if (CostCheck.Check(cost, options.Cost, plan.Operation, variables) is { } tooMuch)
        {
            return tooMuch;
        }

        return new PreparedQuery(plan, variables, read)
        {
            Cost = cost,
            // One a field at the least, for each null has its reason.
            Failures = failures.Length > options.Validation.ErrorsMax ? [.. failures.DistinctBy(failure => failure.Path[0])] : failures,
            OnError = request.OnError,
            Access = request.Access,
            Point = request.Point,
            Document = request.Query.Length > 0 ? request.Query : request.Reference?.Id,
            Language = request.Language,
            Name = operation.Name?.Value,
        };
    }

    /// <summary>What of a query can be answered though something is wrong with a field of it; else what is wrong.</summary>
    private Outcome<PartlyPlanned> Partly(
        Document document,
        GraphQLRequest request,
        CoercedVariables variables,
        ImmutableArray<GraphQLError> wrong
    )
    {
        var bound = Bound(document, request.OperationName, variables);
        if (!bound.TryGet(out var costed))
        {
            return bound.Errors;
        }

        var planned = fields.Without(costed.Operation, variables, request.OnError, wrong, FieldPlans.ScopeOf(request.Access));
        return planned.TryGet(out var plan)
            ? new PartlyPlanned(new PlannedOperation(costed.Operation, plan.Statement, costed.Cost), plan.Failures)
            : planned.Errors;
    }

    /// <summary>One root field of a query by itself, for who must know which of several the database refuses.</summary>
    public PreparedQuery Alone(PreparedQuery query, SelectedField field)
    {
        var statement = fields.Of(query.Plan.Operation, field, query.Variables, FieldPlans.ScopeOf(query.Access)).Value;
        var operation = query.Plan.Operation with { Fields = [field] };
        return query with
        {
            Plan = query.Plan with { Operation = operation, Statement = statement },
            Values = statement.Read(query.Variables).Value,
            Failures = [],
        };
    }

    /// <summary>
    /// Runs what was prepared and writes the whole response while it arrives. Failures of the database throw; until the sink has
    /// sent something, another response can be given instead.
    /// </summary>
    /// <param name="extensions">Writes properties of <c>extensions</c>; null leaves it out.</param>
    /// <param name="snapshot">Whose state is read; null for the state of this moment.</param>
    public async Task RunAsync(
        PreparedQuery query,
        IAnswerSink sink,
        CancellationToken ct,
        Action<Utf8JsonWriter>? extensions = null,
        StatementSnapshot? snapshot = null
    )
    {
        using var stage = StageSpan.Start("run");
        var answer = new AnswerWriter(schema, query, sink);
        if (query.Plan.Statement.Columns.IsEmpty)
        {
            await answer.WriteAsync(null, extensions, ct);
        }
        else if (snapshot is not null)
        {
            await snapshot.RunAsync(query.Plan.Statement, query.Values, reader => answer.WriteAsync(reader, extensions, ct), ct);
        }
        else
        {
            await runner.RunAsync(query, reader => answer.WriteAsync(reader, extensions, ct), ct);
        }
    }

    /// <summary>The value of the one root field that <see cref="Alone"/> left, as JSON; a refusal of the database throws.</summary>
    public static async Task<ReadOnlyMemory<byte>> ValueAsync(
        GraphQLSchema schema,
        PreparedQuery alone,
        StatementSnapshot snapshot,
        CancellationToken ct
    )
    {
        var sink = new MemorySink();
        var answer = new AnswerWriter(schema, alone, sink);
        await snapshot.RunApartAsync(alone.Plan.Statement, alone.Values, reader => answer.WriteOnlyAsync(reader, ct), ct);
        return sink.Written;
    }

    /// <summary>All rows of the one list that has this key in the response, without a page's cut.</summary>
    public ListStatement ListOf(PreparedQuery query, string key) =>
        ListWriter.Write(planner.Plan(query.Plan.Operation, FieldPlans.ScopeOf(query.Access)).Value, key);

    /// <summary>For <see cref="RunAsync"/>: what several queries see as one state.</summary>
    public Task<StatementSnapshot> OpenSnapshotAsync(RequestAccess access, CancellationToken ct, ReadPoint point = default) =>
        runner.OpenSnapshotAsync(access, ct, point);

    public void Dispose()
    {
        documents.Dispose();
        plans.Dispose();
    }

    private Outcome<Document> Document(GraphQLRequest request)
    {
        var (text, reference) = (request.Query, request.Reference);
        if (reference is not null)
        {
            if (reference.IsApollo && text.Length > 0 && TrustedDocuments.Hash(text) != reference.Id)
            {
                return TrustErrors.OtherHash;
            }

            if (trusted.TryFind(reference, out var named))
            {
                return named.Document;
            }

            if (!reference.IsApollo)
            {
                return TrustErrors.NotFound(reference.Id);
            }

            if (text.Length == 0)
            {
                return TrustErrors.ApolloNotFound;
            }
        }

        if (trusted.TryFind(text, out var known))
        {
            return known.Document;
        }

        return options.Trusted.Only && !request.IsOwn ? TrustErrors.OnlyRegistered : Document(text);
    }

    private Outcome<Document> Document(string text)
    {
        if (documents.TryGetValue(text, out Document? known))
        {
            return known!;
        }

        var parsed = Stage("parse", () => Parser.Parse(text, options.Parser));
        if (!parsed.TryGet(out var document))
        {
            return parsed;
        }

        var errors = Stage("validate", () =>
            DocumentValidator.Validate(schema, document, limits: options.Validation, introspection: options.Switches.Introspection)
        );
        if (errors.Count > 0)
        {
            return errors.ToImmutableArray();
        }

        documents.Set(text, document, Entry(text.Length));
        return document;
    }

    private Outcome<PlannedOperation> Planned(Document document, GraphQLRequest request, CoercedVariables variables)
    {
        var key = (document, request.OperationName, variables.ShapeKey, FieldPlans.ScopeOf(request.Access));
        if (plans.TryGetValue(key, out PlannedOperation? known))
        {
            return known!;
        }

        var bound = Bound(document, request.OperationName, variables);
        if (!bound.TryGet(out var costed))
        {
            return bound.Errors;
        }

        var (operation, cost) = costed;
        var planned = Stage("plan", () => planner.Plan(operation, FieldPlans.ScopeOf(request.Access)));
        if (!planned.TryGet(out var plan))
        {
            return planned.Errors;
        }

        var written = Stage("write", () =>
            new PlannedOperation(operation, SqlWriter.Write(plan), cost, plan.Event)
            {
                Changes = [.. plan.Changes.Select(change => new PlannedChange(change.Field, SqlWriter.Write(change.Payload)))],
            }
        );
        plans.Set(
            key,
            written,
            Entry(written.Statement.Text.Length + written.Changes.Sum(change => change.Payload.Text.Length) + variables.ShapeKey.Length)
        );
        return written;
    }

    // What costs too much is not even planned.
    private Outcome<CostedOperation> Bound(Document document, string? operationName, CoercedVariables variables)
    {
        var bound = Stage("bind", () => OperationBinder.Bind(schema, document, operationName, variables, options.Binder));
        var costed = bound.TryGet(out var operation) ? Stage("cost", () => CostCompiler.Compile(operation)) : bound.Errors;
        if (operation is null || !costed.TryGet(out var cost))
        {
            return costed.Errors;
        }

        return CostCheck.Check(cost.Evaluate(variables), options.Cost, operation, variables) is { } tooMuch
            ? tooMuch
            : new CostedOperation(operation, cost);
    }

    private static MemoryCacheEntryOptions Entry(int characters) => new() { Size = 1 + (characters / CharactersPerEntry) };

    private static T Stage<T>(string name, Func<T> stage)
    {
        using var measured = StageSpan.Start(name);
        return stage();
    }
}
