using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Planning.Context;
using SocietyParty.Sql.Planning.Rows;
using SocietyParty.Sql.Planning.Selections;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Planning.Roots;

/// <summary>A field that finds one thing by its code, which people know, unlike an identity → the row with that code.</summary>
internal sealed class CodePlanner(PlanContext context, SelectionPlanner selections)
{
    public JsonSingle Plan(SelectedField field, InputLeaf code, int depth)
    {
        var type = (ObjectType)field.Field.Type.Named;
        var map = context.Map[type.Name];
        var alias = Aliases.Of("", field.ResponseKey);
        var column = (ColumnMap)map.Fields["code"];
        var scope = new Scope();
        var item = selections.Object(field.Selections!, type, map.Fields, alias, scope, depth + 1);
        var where = new Compare(
            new ColumnExpression(alias, column.Column),
            Comparison.Equal,
            new ParameterExpression(new Parameter(code.Source, Conversion.None, column.Type, code.Location))
        );
        return new JsonSingle(new RowSource(new FromTable(map.Table, alias), scope.Joins, where), item);
    }
}
