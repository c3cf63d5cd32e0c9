using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.Tests.Oracle;

namespace SocietyParty.GraphQL.Tests.Language;

/// <summary>
/// Print, then parse: the same tree, for documents and SDL made for the oracle and for block strings of every indentation.
/// </summary>
public class PrinterDocumentsTests
{
    private const int Seed = 20_250_901;

    private static readonly string[] Pieces =
    [
        " ",
        " ",
        "  ",
        "\t",
        "\n",
        "\n",
        "\r\n",
        "\r",
        "a",
        "b c",
        "\" ",
        "\\\"\"\"",
        "\\",
        "\\n",
        "中😀",
        "#",
        "\u2028",
    ];

    [Theory]
    [InlineData("public")]
    [InlineData("odd")]
    [InlineData("near")]
    public void Documents_are_the_same_tree(string name)
    {
        var generator = new DocumentGenerator(OracleSchemas.Built[name], new Random(Seed));
        var trees = Enumerable
            .Range(0, 2_000)
            .Select(_ => Parser.Parse(generator.Next()))
            .Where(parsed => parsed.Succeeded)
            .Select(parsed => parsed.Value)
            .ToList();
        trees.Count.ShouldBeGreaterThan(1_000);
        foreach (var tree in trees)
        {
            ShouldBeTheSame(tree);
        }
    }

    [Fact]
    public void SDL_is_the_same_tree()
    {
        var random = new Random(Seed);
        var trees = OracleSchemas
            .Slippery.Select(sdl => new SchemaMutation(sdl, random))
            .SelectMany(mutation => Enumerable.Range(0, 500).Select(_ => Parser.Parse(mutation.Next().Sdl, ParserLimits.Sdl)))
            .Where(parsed => parsed.Succeeded)
            .Select(parsed => parsed.Value)
            .ToList();
        trees.Count.ShouldBeGreaterThan(1_500);
        foreach (var tree in trees.Append(Parser.Parse(OracleSchemas.PublicSdl, ParserLimits.Sdl).Value))
        {
            ShouldBeTheSame(tree);
        }
    }

    [Fact]
    public void Block_strings_of_every_indentation_are_the_same_tree()
    {
        var random = new Random(Seed);
        for (var i = 0; i < 5_000; i++)
        {
            string Block() =>
                $"\"\"\"{string.Concat(Enumerable.Range(0, random.Next(12)).Select(_ => Pieces[random.Next(Pieces.Length)]))}\n\"\"\"";
            var source =
                $"{Block()} query Q({Block()} $a: S = {Block()}) @d(x: [{Block()}, {{y: {Block()}}}]) {{ a {{ b(c: {Block()}) }} }} "
                + $"{Block()} fragment F on T {{ a }} {Block()} type T @d(x: {Block()}) {{ {Block()} f({Block()} x: S = {Block()}): S }} "
                + $"{Block()} enum E {{ {Block()} A }} {Block()} input I {{ {Block()} s: S = {{a: {Block()}}} }} {Block()} "
                + $"directive @d({Block()} x: S) on FIELD";
            ShouldBeTheSame(Parser.Parse(source, ParserLimits.Sdl).Value);
        }
    }

    private static void ShouldBeTheSame(Document tree)
    {
        var printed = Printer.Print(tree);
        var again = Parser.Parse(printed, ParserLimits.Sdl);
        again.Succeeded.ShouldBeTrue(printed);
        TreeText.Of(again.Value).ShouldBe(TreeText.Of(tree), printed);
        Printer.Print(again.Value).ShouldBe(printed);
    }
}
