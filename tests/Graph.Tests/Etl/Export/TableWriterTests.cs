using System.Globalization;
using System.Runtime.CompilerServices;
using System.Text;
using SocietyParty.Etl.Export;
using SocietyParty.Etl.Import.Sheets;
using SocietyParty.Graph.Tests.Service.Http.Exports;

namespace SocietyParty.Graph.Tests.Etl.Export;

/// <summary>Tables as CSV and as workbooks.</summary>
public sealed class TableWriterTests
{
    private static readonly ExportColumn[] Columns =
    [
        new("name", "名称", ExportType.Text, "A name."),
        new("count", "数量", ExportType.WholeNumber, ""),
        new("rate", "比率", ExportType.Decimal, ""),
        new("isMet", "达标", ExportType.Boolean, ""),
        new("day", "日期", ExportType.Day, ""),
        new("moment", "时刻", ExportType.Moment, ""),
    ];

    private static readonly object?[] Full =
    [
        "=甲",
        -12L,
        -0.5m,
        true,
        new DateOnly(2022, 6, 30),
        new DateTimeOffset(2022, 6, 30, 9, 0, 0, TimeSpan.FromHours(8)),
    ];

    [Fact]
    public async Task Values_are_written_by_their_types()
    {
        var csv = await WriteAsync(stream => new CsvTable(stream, Columns, hasByteOrderMark: false), [Full, new object?[6]]);
        ExportFile
            .Text(csv)
            .ShouldBe("名称,数量,比率,达标,日期,时刻\r\n'=甲,-12,-0.5,是,2022-06-30,2022-06-30T09:00:00+08:00\r\n,,,,,\r\n");

        var xlsx = await WriteAsync(stream => new WorkbookTable(stream, "表", "说明", Columns), [Full, new object?[6]]);
        ExportFile.Errors(xlsx).ShouldBeEmpty();
        var rows = ExportFile.Sheets(xlsx)["表"];
        rows[1].ShouldBe(["s =甲", "n -12", "n -0.5", "b 1", "d 44742", "d 44742.375"]);
        rows[2].ShouldBe(["", "", "", "", "", ""]);
    }

    /// <summary>The format lets it be left out, but npm's exceljs reads no workbook without it.</summary>
    [Fact]
    public async Task Every_cell_has_its_reference()
    {
        var xlsx = await WriteAsync(stream => new WorkbookTable(stream, "表", "说明", Columns), [Full, new object?[6]]);
        ExportFile.CellsWithoutReference(xlsx).ShouldBe(0);
    }

    /// <summary>The library that reads sheets in, and the guard for strings, say how a cell is written.</summary>
    [Fact]
    public async Task A_cell_of_bytes_is_written_as_the_dialect_says()
    {
        string[] pieces =
        [
            "",
            "甲",
            "a",
            " ",
            "\t",
            "\"",
            ",",
            "\r",
            "\n",
            "'",
            "=",
            "+",
            "-",
            "@",
            "＝",
            "＋",
            "－",
            "＠",
            "、",
            "𠮷",
            "_x0041_",
        ];
        var texts = (from first in pieces from second in pieces from third in pieces select first + second + third).ToList();
        ExportColumn[] columns = [Columns[0], Columns[0]];
        using var expected = new MemoryStream();
        using (var csv = CsvHelper.CsvWriter.Create(expected, CsvDialect.Options(hasByteOrderMark: true), leaveOpen: true))
        {
            csv.WriteHeader(["名称", "名称"]);
            foreach (var text in texts)
            {
                csv.WriteRecord([FormulaGuard.Add(text), FormulaGuard.Add(text)]);
            }
        }

        foreach (var asBytes in (bool[])[true, false])
        {
            using var stream = new MemoryStream();
            await using var table = new CsvTable(stream, columns, hasByteOrderMark: true);
            await table.StartAsync(default);
            foreach (var text in texts)
            {
                Write(table, text, asBytes);
                Write(table, text, asBytes);
                await table.EndRowAsync(default);
            }

            await table.EndAsync([], default);
            ExportFile.Text(stream.ToArray()).ShouldBe(ExportFile.Text(expected.ToArray()));
        }
    }

