using System.Text;
using System.Text.RegularExpressions;

namespace SocietyParty.Etl.Import.Sheets;

/// <summary>The text of a CSV file, in every encoding and with every separator that spreadsheets in China write.</summary>
/// <param name="Text">
/// Without marks of its encoding, and without the line <c>sep=</c>, of which an empty line stays so that lines keep their numbers.
/// </param>
internal sealed partial record SheetText(string Text, char Separator)
{
    private const int LinesLookedAt = 20;

    public static (SheetText? Text, ImportProblem? Problem) Decode(ReadOnlySpan<byte> bytes)
    {
        var (text, wrongAt) = TextEncoding.Decode(bytes);
        return text is null
            ? (null, wrongAt is { } at ? SheetProblems.NoText().At(bytes[..at].Count((byte)'\n') + 1) : SheetProblems.NoText())
            : (Of(text), null);
    }

    private static SheetText Of(string text)
    {
        var named = SeparatorLine().Match(text);
        var separator = named.Success ? named.Groups["sign"].Value[0] : Usual(text);
        if (named.Success)
        {
            text = text[named.Length..];
        }

        // ="0123" is how spreadsheets are made to keep a text: here it is one anyway.
        return new(text.Contains("=\"", StringComparison.Ordinal) ? KeptText().Replace(text, "$1$2") : text, separator);
    }

    // The sign that stands most often in the line that has most of any: titles above the header have none.
    private static char Usual(string text)
    {
        var best = (Sign: ',', Count: 0);
        var lines = 0;
        foreach (var range in text.AsSpan().Split('\n'))
        {
            if (++lines > LinesLookedAt)
            {
                break;
            }

            var line = text.AsSpan(range);
            foreach (var sign in (ReadOnlySpan<char>)[',', '\t', ';'])
            {
                if (line.Count(sign) is var count && count > best.Count)
                {
                    best = (sign, count);
                }
            }

            if (line.Contains(','))
            {
                return ',';
            }
        }

        // Cells list things with semicolons; only what separates the header separates columns.
        return best.Sign != ';' || text.Split('\n').First(line => line.Trim().Length > 0).AsSpan().Count(';') == best.Count
            ? best.Sign
            : ',';
    }

    [GeneratedRegex(@"^sep=(?<sign>[,;\t|])[^\n]*(?=\n)", RegexOptions.IgnoreCase)]
    private static partial Regex SeparatorLine();

    [GeneratedRegex("""(^|[,;\t])="([^"\r\n]*)"(?=[,;\t\r\n]|$)""", RegexOptions.Multiline)]
    private static partial Regex KeptText();
}
