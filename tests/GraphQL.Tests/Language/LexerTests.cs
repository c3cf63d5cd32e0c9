using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.Tests.Language;

public class LexerTests
{
    [Theory]
    [InlineData(
        """
            "simple"
            """,
        "simple"
    )]
    [InlineData("\"\"", "")]
    [InlineData(
        """
            "quote \" slash \\ \/ \b\f\n\r\t"
            """,
        "quote \" slash \\ / \b\f\n\r\t"
    )]
    [InlineData(
        """
            "\u4E2D\u{6587}\u{1F600}\uD83D\uDE00"
            """,
        "中文😀😀"
    )]
    [InlineData("\"\\u{0}\\u{41}\\u{00000042}\\u{10ffff}\"", "\0AB\U0010FFFF")]
    [InlineData("\"\\uD83D\\uDE00\\uDBFF\\uDFFF😀\"", "😀\U0010FFFF😀")]
    [InlineData("\"\"\"\\u{41}\\n\"\"\"", "\\u{41}\\n")]
    [InlineData("\"\"\"one\"\"\"", "one")]
    [InlineData("\"\"\"\n    a\n      b\n\n    c\n  \"\"\"", "a\n  b\n\nc")]
    [InlineData("\"\"\"has \\\"\"\" inside\"\"\"", "has \"\"\" inside")]
    [InlineData("\"\"\"a\r\nb\rc\"\"\"", "a\nb\nc")]
    public void Strings_have_their_value(string source, string value) =>
        Parser.ParseValue(source).Value.ShouldBeOfType<StringValueNode>().Value.ShouldBe(value);

    [Theory]
    [InlineData("0")]
    [InlineData("-1")]
    [InlineData("9223372036854775808")]
    public void Integers_keep_their_text(string source) =>
        Parser.ParseValue(source).Value.ShouldBeOfType<IntValueNode>().Text.ShouldBe(source);

    [Theory]
    [InlineData("1.5")]
    [InlineData("-0.1e+10")]
    [InlineData("1E3")]
    public void Floats_keep_their_text(string source) =>
        Parser.ParseValue(source).Value.ShouldBeOfType<FloatValueNode>().Text.ShouldBe(source);

    [Theory]
    [InlineData("00", "Syntax Error: Invalid number, unexpected digit after 0: \"0\".", 1, 2)]
    [InlineData("1.", "Syntax Error: Invalid number, expected digit but got: <EOF>.", 1, 3)]
    [InlineData(".5", "Syntax Error: Unexpected character: \".\".", 1, 1)]
    [InlineData("1x", "Syntax Error: Invalid number, expected digit but got: \"x\".", 1, 2)]
    [InlineData("-", "Syntax Error: Invalid number, expected digit but got: <EOF>.", 1, 2)]
    [InlineData("\"abc", "Syntax Error: Unterminated string.", 1, 5)]
    [InlineData("\"a\nb\"", "Syntax Error: Unterminated string.", 1, 3)]
    [InlineData("\"\"\"a\n", "Syntax Error: Unterminated string.", 2, 1)]
    [InlineData("\"\\x\"", "Syntax Error: Invalid character escape sequence: \"\\x\".", 1, 2)]
    [InlineData("\"\\uD800\"", "Syntax Error: Invalid Unicode escape sequence: \"\\uD800\".", 1, 2)]
    [InlineData("\"\\uDE00\"", "Syntax Error: Invalid Unicode escape sequence: \"\\uDE00\".", 1, 2)]
    [InlineData("\"\\uD83D\\u0041\"", "Syntax Error: Invalid Unicode escape sequence: \"\\uD83D\".", 1, 2)]
    [InlineData("\"\\uD83D\\u{DE00}\"", "Syntax Error: Invalid Unicode escape sequence: \"\\uD83D\".", 1, 2)]
    [InlineData("\"\\u{D83D}\\u{DE00}\"", "Syntax Error: Invalid Unicode escape sequence: \"\\u{D83D}\".", 1, 2)]
    [InlineData("\"\\u{110000}\"", "Syntax Error: Invalid Unicode escape sequence: \"\\u{110000}\".", 1, 2)]
    [InlineData("\"\\u{}\"", "Syntax Error: Invalid Unicode escape sequence: \"\\u{}\".", 1, 2)]
    [InlineData("\"\\u{FFFFFFFFF}\"", "Syntax Error: Invalid Unicode escape sequence: \"\\u{FFFFFFFF\".", 1, 2)]
    [InlineData("'x'", "Syntax Error: Unexpected single quote character ('), did you mean to use a double quote (\")?", 1, 1)]
    [InlineData("\n  ?", "Syntax Error: Unexpected character: \"?\".", 2, 3)]
    [InlineData("\r  ?", "Syntax Error: Unexpected character: \"?\".", 2, 3)]
    [InlineData("# a comment\r\r?", "Syntax Error: Unexpected character: \"?\".", 3, 1)]
    [InlineData("\r\n\r?", "Syntax Error: Unexpected character: \"?\".", 3, 1)]
    [InlineData("\u0007", "Syntax Error: Unexpected character: U+0007.", 1, 1)]
    [InlineData("..", "Syntax Error: Unexpected character: \".\".", 1, 1)]
    public void What_is_no_token_is_named_with_its_place(string source, string message, int line, int column)
    {
        var error = Parser.ParseValue(source).Errors.Single();
        error.Message.ShouldBe(message);
        error.Code.ShouldBe("SP-SYNTAX-001");
        error.Locations.Single().ShouldBe(new SourceLocation(line, column));
    }

    [Fact]
    public void Half_a_surrogate_pair_is_no_text() =>
        Parser.ParseValue("\"\ud800\"").Errors.Single().Message.ShouldBe("Syntax Error: Invalid character within String: U+D800.");

    [Fact]
    public void A_byte_order_mark_commas_and_comments_mean_nothing() =>
        Printer.Print(Parser.Parse("\uFEFF# 注释 \n{ a,, b # x\n }").Value).ShouldBe("{\n  a\n  b\n}\n");
}
