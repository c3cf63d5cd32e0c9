using System.Collections.Immutable;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Planning.Context;
using SocietyParty.Sql.Planning.Pages;
using SocietyParty.Sql.Planning.Roots;
using SocietyParty.Sql.Planning.Rows;
using SocietyParty.Sql.Planning.Selections;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Planning;

/// <summary>
/// A bound operation → what one statement has to answer. Depends on the operation alone, never on values: plans can be cached with
/// it.
/// </summary>
/// <param name="sendsRows">False for one row an answer, always: the same answer by other means, to compare with.</param>
public sealed class QueryPlanner(Schema schema, GraphMap map, QueryLimits limits, bool sendsRows = true)
{
    /// <param name="scope">Whose rows policies let the caller see.</param>
    public Outcome<QueryPlan> Plan(BoundOperation operation, PlanScope scope = PlanScope.Everything)
    {
        var context = new PlanContext(schema, map, limits) { Scope = scope };
        var selections = new SelectionPlanner(context);
        if (operation.Fields.Length > limits.RootFieldsMax)
        {
            context.Fail(
                "SP-LIMIT-002",
                $"The operation has {operation.Fields.Length} root fields, more than {limits.RootFieldsMax}. Ask for the rest in "
                    + "another operation.",
                operation.Fields[limits.RootFieldsMax].Location
            );
        }
        else if (operation.Kind == OperationType.Subscription)
        {
            return new SubscriptionPlanner(context, selections).Plan(operation);
        }
        else if (operation.Kind == OperationType.Mutation)
        {
            return Changes(operation, context, selections);
        }
        else
        {
            return Roots(operation, context, selections);
        }

        return context.Errors;
    }

    private static Outcome<QueryPlan> Changes(BoundOperation operation, PlanContext context, SelectionPlanner selections)
    {
        var changes = new PayloadPlanner(context, selections, field => Root(field, context, selections)).Plan(operation);
        return context.Errors.IsEmpty ? new QueryPlan([]) { Changes = changes, Checked = context.Checked } : context.Errors;
    }

    private Outcome<QueryPlan> Roots(BoundOperation operation, PlanContext context, SelectionPlanner selections)
    {
        // The engine answers __typename, __schema and __type itself, and the service what it computes.
        var roots = operation
            .Fields.Where(field => !field.IsMeta && !ServiceFields.Has(field))
            .Select(field => new JsonMember(field.ResponseKey, Root(field, context, selections)))
            .ToImmutableArray();
        return context.Errors.IsEmpty
            ? new QueryPlan(sendsRows ? SentRowsPlanner.Apply(roots) : roots) { Checked = context.Checked }
            : context.Errors;
    }

    private static JsonValue Root(SelectedField field, PlanContext context, SelectionPlanner selections)
    {
        switch (field.Field.Name)
        {
            case "coverage":
                return new CoveragePlanner(context, selections.Connections).Plan(field, depth: 1);
            case "scores":
                return selections.Questions.Scores(field, depth: 1);
            case "register":
                return selections.Questions.Register(field, depth: 1);
            case "warehouse":
                return new RowPlanner(context, selections).Only(field, depth: 1);
            case "indicator":
                return new RowPlanner(context, selections).By(field, "id", depth: 1);
            case "nodes":
                return new NodePlanner(context, selections).PlanAll(field, depth: 1);
            case var _ when field.Argument("id") is InputLeaf:
                return new NodePlanner(context, selections).Plan(field, depth: 1);
            case var _ when field.Argument("code") is InputLeaf:
                return new RowPlanner(context, selections).By(field, "code", depth: 1);
            default:
                var target = context.Map[RowTypeOf(field)];
                var rows = AsOf.Rows(field, target, new FromTable(target.Table, Aliases.Of("", field.ResponseKey)));
                return selections.Connections.Plan(field, target, new RowSource(rows, [], context.Path(rows)), depth: 1);
        }
    }

    // A connection's type carries its rows' type in "nodes".
    private static string RowTypeOf(SelectedField field) =>
        ((ObjectType)field.Field.Type.Named).Field("nodes")?.Type.Named.Name
        ?? throw new InvalidOperationException($"Query.{field.Field.Name} is no connection, and nothing plans it.");
}
