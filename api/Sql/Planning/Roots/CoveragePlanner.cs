using System.Collections.Immutable;
using SocietyParty.GraphQL.Execution;
using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Planning.Context;
using SocietyParty.Sql.Planning.Filters;
using SocietyParty.Sql.Planning.Groups;
using SocietyParty.Sql.Planning.Orders;
using SocietyParty.Sql.Planning.Pages;
using SocietyParty.Sql.Planning.Rows;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Planning.Roots;

/// <summary><c>Query.coverage</c> → groups of the coverage mart.</summary>
internal sealed class CoveragePlanner(PlanContext context, ConnectionPlanner connections)
{
    private readonly FilterPlanner filters = new(context);
    private readonly OrderPlanner orders = new(context);

    public JsonPage Plan(SelectedField field, int depth)
    {
        var map = context.Map.Coverage;
        var alias = field.ResponseKey;
        var by = ((InputList)field.Argument("by")!).Items.Cast<InputStructural>().Select(key => key.Value).Distinct().ToImmutableArray();

        var rows = Rows(field, Aliases.Of(alias, "rows"), by);
        var values = new GroupValues(context.Map, rows.From.Alias, new Scope(rows.Joins));
        var groups = new FromGroups(
            rows,
            [
                .. map
                    .Keys.OrderBy(key => key.Key, StringComparer.Ordinal)
                    .Select(key => new GroupColumn(
                        key.Value.Column,
                        by.Contains(key.Key) ? values.Of(key.Value.Source) : null,
                        key.Value.Type
                    )),
            ],
            [
                .. map.Measures.Select(measure => new GroupMeasure(
                    measure.Name,
                    measure.Function,
                    values.Of(measure.Source!),
                    measure.Type,
                    !by.IsEmpty ? null
                        : measure.Function == AggregateFunction.Sum ? new NumberExpression(0)
                        : OfRuleSet(field, alias, measure.Name)
                )),
            ],
            alias,
            by.IsEmpty ? OfRuleSet(field, alias, CoverageMart.LoadedAt) : null
        );
        var scope = new Scope();
        // Without keys there is one group; its month, which is null then, gives it a place for cursors.
        var keys = by.DefaultIfEmpty("MONTH")
            .Select(key => map.Keys[key])
            .Select(key => new OrderKey(new ColumnExpression(alias, key.Column), key.Type, Descending: false));
        var (order, signature) = orders.Plan(field.Argument("order"), map.Sort, map.Group.TypeName, alias, scope, keys);
        return connections.Page(
            field,
            new RowSource(groups, [], Predicate.Always),
            scope.Joins,
            order,
            $"{signature} by {string.Join(',', by)}",
            map.Group.Fields,
            depth
        );
    }

    // A group of nothing has the rule set's words, and the last load; before the first load there is no group.
    private MaximumExpression OfRuleSet(SelectedField field, string alias, string column)
    {
        var ruleSet = Aliases.Of(alias, "rule_set");
        return new(
            new RowSource(
                new FromTable(context.Map.Coverage.RuleSetsTable, ruleSet),
                [],
                RuleSet(field, ruleSet, CoverageMart.Code, CoverageMart.IsDefault)
            ),
            column
        );
    }

    private RowSource Rows(SelectedField field, string alias, ImmutableArray<string> by)
    {
        var map = context.Map.Coverage;
        var aggregate = map.Aggregate;
        var isEnough =
            context.Scope != PlanScope.Branches
            && by.All(key => aggregate.Keys.Contains(key))
            && FilteredBy(field.Argument("where")).All(name => aggregate.Filters.Contains(name));
        var scope = new Scope();
        var where = filters.Plan(field.Argument("where"), map.Filter, "CoverageFilterInput", alias, scope);
        var known = by.Contains("MONTH") ? Known(field, alias) : AllOf.Of(RuleSet(field, alias), InLatestMonth(field, alias));
        // A question for committees is a way of its own.
        var path = FilteredBy(field.Argument("where")).Contains("committee")
            ? Predicate.Always
            : context.PathByCommittee(alias, CoverageMart.Committee);
        return new RowSource(new FromTable(isEnough ? aggregate.Table : map.Table, alias), scope.Joins, AllOf.Of(known, where, path));
    }

    private static IEnumerable<string> FilteredBy(InputValue? where) =>
        where switch
        {
            InputObject filter => filter.Fields.SelectMany(part =>
                part.Name is "and" or "or" or "not" ? FilteredBy(part.Value) : [part.Name]
            ),
            InputList list => list.Items.SelectMany(FilteredBy),
            _ => [],
        };

    private Compare InLatestMonth(SelectedField field, string alias)
    {
        var latest = Aliases.Of(alias, "latest");
        // No default answer comes from a day to come.
        var known = field.Argument("asOf") is null
            ? AllOf.Of(Known(field, latest), new IsTrue(new ColumnExpression(latest, CoverageMart.HasCome)))
            : Known(field, latest);
        var months = new RowSource(new FromTable(context.Map.Coverage.MonthsTable, latest), [], known);
        return new Compare(
            new ColumnExpression(alias, CoverageMart.Month),
            Comparison.Equal,
            new FirstExpression(months, CoverageMart.Month)
        );
    }

    // What was known on the day that is asked for, under the rule set that is asked for.
    private static Predicate Known(SelectedField field, string alias) =>
        field.Argument("asOf") is InputLeaf day
            ? AllOf.Of(
                RuleSet(field, alias),
                new Compare(
                    new ColumnExpression(alias, CoverageMart.Month),
                    Comparison.LessOrEqual,
                    new CallExpression(
                        CoverageMart.KnownDay,
                        new ParameterExpression(new Parameter(day.Source, Conversion.None, SqlType.Date, day.Location))
                    )
                )
            )
            : RuleSet(field, alias);

    private static Predicate RuleSet(
        SelectedField field,
        string alias,
        string code = CoverageMart.RuleSetCode,
        string isDefault = CoverageMart.IsDefaultRuleSet
    ) =>
        field.Argument("ruleSet") is InputLeaf given
            ? new Compare(
                new ColumnExpression(alias, code),
                Comparison.Equal,
                new CallExpression(
                    CoverageMart.KnownRuleSet,
                    new ParameterExpression(new Parameter(given.Source, Conversion.None, SqlType.Text, given.Location))
                )
            )
            : new IsTrue(new ColumnExpression(alias, isDefault));
}
