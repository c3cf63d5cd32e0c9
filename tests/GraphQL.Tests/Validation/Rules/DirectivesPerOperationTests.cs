using SocietyParty.GraphQL.Validation.Rules;

namespace SocietyParty.GraphQL.Tests.Validation.Rules;

public class DirectivesPerOperationTests
{
    [Theory]
    [InlineData(100, "")]
    [InlineData(101, "The operation has 101 directives, more than 100. Ask for the rest in another operation. (1:1)")]
    public void Counts_what_is_written(int directives, string errors) =>
        RuleTable
            .Check<DirectivesPerOperation>($"{{ echo {string.Concat(Enumerable.Repeat("@note(text: \"a\") ", directives))} }}")
            .ShouldBe(errors);

    [Theory]
    [InlineData(49, "")]
    [InlineData(50, "The operation has 101 directives, more than 100. Ask for the rest in another operation. (1:1)")]
    public void Counts_every_place(int directives, string errors)
    {
        var notes = string.Concat(Enumerable.Repeat("@note(text: \"a\") ", directives));
        RuleTable
            .Check<DirectivesPerOperation>($"query {notes} {{ ...F @skip(if: true) }} fragment F on Query {{ echo {notes} }}")
            .ShouldBe(errors);
    }
}
