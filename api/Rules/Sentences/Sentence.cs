namespace SocietyParty.Rules.Sentences;

/// <summary>Which sentence is said, and what stands in it.</summary>
/// <param name="Key">Its name in <c>en.json</c> and <c>zh.json</c>.</param>
/// <param name="Arguments">
/// What its places <c>{name}</c> show: texts, numbers, days, values of enums by their words, other sentences, or lists of these.
/// </param>
public sealed record Sentence(string Key, IReadOnlyList<(string Name, object? Value)> Arguments)
{
    /// <summary>The sentence in a language.</summary>
    public string In(Language language) => SentenceBook.Of(language).Say(this);

    /// <summary>For logs and for whoever reads a debugger.</summary>
    public override string ToString() => In(Language.English);
}
