using SocietyParty.Rules.Sentences;
using SocietyParty.Schema.Database;

namespace SocietyParty.Etl.Refusals;

/// <summary>What ends a piece of work and a person can mend, in both languages: the sentence of its code, and <c>CODE:hint</c>.</summary>
/// <param name="key">Its code; where a code has several sentences, a point and which one.</param>
/// <param name="arguments">What the sentences show.</param>
/// <param name="inner">What was caught.</param>
public class Refusal(string key, IReadOnlyList<(string Name, object? Value)> arguments, Exception? inner = null)
    : DatabaseSetupException(
        CodeOf(key),
        new Sentence(key, arguments).In(Language.English),
        new Sentence(key + Hint, arguments).In(Language.English),
        inner: inner
    )
{
    private const string Hint = ":hint";

    /// <summary>What is wrong.</summary>
    public string ProblemIn(Language language) => new Sentence(key, arguments).In(language);

    /// <summary>What to do.</summary>
    public string HintIn(Language language) => new Sentence(key + Hint, arguments).In(language);

    /// <summary>Code, what is wrong, and what to do, on one line.</summary>
    public string In(Language language) => language == Language.English ? Message : $"{Code} {ProblemIn(language)}{HintIn(language)}";

    private static string CodeOf(string key) => key.Split('.')[0];
}
