using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Writing;

/// <summary>
/// JSON values as SQL expressions of type text, joined with <c>||</c>: measured 1.14 to 1.4 times as fast as
/// <c>json_build_object</c>, and without its limit of 100 arguments. Only <c>to_json</c> escapes text.
/// </summary>
internal sealed class JsonWriter(SqlText sql, ExpressionWriter expressions)
{
    public void Value(JsonValue value)
    {
        var text = new Concatenation(sql);
        Add(text, value);
        text.End();
    }

    /// <summary>Adds a value to a text that goes on behind it.</summary>
    public void Add(Concatenation text, JsonValue value)
    {
        switch (value)
        {
            case JsonScalar scalar:
                Scalar(text, scalar);
                break;
            case JsonIdentity identity:
                Identity(text, identity);
                break;
            case JsonConstant constant:
                text.Constant($"\"{constant.Text}\"");
                break;
            case JsonObject { NullIf: null } obj:
                Members(text, obj.Members.Select(member => (member.Key, (Action<Concatenation>)(inner => Add(inner, member.Value)))));
                break;
            case JsonObject obj:
                text.Expression(() =>
                {
                    sql.Add("CASE WHEN ");
                    expressions.Expression(obj.NullIf!);
                    sql.Add(" IS NULL THEN 'null' ELSE ");
                    Value(obj with { NullIf = null });
                    sql.Add(" END");
                });
                break;
            case JsonSentPlace place:
                text.Expression(() => sql.Add("E'\\x01' || ").Column(place.PageAlias, PageRowsWriter.Row).Add(" || E'\\x01'"));
                break;
            default:
                text.Expression(() => Query(value));
                break;
        }
    }

    /// <summary><c>{"a":…,"b":…}</c></summary>
    public static void Members(Concatenation text, IEnumerable<(string Key, Action<Concatenation> Add)> members)
    {
        var before = "{\"";
        foreach (var (key, add) in members)
        {
            text.Constant($"{before}{key}\":");
            add(text);
            before = ",\"";
        }

        text.Constant(before == "{\"" ? "{}" : "}");
    }

    private void Identity(Concatenation text, JsonIdentity identity)
    {
        if (identity.IsNullable)
        {
            text.Expression(() => Add("coalesce('\"' || ", " || '\"', 'null')"));
        }
        else
        {
            text.Constant("\"").Expression(() => Add("", "")).Constant("\"");
        }

        // ASCII by the lexer's rule, and digits: nothing that the cast would read as an escape.
        void Add(string before, string behind)
        {
            sql.Add(before).Add("encode((").Literal(identity.TypeName + ":").Add(" || ");
            expressions.Expression(identity.Key);
            sql.Add(")::bytea, 'base64')").Add(behind);
        }
    }

    private void Query(JsonValue value)
    {
        switch (value)
        {
            case JsonList list:
                List(list);
                break;
            case JsonSingle single:
                sql.Add("(").Indent().Line().Add("SELECT ");
                Value(single.Item);
                expressions.Sources.From(single.Rows);
                sql.Outdent().Line().Add(")");
                break;
            case JsonFirst first:
                sql.Add("coalesce(").Each(first.Alternatives, ", ", Value).Add(first.IsItem ? ", 'null')" : ")");
                break;
            case JsonPage page:
                new PageWriter(sql, expressions, this).Page(page);
                break;
            default:
                throw new NotSupportedException(value.GetType().Name);
        }
    }

    private void List(JsonList list)
    {
        var orders = new OrderWriter(sql, expressions);
        sql.Add("(").Indent().Line().Add("SELECT '[' || coalesce(string_agg(");
        Value(list.Item);
        sql.Add(", ','");
        // Rows that come in order need no sort in the aggregate, which PostgreSQL cannot skip; joins may change the order.
        var comesInOrder = list.SelectionJoins.IsEmpty && !list.Order.IsEmpty;
        if (!list.Order.IsEmpty && !comesInOrder)
        {
            sql.Add(" ");
            orders.OrderBy(list.Order);
        }

        sql.Add("), '') || ']'");
        if (comesInOrder)
        {
            sql.Line().Add("FROM (").Indent().Line().Add("SELECT ").Name(list.Rows.From.Alias).Add(".*");
            expressions.Sources.From(list.Rows);
            sql.Line();
            orders.OrderBy(list.Order);
            sql.Outdent().Line().Add(") AS ").Name(list.Rows.From.Alias);
        }
        else
        {
            expressions.Sources.From(list.Rows, list.SelectionJoins);
        }

        sql.Outdent().Line().Add(")");
    }

    private void Scalar(Concatenation text, JsonScalar scalar)
    {
        // An enum's name and a date need quotes only; numbers and Booleans are JSON as they are.
        var isQuoted = scalar.Type == SqlType.Date || (scalar.Type == SqlType.Text && scalar.IsPlain);
        if (isQuoted && !scalar.IsNullable)
        {
            text.Constant("\"").Expression(() => Text(scalar)).Constant("\"");
            return;
        }

        text.Expression(() =>
        {
            sql.Add(scalar.IsNullable ? "coalesce(" : "");
            sql.Add(isQuoted ? "'\"' || " : "");
            Text(scalar);
            sql.Add(isQuoted ? " || '\"'" : "");
            sql.Add(scalar.IsNullable ? ", 'null')" : "");
        });
    }

    private void Text(JsonScalar scalar)
    {
        switch (scalar.Type)
        {
            case SqlType.Text when scalar.IsPlain:
                expressions.Expression(scalar.Expression);
                break;
            case SqlType.Date or SqlType.Int or SqlType.Long or SqlType.Numeric or SqlType.Boolean:
                expressions.Expression(scalar.Expression);
                sql.Add("::text");
                break;
            default:
                sql.Add("to_json(");
                expressions.Expression(scalar.Expression);
                sql.Add(")::text");
                break;
        }
    }
}
