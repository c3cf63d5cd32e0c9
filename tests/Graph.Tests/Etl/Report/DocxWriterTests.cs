using System.Globalization;
using System.IO.Compression;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SocietyParty.Etl.Report.Docx;
using SocietyParty.Etl.Report.Model;

namespace SocietyParty.Graph.Tests.Etl.Report;

public sealed class DocxWriterTests
{
    [Theory]
    [InlineData("zh")]
    [InlineData("en")]
    public async Task A_document_and_the_workbooks_in_it_are_valid(string language)
    {
        using var file = Open(await WrittenReport.DocxAsync(SampleReport.Chinese with { Language = language }));
        WrittenReport.Problems(file).ShouldBeEmpty();
        var charts = file.MainDocumentPart!.ChartParts.ToList();
        charts.Count.ShouldBe(6);
        foreach (var chart in charts)
        {
            using var data = chart.EmbeddedPackagePart!.GetStream();
            using var workbook = SpreadsheetDocument.Open(data, isEditable: false);
            WrittenReport.Problems(workbook).ShouldBeEmpty();
        }
    }

    [Fact]
    public async Task The_same_report_has_the_same_bytes_in_another_culture_and_at_another_time()
    {
        var first = await WrittenReport.DocxAsync(SampleReport.Chinese);
        var culture = CultureInfo.CurrentCulture;
        try
        {
            CultureInfo.CurrentCulture = Cultures.Comma;
            (await WrittenReport.DocxAsync(SampleReport.Chinese)).ShouldBe(first);
        }
        finally
        {
            CultureInfo.CurrentCulture = culture;
        }

        using var archive = new ZipArchive(new MemoryStream(first));
        archive.Entries.ShouldAllBe(entry => entry.LastWriteTime.DateTime == new DateTime(1980, 1, 1));
        archive.Entries.Skip(1).Select(entry => entry.FullName).ShouldBeInOrder(SortDirection.Ascending, StringComparer.Ordinal);
    }

    [Fact]
    public async Task Each_number_of_a_table_is_that_of_the_report()
    {
        using var file = Open(await WrittenReport.DocxAsync(SampleReport.Chinese));
        var grids = file.MainDocumentPart!.Document.Body!.Elements<Table>().ToList();
        var tables = SampleReport.Chinese.Tables.ToList();
        grids.Count.ShouldBe(tables.Count);
        var compared = 0;
        foreach (var (table, grid) in tables.Zip(grids))
        {
            var rows = grid.Elements<TableRow>().Skip(1).ToList();
            rows.Count.ShouldBe(table.Rows.Count);
            foreach (var (row, line) in table.Rows.Zip(rows))
            {
                foreach (var (place, cell) in row.Cells.Index())
                {
                    var text = line.Elements<TableCell>().ElementAt(place).InnerText;
                    Expected(table.Columns[place].Kind, cell).ShouldBe(Read(text), $"{table.Id}/{row.Key}/{table.Columns[place].Key}");
                    compared++;
                }
            }
        }

        compared.ShouldBeGreaterThan(300);
    }

    [Fact]
    public async Task What_is_hidden_is_in_no_part()
    {
        var parts = WrittenReport.Parts(await WrittenReport.DocxAsync(SampleReport.Chinese)).ToList();
        parts.ShouldContain(part => part.Name.Contains(".xlsx/xl/worksheets"));
        parts.ShouldAllBe(part => !part.Text.Contains("471123") && !part.Text.Contains("471,123"));
    }

