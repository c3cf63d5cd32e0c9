using System.Collections.Immutable;
using System.Globalization;
using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Writing;

/// <summary>Expressions, conditions and sources as SQL.</summary>
internal sealed class ExpressionWriter(SqlText sql)
{
    public SourceWriter Sources => new(sql, this);

    public void Expression(SqlExpression expression)
    {
        switch (expression)
        {
            case ColumnExpression column:
                sql.Column(column.Alias, column.Column);
                break;
            case ParameterExpression parameter:
                sql.Parameter(parameter.Parameter);
                break;
            case NullExpression none:
                sql.Add("NULL::").Add(TypeName(none.Type));
                break;
            case NumberExpression number:
                sql.Add(number.Value.ToString(CultureInfo.InvariantCulture));
                break;
            case CallExpression call:
                sql.Add("(SELECT ").Add(call.Function).Add("(");
                Expression(call.Argument);
                sql.Add("))");
                break;
            case FallbackExpression fallback:
                sql.Add("coalesce(");
                Expression(fallback.Inner);
                sql.Add(", ").Literal(fallback.Fallback).Add(")");
                break;
            case LocalizedExpression localized:
                sql.Add("CASE ").Parameter(localized.Language);
                sql.Add(" WHEN 'zh' THEN ");
                Expression(localized.Chinese);
                sql.Add(" ELSE ");
                Expression(localized.English);
                sql.Add(" END");
                break;
            case RatioExpression ratio:
                sql.Add("trim_scale(round(");
                Expression(ratio.Numerator);
                sql.Add("::numeric / nullif(");
                Expression(ratio.Denominator);
                sql.Add(", 0), 6))");
                break;
            case DatePartExpression { Part: DatePart.Year } year:
                sql.Add("extract(year FROM ");
                Expression(year.Date);
                sql.Add(")::int");
                break;
            case DatePartExpression month:
                // Through a timestamp without a zone: a day has none.
                sql.Add("date_trunc('month', ");
                Expression(month.Date);
                sql.Add("::timestamp)::date");
                break;
            case MaximumExpression maximum:
                sql.Add("(SELECT max(").Column(maximum.Rows.From.Alias, maximum.Column).Add(")");
                Sources.From(maximum.Rows);
                sql.Add(")");
                break;
            case FirstExpression first:
                sql.Add("(SELECT ").Column(first.Rows.From.Alias, first.Column);
                Sources.From(first.Rows);
                sql.Line().Add("ORDER BY ").Column(first.Rows.From.Alias, first.Column).Add(" DESC").Line().Add("LIMIT 1)");
                break;
            case AggregateExpression aggregate:
                new AggregateWriter(sql, this).Scalar(aggregate.Aggregate);
                break;
            default:
                throw new NotSupportedException(expression.GetType().Name);
        }
    }

    public void Condition(Predicate predicate, bool isTop = false)
    {
        switch (predicate)
        {
            case AllOf { Items.IsEmpty: true }:
                sql.Add("true");
                break;
            case AllOf all:
                Group(all.Items, " AND ", isTop);
                break;
            case AnyOf any:
                Group(any.Items, " OR ", isTop: false);
                break;
            case Not { Inner: Exists exists }:
                sql.Add("NOT ");
                Condition(exists);
                break;
            case Not not:
                sql.Add("(");
                Condition(not.Inner);
                sql.Add(") IS NOT TRUE");
                break;
            case Compare { Comparison: Comparison.HasGrams } compare:
                sql.Add(TextGrams.Function).Add("(");
                Expression(compare.Left);
                sql.Add(") @> ");
                Expression(compare.Right);
                break;
            case Compare compare:
                Expression(compare.Left);
                sql.Add(Operator(compare.Comparison));
                Expression(compare.Right);
                sql.Add(compare.Comparison == Comparison.InArray ? ")" : "");
                break;
            case IsNull isNull:
                Expression(isNull.Inner);
                sql.Add(" IS NULL");
                break;
            case IsWithin within:
                Expression(within.Key);
                // The cast tells an array from a query's rows.
                sql.Add(" = ANY ((SELECT ").Add(within.Function).Add("(");
                Expression(within.Of);
                sql.Add("))::bigint[])");
                break;
            case IsInScope scoped:
                sql.Column(scoped.Alias, scoped.Column).Add(" >= ").Add(Border(1));
                sql.Add(" AND ").Column(scoped.Alias, scoped.Column).Add(" < ").Add(Border(2));
                break;
            case IsOfScope scoped:
                sql.Column(scoped.Alias, scoped.Column).Add(" = ANY ((SELECT graph.committees_in_scope())::bigint[])");
                break;
            case IsTrue isTrue:
                Expression(isTrue.Inner);
                break;
            case HoldsOn holds:
                // IS TRUE keeps the planner from the range's GiST index: a B-tree finds the few periods of one thing three times as fast.
                sql.Add("(");
                Expression(holds.Range);
                sql.Add(" @> ");
                if (holds.Day is null)
                {
                    // Not as a subquery: over that PostgreSQL does not find its way back through an index.
                    sql.Add("graph.today()");
                }
                else
                {
                    sql.Parameter(holds.Day);
                }

                sql.Add(") IS TRUE");
                break;
            case Exists exists:
                Exists(exists.Rows);
                break;
            case ExistsIs exists:
                Exists(exists.Rows);
                sql.Add(" = ");
                Expression(exists.Expected);
                break;
            case Behind behind:
                new OrderWriter(sql, this).Behind(behind);
                break;
            default:
                throw new NotSupportedException(predicate.GetType().Name);
        }
    }

    // A subquery is asked once a statement; of a range the planner thinks that it is narrow, and begins at the index.
    private static string Border(int number) =>
        string.Create(CultureInfo.InvariantCulture, $"(SELECT (nullif(current_setting('sp.scope', true), '')::bigint[])[{number}])");

    private void Group(ImmutableArray<Predicate> items, string separator, bool isTop)
    {
        sql.Add(isTop ? "" : "(");
        sql.Each(items, separator, item => Condition(item));
        sql.Add(isTop ? "" : ")");
    }

    private void Exists(RowSource rows)
    {
        sql.Add("EXISTS (").Indent().Line().Add("SELECT");
        Sources.From(rows);
        sql.Outdent().Line().Add(")");
    }

    private static string Operator(Comparison comparison) =>
        comparison switch
        {
            Comparison.Equal => " = ",
            Comparison.NotDistinct => " IS NOT DISTINCT FROM ",
            Comparison.Less => " < ",
            Comparison.LessOrEqual => " <= ",
            Comparison.Greater => " > ",
            Comparison.GreaterOrEqual => " >= ",
            Comparison.Like => " LIKE ",
            Comparison.InArray => " = ANY (",
            _ => throw new NotSupportedException(comparison.ToString()),
        };

    internal static string TypeName(SqlType type) =>
        type switch
        {
            SqlType.Key or SqlType.Long => "bigint",
            SqlType.Int => "int",
            SqlType.Numeric => "numeric",
            SqlType.Real => "double precision",
            SqlType.Date => "date",
            SqlType.Timestamp => "timestamptz",
            SqlType.Boolean => "boolean",
            SqlType.Json => "jsonb",
            _ => "text",
        };
}
