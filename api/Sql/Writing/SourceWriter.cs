using System.Collections.Immutable;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Writing;

/// <summary>Rows as SQL: what stands from FROM on.</summary>
internal sealed class SourceWriter(SqlText sql, ExpressionWriter expressions)
{
    /// <summary>FROM, joins and WHERE, each on a line of its own.</summary>
    /// <param name="beside">Writes what is joined behind all others; null for nothing.</param>
    public void From(RowSource rows, ImmutableArray<Join> moreJoins = default, Behind? place = null, Action? beside = null)
    {
        sql.Line().Add("FROM ");
        Item(rows.From);
        Joins(rows.Joins);
        Joins(moreJoins.IsDefault ? [] : moreJoins);
        beside?.Invoke();
        var where = place is null ? rows.Where : AllOf.Of(rows.Where, place);
        if (where is AllOf { Items.IsEmpty: true })
        {
            return;
        }

        sql.Line().Add("WHERE ");
        expressions.Condition(where, isTop: true);
    }

    /// <summary>WITH what a page reads several times; nothing where there is no such thing.</summary>
    public void Shared(JsonPage page)
    {
        if (page.Shared is not { } shared)
        {
            return;
        }

        sql.Add("WITH ").Name(shared.Alias).Add(" AS (").Indent();
        if (shared is FromGroups groups)
        {
            new GroupWriter(sql, expressions).Query(groups);
        }
        else
        {
            All((FromRows)shared);
        }

        sql.Outdent().Line().Add(")");
    }

    /// <summary>The rows as a query, without brackets and alias.</summary>
    private void All(FromRows rows)
    {
        sql.Line().Add("SELECT ").Name(rows.Rows.From.Alias).Add(".*");
        From(rows.Rows);
    }

    public void Joins(ImmutableArray<Join> joins)
    {
        foreach (var join in joins)
        {
            sql.Line().Add(join.IsInner ? "JOIN " : "LEFT JOIN ");
            if (join.LatestBy is not null)
            {
                Latest(join);
                continue;
            }

            if (join.Aggregate is null)
            {
                sql.Add(join.Table);
            }
            else
            {
                new AggregateWriter(sql, expressions).Lateral(join.Aggregate);
            }

            sql.Add(" AS ").Name(join.Alias).Add(" ON ");
            expressions.Condition(join.On, isTop: true);
        }
    }

    private void Latest(Join join)
    {
        sql.Add("LATERAL (")
            .Indent()
            .Line()
            .Add("SELECT *")
            .Line()
            .Add("FROM ")
            .Add(join.Table)
            .Add(" AS ")
            .Name(join.Alias)
            .Line()
            .Add("WHERE ");
        expressions.Condition(join.On, isTop: true);
        sql.Line().Add("ORDER BY ").Column(join.Alias, join.LatestBy!).Add(" DESC").Line().Add("LIMIT 1");
        sql.Outdent().Line().Add(") AS ").Name(join.Alias).Add(" ON true");
    }

    private void Item(FromItem item)
    {
        switch (item)
        {
            case FromTable table:
                sql.Add(table.Table).Add(" AS ").Name(table.Alias);
                break;
            case FromFunction function:
                sql.Add(function.Function).Add("(").Each(function.Arguments, ", ", expressions.Expression);
                sql.Add(") AS ").Name(function.Alias);
                break;
            case FromEvent row:
                sql.Add("(SELECT ");
                sql.Each(row.Columns, ", ", column =>
                    sql.Parameter(column.Value).Add("::").Add(ExpressionWriter.TypeName(column.Value.Type)).Add(" AS ").Name(column.Column)
                );
                sql.Add(") AS ").Name(row.Alias);
                break;
            case FromKeys keys:
                sql.Add("unnest(")
                    .Each(keys.Columns, ", ", column =>
                        sql.Parameter(column.Keys).Add("::").Add(ExpressionWriter.TypeName(column.Keys.Type)).Add("[]")
                    )
                    .Add(") WITH ORDINALITY AS ")
                    .Name(keys.Alias)
                    .Add(" (")
                    .Each([.. keys.Columns.Select(column => column.Column), FromKeys.Position], ", ", name => sql.Name(name))
                    .Add(")");
                break;
            case FromShared shared:
                sql.Name(shared.Alias);
                break;
            case FromGroups groups:
                sql.Add("(").Indent();
                new GroupWriter(sql, expressions).Query(groups);
                sql.Outdent().Line().Add(") AS ").Name(groups.Alias);
                break;
            default:
                throw new NotSupportedException(item.GetType().Name);
        }
    }
}
