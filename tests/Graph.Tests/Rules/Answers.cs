using SocietyParty.Rules;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Graph.Tests.Rules;

/// <summary>What rules answer, beside what is expected of them: a row a case.</summary>
internal static class Answers
{
    /// <summary>
    /// Key, clause, <c>told</c> where it is no refusal, <c>input</c> where it cannot be right whatever the rules are, and the field; empty
    /// where nothing is broken.
    /// </summary>
    public static string Of(Breach? breach) =>
        breach is null
            ? ""
            : string.Join(
                ' ',
                new[]
                {
                    breach.Key,
                    breach.Clause,
                    breach.Severity == Severity.Warning ? "told" : null,
                    breach.IsOfInput ? "input" : null,
                    breach.Path.Count == 0 ? null : "@" + string.Join('.', breach.Path),
                }.OfType<string>()
            );

    public static string Of(IEnumerable<Breach> breaches) => string.Join("; ", breaches.Select(Of));

    public static void ShouldBe(params (Breach? Answer, string Expected)[] rows)
    {
        rows.Select(row => Of(row.Answer)).ShouldBe(rows.Select(row => row.Expected));
        // What a sentence shows is given: in both languages it can be said.
        foreach (var answer in rows.Select(row => row.Answer).OfType<Breach>())
        {
            answer.Sentence.In(Language.Chinese).ShouldNotBeEmpty();
            answer.Sentence.In(Language.English).ShouldNotBeEmpty();
        }
    }

    public static DateOnly Day(string text) => DateOnly.Parse(text, System.Globalization.CultureInfo.InvariantCulture);
}
