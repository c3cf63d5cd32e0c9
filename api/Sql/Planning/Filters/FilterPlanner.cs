using System.Collections.Immutable;
using SocietyParty.GraphQL.Execution;
using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Planning.Context;
using SocietyParty.Sql.Planning.Rows;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Planning.Filters;

/// <summary><c>where</c> → conditions. An absent or null part restricts nothing.</summary>
internal sealed class FilterPlanner(PlanContext context)
{
    public Predicate Plan(InputValue? where, IReadOnlyDictionary<string, FieldMap> fields, string typeName, string alias, Scope scope)
    {
        if (where is not InputObject filter)
        {
            return Predicate.Always;
        }

        return AllOf.Of(
            filter.Fields.Select(field =>
                field.Name switch
                {
                    "and" => AllOf.Of(Items(field.Value).Select(item => Plan(item, fields, typeName, alias, scope))),
                    "not" => field.Value is InputObject inner ? new Not(Plan(inner, fields, typeName, alias, scope)) : Predicate.Always,
                    "or" => Any(Items(field.Value).Select(item => Plan(item, fields, typeName, alias, scope))),
                    _ => Field(field.Name, field.Value, fields[field.Name], typeName, alias, scope),
                }
            )
        );
    }

    private Predicate Field(string name, InputValue value, FieldMap map, string typeName, string alias, Scope scope)
    {
        if (value is not InputObject operations)
        {
            return Predicate.Always;
        }

        switch (map)
        {
            case EmbeddedMap embedded:
                return Plan(operations, embedded.Fields, typeName, alias, scope);
            case ToOneMap one:
                return new Exists(Related(one.TargetType, one.Path, operations, name, alias));
            case ToManyMap many:
                return AllOf.Of(operations.Fields.Select(operation => List(operation.Name, operation.Value, many, name, alias)));
            default:
                var (expression, type) = FieldExpressions.Of(map, name, alias, scope)
                    ?? throw new InvalidOperationException($"{typeName}.{name} can be filtered by contract, but not by its map.");
                var keyOf = map switch
                {
                    IdentityMap => typeName,
                    ReferenceMap reference => reference.TargetType,
                    _ => null,
                };
                return new OperationFilter(context.NodeTypes, expression, type, keyOf, map is ColumnMap { HasGrams: true }).Plan(
                    operations
                );
        }
    }

    private Predicate List(string operation, InputValue value, ToManyMap many, string name, string alias)
    {
        var related = Aliases.Of(alias, name);
        switch (operation)
        {
            case "any" when value is InputLeaf leaf:
                var expected = new Parameter(leaf.Source, Conversion.None, SqlType.Boolean, leaf.Location);
                return new ExistsIs(Scope.Related(alias, related, many.Path), new ParameterExpression(expected));
            case "some" when value is InputObject:
                return new Exists(Related(many.TargetType, many.Path, value, name, alias));
            case "none" when value is InputObject:
                return new Not(new Exists(Related(many.TargetType, many.Path, value, name, alias)));
            case "all" when value is InputObject:
                // All meet it: there is none that does not.
                return new Not(new Exists(Related(many.TargetType, many.Path, value, name, alias, negated: true)));
            default:
                return Predicate.Always;
        }
    }

    private RowSource Related(string typeName, JoinPath path, InputValue filter, string name, string alias, bool negated = false)
    {
        var related = Aliases.Of(alias, name);
        var rows = Scope.Related(alias, related, path);
        var scope = new Scope();
        var condition = Plan(filter, context.Map[typeName].Fields, typeName, related, scope);
        return rows with
        {
            Joins = rows.Joins.AddRange(scope.Joins),
            Where = AllOf.Of(rows.Where, negated ? new Not(condition) : condition),
        };
    }

    private static ImmutableArray<InputValue> Items(InputValue value) => value is InputList list ? list.Items : [];

    // An empty "or" restricts nothing, as in HotChocolate.
    private static Predicate Any(IEnumerable<Predicate> items) =>
        items.ToImmutableArray() is { IsEmpty: false } kept ? new AnyOf(kept) : Predicate.Always;
}
