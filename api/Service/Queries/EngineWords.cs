using System.Collections.Immutable;
using SocietyParty.GraphQL.Language;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Service.Queries;

/// <summary>
/// What the engine finds wrong with a request, in the request's language. The engine itself speaks English: before what it says stands what
/// kind of thing is wrong and what to do.
/// </summary>
internal static class EngineWords
{
    private const string Keys = "Engine.";

    public static Outcome<PreparedQuery> In(Outcome<PreparedQuery> prepared, Language language) =>
        prepared.TryGet(out var query) ? query with { Failures = In(query.Failures, language) } : In(prepared.Errors, language);

    public static ImmutableArray<GraphQLError> In(ImmutableArray<GraphQLError> errors, Language language) =>
        language == Language.English ? errors : [.. errors.Select(error => In(error, language))];

    public static GraphQLError In(GraphQLError error, Language language) =>
        language != Language.English && Key(error.Code) is { } key
            ? error with
            {
                Message = new Sentence(key, [("said", error.Message)]).In(language),
            }
            : error;

    /// <summary>The sentence of the code, else that of its kind: SP-VALIDATE for SP-VALIDATE-301.</summary>
    private static string? Key(string code)
    {
        var texts = SentenceBook.Of(Language.Chinese).Texts;
        return texts.ContainsKey(Keys + code) ? Keys + code
            : code.LastIndexOf('-') is > 0 and var end && texts.ContainsKey(Keys + code[..end]) ? Keys + code[..end]
            : null;
    }
}