    /// <summary>Values that come as text are the same cells.</summary>
    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Texts_of_values_are_the_values(string format)
    {
        (string Text, object Value, int Column)[] cells =
        [
            ("-12", -12L, 1),
            ("1234567890123456", 1_234_567_890_123_456L, 1),
            ("0.50", 0.50m, 2),
            ("1e-7", 0.0000001m, 2),
            ("0.12345678901234567890123456789012345", 0.1234567890123456789012345679m, 2),
            ("true", true, 3),
            ("false", false, 3),
            ("2022-06-30", new DateOnly(2022, 6, 30), 4),
            ("1899-01-01", new DateOnly(1899, 1, 1), 4),
            ("_x0041_\u0001" + new string('长', 40_000), "_x0041_\u0001" + new string('长', 40_000), 0),
        ];
        var columns = cells.Select(cell => Columns[cell.Column]).ToArray();
        var values = await FileAsync(table => Array.ForEach(cells, cell => table.Value(cell.Value)));
        var texts = await FileAsync(table => Array.ForEach(cells, cell => table.Text(Encoding.UTF8.GetBytes(cell.Text))));
        texts.ShouldBe(values);

        async Task<byte[]> FileAsync(Action<ITableWriter> write)
        {
            using var stream = new MemoryStream();
            await using (
                ITableWriter table =
                    format == "csv"
                        ? new CsvTable(stream, columns, hasByteOrderMark: false)
                        : new WorkbookTable(stream, "表", "说明", columns)
            )
            {
                await table.StartAsync(default);
                write(table);
                await table.EndRowAsync(default);
                write(table);
                await table.EndRowAsync(default);
                await table.EndAsync([], default);
            }

            return format == "csv" ? stream.ToArray() : ExportOracle.SheetOf(stream.ToArray());
        }
    }

    private static void Write(CsvTable table, string text, bool asBytes)
    {
        if (asBytes)
        {
            table.Text(Encoding.UTF8.GetBytes(text));
        }
        else
        {
            table.Value(text);
        }
    }

    [Fact]
    public async Task Days_that_spreadsheets_count_wrongly_are_texts()
    {
        object?[][] rows =
        [
            [new DateOnly(1900, 2, 28)],
            [new DateOnly(1900, 3, 1)],
            [new DateOnly(9999, 12, 31)],
        ];
        var xlsx = await WriteAsync(stream => new WorkbookTable(stream, "表", "说明", [Columns[4]]), rows);
        ExportFile.Errors(xlsx).ShouldBeEmpty();
        ExportFile.Sheets(xlsx)["表"].Skip(1).Select(row => row.Single()).ShouldBe(["s 1900-02-28", "d 61", "d 2958465"]);
    }

    [Theory]
    [InlineData("a\u0001b\u001Fc", "a\uFFFDb\uFFFDc")]
    [InlineData("_x0041_ <&> \"'", "_x0041_ <&> \"'")]
    [InlineData("两行\n文字 ", "两行\n文字 ")]
    public async Task A_workbook_holds_any_text(string text, string read)
    {
        var xlsx = await WriteAsync(
            stream => new WorkbookTable(stream, "a/b:*?[c]", "说明", Columns[..1]),
            [
                [text],
            ]
        );
        ExportFile.Errors(xlsx).ShouldBeEmpty();
        var cell = ExportFile.Sheets(xlsx).First().Value[1].Single();
        cell[2..].Replace("_x005F_", "_", StringComparison.Ordinal).ShouldBe(read);
    }

    [Fact]
    public async Task What_a_spreadsheet_cannot_hold_is_cut_or_kept_as_text()
    {
        ExportColumn[] columns = [Columns[0], Columns[1]];
        var xlsx = await WriteAsync(
            stream => new WorkbookTable(stream, "表", "说明", columns),
            [
                [new string('长', 40_000), 1_234_567_890_123_456L],
            ]
        );
        ExportFile.Errors(xlsx).ShouldBeEmpty();
        var row = ExportFile.Sheets(xlsx)["表"][1];
        (row[0].Length - 2, row[0][^1], row[1]).ShouldBe((WorkbookText.CharactersMax, '…', "s 1234567890123456"));
    }

