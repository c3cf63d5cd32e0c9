using SocietyParty.Etl.Import.Sheets;

namespace SocietyParty.Graph.Tests.Etl.Import.Sheets;

/// <summary>Several texts in one cell.</summary>
public sealed class ListTextTests
{
    [Theory]
    [InlineData("甲；乙;丙、丁\n戊", "甲|乙|丙|丁|戊")]
    [InlineData(" ；甲 ；； 乙 ", "甲|乙")]
    [InlineData("\"甲、乙\"；丙", "甲、乙|丙")]
    [InlineData("\"甲\"\"；乙\" ；丙", "甲\"；乙|丙")]
    // A mark that no other one closes before a separator belongs to the text, as it did before.
    [InlineData("\"甲\"学会、乙", "\"甲\"学会|乙")]
    [InlineData("\"甲、乙", "\"甲|乙")]
    [InlineData("5\"甲、乙", "5\"甲|乙")]
    [InlineData("\"\"、乙", "\"\"|乙")]
    public void A_cell_is_divided_into_its_texts(string cell, string texts) => string.Join('|', ListText.Split(cell)).ShouldBe(texts);

    [Theory]
    [InlineData("甲", "乙")]
    [InlineData("甲、乙", "\"丙\"", "丁\"戊", "己；\"庚\"", "\"")]
    [InlineData("一\n二", ";", "、、")]
    public void What_is_joined_is_divided_again(params string[] texts) => ListText.Split(ListText.Join(texts)).ShouldBe(texts);
}
