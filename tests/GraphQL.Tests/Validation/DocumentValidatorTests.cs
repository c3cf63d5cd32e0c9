using System.Diagnostics;
using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.Validation;

namespace SocietyParty.GraphQL.Tests.Validation;

public class DocumentValidatorTests
{
    [Fact]
    public void Every_rule_has_a_code_of_its_own_and_a_test_class()
    {
        DocumentValidator.Rules.Select(rule => rule.Code).Distinct().Count().ShouldBe(DocumentValidator.Rules.Length);
        foreach (var rule in DocumentValidator.Rules)
        {
            GetType()
                .Assembly.GetType($"SocietyParty.GraphQL.Tests.Validation.Rules.{rule.GetType().Name}Tests")
                .ShouldNotBeNull(rule.GetType().Name);
        }
    }

    [Fact]
    public void Errors_are_capped() =>
        DocumentValidator
            .Validate(Sample.Schema, Sample.Parse($"{{ {string.Join(" ", Enumerable.Range(0, 50).Select(i => "x" + i))} }}"))
            .Count.ShouldBe(ValidationLimits.ErrorsMaxDefault);

    [Fact]
    public void Suggestions_can_be_switched_off() =>
        DocumentValidator
            .Validate(Sample.Schema, Sample.Parse("query($x: Brnch) { ech(itn: $x) }"), suggestions: false)
            .ShouldAllBe(error => !error.Message.Contains("Did you mean"));

    [Fact]
    public void Comparing_fields_is_limited()
    {
        var aliases = string.Join(" ", Enumerable.Range(0, 400).Select(i => $"a{i}: branch(id: 1) {{ ...F }}"));
        var fields = string.Join(" ", Enumerable.Range(0, 800).Select(i => $"b{i}: id"));
        DocumentValidator
            .Validate(
                Sample.Schema,
                Sample.Parse($"{{ {aliases} }} fragment F on Branch {{ {fields} }}"),
                limits: new ValidationLimits(AliasesMax: 2_000)
            )
            .Single()
            .ToString()
            .ShouldBe(
                "SP-LIMIT-024 The operation's overlapping fields are too many to compare: more than 100000. Select each field "
                    + "once, or ask in several operations. (1:1)"
            );
    }

    public static TheoryData<string> Hostile()
    {
        var spreads = string.Concat(Enumerable.Range(0, 900).Select(i => $"fragment F{i} on Query {{ ...F{i + 1} }} "));
        var doubling = string.Concat(
            Enumerable
                .Range(0, 100)
                .Select(i =>
                    $"fragment F{i} on Society {{ branches {{ nodes {{ society {{ ...F{i + 1} }} }} }} branches {{ nodes {{ "
                    + $"society {{ ...F{i + 1} }} }} }} }} "
                )
        );
        return new TheoryData<string>
        {
            $"{{ ...F0 }} {spreads} fragment F900 on Query {{ ...F0 }}",
            $"{{ ...F0 }} {spreads} fragment F900 on Query {{ nowhere }}",
            $"{{ nowhere branch(id: 1) {{ society {{ ...F0 }} }} }} {doubling} fragment F100 on Society {{ id }}",
            $"{{ nowhere {string.Join(" ", Enumerable.Repeat("echo", 9000))} }}",
            $"{{ nowhere {string.Join(" ", Enumerable.Repeat("branch(id: 1) { society { id name } }", 700))} }}",
        };
    }

    [Theory]
    [MemberData(nameof(Hostile))]
    public void Hostile_documents_are_refused_soon(string query)
    {
        var document = Sample.Parse(query);
        var clock = Stopwatch.StartNew();
        DocumentValidator.Validate(Sample.Schema, document).ShouldNotBeEmpty();
        clock.Elapsed.ShouldBeLessThan(TimeSpan.FromSeconds(3));
    }
}
