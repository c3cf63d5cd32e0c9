using System.Collections.Immutable;
using System.Text;
using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Planning;

namespace SocietyParty.Sql.Writing;

/// <summary>
/// JSON values as SQL expressions of type text, joined with <c>||</c>: measured 1.14 to 1.4 times as fast as
/// <c>json_build_object</c>, and without its limit of 100 arguments. Only <c>to_json</c> escapes text.
/// </summary>
internal sealed class JsonWriter(SqlText sql, ExpressionWriter expressions)
{
    public void Value(JsonValue value)
    {
        switch (value)
        {
            case JsonScalar scalar:
                Scalar(scalar);
                break;
            case JsonIdentity identity:
                sql.Add(identity.IsNullable ? "coalesce(" : "").Add("'\"' || encode(convert_to(").Literal(identity.TypeName + ":").Add(" || ");
                expressions.Expression(identity.Key);
                sql.Add(", 'UTF8'), 'base64') || '\"'").Add(identity.IsNullable ? ", 'null')" : "");
                break;
            case JsonConstant constant:
                sql.Literal($"\"{constant.Text}\"");
                break;
            case JsonObject obj:
                Object(obj);
                break;
            case JsonList list:
                List(list);
                break;
            case JsonSingle single:
                sql.Add("(").Indent().Line().Add("SELECT ");
                Value(single.Item);
                expressions.From(single.Rows);
                sql.Outdent().Line().Add(")");
                break;
            case JsonFirst first:
                sql.Add("coalesce(").Each(first.Alternatives, ", ", Value).Add(")");
                break;
            case JsonPage page:
                new PageWriter(sql, expressions, this).Page(page);
                break;
            default:
                throw new NotSupportedException(value.GetType().Name);
        }
    }

    /// <summary><c>'{"a":' || … || ',"b":' || … || '}'</c>; neighbouring constants become one.</summary>
    public void Members(IEnumerable<(string Key, Action Write, string? Constant)> members)
    {
        var constant = new StringBuilder("{");
        var isFirst = true;
        foreach (var (key, write, known) in members)
        {
            constant.Append(isFirst ? "\"" : ",\"").Append(key).Append("\":");
            isFirst = false;
            if (known is not null)
            {
                constant.Append(known);
                continue;
            }

            sql.Literal(constant.ToString()).Add(" || ");
            constant.Clear();
            write();
            sql.Add(" || ");
        }

        sql.Literal(constant.Append('}').ToString());
    }

    private void Object(JsonObject obj)
    {
        if (obj.NullIf is not null)
        {
            sql.Add("CASE WHEN ");
            expressions.Expression(obj.NullIf);
            sql.Add(" IS NULL THEN 'null' ELSE ");
        }

        Members(obj.Members.Select(member => (
            member.Key,
            (Action)(() => Value(member.Value)),
            member.Value is JsonConstant constant ? $"\"{constant.Text}\"" : null)));
        sql.Add(obj.NullIf is null ? "" : " END");
    }

    private void List(JsonList list)
    {
        sql.Add("(").Indent().Line().Add("SELECT '[' || coalesce(string_agg(");
        Value(list.Item);
        sql.Add(", ','");
        if (!list.Order.IsEmpty)
        {
            sql.Add(" ");
            new OrderWriter(sql, expressions).OrderBy(list.Order);
        }

        sql.Add("), '') || ']'");
        expressions.From(list.Rows);
        sql.Outdent().Line().Add(")");
    }

    private void Scalar(JsonScalar scalar)
    {
        sql.Add(scalar.IsNullable ? "coalesce(" : "");
        switch (scalar.Type)
        {
            // An enum's name and a date need quotes only; numbers and Booleans are JSON as they are.
            case SqlType.Text when scalar.IsPlain:
                sql.Add("'\"' || ");
                expressions.Expression(scalar.Expression);
                sql.Add(" || '\"'");
                break;
            case SqlType.Date:
                sql.Add("'\"' || ");
                expressions.Expression(scalar.Expression);
                sql.Add("::text || '\"'");
                break;
            case SqlType.Int or SqlType.Long or SqlType.Numeric or SqlType.Boolean:
                expressions.Expression(scalar.Expression);
                sql.Add("::text");
                break;
            default:
                sql.Add("to_json(");
                expressions.Expression(scalar.Expression);
                sql.Add(")::text");
                break;
        }

        sql.Add(scalar.IsNullable ? ", 'null')" : "");
    }
}
