using System.Text.Encodings.Web;
using System.Text.Json;
using SocietyParty.GraphQL.Language;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Service.Http.Exports;

/// <summary>What comes instead of a file: <c>{"errors":[{"code":…,"message":…}]}</c>, as imports answer.</summary>
internal static class ExportAnswer
{
    private static readonly JsonSerializerOptions Json = new(JsonSerializerDefaults.Web)
    {
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    public static Task RefuseAsync(HttpContext context, int status, string code, string message) =>
        RefuseAsync(context, status, [new GraphQLError(code, message)]);

    // Places in a document that the client did not write would say nothing.
    public static Task RefuseAsync(HttpContext context, int status, IEnumerable<GraphQLError> errors)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.Headers.CacheControl = "no-store";
        response.Headers.Remove("Content-Disposition");
        var language = BrowserLanguage.OfApi(context.Request);
        return response.WriteAsJsonAsync(
            new { errors = errors.Select(error => new { code = error.Code, message = Message(error.Message, language) }) },
            Json,
            context.RequestAborted
        );
    }

    // What the engine finds wrong with a document it says in English only: what it is about is said before it.
    private static string Message(string said, Language language) =>
        language == Language.English || said.Any(character => character >= '\u4E00')
            ? said
            : new Sentence("SP-EXPORT-009", [("said", said)]).In(language);
}
