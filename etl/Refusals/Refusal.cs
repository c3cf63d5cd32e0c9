using SocietyParty.Rules.Sentences;
using SocietyParty.Schema.Database;

namespace SocietyParty.Etl.Refusals;

/// <summary>What ends a piece of work and a person can mend, in both languages: the sentence of its code, and <c>CODE:hint</c>.</summary>
/// <param name="key">Its code; where a code has several sentences, a point and which one.</param>
/// <param name="arguments">What the sentences show.</param>
/// <param name="inner">What was caught.</param>
public class Refusal(string key, IReadOnlyList<(string Name, object? Value)> arguments, Exception? inner = null)
    : DatabaseSetupException(CodeOf(key), Both(new Sentence(key, arguments)), Both(new Sentence(key + Hint, arguments)), inner: inner)
{
    /// <summary>What is refused, without the hint.</summary>
    public Sentence Said { get; } = new(key, arguments);

    private const string Hint = ":hint";

    private static SetupText Both(Sentence sentence) => (sentence.In(Language.English), sentence.In(Language.Chinese));

    private static string CodeOf(string key) => key.Split('.')[0];
}
