namespace SocietyParty.GraphQL.Tests.Execution;

public class ShapeKeyTests
{
    private const string Query =
        "query($w: BranchFilterInput, $o: [BranchSortInput!], $n: String, $l: [Int!], $c: Boolean! = true, $d: Boolean) { "
        + "echo(int: 1, flag: $d, list: $l) @include(if: $c) branches(where: $w, order: $o) { totalCount } search(text: $n) { "
        + "__typename } }";

    private static string Key(string json) => Bound.Variables(Query, json).Value.ShapeKey;

    [Theory]
    [InlineData("{\"n\":\"a\"}", "{\"n\":\"b\"}")]
    [InlineData("{\"l\":[1]}", "{\"l\":[1,2,3]}")]
    [InlineData("{\"d\":true}", "{\"d\":false}")]
    [InlineData("{\"w\":{\"name\":{\"eq\":\"a\"}}}", "{\"w\":{\"name\":{\"eq\":\"b\"}}}")]
    [InlineData("{\"w\":{\"memberCount\":{\"in\":[1]}}}", "{\"w\":{\"memberCount\":{\"in\":[1,2]}}}")]
    [InlineData("{\"w\":{\"category\":{\"eq\":\"JOINT\"}}}", "{\"w\":{\"category\":{\"eq\":\"SINGLE\"}}}")]
    [InlineData(
        "{\"w\":{\"name\":{\"eq\":\"a\"},\"memberCount\":{\"eq\":1}}}",
        "{\"w\":{\"memberCount\":{\"eq\":1},\"name\":{\"eq\":\"a\"}}}"
    )]
    [InlineData("{}", "{\"c\":true}")]
    public void Values_do_not_change_the_shape(string one, string other) => Key(one).ShouldBe(Key(other));

    [Theory]
    [InlineData("{}", "{\"n\":null}")]
    [InlineData("{\"n\":\"a\"}", "{\"n\":null}")]
    [InlineData("{\"c\":true}", "{\"c\":false}")]
    [InlineData("{\"w\":{\"name\":{\"eq\":\"a\"}}}", "{\"w\":{\"name\":{\"eq\":null}}}")]
    [InlineData("{\"w\":{\"name\":{\"eq\":\"a\"}}}", "{\"w\":{\"name\":{\"neq\":\"a\"}}}")]
    [InlineData("{\"w\":{\"and\":[{}]}}", "{\"w\":{\"and\":[{},{}]}}")]
    [InlineData("{\"o\":[{\"name\":\"ASC\"}]}", "{\"o\":[{\"name\":\"DESC\"}]}")]
    public void Structure_changes_the_shape(string one, string other) => Key(one).ShouldNotBe(Key(other));

    [Fact]
    public void The_key_holds_no_value() =>
        Key("{\"n\":\"secret\",\"l\":[4711],\"w\":{\"name\":{\"eq\":\"secret\"}}}")
            .ShouldBe("$w={name:{eq:v,},};$o=-;$n=v;$l=v;$c=t;$d=-;");
}
