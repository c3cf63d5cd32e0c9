using SocietyParty.Etl.Run;
using SocietyParty.Rules.Sentences;
using SocietyParty.Schema.Database;

namespace SocietyParty.Etl.Output;

/// <summary>What a command says, in the language that it was asked for.</summary>
public sealed record Words(Language Language)
{
    public static Words English { get; } = new(Language.English);

    public static Words Chinese { get; } = new(Language.Chinese);

    public bool IsChinese => Language == Language.Chinese;

    public string Say(string key, params IReadOnlyList<(string Name, object? Value)> arguments) =>
        new Sentence(key, arguments).In(Language);

    /// <summary>A sentence behind the code that is its key.</summary>
    public string Coded(string key, params IReadOnlyList<(string Name, object? Value)> arguments) =>
        $"{key.Split('.')[0]} {Say(key, arguments)}";

    public string Of(Sentence sentence) => sentence.In(Language);

    /// <summary>Why a load was refused or given up: code, what is wrong, and what to do.</summary>
    public string Of(LoadProblem problem) => problem.In(Language);

    /// <summary>What is wrong with a file of rules: where, and what.</summary>
    public string Of(RuleSetProblem problem) => problem.In(Language);

    /// <summary>What ended the command.</summary>
    public string Of(DatabaseSetupException failure) => IsChinese ? failure.ChineseMessage : failure.Message;
}
