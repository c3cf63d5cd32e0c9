using System.Text;
using SocietyParty.Etl.Report.Office;

namespace SocietyParty.Graph.Tests.Etl.Report;

public sealed class PdfOutlineTests
{
    [Fact]
    public void Titles_have_the_places_of_their_pages() =>
        Read(
                """
                <</Count 0/Title<FEFF4E003001>
                /Dest[7 0 R/XYZ 111.35 736.539 0]/Parent 84 0 R>>
                <</Count 0/Title<FEFF0041>
                /Dest[22 0 R/XYZ 111.35 707.589 0]/Parent 84 0 R>>
                <</Type/Pages
                /Kids[ 4 0 R 7 0 R 22 0 R ]
                /Count 3>>
                """
            )
            .ShouldBe([("一、", 1), ("A", 2)]);

    [Theory]
    [InlineData("")]
    [InlineData("%PDF-1.7 <</Type/ObjStm/N 3>>")]
    [InlineData("/Title<FEFF0041>/Dest[7 0 R/XYZ 1 2 0]")]
    [InlineData("/Title<FEFF0041>/Dest[7 0 R/XYZ 1 2 0] /Type/Pages /Kids[ 1 0 R ]")]
    public void What_is_written_otherwise_has_none(string pdf) => Read(pdf).ShouldBeEmpty();

    private static IReadOnlyList<(string Title, int Page)> Read(string pdf) => PdfOutline.Read(Encoding.Latin1.GetBytes(pdf));
}
