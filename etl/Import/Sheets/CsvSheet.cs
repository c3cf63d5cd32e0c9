using System.Text;

namespace SocietyParty.Etl.Import.Sheets;

/// <summary>
/// RFC 4180 with the place of every field. CsvHelper tells the row of a record and no field's place, and a quotation mark that is never
/// closed swallows the rest of the file there; here it is reported where it was opened. A quoted value may run over lines.
/// </summary>
internal sealed class CsvSheet(string text, SheetProblemList problems)
{
    private int at;
    private int line = 1;
    private int lineStart;

    /// <summary>Every row, the empty ones too; stops at a quotation mark that is wrong, for what follows it means nothing.</summary>
    public IEnumerable<SheetLine> Read()
    {
        while (at < text.Length)
        {
            var first = line;
            var cells = new List<SheetCell>();
            do
            {
                if (ReadField(cells.Count + 1) is not { } cell)
                {
                    yield break;
                }

                cells.Add(cell);
            } while (TakeComma());
            TakeLineEnd();
            yield return new SheetLine(null, first, cells);
        }
    }

    private SheetCell? ReadField(int number)
    {
        while (at < text.Length && text[at] is ' ' or '\t' or '\u3000')
        {
            at++;
        }

        var (start, startLine, column) = (at, line, at - lineStart + 1);
        if (at < text.Length && text[at] == '"')
        {
            return ReadQuoted(number, startLine, column);
        }

        while (at < text.Length && text[at] is not (',' or '\n' or '\r'))
        {
            if (text[at] == '"')
            {
                problems.Add(SheetProblems.BrokenQuotes().At(line, at - lineStart + 1));
                return null;
            }
            at++;
        }
        return new SheetCell(CellType.Text, Unguard(text[start..at]), number, startLine, column);
    }

    private SheetCell? ReadQuoted(int number, int startLine, int column)
    {
        var value = new StringBuilder();
        for (at++; at < text.Length; at++)
        {
            if (text[at] == '"' && !(at + 1 < text.Length && text[at + 1] == '"'))
            {
                break;
            }

            if (text[at] == '"')
            {
                at++;
            }

            value.Append(text[at]);
            if (text[at] == '\n')
            {
                StartLine(at + 1);
            }
        }
        var closed = at++ < text.Length;
        while (at < text.Length && text[at] is ' ' or '\t')
        {
            at++;
        }

        if (closed && (at >= text.Length || text[at] is ',' or '\n' or '\r'))
        {
            return new SheetCell(CellType.Text, Unguard(value.ToString()), number, startLine, column);
        }

        problems.Add(SheetProblems.BrokenQuotes().At(startLine, column));
        return null;
    }

    private bool TakeComma()
    {
        if (at >= text.Length || text[at] != ',')
        {
            return false;
        }

        at++;
        return true;
    }

    private void TakeLineEnd()
    {
        if (at < text.Length && text[at] == '\r')
        {
            at++;
        }

        if (at < text.Length && text[at] == '\n')
        {
            at++;
        }

        if (at <= text.Length)
        {
            StartLine(at);
        }
    }

    private void StartLine(int start)
    {
        line++;
        lineStart = start;
    }

    // What FormulaGuard put before a text that a spreadsheet would take for a formula.
    private static string Unguard(string value) => FormulaGuard.Remove(value);
}
