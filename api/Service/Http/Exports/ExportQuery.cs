using System.Text;
using System.Text.Json;

namespace SocietyParty.Service.Http.Exports;

/// <summary>The GraphQL of an export: one document for the first page, which also counts, and one for the others.</summary>
internal sealed class ExportQuery(ExportList list, IEnumerable<string> paths, IReadOnlyDictionary<string, JsonElement> arguments)
{
    public const string List = "list";
    public const string Parent = "parent";

    public const string Owner = "owner";

    private const string Of = "of";

    private readonly Lazy<string> first = new(() => Document(list, paths, arguments, isFirst: true));
    private readonly Lazy<string> next = new(() => Document(list, paths, arguments, isFirst: false));

    public string DocumentOf(bool isFirst) => isFirst ? first.Value : next.Value;

    /// <param name="after">Null for the first page.</param>
    public JsonElement Variables(int pageSize, string? after)
    {
        var variables = new Dictionary<string, object?>(StringComparer.Ordinal) { ["first"] = pageSize };
        if (after is not null)
        {
            variables.Add("after", after);
        }

        if (list.Parent?.Id is { } parent)
        {
            variables.Add(Of, parent);
        }

        if (after is null && list.Owner is { } owner)
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
        bool isFirst
    )
    {
        var text = new StringBuilder("query export($first: Int!");
        if (!isFirst)
        {
            text.Append(", $after: String");
        }

        if (list.Parent is not null || (isFirst && list.Owner is not null))
        {
            text.Append($", ${Of}: ID!");
        }

        foreach (var name in arguments.Keys)
        {
            text.Append($", ${name}: {list.Arguments.First(argument => argument.Name == name).Type}");
        }

        text.Append(") { ");
        if (isFirst && list.Owner is not null)
        {
            text.Append($"{Owner}: node(id: ${Of}) {{ id }} ");
        }

        Page(text, list, paths, arguments.Keys, isFirst);
        return text.Append(" }").ToString();
    }

    private static void Page(StringBuilder text, ExportList list, IEnumerable<string> paths, IEnumerable<string> arguments, bool isFirst)
    {
        if (list.Parent is { } parent)
        {
            text.Append($"{Parent}: {parent.Field}(id: ${Of}) {{ {(parent.TypeName is null ? "" : $"... on {parent.TypeName} {{ ")}");
            if (isFirst)
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

        text.Append($" {List}: {list.Field.Name}(first: $first{(isFirst ? "" : ", after: $after")}");
        foreach (var name in own)
        {
            text.Append($", {name}: ${name}");
        }

        text.Append($") {{ {(isFirst ? "totalCount " : "")}pageInfo {{ hasNextPage endCursor }} nodes ");
        var nodes = new SelectionTree();
        foreach (var path in paths)
        {
            nodes.Add(path);
        }

        nodes.WriteTo(text);
        text.Append(list.Grouped is null ? " }" : " } }");
        if (list.Parent is { } around)
        {
            text.Append(around.TypeName is null ? " }" : " } }");
        }
    }
}
