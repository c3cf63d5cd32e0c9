using System.Collections;
using System.Globalization;
using System.Text;
using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.Tests.Language;

/// <summary>A tree as text without its places, so that two trees can be compared.</summary>
internal static class TreeText
{
    public static string Of(object? value)
    {
        var text = new StringBuilder();
        Append(text, value);
        return text.ToString();
    }

    private static void Append(StringBuilder text, object? value)
    {
        switch (value)
        {
            case null:
                text.Append("null");
                break;
            case string s:
                text.Append('"').Append(s).Append('"');
                break;
            case IEnumerable items:
                text.Append('[');
                foreach (var item in items)
                {
                    Append(text, item);
                    text.Append(',');
                }

                text.Append(']');
                break;
            case Node or Document:
                text.Append(value.GetType().Name).Append('(');
                foreach (var property in value.GetType().GetProperties().OrderBy(p => p.Name, StringComparer.Ordinal))
                {
                    // A block string and a quoted one with the same value are the same tree.
                    var isDerived =
                        property.Name is "EqualityContract" or "ResponseKey" or "IsBlock"
                        || value is Document && property.Name != "Definitions";
                    if (isDerived || property.PropertyType == typeof(SourceLocation))
                    {
                        continue;
                    }

                    text.Append(property.Name).Append('=');
                    Append(text, property.GetValue(value));
                    text.Append(' ');
                }

                text.Append(')');
                break;
            default:
                text.Append(Convert.ToString(value, CultureInfo.InvariantCulture));
                break;
        }
    }
}
