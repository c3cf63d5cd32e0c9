using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Output;

/// <summary>What a command says, in the language that it was asked for.</summary>
internal sealed record Words(Language Language)
{
    public string Say(string key, params IReadOnlyList<(string Name, object? Value)> arguments) =>
        new Sentence(key, arguments).In(Language);
}
