using SocietyParty.GraphQL.TypeSystem;

namespace SocietyParty.GraphQL.Tests.TypeSystem;

public class SchemaPrinterTests
{
    [Fact]
    public void What_is_printed_builds_the_same_public_schema()
    {
        var printed = SchemaPrinter.Print(Sample.Schema);
        SchemaPrinter.Print(SchemaBuilder.Build(printed).Value).ShouldBe(printed);
    }

    [Fact]
    public void The_order_of_the_files_does_not_matter()
    {
        var parts = new[] { ("a", "type Query { b: [B!]! @connection }"), ("b", "type B { n: Int }"), ("c", "scalar X") };
        SchemaPrinter.Print(SchemaBuilder.Build(parts).Value).ShouldBe(SchemaPrinter.Print(SchemaBuilder.Build(parts.Reverse()).Value));
    }

    [Fact]
    public void Internal_directives_and_hidden_elements_are_not_printed()
    {
        var printed = SchemaPrinter.Print(
            SchemaBuilder
                .Build(
                    "type Query { a: Int b: Int @hidden c(x: Int, y: Int @hidden): E } enum E @structural { A B @hidden } type H "
                        + "@hidden { a: Int } directive @cost(weight: Int) on FIELD_DEFINITION"
                )
                .Value
        );
        printed.ShouldBe(
            "directive @cost(weight: Int) on FIELD_DEFINITION\n\nenum E {\n  A\n}\n\ntype Query {\n  a: Int\n  c(x: Int): E\n}\n"
        );
    }
}
