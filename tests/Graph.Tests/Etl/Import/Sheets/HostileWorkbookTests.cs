using System.IO.Compression;
using System.Text;
using SocietyParty.Etl.Import.Sheets;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Graph.Tests.Etl.Import.Sheets;

/// <summary>Files that were made to hurt: each is refused by a limit that has a name, or harmless.</summary>
public class HostileWorkbookTests
{
    private static readonly SheetKind Societies = SheetKind.Find("societies")!;
    private static readonly string[] Header = ["社团名称"];

    public static TheoryData<string, SheetLimits> Limits =>
        new()
        {
            { nameof(SheetLimits.FileBytesMax), new SheetLimits(FileBytesMax: 500) },
            { nameof(SheetLimits.UncompressedBytesMax), new SheetLimits(UncompressedBytesMax: 1_000) },
            { nameof(SheetLimits.PartsMax), new SheetLimits(PartsMax: 4) },
            { nameof(SheetLimits.SheetsMax), new SheetLimits(SheetsMax: 1) },
            { nameof(SheetLimits.SharedTextsMax), new SheetLimits(SharedTextsMax: 1) },
            { nameof(SheetLimits.RowsMax), new SheetLimits(RowsMax: 1) },
            { nameof(SheetLimits.ColumnsMax), new SheetLimits(ColumnsMax: 2) },
            { nameof(SheetLimits.CharactersMax), new SheetLimits(CharactersMax: 6) },
        };

    [Theory, MemberData(nameof(Limits))]
    public void Too_much_is_refused_by_name(string name, SheetLimits limits)
    {
        var file = Workbooks.Of(
            [
                (
                    "甲",
                    "",
                    Workbooks.Data([
                        ["社团名称", "类型"],
                        ["合成甲学会"],
                        ["合成乙丙丁学会", "", "多"],
                    ])
                ),
                ("乙", "", "<sheetData/>"),
            ],
            shared: "<si><t>一</t></si><si><t>二</t></si>"
        );
        var problem = Workbooks.Read(Societies, file, limits: limits).Problems.First(problem => problem.Code == "SP-IMPORT-103");
        problem.Expected(Language.English).ShouldContain(name);
    }

    [Fact]
    public void A_package_is_unpacked_no_further_than_its_limit_whatever_it_states()
    {
        using var stream = new MemoryStream();
        stream.Write(Workbooks.OfRows(Header, ["合成甲"]));
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            using var part = zip.CreateEntry("xl/media/bomb.bin", CompressionLevel.SmallestSize).Open();
            for (var at = 0; at < 40; at++)
            {
                part.Write(new byte[1_000_000]);
            }
        }
        var file = stream.ToArray();
        var limits = new SheetLimits(UncompressedBytesMax: 10_000_000);
        Workbooks.Read(Societies, file, limits: limits).Problems.ShouldHaveSingleItem().Code.ShouldBe("SP-IMPORT-103");
        // The uncompressed sizes of both directories, overwritten.
        for (var at = 0; at < file.Length - 4; at++)
        {
            if (BitConverter.ToUInt32(file, at) == 40_000_000)
            {
                BitConverter.GetBytes(100U).CopyTo(file, at);
            }
        }
        file.Length.ShouldBeLessThan(100_000);
        // Refused, or unpacked no further than it says: either way the bomb stays where it is.
        Workbooks
            .Read(Societies, file, limits: limits)
            .Problems.ShouldAllBe(problem => problem.Code == "SP-IMPORT-102" || problem.Code == "SP-IMPORT-103");
    }

    [Fact]
    public void Elements_inside_elements_end_nothing()
    {
        var deep = string.Concat(Enumerable.Repeat("<x>", 200_000)) + string.Concat(Enumerable.Repeat("</x>", 200_000));
        var data = Workbooks.Data([Header, ["合成甲"]]).Replace("<row r=\"2\">", "<row r=\"2\">" + deep, StringComparison.Ordinal);
        var reading = Workbooks.Read(Societies, Workbooks.Of([("表", "", data)]));
        (reading.Records.Count + reading.Problems.Count).ShouldBe(1);
    }

    [Fact]
    public void A_document_type_with_entities_is_refused()
    {
        using var stream = new MemoryStream();
        stream.Write(Workbooks.OfRows(Header, ["合成甲"]));
        using (var zip = new ZipArchive(stream, ZipArchiveMode.Update, leaveOpen: true))
        {
            zip.GetEntry("xl/worksheets/sheet1.xml")!.Delete();
            using var part = zip.CreateEntry("xl/worksheets/sheet1.xml").Open();
            part.Write(
                Encoding.UTF8.GetBytes(
                    "<!DOCTYPE x [<!ENTITY a SYSTEM \"file:///etc/passwd\">]><worksheet "
                        + "xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\">"
                        + Workbooks.Data([Header, ["&a;"]])
                        + "</worksheet>"
                )
            );
        }
        Workbooks.Read(Societies, stream.ToArray()).Problems.ShouldHaveSingleItem().Code.ShouldBe("SP-IMPORT-102");
    }

    [Theory]
    [InlineData("<sheetData><row r=\"1\"><c r=\"A1\" t=\"s\"><v>5</v></c></row></sheetData>")]
    [InlineData("<sheetData><row r=\"99999999999\"><c r=\"A-1\" t=\"inlineStr\"><is><t>社团名称</t></is></c></row></sheetData>")]
    [InlineData("<sheetData><row><c t=\"s\"><v>-1</v></c><c><v>1e999</v></c><c s=\"1\"><v>NaN</v></c></row></sheetData>")]
    [InlineData("<sheetData><row>")]
    [InlineData("")]
    public void Nonsense_is_a_problem_and_no_failure(string content) =>
        Workbooks.Read(Societies, Workbooks.Of([("表", "", content)])).Problems.ShouldNotBeEmpty();

    [Theory]
    [InlineData("=cmd|' /C calc'!A0")]
    [InlineData("+1")]
    [InlineData("-1")]
    [InlineData("@SUM(A1)")]
    [InlineData("＝1")]
    [InlineData("'=1")]
    public void What_looks_like_a_formula_is_written_as_a_text(string name)
    {
        var row = Societies.Columns.Select((_, index) => index == 0 ? (object?)name : null).ToArray();
        var csv = SheetTemplate.Write(Societies, SheetFormat.Csv, [row]);
        Encoding.UTF8.GetString(csv).ShouldContain("'" + name);
        Workbooks.Read(Societies, csv, "list.csv").Records.ShouldHaveSingleItem().Values[0].ShouldBe(name);
        Workbooks
            .Read(Societies, SheetTemplate.Write(Societies, SheetFormat.Xlsx, [row]))
            .Records.ShouldHaveSingleItem()
            .Values[0]
            .ShouldBe(name);
    }
}