    [Fact]
    public async Task Captions_and_headings_are_numbered_and_references_lead_to_them()
    {
        using var file = Open(await WrittenReport.DocxAsync(SampleReport.Chinese));
        var body = file.MainDocumentPart!.Document.Body!;
        Texts(body, "TableCaption").Select(Label).ShouldBe(["表1-1", "表2-1", "表2-2", "表A-1", "表B-1"]);
        Texts(body, "FigureCaption").Select(Label).ShouldBe(["图1-1", "图2-1", "图2-2", "图2-3", "图2-4", "图2-5"]);
        Texts(body, "Heading1").ShouldBe(["一、概况与方法", "二、党员与分类"]);
        Texts(body, "Heading2").ShouldBe(["（一）总体情况", "（二）数据与方法", "（一）考核"]);
        Texts(body, "Heading3").ShouldBe(["1.计算规则"]);
        Texts(body, "AppendixHeading").ShouldBe(["附录A　未建党组织的科技社团", "附录B　定义与依据"]);
        Texts(body, "Toc1")
            .Where(line => line.Length > 0)
            .ShouldBe(["一、概况与方法", "二、党员与分类", "附录A　未建党组织的科技社团", "附录B　定义与依据"]);

        var marks = body.Descendants<BookmarkStart>().Select(mark => mark.Name!.Value!).ToList();
        marks.ShouldBeUnique();
        var codes = body.Descendants<FieldCode>().Select(code => code.Text.Trim().Split(' ')).ToList();
        codes.Where(code => code[0] is "REF" or "PAGEREF").Select(code => code[1]).ShouldBeSubsetOf(marks);
        codes.Count(code => code[0] == "REF").ShouldBe(7);
        body.Descendants<Hyperlink>().Select(link => link.Anchor!.Value!).ShouldBeSubsetOf(marks);
    }

    [Fact]
    public async Task An_English_report_has_English_numbers()
    {
        using var file = Open(await WrittenReport.DocxAsync(SampleReport.English));
        var body = file.MainDocumentPart!.Document.Body!;
        Texts(body, "TableCaption").Select(text => text[..text.IndexOf("  ", StringComparison.Ordinal)]).First().ShouldBe("Table 1-1");
        Texts(body, "FigureCaption")[1].ShouldStartWith("Figure 2-1  ");
        Texts(body, "AppendixHeading")[1].ShouldStartWith("Appendix B  ");
        Texts(body, "TOCHeading").ShouldBe(["Contents"]);
        body.InnerText.ShouldContain("Draft for comments");
    }

    [Fact]
    public async Task The_cover_has_no_page_number_and_appendices_lie()
    {
        using var file = Open(await WrittenReport.DocxAsync(SampleReport.Chinese));
        var sections = file.MainDocumentPart!.Document.Body!.Descendants<SectionProperties>().ToList();
        sections.Select(section => section.Elements<FooterReference>().Count()).ShouldBe([0, 2, 2, 2]);
        sections.Select(section => section.GetFirstChild<PageNumberType>()?.Start?.Value).ShouldBe([null, 1, 1, null]);
        sections
            .Select(section => section.GetFirstChild<PageSize>()!.Orient?.Value == PageOrientationValues.Landscape)
            .ShouldBe([false, false, false, true]);
    }

    [Fact]
    public async Task A_long_table_prints_its_first_rows_and_its_totals_and_names_the_sheet()
    {
        var table = SampleReport.Uncovered("T9", 5_000);
        var total = table.Rows[0] with { Key = "total", IsTotal = true };
        using var file = Open(await WrittenReport.DocxAsync(WrittenReport.Of(table with { Rows = [.. table.Rows, total] })));
        var body = file.MainDocumentPart!.Document.Body!;
        body.Elements<Table>().Single().Elements<TableRow>().Count().ShouldBe(1 + DocxLimits.TableRowsMax + 1);
        Texts(body, "TableNote")[0].ShouldBe("本表共5,001行，此处列前300行和合计，全部见工作簿的工作表“表1-1 未建党组织的科技社团名册”。");
    }

    [Fact]
    public async Task A_table_of_as_many_rows_as_are_printed_needs_no_note()
    {
        var table = SampleReport.Uncovered("T9", DocxLimits.TableRowsMax);
        using var file = Open(await WrittenReport.DocxAsync(WrittenReport.Of(table)));
        Texts(file.MainDocumentPart!.Document.Body!, "TableNote").Count.ShouldBe(1);
    }

