using SocietyParty.GraphQL.Validation.Rules;

namespace SocietyParty.GraphQL.Tests.Validation.Rules;

public class AliasesPerOperationTests
{
    [Theory]
    [InlineData(200, "")]
    [InlineData(201, "The operation has 201 aliases, more than 200. Ask for the rest in another operation. (1:1)")]
    public void Counts_what_is_written(int aliases, string errors) =>
        RuleTable
            .Check<AliasesPerOperation>($"{{ echo {string.Join(" ", Enumerable.Range(0, aliases).Select(i => $"a{i}: echo"))} }}")
            .ShouldBe(errors);

    [Theory]
    [InlineData(100, "")]
    [InlineData(101, "The operation has 202 aliases, more than 200. Ask for the rest in another operation. (1:1)")]
    public void Counts_each_fragment_once(int aliases, string errors)
    {
        var fields = string.Join(" ", Enumerable.Range(0, aliases).Select(i => $"a{i}: echo"));
        RuleTable
            .Check<AliasesPerOperation>($"query A {{ ...F ...F {fields} }} query B {{ ...F }} fragment F on Query {{ {fields} }}")
            .ShouldBe(errors);
    }
}
