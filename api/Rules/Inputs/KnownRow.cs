using SocietyParty.Rules.Sentences;

namespace SocietyParty.Rules.Inputs;

/// <summary>What an input names is there.</summary>
public static class KnownRow
{
    /// <param name="type">Name of the type that was expected.</param>
    public static Breach NoIdentity(string type, string id, params IReadOnlyList<string> path) =>
        Breach.OfInput("INVALID_ID", [("id", id), ("thing", Thing(type))], path);

    public static Breach NoRow(string type, string id, params IReadOnlyList<string> path) =>
        new("NOT_FOUND.Id", [("thing", Thing(type)), ("id", id)], null, Path: path);

    public static Breach NoCode(string type, string code, params IReadOnlyList<string> path) =>
        new("NOT_FOUND.Code", [("thing", Thing(type)), ("code", code)], null, Path: path);

    private static Sentence Thing(string type) => new($"Thing.{type}", []);
}