    [Fact]
    public async Task A_report_without_anything_in_it_is_valid()
    {
        using var file = Open(await WrittenReport.DocxAsync(SampleReport.Chinese with { Blocks = [] }));
        WrittenReport.Problems(file).ShouldBeEmpty();
        file.MainDocumentPart!.Document.Body!.InnerText.ShouldContain("合成市");
    }

    [Fact]
    public async Task A_chart_without_values_is_valid_in_an_appendix_too_and_fits_the_page()
    {
        var charts = SampleReport.Chinese.Charts.ToList();
        var bare = charts.Select(chart =>
            chart with
            {
                Categories = [],
                Series = [.. chart.Series.Select(one => one with { Values = [] })],
            }
        );
        var tall = charts[1] with
        {
            Id = "F9",
            Categories = [.. Enumerable.Range(0, 40).Select(place => $"党委{place}")],
            Series = [new ReportSeries("个数", [.. Enumerable.Repeat<decimal?>(7, 40)])],
        };
        ReportBlock[] blocks =
        [
            new HeadingBlock(1, "图", IsAppendix: true),
            .. bare.Append(tall).Select(chart => new ChartBlock(chart)),
            new HeadingBlock(1, "又一章"),
        ];
        using var file = Open(await WrittenReport.DocxAsync(SampleReport.Chinese with { Blocks = blocks }));
        WrittenReport.Problems(file).ShouldBeEmpty();
        var body = file.MainDocumentPart!.Document.Body!;
        body.Descendants<DocumentFormat.OpenXml.Drawing.Wordprocessing.Extent>().ShouldAllBe(size => size.Cy! < 156 * 36_000);
        body.Descendants<SectionProperties>()
            .Select(section => section.GetFirstChild<PageSize>()!.Orient?.Value == PageOrientationValues.Landscape)
            .ShouldBe([false, false, true, false]);
    }

    [Fact]
    public async Task Letters_that_XML_cannot_hold_are_left_out()
    {
        var table = SampleReport.Bands() with { Title = "有\u0001控制符\ud800的\ud83d\ude00题" };
        using var file = Open(await WrittenReport.DocxAsync(WrittenReport.Of(table)));
        Texts(file.MainDocumentPart!.Document.Body!, "TableCaption").Single().ShouldEndWith("有控制符的\ud83d\ude00题");
    }

    private static WordprocessingDocument Open(byte[] file) => WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);

    private static List<string> Texts(Body body, string style) =>
        [
            .. body.Descendants<Paragraph>()
                .Where(paragraph => paragraph.ParagraphProperties?.ParagraphStyleId?.Val?.Value == style)
                .Select(paragraph => string.Concat(paragraph.Descendants().Select(Shown))),
        ];

    private static string Shown(OpenXmlElement element) =>
        element switch
        {
            Text text => text.Text,
            NoBreakHyphen => "-",
            _ => "",
        };

    private static string Label(string caption) => caption.Split('　')[0];

    // As a person reads a cell: a number where it is one.
    private static object Read(string text) =>
        decimal.TryParse(text.TrimEnd('%'), NumberStyles.Number, CultureInfo.InvariantCulture, out var number)
        && text.All(letter => char.IsAsciiDigit(letter) || letter is '.' or ',' or '-' or '%')
            ? number
            : text;

    private static object Expected(CellKind kind, ReportCell cell) =>
        cell switch
        {
            { IsHidden: true } => "*",
            { Number: { } number } => kind switch
            {
                CellKind.Rate => Math.Round(number * 100, 1, MidpointRounding.AwayFromZero),
                CellKind.Score => Math.Round(number, 2, MidpointRounding.AwayFromZero),
                _ => number,
            },
            { Day: { } day } => $"{day:yyyy-MM-dd}",
            { Text: { } text } => Read(text),
            _ => "—",
        };
}
