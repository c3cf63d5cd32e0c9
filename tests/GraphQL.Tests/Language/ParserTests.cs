using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.Tests.Language;

public class ParserTests
{
    [Theory]
    [InlineData("", "Syntax Error: Unexpected <EOF>.", 1, 1)]
    [InlineData("{", "Syntax Error: Expected Name, found <EOF>.", 1, 2)]
    [InlineData("{}", "Syntax Error: Expected Name, found \"}\".", 1, 2)]
    [InlineData("{ ...MissingOn }\nfragment MissingOn Type", "Syntax Error: Expected \"on\", found Name \"Type\".", 2, 20)]
    [InlineData("{ field: {} }", "Syntax Error: Expected Name, found \"{\".", 1, 10)]
    [InlineData("notAnOperation Foo { field }", "Syntax Error: Unexpected Name \"notAnOperation\".", 1, 1)]
    [InlineData("...", "Syntax Error: Unexpected \"...\".", 1, 1)]
    [InlineData("{ \"\" }", "Syntax Error: Expected Name, found String \"\".", 1, 3)]
    [InlineData(
        "query Foo($x: Complex = { a: { b: [ $var ] } }) { field }",
        "Syntax Error: Unexpected variable \"$var\" in constant value.",
        1,
        37
    )]
    [InlineData("fragment on on on { on }", "Syntax Error: Unexpected Name \"on\".", 1, 10)]
    [InlineData("{ ...on }", "Syntax Error: Expected Name, found \"}\".", 1, 9)]
    [InlineData("{ a() }", "Syntax Error: Expected Name, found \")\".", 1, 5)]
    [InlineData("enum E { true }", "Syntax Error: Name \"true\" is reserved and cannot be used for an enum value.", 1, 10)]
    [InlineData("extend type T", "Syntax Error: Unexpected <EOF>.", 1, 14)]
    [InlineData("directive @a on NOWHERE", "Syntax Error: Unexpected Name \"NOWHERE\".", 1, 17)]
    [InlineData(
        "\"d\" extend type T { a: Int }",
        "Syntax Error: Unexpected description, only GraphQL definitions support descriptions.",
        1,
        1
    )]
    [InlineData("\"d\" { a }", "Syntax Error: Unexpected description, descriptions are not supported on shorthand queries.", 1, 1)]
    [InlineData("\"d\" nothing { a }", "Syntax Error: Unexpected description, only GraphQL definitions support descriptions.", 1, 1)]
    [InlineData("query Q($a: Int \"d\") { a }", "Syntax Error: Expected \"$\", found \")\".", 1, 20)]
    [InlineData("query Q(\"d\" \"e\" $a: Int) { a }", "Syntax Error: Expected \"$\", found String \"e\".", 1, 13)]
    [InlineData("{ \"d\" a }", "Syntax Error: Expected Name, found String \"d\".", 1, 3)]
    [InlineData("query \"d\" Q { a }", "Syntax Error: Expected \"{\", found String \"d\".", 1, 7)]
    [InlineData("type T { }", "Syntax Error: Expected Name, found \"}\".", 1, 10)]
    public void What_is_not_GraphQL_is_named_with_its_place(string source, string message, int line, int column)
    {
        var error = Parser.Parse(source).Errors.Single();
        error.Message.ShouldBe(message);
        error.Locations.Single().ShouldBe(new SourceLocation(line, column));
    }

    [Theory]
    [InlineData("{ a }")]
    [InlineData(
        "query Q($a: [Int!]! = [1, 2] @d, $b: T = {x: {y: \"z\"}}) @e(f: $a) { a: b(c: $b) @g { ...F ... on T { h } ... "
            + "@skip(if: true) { i } } }"
    )]
    [InlineData("\"About Q\" query Q(\"about a\" $a: Int) { a } \"About F\" fragment F on T { a }")]
    [InlineData("\"anonymous\" query { a } \"\" mutation M { a } \"s\" subscription { b }")]
    [InlineData(
        "\"\"\"\n  long\n    deeper\n\"\"\" query Q(\"\"\"\nfirst\n  second\n\"\"\" $a: Int = 1 @d, $b: [T!]! \"\"\"last\"\"\" "
            + "$c: U) @e { a }"
    )]
    [InlineData("\"\"\"block \\\"\"\" 中😀\"\"\" fragment F on T @d { a } { ...F }")]
    [InlineData("mutation M { a } subscription { b }")]
    [InlineData("\"s\" schema @d { query: Q mutation: M } extend schema @x { subscription: S }")]
    [InlineData("\"d\" directive @a(\"arg\" x: Int = 1 @b, y: [String!]) repeatable on FIELD | VARIABLE_DEFINITION")]
    [InlineData("scalar A @specifiedBy(url: \"u\") extend scalar A @b")]
    [InlineData("\"\"\"\nlong\n  indented\n\"\"\"\ntype T implements A & B @d { \"f\" f(\"x\" x: Int = 1): [[T!]]! @deprecated }")]
    [InlineData("type Empty interface I implements J { a: Int } extend interface I implements K")]
    [InlineData("union U @d = | A | B extend union U = C enum E { A @d \"b\" B } extend enum E { C }")]
    [InlineData("input I @oneOf { a: Int = 1 @d } extend input I { b: [E!] = [A, B] }")]
    public void What_is_printed_parses_to_the_same_tree(string source)
    {
        var tree = Parser.Parse(source).Value;
        var printed = Printer.Print(tree);
        TreeText.Of(Parser.Parse(printed).Value).ShouldBe(TreeText.Of(tree));
        Printer.Print(Parser.Parse(printed).Value).ShouldBe(printed);
    }

    [Fact]
    public void Descriptions_of_executable_definitions_are_kept()
    {
        var document = Parser
            .Parse("\"q\" query Q(\"\"\"\n    v\n      w\n\"\"\" $a: Int) { a(x: $a) ...F } \"f\" fragment F on T { a }")
            .Value;
        document.Operations.Single().Description!.Value.ShouldBe("q");
        document.Operations.Single().Variables.Single().Description!.Value.ShouldBe("v\n  w");
        document.Definitions.OfType<FragmentNode>().Single().Description!.Value.ShouldBe("f");
    }

    [Fact]
    public void Places_are_lines_and_UTF16_columns()
    {
        var field = Parser.Parse("{\r\n  a(x: \"😀\") b }").Value.Operations.Single().SelectionSet.Selections[1];
        field.Location.ShouldBe(new SourceLocation(2, 14));
    }

    [Fact]
    public void Tokens_are_limited()
    {
        var limits = new ParserLimits(TokensMax: 5);
        Parser.Parse("{ a b c }", limits).Succeeded.ShouldBeTrue();
        Parser
            .Parse("{ a b c d }", limits)
            .Errors.Single()
            .ToString()
            .ShouldBe("SP-SYNTAX-002 Syntax Error: Document contains more than 5 tokens. Parsing aborted. (1:11)");
    }

    [Fact]
    public void Depth_is_limited()
    {
        var limits = new ParserLimits(DepthMax: 2);
        Parser.Parse("{ a { b } }", limits).Succeeded.ShouldBeTrue();
        Parser.Parse("{ a { b { c } } }", limits).Errors.Single().Code.ShouldBe("SP-SYNTAX-003");
        Parser.Parse("{ a(x: [[1]]) }", limits).Errors.Single().Code.ShouldBe("SP-SYNTAX-003");
    }
}
