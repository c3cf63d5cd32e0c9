using System.Collections.Immutable;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Planning.Context;
using SocietyParty.Sql.Planning.Rows;
using SocietyParty.Sql.Planning.Selections;
using SocietyParty.Sql.Planning.Values;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Planning.Roots;

/// <summary>
/// A subscription → what it listens to, and the statement that answers one event. What the event tells comes in as parameters, so the
/// statement is planned once for all events.
/// </summary>
internal sealed class SubscriptionPlanner(PlanContext context, SelectionPlanner selections)
{
    /// <summary>What a subscriber can ask for, with the type of its identity.</summary>
    private static readonly ImmutableArray<(string Argument, string Type)> Asked = [("committee", "Committee"), ("branch", "Branch")];

    public Outcome<QueryPlan> Plan(BoundOperation operation)
    {
        // Validation left one field, and no meta field.
        var field = operation.Fields.Single();
        var (value, filters) = field.Field.Name switch
        {
            "branchChanged" => (Changed(field, EventMap.BranchChange, EventMap.Branch), Filters(field)),
            "activityChanged" => (Changed(field, EventMap.ActivityChange, EventMap.Changed), Filters(field)),
            "assessmentChanged" => (Changed(field, EventMap.AssessmentChange, EventMap.Changed), Filters(field)),
            "dutiesChanged" => (Changed(field, EventMap.DutiesChange, EventMap.Changed), Filters(field)),
            "coverageLoaded" => (CoverageLoaded(field), []),
            var name => throw new InvalidOperationException($"Nothing plans Subscription.{name}."),
        };
        return context.Errors.IsEmpty
            ? new QueryPlan([new JsonMember(field.ResponseKey, value)], new EventPlan(field.Field.Name, filters))
            : context.Errors;
    }

    /// <param name="key">The event's value that says what changed.</param>
    private JsonSingle Changed(SelectedField field, IReadOnlyDictionary<string, FieldMap> map, string key)
    {
        var alias = Aliases.Of("", field.ResponseKey);
        var scope = new Scope();
        var item = selections.Object(field.Selections!, (ObjectType)field.Field.Type.Named, map, alias, scope, depth: 2);
        var row = new FromEvent([(key, Value(key, SqlType.Key, field)), (EventMap.Kind, Value(EventMap.Kind, SqlType.Text, field))], alias);
        return new JsonSingle(new RowSource(row, scope.Joins, Predicate.Always), item);
    }

    private JsonSingle CoverageLoaded(SelectedField field)
    {
        var map = context.Map["CoverageLoad"];
        var alias = Aliases.Of("", field.ResponseKey);
        var scope = new Scope();
        var item = selections.Object(field.Selections!, (ObjectType)field.Field.Type.Named, map.Fields, alias, scope, depth: 2);
        var where = new Compare(
            new ColumnExpression(alias, map.RequiredKey),
            Comparison.Equal,
            new ParameterExpression(Value(EventMap.Load, SqlType.Key, field))
        );
        return new JsonSingle(new RowSource(new FromTable(map.Table, alias), scope.Joins, where), item);
    }

    private ImmutableArray<EventFilter> Filters(SelectedField field)
    {
        var filters = ImmutableArray.CreateBuilder<EventFilter>();
        foreach (var (argument, type) in Asked)
        {
            if (field.Argument(argument) is InputLeaf id)
            {
                filters.Add(
                    new EventFilter(
                        argument,
                        new Parameter(id.Source, new KeyConversion(type, context.NodeTypes, OthersAreNull: false), SqlType.Key, id.Location)
                    )
                );
            }
        }

        return filters.ToImmutable();
    }

    private static Parameter Value(string name, SqlType type, SelectedField field) =>
        new(new EventSource(name), Conversion.None, type, field.Location);
}
