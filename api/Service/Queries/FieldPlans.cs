using System.Collections.Immutable;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.Language;
using SocietyParty.Service.Access;
using SocietyParty.Sql.Planning;
using SocietyParty.Sql.Planning.Context;
using SocietyParty.Sql.Writing;

namespace SocietyParty.Service.Queries;

/// <summary>
/// The root fields of a query that can be answered, where some cannot: a wrong identity, cursor or page size fails the field that it is
/// given to, and no other (specification, section 6.4.4). Only asked when something is wrong, so nothing of it is kept.
/// </summary>
internal sealed class FieldPlans(QueryPlanner planner)
{
    // What is asked together is too much: that concerns no single field.
    private const string Limit = "SP-LIMIT";

    /// <summary>Whose rows statements are planned for.</summary>
    public static PlanScope ScopeOf(RequestAccess access) =>
        access.Class switch
        {
            AccessClass.Committee => PlanScope.Committee,
            AccessClass.Branch => PlanScope.Branches,
            _ => PlanScope.Everything,
        };

    /// <summary>The statement of one root field alone, or what is wrong with it, with its path.</summary>
    public Outcome<Statement> Of(BoundOperation operation, SelectedField field, CoercedVariables variables, PlanScope scope)
    {
        var planned = planner.Plan(operation with { Fields = [field] }, scope);
        if (!planned.TryGet(out var plan))
        {
            return At(field, planned.Errors);
        }

        var statement = SqlWriter.Write(plan);
        var values = statement.Read(variables);
        return values.Errors.IsEmpty ? statement : At(field, values.Errors);
    }

    /// <summary>
    /// The statement of the fields that are right, with the errors of the others. Only errors where a limit is broken, or where a wrong
    /// field may not be null: then there is nothing to answer.
    /// </summary>
    /// <param name="wrong">What is wrong with the whole.</param>
    /// <param name="scope">As for <see cref="QueryPlanner.Plan"/>.</param>
    public Outcome<FieldPlan> Without(
        BoundOperation operation,
        CoercedVariables variables,
        ErrorMode mode,
        ImmutableArray<GraphQLError> wrong,
        PlanScope scope
    )
    {
        var failures = ImmutableArray.CreateBuilder<GraphQLError>();
        var right = ImmutableArray.CreateBuilder<SelectedField>();
        var isNullable = true;
        foreach (var field in operation.Fields.Where(field => !field.IsMeta))
        {
            var alone = Of(operation, field, variables, scope);
            if (alone.Errors.IsEmpty)
            {
                right.Add(field);
                continue;
            }

            failures.AddRange(alone.Errors);
            isNullable &= mode == ErrorMode.Null || !field.Field.Type.IsNonNull;
        }

        if (failures.Count == 0 || wrong.Concat(failures).Any(failure => failure.Code.StartsWith(Limit, StringComparison.Ordinal)))
        {
            return wrong;
        }

        if (!isNullable)
        {
            return failures.ToImmutable();
        }

        var planned = planner.Plan(operation with { Fields = right.ToImmutable() }, scope);
        return planned.TryGet(out var plan) ? new FieldPlan(SqlWriter.Write(plan), failures.ToImmutable()) : planned.Errors;
    }

    private static ImmutableArray<GraphQLError> At(SelectedField field, ImmutableArray<GraphQLError> errors) =>
        [
            .. errors
                .Select(error =>
                    error with
                    {
                        Path = [field.ResponseKey],
                        Locations = error.Locations.IsDefaultOrEmpty ? [field.Location] : error.Locations,
                    }
                )
                .DistinctBy(error => (error.Code, error.Message, error.Locations[0])),
        ];
}

/// <param name="Statement">Of the fields that are right.</param>
/// <param name="Failures">Why the others are null, each with its path.</param>
internal sealed record FieldPlan(Statement Statement, ImmutableArray<GraphQLError> Failures);

/// <summary>The same of the whole operation.</summary>
internal sealed record PartlyPlanned(PlannedOperation Plan, ImmutableArray<GraphQLError> Failures);