    [Fact]
    public async Task Rows_that_do_not_fit_go_on_the_next_sheet()
    {
        var rows = Enumerable.Range(1, 5).Select(object?[] (number) => [number.ToString(CultureInfo.InvariantCulture)]);
        var xlsx = await WriteAsync(stream => new WorkbookTable(stream, "表", "说明", Columns[..1], sheetRowsMax: 3), rows);
        ExportFile.Errors(xlsx).ShouldBeEmpty();
        var sheets = ExportFile.Sheets(xlsx);
        sheets.Keys.ShouldBe(["表", "表 2", "表 3", "说明"]);
        sheets["表 2"].Select(row => row.Single()).ShouldBe(["s 名称", "s 3", "s 4"]);
        sheets["表 3"].Select(row => row.Single()).ShouldBe(["s 名称", "s 5"]);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task A_row_that_was_written_is_forgotten_and_its_bytes_are_passed_on(string format)
    {
        const int rows = 60_000;
        await using var output = new CountingStream();
        await using ITableWriter table =
            format == "csv" ? new CsvTable(output, Columns, hasByteOrderMark: false) : new WorkbookTable(output, "表", "说明", Columns);
        await table.StartAsync(default);
        var early = await EarlyAsync(table);
        long passedOn = 0,
            longest = 0,
            since = 0;
        for (var number = 0; number < rows; number++)
        {
            await WriteOneAsync(table, number);
            since++;
            if (output.Bytes != passedOn)
            {
                (passedOn, longest, since) = (output.Bytes, Math.Max(longest, since), 0);
            }
        }

        GC.Collect();
        GC.WaitForPendingFinalizers();
        GC.Collect();
        early.Count(one => one.IsAlive).ShouldBe(0);
        // However long the table is, what waits inside is no more than a few thousand rows.
        Math.Max(longest, since).ShouldBeLessThan(rows / 10);
        await table.EndAsync([], default);
    }

    // In methods of their own, so that no variable keeps what they make.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task<List<WeakReference>> EarlyAsync(ITableWriter table)
    {
        var early = new List<WeakReference>();
        for (var number = 0; number < 100; number++)
        {
            var text = new StringBuilder("合成学会").Append(number).ToString();
            early.Add(new WeakReference(text));
            await table.WriteAsync([text, (long)number, null, null, null, null], default);
        }

        return early;
    }

    [MethodImpl(MethodImplOptions.NoInlining)]
    private static async Task WriteOneAsync(ITableWriter table, int number) =>
        await table.WriteAsync(
            [$"合成学会{number * 7919 % 100_003}", (long)number, number / 7m, number % 2 == 0, new DateOnly(2022, 6, 30), null],
            default
        );

    private static async Task<byte[]> WriteAsync(Func<Stream, ITableWriter> open, IEnumerable<object?[]> rows)
    {
        using var stream = new MemoryStream();
        await using (var table = open(stream))
        {
            await table.StartAsync(default);
            foreach (var row in rows)
            {
                await table.WriteAsync(row, default);
            }

            await table.EndAsync([new ExportFact("行数", "2")], default);
        }

        return stream.ToArray();
    }

    private sealed class CountingStream : Stream
    {
        public long Bytes { get; private set; }

        public override bool CanRead => false;

        public override bool CanSeek => false;

        public override bool CanWrite => true;

        public override long Length => throw new NotSupportedException();

        public override long Position
        {
            get => throw new NotSupportedException();
            set => throw new NotSupportedException();
        }

        public override void Write(byte[] buffer, int offset, int count) => Bytes += count;

        public override void Flush() { }

        public override int Read(byte[] buffer, int offset, int count) => throw new NotSupportedException();

        public override long Seek(long offset, SeekOrigin origin) => throw new NotSupportedException();

        public override void SetLength(long value) => throw new NotSupportedException();
    }
}
