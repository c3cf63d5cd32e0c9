using SocietyParty.GraphQL.Language;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.GraphQL.Validation;

namespace SocietyParty.GraphQL.Tests.Validation;

public class DocumentValidatorTests
{
    // Four times what the dearest of them takes.
    private const long HostileBytesMax = 50_000_000;

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
    public async Task Hostile_documents_are_refused_with_little_work(string query)
    {
        var document = Sample.Parse(query);
        // What is allocated does not depend on the machine's speed. The time is a bound for what would never end, not a measure.
        var (errors, bytes) = await Task.Run(() =>
            {
                var before = GC.GetAllocatedBytesForCurrentThread();
                return (DocumentValidator.Validate(Sample.Schema, document), GC.GetAllocatedBytesForCurrentThread() - before);
            })
            .WaitAsync(TimeSpan.FromMinutes(3));
        errors.ShouldNotBeEmpty();
        bytes.ShouldBeLessThan(HostileBytesMax);
    }

    /// <summary>Each field is compared with the first one of its key, so the work grows with the fields and not with their pairs.</summary>
    [Theory]
    [InlineData(false, 0)]
    [InlineData(true, ValidationLimits.ErrorsMaxDefault)]
    public void A_thousand_fields_of_one_key_are_compared_in_linear_work(bool isDiffering, int errors)
    {
        const int Fields = 1_000;
        var fields = string.Join(" ", Enumerable.Range(0, Fields).Select(i => $"echo(int: {(isDiffering ? i : 1)})"));
        var found = DocumentValidator.Validate(
            Sample.Schema,
            Sample.Parse($"{{ {fields} }}"),
            limits: new ValidationLimits(ComparisonsMax: 2 * Fields)
        );
        found.Count.ShouldBe(errors);
        found.ShouldAllBe(error => error.Message.Contains("they have differing arguments"));
    }

    /// <summary>However they are ordered; where one value differs, the fields conflict.</summary>
    [Theory]
    [InlineData(0, 0)]
    [InlineData(1, 1)]
    public void A_thousand_arguments_of_one_field_are_compared_as_a_set(int changed, int errors)
    {
        const int Arguments = 1_000;
        var declared = string.Join(" ", Enumerable.Range(0, Arguments).Select(i => $"a{i}: Int"));
        var schema = SchemaBuilder.Build($"type Query {{ field({declared}): Int }}").Value;
        string Field(IEnumerable<int> order, int last) =>
            $"field({string.Join(" ", order.Select(i => $"a{i}: {(i == Arguments - 1 ? last : i)}"))})";
        var document = Sample.Parse(
            $"{{ {Field(Enumerable.Range(0, Arguments), 7)} {Field(Enumerable.Range(0, Arguments).Reverse(), 7 + changed)} }}"
        );
        var before = GC.GetAllocatedBytesForCurrentThread();
        DocumentValidator.Validate(schema, document, limits: new ValidationLimits(ComparisonsMax: 10)).Count.ShouldBe(errors);
        (GC.GetAllocatedBytesForCurrentThread() - before).ShouldBeLessThan(HostileBytesMax);
    }

    /// <summary>Arguments that no field has are reported up to the limit, with suggestions.</summary>
    [Fact]
    public void A_thousand_unknown_arguments_are_told_up_to_the_limit() =>
        DocumentValidator
            .Validate(Sample.Schema, Sample.Parse($"{{ echo({string.Join(" ", Enumerable.Range(0, 1_000).Select(i => $"x{i}: {i}"))}) }}"))
            .Count.ShouldBe(ValidationLimits.ErrorsMaxDefault);
}
