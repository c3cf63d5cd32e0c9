using System.Globalization;
using System.Text;
using System.Text.Json;

namespace SocietyParty.Service.Queries;

/// <summary>
/// A plan of PostgreSQL in one line: what each node does, on which table and by which index, and how many rows are expected. Nothing else
/// of it: conditions and aliases have words of clients.
/// </summary>
internal static class PlanSummary
{
    /// <param name="explained">What <c>EXPLAIN (FORMAT JSON)</c> says.</param>
    public static string Of(string explained)
    {
        using var document = JsonDocument.Parse(explained);
        var root = document.RootElement[0].GetProperty("Plan");
        var text = new StringBuilder();
        text.Append(CultureInfo.InvariantCulture, $"cost {root.GetProperty("Total Cost").GetDouble():0}: ");
        Add(text, root);
        return text.ToString();
    }

    private static void Add(StringBuilder text, JsonElement node)
    {
        text.Append(node.GetProperty("Node Type").GetString());
        if (node.TryGetProperty("Relation Name", out var table))
        {
            text.Append(' ').Append(table.GetString());
        }

        if (node.TryGetProperty("Index Name", out var index))
        {
            text.Append(" by ").Append(index.GetString());
        }

        text.Append(CultureInfo.InvariantCulture, $" {node.GetProperty("Plan Rows").GetDouble():0}");
        if (!node.TryGetProperty("Plans", out var inner))
        {
            return;
        }

        var isFirst = true;
        foreach (var child in inner.EnumerateArray())
        {
            text.Append(isFirst ? " (" : ", ");
            isFirst = false;
            Add(text, child);
        }

        text.Append(')');
    }
}
