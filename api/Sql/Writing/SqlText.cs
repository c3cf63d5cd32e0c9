using System.Collections.Immutable;
using System.Text;
using SocietyParty.Sql.Plans;

namespace SocietyParty.Sql.Writing;

/// <summary>
/// The text of a statement as it grows. Identifiers and constants come from the map, from the schema or from response keys (which
/// are names by the lexer's rule) and are quoted here; values only become parameters.
/// </summary>
/// <param name="asSettings">Parameters are read from settings: for a statement that takes none.</param>
internal sealed class SqlText(bool asSettings = false)
{
    private readonly StringBuilder text = new();
    private readonly List<Parameter> parameters = [];
    private int indent;

    public ImmutableArray<Parameter> Parameters => [.. parameters];

    public SqlText Add(string sql)
    {
        text.Append(sql);
        return this;
    }

    public SqlText Name(string identifier)
    {
        text.Append('"').Append(identifier.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        return this;
    }

    public SqlText Column(string alias, string column) => Name(alias).Add(".").Name(column);

    public SqlText Literal(string constant)
    {
        text.Append('\'').Append(constant.Replace("'", "''", StringComparison.Ordinal)).Append('\'');
        return this;
    }

    public SqlText Parameter(Parameter parameter)
    {
        var index = parameters.IndexOf(parameter);
        if (index < 0)
        {
            index = parameters.Count;
            parameters.Add(parameter);
        }

        if (asSettings)
        {
            // Computed once a statement, as a query; the cast behind it tells an array from a query's rows.
            var type = ExpressionWriter.TypeName(parameter.Type) + (parameter.IsArray ? "[]" : "");
            var setting = ListStatement.Setting(index + 1);
            text.Append($"(SELECT substr(nullif(current_setting('{setting}'), ''), {ListStatement.Mark.Length + 1})::{type})::{type}");
            return this;
        }

        text.Append('$').Append(index + 1);
        return this;
    }

    public SqlText Line()
    {
        text.Append('\n').Append(' ', indent * 2);
        return this;
    }

    public SqlText Indent()
    {
        indent++;
        return this;
    }

    public SqlText Outdent()
    {
        indent--;
        return this;
    }

    public SqlText Each<T>(IEnumerable<T> items, string separator, Action<T> write)
    {
        var first = true;
        foreach (var item in items)
        {
            if (!first)
            {
                text.Append(separator);
            }

            first = false;
            write(item);
        }

        return this;
    }

    public override string ToString() => text.ToString();
}
