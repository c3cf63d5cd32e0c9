using System.Text;
using FsCheck;
using FsCheck.Fluent;
using SocietyParty.Etl.Import;

namespace SocietyParty.Graph.Tests.Etl.Import;

/// <summary>Whatever rows there are: they come back with their lines, and a wrong quotation mark costs no other row.</summary>
public class CsvRecordTests
{
    private static readonly Gen<string> Values = Gen.Elements(
        "",
        "a",
        "学会",
        "a,b",
        "\"",
        "\"引号\"",
        ",",
        " a\t",
        "\u3000",
        "#x",
        "𠀀",
        "'=1"
    );
    private static readonly Gen<string> LongValues = Gen.Elements("甲\n乙", "\r\n", "a\rb,\"c\"\n", "\n\n");
    private static readonly Gen<string> LineEnds = Gen.Elements("\n", "\r\n", "\r");

    private static Config Many(ulong seed) => Config.QuickThrowOnFailure.WithMaxTest(500).WithReplay(seed, 3);

    [Fact]
    public void Rows_come_back_however_they_were_written()
    {
        var field =
            from value in Gen.Frequency((4, Values), (1, LongValues))
            from before in Gen.Elements("", "", " ", "\t ")
            from after in Gen.Elements("", "", "  ", "\t")
            from mayBePlain in Gen.Elements(true, false)
            select (value, written: before + (mayBePlain ? Plain(value) : Quoted(value)) + after);
        var row = from fields in field.NonEmptyListOf() from emptyLines in Gen.Choose(0, 2) select (fields, emptyLines);
        var file = from rows in row.ListOf() from end in LineEnds from lastEnds in Gen.Elements(true, false) select (rows, end, lastEnds);
        Prop.ForAll(file.ToArbitrary(), drawn =>
            {
                var (text, line) = (new StringBuilder(), 1);
                var expected = new List<string>();
                foreach (var (fields, emptyLines) in drawn.rows)
                {
                    var fieldLine = line;
                    var cells = new List<(string, int)>();
                    foreach (var (value, _) in fields)
                    {
                        cells.Add((value, fieldLine));
                        fieldLine += LineBreaks(value);
                    }

                    expected.Add(Show(line, cells, null));
                    // With nothing but spaces it would be an empty line.
                    var written = string.Join(',', fields.Select(field => field.written));
                    text.Append(written.Trim(' ', '\t').Length == 0 ? "\"\"" : written).Insert(text.Length, drawn.end, emptyLines + 1);
                    line = fieldLine + emptyLines + 1;
                }

                var all = drawn.lastEnds ? text.ToString() : text.ToString().TrimEnd('\r', '\n');
                CsvRecord.Read(all, linesInQuotes: true).Select(Show).ShouldBe(expected);
                CsvRecord.Read(all, linesInQuotes: true, firstLine: 8).Select(record => record.Line - 7).ShouldBe(Lines(expected));
            })
            .Check(Many(41));
    }

    [Fact]
    public void A_wrong_quotation_mark_costs_its_line_only()
    {
        var wrong = Gen.Elements("a\"b", "a\"", "\"a\"b", "\"a\" \"b\"", "\"a", "\"a\"\"");
        var row = from values in Values.NonEmptyListOf() select values.Select(Quoted).ToList();
        var file =
            from rows in row.NonEmptyListOf()
            from at in Gen.Choose(0, rows.Count - 1)
            from field in Gen.Choose(0, rows[at].Count - 1)
            from mark in wrong
            from end in LineEnds
            from linesInQuotes in Gen.Elements(true, false)
            select (rows, at, field, mark, end, linesInQuotes);
        Prop.ForAll(file.ToArbitrary(), drawn =>
            {
                var lines = drawn.rows.Select(fields => string.Join(',', fields)).ToList();
                var right = CsvRecord.Read(string.Join(drawn.end, lines), drawn.linesInQuotes).Select(Show).ToList();
                right.Count.ShouldBe(lines.Count);

                lines[drawn.at] = string.Join(',', drawn.rows[drawn.at].Select((value, at) => at == drawn.field ? drawn.mark : value));
                var read = CsvRecord.Read(string.Join(drawn.end, lines), drawn.linesInQuotes).ToList();
                read.Where((_, at) => at != drawn.at).Select(Show).ShouldBe(right.Where((_, at) => at != drawn.at));
                read[drawn.at].Line.ShouldBe(drawn.at + 1);
                // A mark that is open can be closed by a later field's; what is wrong is that one, then.
                var broken = read[drawn.at].BrokenField.ShouldNotBeNull();
                if (drawn.mark is not ("\"a" or "\"a\"\""))
                {
                    broken.ShouldBe(drawn.field);
                }
            })
            .Check(Many(43));
    }

    [Theory]
    [InlineData("a,\"b\nc,d\n", true, "1 [a@1 b|c,d|@1] 1, 2 [c@2 d@2]")]
    [InlineData("a,\"b\nc,d\n", false, "1 [a@1 b@1] 1, 2 [c@2 d@2]")]
    [InlineData("a,\"b\nc\"d,e\r\nf", true, "1 [a@1 b|cd@1 e@2] 1, 2 [c\"d@2 e@2] 0, 3 [f@3]")]
    [InlineData("\"a\nb\",c\nd\"\n", true, "1 [a|b@1 c@2], 3 [d\"@3] 0")]
    [InlineData("\"a\nb\",c\n", false, "1 [a@1] 0, 2 [b\"@2 c@2] 0")]
    [InlineData("a\u3000,\u3000\"b\"\n", true, "1 [a\u3000@1 \u3000\"b\"@1] 1")]
    public void A_wrong_quotation_mark_is_found_where_it_stands(string text, bool linesInQuotes, string expected) =>
        string.Join(", ", CsvRecord.Read(text, linesInQuotes).Select(Show)).ShouldBe(expected);

    private static string Show(CsvRecord record) =>
        Show(record.Line, record.Fields.Select(field => (field.Text, field.Line)), record.BrokenField);

    private static string Show(int line, IEnumerable<(string Text, int Line)> fields, int? broken) =>
        $"{line} [{string.Join(' ', fields.Select(field => $"{field.Text.ReplaceLineEndings("|")}@{field.Line}"))}]"
        + (broken is null ? "" : $" {broken}");

    private static IEnumerable<int> Lines(IEnumerable<string> shown) =>
        shown.Select(text =>
            int.Parse(text[..text.IndexOf(' ', StringComparison.Ordinal)], System.Globalization.CultureInfo.InvariantCulture)
        );

    private static string Plain(string value) =>
        value.AsSpan().IndexOfAny("\",\r\n") < 0 && value.Trim(' ', '\t') == value ? value : Quoted(value);

    private static string Quoted(string value) => $"\"{value.Replace("\"", "\"\"", StringComparison.Ordinal)}\"";

    private static int LineBreaks(string value) => value.ReplaceLineEndings("\n").Count(sign => sign == '\n');
}
