using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Planning.Context;
using SocietyParty.Sql.Planning.Rows;
using SocietyParty.Sql.Planning.Selections;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Planning.Roots;

/// <summary>A field that gives one row of its type's table, or null.</summary>
internal sealed class RowPlanner(PlanContext context, SelectionPlanner selections)
{
    /// <summary>The row that has a code, which people know, unlike an identity.</summary>
    /// <param name="name">The argument, and the field of the type that it is compared with.</param>
    public JsonSingle By(SelectedField field, string name, int depth)
    {
        var code = (InputLeaf)field.Argument(name)!;
        var column = (ColumnMap)context.Map[field.Field.Type.Named.Name].Fields[name];
        return Plan(
            field,
            alias => new Compare(
                new ColumnExpression(alias, column.Column),
                Comparison.Equal,
                new ParameterExpression(new Parameter(code.Source, Conversion.None, column.Type, code.Location))
            ),
            depth
        );
    }

    /// <summary>The one row of a table that has one.</summary>
    public JsonSingle Only(SelectedField field, int depth) => Plan(field, _ => Predicate.Always, depth);

    private JsonSingle Plan(SelectedField field, Func<string, Predicate> where, int depth)
    {
        var type = (ObjectType)field.Field.Type.Named;
        var map = context.Map[type.Name];
        var alias = Aliases.Of("", field.ResponseKey);
        var scope = new Scope();
        var item = selections.Object(field.Selections!, type, map.Fields, alias, scope, depth + 1);
        return new JsonSingle(new RowSource(new FromTable(map.Table, alias), scope.Joins, where(alias)), item);
    }
}
