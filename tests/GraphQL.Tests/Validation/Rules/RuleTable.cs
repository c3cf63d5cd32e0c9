using SocietyParty.GraphQL.Validation;

namespace SocietyParty.GraphQL.Tests.Validation.Rules;

/// <summary>Runs one rule alone over a document against the sample schema.</summary>
internal static class RuleTable
{
    /// <summary>Errors as <c>message (line:column, …)</c>, joined by line breaks; empty when the rule is content.</summary>
    public static string Check<TRule>(string query)
        where TRule : IValidationRule, new()
    {
        var rule = new TRule();
        var context = new ValidationContext(Sample.Schema, Sample.Parse(query), suggestions: true, ValidationLimits.Default);
        rule.Check(context);
        context.Errors.ShouldAllBe(error => error.Code == rule.Code);
        return string.Join("\n", context.Errors.Select(error => $"{error.Message} ({string.Join(", ", error.Locations)})"));
    }
}
