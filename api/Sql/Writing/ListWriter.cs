using System.Collections.Immutable;
using SocietyParty.Sql.Mapping;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Writing;

/// <summary>
/// A planned page as all rows of its list: the same rows in the same order, without a cut, and their leaves as columns instead of JSON.
/// </summary>
public sealed class ListWriter
{
    private const string Rows = "list_rows";

    private readonly SqlText sql = new(asSettings: true);
    private readonly ExpressionWriter expressions;
    private readonly JsonWriter json;
    private readonly List<Action> columns = [];

    private ListWriter()
    {
        expressions = new ExpressionWriter(sql);
        json = new JsonWriter(sql, expressions);
    }

    /// <param name="plan">Of a query with one list of the key, at its root or in one thing, whose page has nodes.</param>
    /// <param name="key">The list's key in the response.</param>
    public static ListStatement Write(QueryPlan plan, string key)
    {
        var (around, page) = plan.Roots.SelectMany(root => Find(root, key, [])).Single();
        var writer = new ListWriter();
        var item = (ListObject)writer.Shape(page.Parts.OfType<NodesPart>().Single().Item);
        writer.Around(around, page);
        return new ListStatement(writer.sql.ToString(), writer.sql.Parameters, writer.columns.Count, item);
    }

    private static IEnumerable<(ImmutableArray<RowSource> Around, JsonPage Page)> Find(
        JsonMember member,
        string key,
        ImmutableArray<RowSource> around
    ) =>
        member.Value switch
        {
            JsonPage page when member.Key == key => [(around, page)],
            JsonPage page => page.Parts.OfType<GroupsPart>().Where(part => part.Key == key).Select(part => (around, part.Groups)),
            JsonSingle single => Find(member with { Value = single.Item }, key, around.Add(single.Rows)),
            JsonFirst first => first.Alternatives.SelectMany(one => Find(member with { Value = one }, key, around)),
            JsonObject { NullIf: null } obj => obj.Members.SelectMany(one => Find(one, key, around)),
            _ => [],
        };

    /// <summary>The list beside the one row whose list it is.</summary>
    private void Around(ImmutableArray<RowSource> around, JsonPage page)
    {
        if (around.IsEmpty)
        {
            Page(page);
            return;
        }

        sql.Line().Add("SELECT ").Name(Rows).Add(".*");
        expressions.Sources.From(around[0], beside: () =>
        {
            sql.Line().Add("CROSS JOIN LATERAL (").Indent();
            Around(around.RemoveAt(0), page);
            sql.Outdent().Line().Add(") AS ").Name(Rows);
        });
    }

    // The rows in a query of their own: the joins of the selection may have the names of theirs.
    private void Page(JsonPage page)
    {
        expressions.Sources.Shared(page);
        var alias = page.Rows.From.Alias;
        sql.Line().Add("SELECT").Indent();
        sql.Each(columns.Select((write, index) => (Write: write, Name: FormattableString.Invariant($"list_{index + 1}"))), ",", column =>
        {
            sql.Line();
            column.Write();
            sql.Add(" AS ").Name(column.Name);
        });
        sql.Outdent().Line().Add("FROM (").Indent().Line().Add("SELECT ").Name(alias).Add(".*");
        PageRowsWriter.Keys(sql, expressions, page, asText: false);
        expressions.Sources.From(page.Rows, page.OrderJoins);
        sql.Outdent().Line().Add(") AS ").Name(alias);
        expressions.Sources.Joins(page.SelectionJoins);
        sql.Line();
        new OrderWriter(sql, expressions).OrderBy([
            .. page.Order.Select((key, index) => key with { Expression = new ColumnExpression(alias, PageRowsWriter.KeyColumn(index)) }),
        ]);
    }

    private ListShape Shape(JsonValue value) =>
        value switch
        {
            JsonConstant constant => new ListConstant(constant.Text),
            JsonObject obj => Object(obj),
            JsonIdentity identity => new ListIdentity(Text(identity.Key), identity.TypeName),
            JsonScalar scalar => Leaf(scalar),
            _ => new ListDocument(Json(value)),
        };

    private ListObject Object(JsonObject obj)
    {
        ImmutableArray<(string, ListShape)> members = [.. obj.Members.Select(member => (member.Key, Shape(member.Value)))];
        return new ListObject(members, obj.NullIf is null ? null : NullColumn(obj, members));
    }

    // A column of the joined row that is never null in it tells by itself whether there is one.
    private int NullColumn(JsonObject obj, ImmutableArray<(string Key, ListShape Shape)> members)
    {
        var key = (ColumnExpression)obj.NullIf!;
        for (var index = 0; index < members.Length; index++)
        {
            switch (obj.Members[index].Value, members[index].Shape)
            {
                case (JsonScalar { IsNullable: false, Expression: ColumnExpression column }, ListLeaf leaf) when column.Alias == key.Alias:
                    return leaf.Column;
                case (JsonIdentity { IsNullable: false } identity, ListIdentity found) when identity.Key == key:
                    return found.Column;
            }
        }

        return Add(() =>
        {
            sql.Add("CASE WHEN ");
            expressions.Expression(key);
            sql.Add(" IS NOT NULL THEN '' END");
        });
    }

    private ListShape Leaf(JsonScalar scalar) =>
        scalar.Type switch
        {
            SqlType.Text => new ListLeaf(Text(scalar.Expression), scalar.IsPlain ? LeafForm.Plain : LeafForm.Text),
            SqlType.Date => new ListLeaf(Text(scalar.Expression), LeafForm.Plain),
            SqlType.Int or SqlType.Long or SqlType.Key or SqlType.Numeric or SqlType.Boolean => new ListLeaf(
                Text(scalar.Expression),
                LeafForm.Json
            ),
            SqlType.Json => new ListDocument(Json(scalar)),
            _ => new ListLeaf(Json(scalar with { IsNullable = false }), LeafForm.Json),
        };

    private int Text(SqlExpression expression) =>
        Add(() =>
        {
            expressions.Expression(expression);
            sql.Add("::text");
        });

    private int Json(JsonValue value) => Add(() => json.Value(value));

    private int Add(Action column)
    {
        columns.Add(column);
        return columns.Count - 1;
    }
}
