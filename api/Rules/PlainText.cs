namespace SocietyParty.Rules;

/// <summary>Texts that people write in two ways and mean as one.</summary>
public static class PlainText
{
    /// <summary>
    /// Full-width letters, digits and signs as their plain ones: Ａ is A. (Without ICU, Normalize leaves them as they are.)
    /// </summary>
    public static string Narrow(string text) => string.Create(text.Length, text, static (span, source) =>
        {
            for (var i = 0; i < span.Length; i++)
            {
                span[i] = source[i] is >= '\uFF01' and <= '\uFF5E' ? (char)(source[i] - 0xFEE0) : source[i];
            }
        });

    /// <summary>What words are compared by: narrow, without white space, in capitals.</summary>
    public static string Word(string text) => IsWord(text) ? text : Bare(text).ToUpperInvariant();

    // Most texts of a list have nothing to fold, and there are millions of them.
    private static bool IsWord(string text)
    {
        foreach (var c in text)
        {
            if (c is not ((>= '!' and <= '~' and not (>= 'a' and <= 'z')) or (>= '\u4E00' and <= '\u9FFF')))
            {
                return false;
            }
        }

        return true;
    }

    /// <summary>Whether two texts differ at most in width, spaces and case.</summary>
    public static bool Same(string one, string other) => string.Equals(Bare(one), Bare(other), StringComparison.OrdinalIgnoreCase);

    private static string Bare(string text) => string.Concat(Narrow(text).Where(c => !char.IsWhiteSpace(c)));
}
