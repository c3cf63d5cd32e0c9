using System.Text;

namespace SocietyParty.Etl.Import;

/// <summary>
/// One line of RFC 4180. A value here never runs over lines, so a quotation mark that is not closed on its line is found
/// there: a general reader would swallow the rows up to the next mark and report nonsense.
/// </summary>
internal static class CsvLine
{
    /// <summary>The trimmed fields, or the column from 1 of the quotation mark that is wrong.</summary>
    public static (string[]? Fields, int WrongColumn) Split(string line)
    {
        var fields = new List<string>();
        var at = 0;
        while (true)
        {
            while (at < line.Length && char.IsWhiteSpace(line[at]))
            {
                at++;
            }

            var start = at;
            if (at < line.Length && line[at] == '"')
            {
                var value = new StringBuilder();
                for (at++; at < line.Length; at++)
                {
                    if (line[at] != '"')
                    {
                        value.Append(line[at]);
                    }
                    else if (at + 1 < line.Length && line[at + 1] == '"')
                    {
                        value.Append(line[++at]);
                    }
                    else
                    {
                        break;
                    }
                }
                if (at == line.Length)
                {
                    return (null, start + 1);
                }

                var after = line.AsSpan(at + 1);
                var rest = after.Length - after.TrimStart().Length;
                if (rest < after.Length && after[rest] != ',')
                {
                    return (null, at + 1);
                }

                fields.Add(value.ToString().Trim());
                at += 1 + rest;
            }
            else
            {
                at = line.IndexOf(',', start) is var comma and >= 0 ? comma : line.Length;
                var value = line[start..at];
                if (value.IndexOf('"', StringComparison.Ordinal) is var mark and >= 0)
                {
                    return (null, start + mark + 1);
                }

                fields.Add(value.TrimEnd());
            }
            if (at == line.Length)
            {
                return ([.. fields], 0);
            }

            at++;
        }
    }
}
