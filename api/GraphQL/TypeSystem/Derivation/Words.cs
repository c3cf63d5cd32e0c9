using System.Text;

namespace SocietyParty.GraphQL.TypeSystem.Derivation;

/// <summary>Spellings of a field's name.</summary>
internal static class Words
{
    /// <summary><c>statusSince</c> → <c>StatusSince</c>.</summary>
    public static string Pascal(string name) => name.Length == 0 ? name : char.ToUpperInvariant(name[0]) + name[1..];

    /// <summary><c>LeadingGroup</c> → <c>leadingGroup</c>.</summary>
    public static string Camel(string name) => name.Length == 0 ? name : char.ToLowerInvariant(name[0]) + name[1..];

    /// <summary><c>statusSince</c> → <c>STATUS_SINCE</c>.</summary>
    public static string Upper(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToUpperInvariant(letter));
        }

        return text.ToString();
    }
}
