using System.Collections.Immutable;
using FsCheck;
using FsCheck.Fluent;
using SocietyParty.GraphQL.Language;

namespace SocietyParty.GraphQL.Tests.Language;

/// <summary>Print, then parse: the same tree, for trees nobody thought of.</summary>
public class PrinterPropertyTests
{
    private static readonly string[] Words = ["a", "b", "on", "query", "type", "null1", "_", "fragment", "Camel", "x9"];
    private static readonly string[] Texts =
    [
        "",
        " ",
        "a",
        "\"",
        "\"\"\"",
        "\\",
        "\n",
        "\r",
        "\t",
        " a",
        "a\n b",
        "\n\nx\n",
        "\"\"\"\n",
        "a\\",
        "a\"",
        "中😀",
        "\u0007",
        "  a\n  b",
        "a\n   \nb",
    ];

    private static readonly Gen<NameNode> Name = Gen.Elements(Words).Select(word => new NameNode(word, default));
    private static readonly Gen<StringValueNode> Text =
        from parts in Gen.ListOf(Gen.Elements(Texts))
        from block in Gen.Elements(true, false)
        select new StringValueNode(string.Concat(parts.Take(4)), block, default);

    private static readonly Gen<NamedTypeNode> Named = Name.Select(name => new NamedTypeNode(name, default));

    private static Gen<ImmutableArray<T>> Some<T>(Gen<T> gen, int least, int most) =>
        from count in Gen.Choose(least, most)
        from items in Gen.ArrayOf(gen, count)
        select items.ToImmutableArray();

    private static Gen<T?> Maybe<T>(Gen<T> gen)
        where T : class => Gen.OneOf(gen.Select(value => (T?)value), Gen.Constant((T?)null));

    private static Gen<ValueNode> Value(int size, bool constant)
    {
        var leaves = new List<Gen<ValueNode>>
        {
            Gen.Elements("0", "-12", "99999999999").Select(text => (ValueNode)new IntValueNode(text, default)),
            Gen.Elements("1.5", "-0e3").Select(text => (ValueNode)new FloatValueNode(text, default)),
            Text.Select(text => (ValueNode)text),
            Gen.Elements(true, false).Select(flag => (ValueNode)new BooleanValueNode(flag, default)),
            Gen.Constant((ValueNode)new NullValueNode(default)),
            Name.Select(name => (ValueNode)new EnumValueNode(name.Value, default)),
        };
        if (!constant)
        {
            leaves.Add(Name.Select(name => (ValueNode)new VariableNode(name, default)));
        }

        if (size == 0)
        {
            return Gen.OneOf(leaves);
        }

        leaves.Add(Some(Value(size - 1, constant), 0, 3).Select(items => (ValueNode)new ListValueNode(items, default)));
        leaves.Add(
            Some(from name in Name from value in Value(size - 1, constant) select new ObjectFieldNode(name, value, default), 0, 3)
                .Select(fields => (ValueNode)new ObjectValueNode(fields, default))
        );
        return Gen.OneOf(leaves);
    }

    private static Gen<ImmutableArray<ArgumentNode>> Arguments(bool constant) =>
        Some(from name in Name from value in Value(2, constant) select new ArgumentNode(name, value, default), 0, 2);

    private static Gen<ImmutableArray<DirectiveNode>> Directives(bool constant) =>
        Some(from name in Name from arguments in Arguments(constant) select new DirectiveNode(name, arguments, default), 0, 2);

    private static Gen<TypeNode> Type(int size) =>
        size == 0
            ? Named.Select(named => (TypeNode)named)
            : Gen.OneOf(
                Named.Select(named => (TypeNode)named),
                Type(size - 1).Select(item => (TypeNode)new ListTypeNode(item, default)),
                Type(size - 1).Select(item => (TypeNode)new NonNullTypeNode(new ListTypeNode(item, default), default))
            );

    private static Gen<SelectionSetNode> Selections(int size) =>
        Some(Selection(size), 1, 3).Select(selections => new SelectionSetNode(selections, default));

    private static Gen<SelectionNode> Selection(int size)
    {
        var inner = size == 0 ? Gen.Constant((SelectionSetNode?)null) : Maybe(Selections(size - 1));
        var field =
            from alias in Maybe(Name)
            from name in Name
            from arguments in Arguments(false)
            from directives in Directives(false)
            from set in inner
            select (SelectionNode)new FieldNode(alias, name, arguments, directives, set, default);
        var spread =
            from name in Name.Where(name => name.Value != "on")
            from directives in Directives(false)
            select (SelectionNode)new FragmentSpreadNode(name, directives, default);
        if (size == 0)
        {
            return Gen.OneOf(field, spread);
        }

        var inline =
            from condition in Maybe(Named)
            from directives in Directives(false)
            from set in Selections(size - 1)
            select (SelectionNode)new InlineFragmentNode(condition, directives, set, default);
        return Gen.OneOf(field, spread, inline);
    }

    private static readonly Gen<VariableDefinitionNode> Variable =
        from name in Name
        from description in Maybe(Text)
        from type in Type(2)
        from value in Maybe(Value(1, true))
        from directives in Directives(true)
        select new VariableDefinitionNode(new VariableNode(name, default), description, type, value, directives, default);

    private static readonly Gen<DefinitionNode> Operation =
        from kind in Gen.Elements(OperationType.Query, OperationType.Mutation, OperationType.Subscription)
        from name in Name
        from description in Maybe(Text)
        from variables in Some(Variable, 0, 2)
        from directives in Directives(false)
        from set in Selections(2)
        select (DefinitionNode)new OperationNode(kind, name, description, variables, directives, set, default);

    private static readonly Gen<InputValueDefinitionNode> InputValue =
        from description in Maybe(Text)
        from name in Name
        from type in Type(2)
        from value in Maybe(Value(1, true))
        from directives in Directives(true)
        select new InputValueDefinitionNode(description, name, type, value, directives, default);

    private static readonly Gen<FieldDefinitionNode> Field =
        from description in Maybe(Text)
        from name in Name
        from arguments in Some(InputValue, 0, 2)
        from type in Type(2)
        from directives in Directives(true)
        select new FieldDefinitionNode(description, name, arguments, type, directives, default);

    private static readonly Gen<DefinitionNode> ObjectType =
        from description in Maybe(Text)
        from name in Name
        from interfaces in Some(Named, 0, 2)
        from directives in Directives(true)
        from fields in Some(Field, 0, 3)
        select (DefinitionNode)new ObjectTypeNode(description, name, interfaces, directives, fields, false, default);

    private static readonly Gen<DefinitionNode> InputType =
        from description in Maybe(Text)
        from name in Name
        from directives in Directives(true)
        from fields in Some(InputValue, 0, 3)
        select (DefinitionNode)new InputObjectTypeNode(description, name, directives, fields, false, default);

    [Fact]
    public void What_is_printed_parses_to_the_same_tree()
    {
        var documents = Some(Gen.OneOf(Operation, ObjectType, InputType), 1, 3).Select(definitions => new Document(definitions));
        var property = Prop.ForAll(documents.ToArbitrary(), document =>
        {
            var printed = Printer.Print(document);
            var outcome = Parser.Parse(printed, ParserLimits.Sdl);
            outcome.Succeeded.ShouldBeTrue(printed);
            TreeText.Of(outcome.Value).ShouldBe(TreeText.Of(document), printed);
        });
        Check.One(Config.QuickThrowOnFailure.WithMaxTest(200).WithReplay(20221231UL, 20250901UL), property);
    }
}
