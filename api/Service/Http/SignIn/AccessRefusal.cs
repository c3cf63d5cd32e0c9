using SocietyParty.GraphQL.Language;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Service.Http.SignIn;

/// <summary>Answers to who may not: JSON with a code for programs, a page for people.</summary>
internal static class AccessRefusal
{
    private const string Realm = "Bearer realm=\"SocietyParty\"";

    /// <summary>Who asks has shown nothing.</summary>
    public static readonly Sentence SignInNeeded = new(
        "SP-ACCESS-001",
        [("header", "Authorization"), ("scheme", "Bearer"), ("page", SignInPage.Path)]
    );

    /// <summary>What was shown is not taken. Why, the sender is not told: each reason would help to forge a better one.</summary>
    public static readonly Sentence NotTaken = new("SP-ACCESS-002", []);

    /// <summary>Of several roles none was chosen.</summary>
    public static readonly Sentence RoleOpen = new("SP-ACCESS-003", [("header", RoleHeader)]);

    /// <summary>The account holds no role today, or not the one that was named.</summary>
    public static readonly Sentence NoRole = new("SP-ACCESS-004", []);

    /// <summary>Another site's page sent it.</summary>
    public static readonly Sentence OtherSite = new("SP-ACCESS-006", []);

    /// <summary>Names one of several roles by its number.</summary>
    public const string RoleHeader = "X-Role";

    /// <summary>The role may not do it.</summary>
    public static Sentence NoRight(string right) => new("SP-ACCESS-005", [("right", EnumWords.OfName(right, "AccessRight"))]);

    public static Task SendAsync(HttpContext context, int status, Sentence said)
    {
        var response = context.Response;
        response.StatusCode = status;
        response.Headers.CacheControl = "no-store";
        if (status == StatusCodes.Status401Unauthorized)
        {
            response.Headers.WWWAuthenticate = said == NotTaken ? $"{Realm}, error=\"invalid_token\"" : Realm;
        }

        var code = said.Key.Split('.')[0];
        if (Pages.IsWanted(context.Request))
        {
            return SignInPage.SendMessageAsync(context, status, code, said);
        }

        response.ContentType = ResponseMedia.Json + "; charset=utf-8";
        var body = OperationRunner.Failed(status, [new GraphQLError(code, said.In(BrowserLanguage.OfApi(context.Request)))]).Body;
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : response.Body.WriteAsync(body, context.RequestAborted).AsTask();
    }
}
