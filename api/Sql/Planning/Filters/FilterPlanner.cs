using System.Collections.Immutable;
using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Planning.Context;
using SocietyParty.Sql.Planning.Rows;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Planning.Filters;

/// <summary>
/// <c>where</c> → conditions. Null for a field that can be missing asks for what has none; whatever else is absent or null is no
/// condition.
/// </summary>
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
                    "within" => Within(field.Value, typeName, alias),
                    _ => Field(field.Name, field.Value, fields[field.Name], typeName, alias, scope),
                }
            )
        );
    }

    private Predicate Field(string name, InputValue value, FieldMap map, string typeName, string alias, Scope scope)
    {
        if (value is not InputObject operations)
        {
            return value is InputNull && CanBeMissing(typeName, name) ? Missing(name, map, alias, scope) : Predicate.Always;
        }

        switch (map)
        {
            case EmbeddedMap embedded:
                return Plan(operations, embedded.Fields, typeName, alias, scope);
            case ToOneMap one:
                return ToOne(one, operations, name, alias);
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
                return new OperationFilter(context, expression, type, keyOf, map is ColumnMap { HasGrams: true }).Plan(operations);
        }
    }

    private bool CanBeMissing(string typeName, string name) =>
        context.Schema.Type(typeName) is ObjectType type && type.Field(name) is { Type.IsNonNull: false };

    private static Predicate Missing(string name, FieldMap map, string alias, Scope scope) =>
        map is ToOneMap one ? new Not(new Exists(Scope.Related(alias, Aliases.Of(alias, name), one.Path)))
        : FieldExpressions.Of(map, name, alias, scope) is var (expression, _) ? new IsNull(expression)
        : Predicate.Always;

    private Predicate ToOne(ToOneMap one, InputObject filter, string name, string alias)
    {
        var target = context.Map[one.TargetType];
        // The row holds the related thing's key: what asks for nothing but a tree needs no look at that thing.
        if (
            filter.Fields is [("within", InputLeaf within)]
            && one.Path.Steps is [{ DateRange: null, Flag: null } only]
            && only.Column == target.RequiredKey
        )
        {
            return Within(within, one.TargetType, new ColumnExpression(alias, only.PreviousColumn));
        }

        var identity = target.Fields.FirstOrDefault(field => field.Value is IdentityMap).Key;
        var found = MissingRelation.IsAll(filter, identity) ? null : new Exists(Related(one.TargetType, one.Path, filter, name, alias));
        if (!MissingRelation.IsAskedFor(filter, identity))
        {
            return found!;
        }

        var none = new Not(new Exists(Scope.Related(alias, Aliases.Of(alias, name), one.Path)));
        return found is null ? none : new AnyOf([none, found]);
    }

    private Predicate Within(InputValue value, string typeName, string alias) =>
        value is InputLeaf leaf ? Within(leaf, typeName, new ColumnExpression(alias, context.Map[typeName].RequiredKey)) : Predicate.Always;

    private IsWithin Within(InputLeaf leaf, string typeName, SqlExpression key) =>
        new(key, context.Map[typeName].Within!, OperationFilter.KeyOf(leaf, typeName, context));

    private Predicate List(string operation, InputValue value, ToManyMap many, string name, string alias)
    {
        var related = Aliases.Of(alias, name);
        switch (operation)
        {
            case "count" when value is InputObject operations:
                return Aggregated(AggregateFunction.Count, null, SqlType.Int, operations, many, related, alias);
            case "sum" or "avg" or "min" or "max" when value is InputObject fields:
                return AllOf.Of(
                    fields.Fields.Select(field =>
                        field.Value is InputObject operations
                            ? Aggregated(operation, field.Name, operations, many, related, alias)
                            : Predicate.Always
                    )
                );
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

    private Predicate Aggregated(string function, string field, InputObject operations, ToManyMap many, string related, string alias)
    {
        var scope = new Scope();
        var (expression, type) = FieldExpressions.Of(context.Map[many.TargetType].Fields[field], field, related, scope)
            ?? throw new InvalidOperationException($"{many.TargetType}.{field} can be aggregated by contract, but not by its map.");
        var known = AggregateTypes.FunctionOf(function);
        return Aggregated(known, (expression, scope), AggregateTypes.Of(known, type), operations, many, related, alias);
    }

    private Predicate Aggregated(
        AggregateFunction function,
        (SqlExpression Expression, Scope Scope)? value,
        SqlType type,
        InputObject operations,
        ToManyMap many,
        string related,
        string alias
    )
    {
        var rows = Scope.Related(alias, related, many.Path);
        var joined = value is { } given ? rows with { Joins = rows.Joins.AddRange(given.Scope.Joins) } : rows;
        var aggregate = new AggregateExpression(new Aggregate(joined, function, value?.Expression));
        return new OperationFilter(context, aggregate, type, keyOf: null, hasGrams: false).Plan(operations);
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
