using System.Text;

namespace SocietyParty.Etl.Import.Sheets;

/// <summary>
/// Several texts in one cell, separated by ；. A text that has a separator in it stands in quotation marks, its own marks doubled, so that
/// what is exported is imported as it was.
/// </summary>
public static class ListText
{
    private const string Separators = "；;、\n\r";

    public static string Join(IEnumerable<string> items) => string.Join('；', items.Select(Shown));

    /// <summary>The texts without white space around them; empty ones are left out.</summary>
    public static IReadOnlyList<string> Split(string text)
    {
        var items = new List<string>();
        var at = 0;
        while (at < text.Length)
        {
            if (char.IsWhiteSpace(text[at]) || Separators.Contains(text[at], StringComparison.Ordinal))
            {
                at++;
            }
            else if (Quoted(text, at) is { } quoted)
            {
                items.Add(quoted.Item);
                at = quoted.End;
            }
            else
            {
                var end = text.AsSpan(at).IndexOfAny(Separators);
                end = end < 0 ? text.Length : at + end;
                items.Add(text[at..end].TrimEnd());
                at = end;
            }
        }

        return items;
    }

    private static string Shown(string item) =>
        item.AsSpan().IndexOfAny(Separators) >= 0 || item.StartsWith('"')
            ? $"\"{item.Replace("\"", "\"\"", StringComparison.Ordinal)}\""
            : item;

    // Null for a mark that belongs to the text: none closes it before the next separator.
    private static (string Item, int End)? Quoted(string text, int start)
    {
        if (text[start] != '"')
        {
            return null;
        }

        var item = new StringBuilder();
        for (var at = start + 1; at < text.Length; at++)
        {
            if (text[at] != '"')
            {
                item.Append(text[at]);
                continue;
            }

            if (at + 1 < text.Length && text[at + 1] == '"')
            {
                item.Append('"');
                at++;
                continue;
            }

            var rest = text.AsSpan(at + 1).TrimStart(" \t");
            return item.Length > 0 && (rest.IsEmpty || Separators.Contains(rest[0], StringComparison.Ordinal))
                ? (item.ToString().Trim(), text.Length - rest.Length)
                : null;
        }

        return null;
    }
}
