namespace SocietyParty.Etl.Import.Sheets;

/// <summary>
/// In a CSV file a text that begins like a formula gets an apostrophe, so that a spreadsheet that opens the file shows it and runs
/// nothing. A workbook needs no such thing: its texts are typed as texts.
/// </summary>
public static class FormulaGuard
{
    public static string Add(string text) => LooksLikeFormula(text) || IsGuarded(text) ? "'" + text : text;

    /// <summary>Whether <see cref="Add"/> changes a text, of which this is the UTF-8.</summary>
    public static bool Needs(ReadOnlySpan<byte> utf8)
    {
        var behind = utf8.TrimStart((byte)'\'');
        return behind
            is [(byte)'=' or (byte)'+' or (byte)'-' or (byte)'@' or (byte)'\t' or (byte)'\r', ..]
                // ＝ ＋ － ＠
                or [0xEF, 0xBC, 0x9D or 0x8B or 0x8D or 0xA0, ..];
    }

    public static string Remove(string text) => IsGuarded(text) ? text[1..] : text;

    // Full-width signs, too: some spreadsheets take them for the plain ones.
    private static bool LooksLikeFormula(string text) =>
        text is ['=' or '+' or '-' or '@' or '\t' or '\r' or '＝' or '＋' or '－' or '＠', ..];

    private static bool IsGuarded(string text) => text is ['\'', .. var rest] && (LooksLikeFormula(rest) || IsGuarded(rest));
}
