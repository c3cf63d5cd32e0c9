using System.Globalization;
using System.Text;

namespace SocietyParty.Rules;

/// <summary>How a text is written: what of it nobody sees, and how long it is to whoever reads it.</summary>
public static class WrittenText
{
    /// <summary>Characters as people count them: 𠮷 is one, though it takes two of a program's.</summary>
    public static int Length(string text) => new StringInfo(text).LengthInTextElements;

    /// <summary>
    /// The first character that makes two names of one, because it is invisible, a sign of control, or means nothing outside of one
    /// program; its place counts characters from 1.
    /// </summary>
    public static (int Place, int CodePoint)? FindUnseen(string text) => IsUsual(text) ? null : Find(text, IsUnseen);

    /// <summary>As <see cref="FindUnseen"/>, and blanks: in a list blanks separate names, so that none has one.</summary>
    public static (int Place, int CodePoint)? FindUnseenOrBlank(string text) =>
        Find(text, rune => IsUnseen(rune) || Rune.IsWhiteSpace(rune) && !IsBetweenLatin(text, rune));

    private static (int Place, int CodePoint)? Find(string text, Func<Rune, bool> isWrong)
    {
        var at = 0;
        while (at < text.Length)
        {
            var isWhole = Rune.TryGetRuneAt(text, at, out var rune);
            if (!isWhole || isWrong(rune))
            {
                var place = at == 0 ? 1 : Length(text[..at]) + 1;
                return (place, isWhole ? rune.Value : text[at]);
            }

            at += rune.Utf16SequenceLength;
        }

        return null;
    }

    // Latin and Chinese characters, which most texts have alone, are all seen.
    private static bool IsUsual(string text)
    {
        foreach (var c in text)
        {
            if (c is not ((>= ' ' and <= '~') or (>= '\u4E00' and <= '\u9FA5')))
            {
                return false;
            }
        }

        return true;
    }

    private static bool IsUnseen(Rune rune) =>
        rune.Value
            is 0xFFFD
                // Blanks that keep a line together, or are narrower than others: they come from web pages and PDF files.
                or 0x00A0
                or (>= 0x2000 and <= 0x200A)
                or 0x202F
                or 0x205F
                // Letters and marks without a shape.
                or 0x034F
                or 0x115F
                or 0x1160
                or 0x2800
                or 0x3164
                or 0xFFA0
                or (>= 0xFE00 and <= 0xFE0F)
                or (>= 0xE0100 and <= 0xE01EF)
        || Rune.GetUnicodeCategory(rune)
            is UnicodeCategory.Control
                or UnicodeCategory.Format
                or UnicodeCategory.PrivateUse
                or UnicodeCategory.OtherNotAssigned
                or UnicodeCategory.LineSeparator
                or UnicodeCategory.ParagraphSeparator;

    // Names in Latin letters are of several words.
    private static bool IsBetweenLatin(string text, Rune blank) =>
        blank.Value == ' '
        && text.Split(' ') is var words
        && words.Skip(1).Zip(words).All(pair => IsLatin(pair.First, 0) && IsLatin(pair.Second, ^1));

    private static bool IsLatin(string word, Index at) => word.Length > 0 && char.IsAscii(word[at]);

    /// <summary>The first radical of a text that looks like a character (康熙部首, U+2F00 to U+2FD5); null where there is none.</summary>
    public static Rune? FindRadical(string text) =>
        text.EnumerateRunes().Where(rune => rune.Value is >= 0x2F00 and <= 0x2FD5).Select(rune => (Rune?)rune).FirstOrDefault();
}
