using SocietyParty.Rules;

namespace SocietyParty.Graph.Tests.Rules;

public sealed class PlainTextTests
{
    [Theory]
    [InlineData("", "")]
    [InlineData("市级", "市级")]
    [InlineData("NO.1", "NO.1")]
    [InlineData("No.1", "NO.1")]
    [InlineData("ａ类", "A类")]
    [InlineData(" 市　级 ", "市级")]
    [InlineData("市\u00A0级", "市级")]
    [InlineData("é", "É")]
    [InlineData("𠮷ｚ", "𠮷Z")]
    public void A_word_is_narrow_without_blanks_and_in_capitals(string text, string word) => PlainText.Word(text).ShouldBe(word);
}
