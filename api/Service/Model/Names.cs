using System.Text;

namespace SocietyParty.Service.Model;

/// <summary>Spellings of names.</summary>
internal static class Names
{
    /// <summary><c>LeadingGroupSeat</c> → <c>leading_group_seat</c>.</summary>
    public static string Snake(string name)
    {
        var text = new StringBuilder(name.Length + 4);
        foreach (var letter in name)
        {
            if (char.IsAsciiLetterUpper(letter) && text.Length > 0)
            {
                text.Append('_');
            }

            text.Append(char.ToLowerInvariant(letter));
        }

        return text.ToString();
    }

    /// <summary><c>LearnedSociety</c> → <c>LEARNED_SOCIETY</c>.</summary>
    public static string UpperSnake(string name) => Snake(name).ToUpperInvariant();

    /// <summary><c>ProposeBranch</c> → <c>proposeBranch</c>.</summary>
    public static string Camel(string name) => char.ToLowerInvariant(name[0]) + name[1..];
}
