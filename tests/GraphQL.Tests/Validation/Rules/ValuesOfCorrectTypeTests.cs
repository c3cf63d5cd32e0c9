using SocietyParty.GraphQL.Validation.Rules;

namespace SocietyParty.GraphQL.Tests.Validation.Rules;

public class ValuesOfCorrectTypeTests
{
    [Theory]
    [InlineData(
        "{ echo(int: 1, float: 1, flag: true, date: \"2022-12-31\", list: 1, category: JOINT, long: 5000000000, decimal: \"1.5\") }"
    )]
    [InlineData("{ echo(int: null, list: [1, 2]) search(by: {name: \"a\"}) { __typename } }")]
    [InlineData("query($x: Int = 1) { echo(int: $x) }")]
    [InlineData("{ branches(where: {and: {name: {eq: \"a\"}}}) { totalCount } }")]
    public void Accepts(string query) => RuleTable.Check<ValuesOfCorrectType>(query).ShouldBe("");

    [Theory]
    [InlineData(
        "{ echo(int: \"1\", float: \"a\", flag: 1, list: [1, \"2\"]) }",
        "Int cannot represent non-integer value: \"1\" (1:13)\nFloat cannot represent non numeric value: \"a\" (1:25)\nBoolean "
            + "cannot represent a non boolean value: 1 (1:36)\nInt cannot represent non-integer value: \"2\" (1:49)"
    )]
    [InlineData(
        "{ echo(int: 2147483648, date: \"2022-02-30\") }",
        "Int cannot represent non 32-bit signed integer value: 2147483648 (1:13)\nDate cannot represent value: \"2022-02-30\". "
            + "Expected a day of the calendar as \"yyyy-MM-dd\". (1:31)"
    )]
    [InlineData(
        "{ echo(category: JONT) }",
        "Value \"JONT\" does not exist in \"Category\" enum. Did you mean the enum value \"JOINT\"? (1:18)"
    )]
    [InlineData(
        "{ echo(category: \"JOINT\") }",
        "Enum \"Category\" cannot represent non-enum value: \"JOINT\". Did you mean the enum value \"JOINT\"? (1:18)"
    )]
    [InlineData("{ required(int: null) }", "Expected value of type \"Int!\", found null. (1:17)")]
    [InlineData(
        "{ branches(where: {nmae: 1}) { totalCount } branches(where: 5) { totalCount } }",
        "Field \"nmae\" is not defined by type \"BranchFilterInput\". Did you mean \"name\"? (1:20)\nExpected value of type "
            + "\"BranchFilterInput\", found 5. (1:61)"
    )]
    [InlineData(
        "{ search(by: {}) { __typename } a: search(by: {name: null}) { __typename } }",
        "OneOf Input Object \"SearchBy\" must specify exactly one key. (1:14)\nField \"SearchBy.name\" must be non-null. (1:47)"
    )]
    [InlineData("query($x: Int = \"a\") { echo(int: $x) }", "Int cannot represent non-integer value: \"a\" (1:17)")]
    [InlineData(
        "{ nested(deep: 5, also: [[ASC]]) a: nested(deep: [[[5]]]) }",
        "Expected value of type \"[[Inner!]]!\", found 5. (1:16)\nExpected value of type \"[Inner]\", found ASC. "
            + "(1:27)\nExpected value of type \"Inner\", found [5]. (1:52)"
    )]
    [InlineData("{ search(by: {name: \"a\", name: null}) { __typename } }", "Field \"SearchBy.name\" must be non-null. (1:14)")]
    public void Refuses(string query, string errors) => RuleTable.Check<ValuesOfCorrectType>(query).ShouldBe(errors);
}
