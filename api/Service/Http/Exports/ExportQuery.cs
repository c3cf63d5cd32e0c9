using System.Text;
using System.Text.Json;

namespace SocietyParty.Service.Http.Exports;

/// <summary>The GraphQL of an export: one document that counts and says what the list is of, and one for its items.</summary>
internal sealed class ExportQuery(ExportList list, IEnumerable<string> paths, IReadOnlyDictionary<string, JsonElement> arguments)
{
    public const string List = "list";
    public const string Parent = "parent";

    public const string Owner = "owner";

    private const string Of = "of";

    private readonly Lazy<string> head = new(() => Document(list, paths, arguments, ofRows: false));
    private readonly Lazy<string> rows = new(() => Document(list, paths, arguments, ofRows: true));

    public string DocumentOf(bool ofRows) => ofRows ? rows.Value : head.Value;

    public JsonElement Variables(bool ofRows)
    {
        var variables = new Dictionary<string, object?>(StringComparer.Ordinal);
        if (list.Parent?.Id is { } parent)
        {
            variables.Add(Of, parent);
        }

        if (!ofRows && list.Owner is { } owner)
        {
            variables.Add(Of, owner);
        }

        foreach (var (name, value) in arguments)
        {
            variables.Add(name, value);
        }

        return JsonSerializer.SerializeToElement(variables);
    }

    private static string Document(
        ExportList list,
        IEnumerable<string> paths,
        IReadOnlyDictionary<string, JsonElement> arguments,
        bool ofRows
    )
    {
        var text = new StringBuilder("query export");
        var variables = arguments.Keys.Select(name => $"${name}: {list.Arguments.First(argument => argument.Name == name).Type}").ToList();
        if (list.Parent is not null || (!ofRows && list.Owner is not null))
        {
            variables.Insert(0, $"${Of}: ID!");
        }

        text.Append(variables.Count == 0 ? "" : $"({string.Join(", ", variables)})").Append(" { ");
        if (!ofRows && list.Owner is not null)
        {
            text.Append($"{Owner}: node(id: ${Of}) {{ id }} ");
        }

        Page(text, list, paths, arguments.Keys, ofRows);
        return text.Append(" }").ToString();
    }

    private static void Page(StringBuilder text, ExportList list, IEnumerable<string> paths, IEnumerable<string> arguments, bool ofRows)
    {
        if (list.Parent is { } parent)
        {
            text.Append($"{Parent}: {parent.Field}(id: ${Of}) {{ {(parent.TypeName is null ? "" : $"... on {parent.TypeName} {{ ")}");
            if (!ofRows)
            {
                var facts = new SelectionTree();
                foreach (var (path, _) in parent.Facts)
                {
                    facts.Add(path);
                }

                facts.WriteFieldsTo(text);
            }
        }

        var own = arguments.Where(name => list.Field.Argument(name) is not null);
        if (list.Grouped is { } grouped)
        {
            var others = arguments.Except(own).Select(name => $"{name}: ${name}").ToList();
            text.Append($"{Parent}: {grouped.Name}{(others.Count == 0 ? "" : $"({string.Join(", ", others)})")} {{");
        }

        // One item a page: the rows are planned for one, and read without a cut.
        text.Append($" {List}: {list.Field.Name}(first: 1");
        foreach (var name in own)
        {
            text.Append($", {name}: ${name}");
        }

        text.Append(") { ");
        if (ofRows)
        {
            text.Append("nodes ");
            var nodes = new SelectionTree();
            foreach (var path in paths)
            {
                nodes.Add(path);
            }

            nodes.WriteTo(text);
        }
        else
        {
            text.Append("totalCount");
        }

        text.Append(list.Grouped is null ? " }" : " } }");
        if (list.Parent is { } around)
        {
            text.Append(around.TypeName is null ? " }" : " } }");
        }
    }
}
