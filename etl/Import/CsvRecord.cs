using System.Text;
using CsvHelper;

namespace SocietyParty.Etl.Import;

/// <summary>
/// One record of comma-separated values (RFC 4180) and its place in the file. A line of nothing but spaces and tabs is no record.
/// </summary>
/// <param name="Line">Line where it begins, from 1.</param>
/// <param name="Fields">Without the spaces and tabs around them.</param>
/// <param name="BrokenField">
/// Index of the field whose quotation marks are wrong, so that no field means anything; null where all are right.
/// </param>
internal sealed record CsvRecord(int Line, IReadOnlyList<CsvCell> Fields, int? BrokenField)
{
    /// <summary>Every record, also behind one with wrong quotation marks.</summary>
    /// <param name="linesInQuotes">Whether a value in quotation marks may run over lines.</param>
    /// <param name="firstLine">Line of the file where the text begins, from 1.</param>
    /// <param name="separator">Between values; a tab in what spreadsheets call Unicode text.</param>
    public static IEnumerable<CsvRecord> Read(string text, bool linesInQuotes, int firstLine = 1, char separator = ',')
    {
        CsvMalformedRecord? malformed = null;
        var options = new CsvReaderOptions
        {
            Separator = separator,
            HasHeader = false,
            TrimWhitespace = true,
            TrackLineNumbers = true,
            AllowLineBreaksInQuotes = linesInQuotes,
            OnMalformedRecord = record => malformed = record,
        };
        ReadOnlyMemory<byte> rest = Encoding.UTF8.GetBytes(text);
        while (!rest.IsEmpty)
        {
            using var reader = CsvReader.Create(rest, options);
            var resumeAt = rest.Length;
            while (resumeAt == rest.Length && reader.Read())
            {
                yield return Take(reader, firstLine, malformed);
                // A mark that is not closed takes the lines below it: they are read as if it were not there.
                if (malformed is not null && reader.RawRecord.IndexOfAny((byte)'\r', (byte)'\n') is var end and >= 0)
                {
                    resumeAt = (int)reader.ByteOffset + end;
                    firstLine += (int)reader.LineNumber - 1;
                }

                malformed = null;
            }

            rest = rest[resumeAt..];
        }
    }

    private static CsvRecord Take(CsvReader reader, int firstLine, CsvMalformedRecord? malformed)
    {
        var line = firstLine + (int)reader.LineNumber - 1;
        var (fieldLine, fieldAt) = (line, reader.ByteOffset);
        int? broken = null;
        var fields = new CsvCell[reader.FieldCount];
        for (var index = 0; index < fields.Length; index++)
        {
            if (fieldAt <= malformed?.ByteOffset)
            {
                broken = index;
            }

            var raw = reader.GetRawSpan(index);
            fields[index] = new CsvCell(reader.GetString(index), fieldLine);
            fieldLine += raw.Count((byte)'\n') + raw.Count((byte)'\r') - raw.Count("\r\n"u8);
            fieldAt += raw.Length + 1;
        }

        return new CsvRecord(line, fields, broken);
    }
}

/// <param name="Line">Line where the field begins, from 1.</param>
internal readonly record struct CsvCell(string Text, int Line);
