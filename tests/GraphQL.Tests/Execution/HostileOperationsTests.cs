using SocietyParty.GraphQL.Execution;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.Validation;

namespace SocietyParty.GraphQL.Tests.Execution;

/// <summary>
/// A chain of fragments is flat as a text and deep as a selection. A stack overflow ends a .NET process, so each case runs from the text to
/// the bound operation on a stack of a sixth of what the thread pool gives.
/// </summary>
public sealed class HostileOperationsTests
{
    private const int StackBytes = 256 * 1024;

    // As many as a document of 10,000 tokens holds.
    private const int Links = 1_240;

    private static string Chain(string last) =>
        "{ ...F0 } "
        + string.Concat(Enumerable.Range(0, Links).Select(i => $"fragment F{i} on Query {{ ...F{i + 1} }} "))
        + $"fragment F{Links} on Query {{ {last} }}";

    [Fact]
    public void A_chain_of_fragments_gives_the_field_at_its_end() =>
        OnSmallStack(() =>
        {
            var text = Chain("required(int: 1)");
            text.Length.ShouldBeGreaterThan(43_000);
            var document = Parser.Parse(text).Value;
            DocumentValidator.Validate(Sample.Schema, document).ShouldBeEmpty();
            Bound.Field(text).ResponseKey.ShouldBe("required");
        });

    [Theory]
    [InlineData("nowhere", "Cannot query field \"nowhere\" on type \"Query\".")]
    [InlineData("...F0", "Cannot spread fragment \"F0\" within itself")]
    [InlineData("required", "argument \"int\" of type \"Int!\" is required")]
    [InlineData("echo(int: $no)", "Variable \"$no\" is not defined")]
    public void What_is_wrong_at_its_end_is_told(string last, string message) =>
        OnSmallStack(() =>
            DocumentValidator
                .Validate(Sample.Schema, Parser.Parse(Chain(last)).Value)
                .ShouldContain(error => error.Message.Contains(message))
        );

    private static void OnSmallStack(Action act)
    {
        Exception? failure = null;
        // The test's own failure has to reach the test's own thread.
        var thread = new Thread(() => failure = Record.Exception(act), StackBytes);
        thread.Start();
        thread.Join();
        failure.ShouldBeNull();
    }
}
