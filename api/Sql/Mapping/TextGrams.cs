using System.Collections.Immutable;
using System.Text;

namespace SocietyParty.Sql.Mapping;

/// <summary>
/// What finds a text within a text by an index, in every locale: all characters of a stored text and all pairs of neighbours. Of a
/// searched text its pairs do, or its one character.
/// </summary>
public static class TextGrams
{
    /// <summary>The database's function that the indexes are made of.</summary>
    public const string Function = "graph.text_grams";

    // Any part of the pairs narrows the search; LIKE decides in the end.
    private const int PairsMax = 32;

    /// <summary>None for an empty text, which everything contains.</summary>
    public static ImmutableArray<string> Searched(string text)
    {
        var characters = text.EnumerateRunes().Take(PairsMax + 1).Select(rune => rune.ToString()).ToArray();
        return characters.Length < 2
            ? [.. characters]
            : [.. characters.Zip(characters.Skip(1), (one, next) => one + next).Distinct(StringComparer.Ordinal)];
    }
}
