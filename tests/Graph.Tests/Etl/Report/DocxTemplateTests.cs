using System.Text;
using DocumentFormat.OpenXml;
using DocumentFormat.OpenXml.Packaging;
using DocumentFormat.OpenXml.Wordprocessing;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Etl.Report.Wording;

namespace SocietyParty.Graph.Tests.Etl.Report;

/// <summary>A template is a report whose look somebody changed.</summary>
public sealed class DocxTemplateTests
{
    [Fact]
    public async Task Styles_are_found_by_name_and_bring_fonts_page_and_footers()
    {
        var template = await TemplateAsync(part =>
        {
            Renumber(part.StyleDefinitionsPart!.Styles!);
            foreach (var fonts in part.StyleDefinitionsPart.Styles!.Descendants<RunFonts>())
            {
                fonts.EastAsia = "华文中宋";
            }

            foreach (var section in part.Document.Descendants<SectionProperties>())
            {
                section.GetFirstChild<PageMargin>()!.Left = 2_000;
            }

            part.FooterParts.First().Footer = new Footer(new Paragraph(new DocumentFormat.OpenXml.Wordprocessing.Run(new Text("合成市"))));
        });
        using var file = Open(await WrittenReport.DocxAsync(SampleReport.Chinese, template));
        WrittenReport.Problems(file).ShouldBeEmpty();
        var part = file.MainDocumentPart!;
        var known = part.StyleDefinitionsPart!.Styles!.Elements<Style>().Select(style => style.StyleId!.Value!).ToList();
        known.ShouldAllBe(id => id.StartsWith('a'));
        part.Document.Descendants<ParagraphStyleId>().Select(style => style.Val!.Value!).ShouldBeSubsetOf(known);
        part.Document.Descendants<TableStyle>().Select(style => style.Val!.Value!).ShouldBeSubsetOf(known);
        part.StyleDefinitionsPart.Styles.Descendants<RunFonts>().ShouldAllBe(fonts => fonts.EastAsia!.Value == "华文中宋");
        part.ChartParts.ShouldNotBeEmpty();
        part.ChartParts.SelectMany(chart => chart.ChartSpace!.Descendants<DocumentFormat.OpenXml.Drawing.EastAsianFont>())
            .ShouldAllBe(font => font.Typeface!.Value == "华文中宋");
        part.FooterParts.Select(footer => footer.Footer.InnerText).ShouldContain("合成市");
        // The template ends with appendices; chapters stand all the same.
        part.Document.Body!.Descendants<PageSize>().Select(size => size.Width! < size.Height!).ShouldBe([true, true, true, false]);
        part.Document.Body!.Descendants<SectionProperties>().First().GetFirstChild<PageMargin>()!.Left!.Value.ShouldBe(2_000u);
    }

    [Fact]
    public async Task The_same_template_gives_the_same_bytes()
    {
        var template = await TemplateAsync(_ => { });
        (await WrittenReport.DocxAsync(SampleReport.Chinese, template)).ShouldBe(
            await WrittenReport.DocxAsync(SampleReport.Chinese, template)
        );
    }

    [Theory]
    [InlineData("Table Note")]
    [InlineData("Three Line Table")]
    [InlineData("heading 2")]
    public async Task A_missing_style_is_named(string name)
    {
        var template = await TemplateAsync(part =>
            part.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(style => style.StyleName!.Val == name).Remove()
        );
        var refused = await Should.ThrowAsync<ReportException>(() => WrittenReport.DocxAsync(SampleReport.Chinese, template));
        refused.Code.ShouldBe("SP-REPORT-301");
        refused.Message.ShouldContain($"“{name}”");
    }

    [Fact]
    public async Task A_paragraph_style_does_not_stand_for_that_of_a_table()
    {
        var template = await TemplateAsync(part =>
            part.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(style => style.StyleName!.Val == "Three Line Table").Type =
                StyleValues.Paragraph
        );
        var refused = await Should.ThrowAsync<ReportException>(() => WrittenReport.DocxAsync(SampleReport.Chinese, template));
        refused.Message.ShouldContain("no table style named “Three Line Table”");
    }

    [Fact]
    public async Task What_is_no_document_is_refused()
    {
        var refused = await Should.ThrowAsync<ReportException>(() =>
            WrittenReport.DocxAsync(SampleReport.Chinese, Encoding.UTF8.GetBytes("not a document"))
        );
        refused.Code.ShouldBe("SP-REPORT-302");
        var workbook = await WrittenReport.XlsxAsync(SampleReport.Chinese);
        (await Should.ThrowAsync<ReportException>(() => WrittenReport.DocxAsync(SampleReport.Chinese, workbook))).Code.ShouldBe(
            refused.Code
        );
    }

    [Fact]
    public async Task Headings_that_the_template_numbers_get_no_number_of_ours()
    {
        var template = await TemplateAsync(part =>
        {
            var heading = part.StyleDefinitionsPart!.Styles!.Elements<Style>().Single(style => style.StyleName!.Val == "heading 1");
            heading.StyleParagraphProperties!.NumberingProperties = new NumberingProperties(new NumberingId { Val = 1 });
            part.AddNewPart<NumberingDefinitionsPart>().Numbering = new Numbering(
                new AbstractNum(
                    new Level(
                        new StartNumberingValue { Val = 1 },
                        new NumberingFormat { Val = NumberFormatValues.ChineseCountingThousand },
                        new LevelText { Val = "%1、" }
                    )
                    {
                        LevelIndex = 0,
                    }
                )
                {
                    AbstractNumberId = 0,
                },
                new NumberingInstance(new AbstractNumId { Val = 0 }) { NumberID = 1 }
            );
        });
        using var file = Open(await WrittenReport.DocxAsync(SampleReport.Chinese, template));
        file.MainDocumentPart!.NumberingDefinitionsPart.ShouldNotBeNull();
        var headings = file.MainDocumentPart.Document.Body!.Elements<Paragraph>().Select(paragraph => paragraph.InnerText);
        headings.ShouldContain("概况与方法");
    }

    private static WordprocessingDocument Open(byte[] file) => WordprocessingDocument.Open(new MemoryStream(file), isEditable: false);

    private static async Task<byte[]> TemplateAsync(Action<MainDocumentPart> change)
    {
        using var stream = new MemoryStream();
        stream.Write(await WrittenReport.DocxAsync(SampleReport.Chinese));
        using (var file = WordprocessingDocument.Open(stream, isEditable: true))
        {
            change(file.MainDocumentPart!);
        }

        return stream.ToArray();
    }

    // As Chinese Word and WPS do.
    private static void Renumber(Styles styles)
    {
        var ids = styles.Elements<Style>().Select((style, place) => (Old: style.StyleId!.Value!, New: $"a{place}")).ToDictionary();
        foreach (var style in styles.Elements<Style>())
        {
            style.StyleId = ids[style.StyleId!.Value!];
            if (style.BasedOn is { } parent)
            {
                parent.Val = ids[parent.Val!.Value!];
            }
        }
    }
}
