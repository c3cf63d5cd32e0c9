using System.Reflection;
using System.Text;
using System.Text.Encodings.Web;
using Microsoft.AspNetCore.WebUtilities;
using SocietyParty.Rules.Sentences;
using SocietyParty.Service.Access;
using SocietyParty.Service.Http.Edge;

namespace SocietyParty.Service.Http.SignIn;

/// <summary>The pages on which people sign in, choose a role and sign out: written by the service, without scripts.</summary>
internal static class SignInPage
{
    public const string Path = "/sign-in";
    public const string RolePath = Path + "/role";
    public const string LinkPath = Path + "/link";
    public const string ProviderPath = Path + "/provider";
    public const string CallbackPath = Path + "/callback";
    public const string StylePath = Path + "/style.css";
    public const string OutPath = "/sign-out";

    /// <summary>Parameter and field that say where a person wanted to go.</summary>
    public const string To = "to";

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(System.Text.Unicode.UnicodeRanges.All);

    /// <summary>Leads a browser to one of these pages, and back afterwards.</summary>
    public static void Lead(HttpContext context, string page)
    {
        context.Response.StatusCode = StatusCodes.Status302Found;
        context.Response.Headers.CacheControl = "no-store";
        var wanted = ProxyPath.Of(context.Request, context.Request.Path + context.Request.QueryString.Value);
        page = ProxyPath.Of(context.Request, page);
        context.Response.Headers.Location =
            wanted == ProxyPath.Of(context.Request, "/") ? page : QueryHelpers.AddQueryString(page, To, wanted);
    }

    /// <summary>A path of this service; <c>/</c> for whatever is none, so that nobody is led to another site.</summary>
    public static string Local(HttpRequest request, string? path) =>
        path is { Length: > 0 and <= 2_000 }
        && path[0] == '/'
        && !path.StartsWith("//", StringComparison.Ordinal)
        && !path.Contains('\\', StringComparison.Ordinal)
        && !path.Any(char.IsControl)
        && path.StartsWith(ProxyPath.Of(request, "/"), StringComparison.Ordinal)
        && !path.StartsWith(ProxyPath.Of(request, Path), StringComparison.Ordinal)
            ? path
            : ProxyPath.Of(request, "/");

    /// <param name="context">The request.</param>
    /// <param name="to">Where the person wanted to go.</param>
    /// <param name="hasProvider">Whether the organization's provider is set.</param>
    /// <param name="hasFailed">Whether a try before this was refused.</param>
    public static Task SendFormAsync(HttpContext context, string to, bool hasProvider, bool hasFailed = false)
    {
        var body = new StringBuilder();
        if (hasFailed)
        {
            body.Append(
                Note(
                    Say(
                        context,
                        "没有登录成功：账号、密码或者验证码有误，或者尝试次数过多，账号暂时锁定。请稍后再试，或者联系管理员。",
                        "You are not signed in: the account, the password or the code is wrong, or there were too many tries and the "
                            + "account is locked for a while. Try again later, or ask your administrator."
                    )
                )
            );
        }

        if (hasProvider)
        {
            var provider = QueryHelpers.AddQueryString(ProxyPath.Of(context.Request, ProviderPath), To, to);
            body.Append(
                $"<p><a class=\"button\" href=\"{Html.Encode(provider)}\">"
                    + $"{Say(context, "用单位统一身份认证登录", "Sign in with your organization's account")}</a></p><h2>"
                    + $"{Say(context, "或者用本地账号", "Or with a local account")}</h2>"
            );
        }

        var code = Say(context, "验证码（设置了第二因素时填写）", "Code (if a second factor is set)");
        body.Append(
            $"""
            <form method="post" action="{ProxyPath.Of(context.Request, Path)}"><input type="hidden" name="{To}" value="{Html.Encode(to)}">
            <label for="name">{Say(context, "账号", "Account")}</label>
            <input id="name" name="name" autocomplete="username" autocapitalize="none" spellcheck="false" maxlength="100" required>
            <label for="password">{Say(context, "密码", "Password")}</label>
            <input id="password" name="password" type="password" autocomplete="current-password" maxlength="128" required>
            <label for="code">{code}</label>
            <input id="code" name="code" inputmode="numeric" autocomplete="one-time-code" maxlength="6" pattern="[0-9]*">
            <p><button>{Say(context, "登录", "Sign in")}</button></p></form>
            """
        );
        var status = hasFailed ? StatusCodes.Status401Unauthorized : StatusCodes.Status200OK;
        return WriteAsync(context, status, Say(context, "登录", "Sign in"), body.ToString());
    }

    /// <summary>What a browser that has signed in finds: who it is, in which role, and the way out.</summary>
    public static Task SendRolesAsync(HttpContext context, SignedIn who, IReadOnlyList<HeldRole> roles, string to)
    {
        var body = new StringBuilder(
            $"<p>{Say(context, "账号", "Account")}: <strong>{Html.Encode(who.DisplayName ?? who.Name)}</strong></p>"
        );
        if (roles.Count == 0)
        {
            body.Append(Note(AccessRefusal.NoRole.In(LanguageOf(context))));
        }
        else
        {
            body.Append(
                $"<form method=\"post\" action=\"{ProxyPath.Of(context.Request, RolePath)}\">"
                    + $"<input type=\"hidden\" name=\"{To}\" value=\"{Html.Encode(to)}\"><fieldset><legend>"
                    + $"{Say(context, "以哪个角色工作", "In which role you work")}</legend>"
            );
            foreach (var role in roles)
            {
                var isChosen = role.Id == who.Role?.Id ? " checked" : "";
                body.Append(
                    $"<label class=\"choice\"><input type=\"radio\" name=\"grant\" value=\"{role.Id}\" required{isChosen}> "
                        + $"{Html.Encode(NameOf(role, LanguageOf(context)))}</label>"
                );
            }

            body.Append($"</fieldset><p><button>{Say(context, "继续", "Go on")}</button></p></form>");
        }

        body.Append(
            $"<form method=\"post\" action=\"{ProxyPath.Of(context.Request, OutPath)}\"><p><button>{Say(context, "退出登录", "Sign out")}"
                + "</button></p></form>"
        );
        return WriteAsync(context, StatusCodes.Status200OK, Say(context, "选择角色", "Choose a role"), body.ToString());
    }

    /// <summary>Asks before a link that works once is used: mail programs and browsers open links by themselves.</summary>
    public static Task SendLinkAsync(HttpContext context, string code) =>
        WriteAsync(
            context,
            StatusCodes.Status200OK,
            Say(context, "用一次性链接登录", "Sign in by a link"),
            $"""
            <p>{Say(context, "这个链接只能用一次。", "This link works once.")}</p>
            <form method="post" action="{ProxyPath.Of(context.Request, LinkPath)}"><input type="hidden" name="code" value="{Html.Encode(
                code
            )}">
            <p><button>{Say(context, "登录", "Sign in")}</button></p></form>
            """
        );

    /// <summary>Says in a sentence why something was refused, with the way to sign in.</summary>
    public static Task SendMessageAsync(HttpContext context, int status, string code, Sentence said) =>
        WriteAsync(
            context,
            status,
            Say(context, "不能访问", "Not allowed"),
            Note($"{code} {said.In(LanguageOf(context))}")
                + $"<p><a href=\"{ProxyPath.Of(context.Request, Path)}\">{Say(context, "登录或者换角色", "Sign in, or take another role")}</a></p>"
        );

    public static Task SendStyleAsync(HttpContext context)
    {
        context.Response.ContentType = "text/css; charset=utf-8";
        context.Response.Headers.CacheControl = "public, max-age=3600";
        context.Response.Headers.XContentTypeOptions = "nosniff";
        return context.Response.WriteAsync(Style.Value, context.RequestAborted);
    }

    private static string NameOf(HeldRole role, Language language)
    {
        var word = EnumWords.Of(role.Role, language);
        return role.SubjectName is { } subject ? $"{word} · {subject}" : word;
    }

    private static Language LanguageOf(HttpContext context) =>
        BrowserLanguage.IsEnglish(context.Request) ? Language.English : Language.Chinese;

    private static string Say(HttpContext context, string chinese, string english) =>
        BrowserLanguage.Say(context.Request, chinese, english);

    private static string Note(string text) => $"<p class=\"note\" role=\"alert\">{Html.Encode(text)}</p>";

    private static Task WriteAsync(HttpContext context, int status, string title, string body)
    {
        var response = context.Response;
        Pages.Protect(response, Path);
        // Under no-referrer browsers name no origin with a form, and without it a form is not taken.
        response.Headers["Referrer-Policy"] = "same-origin";
        response.Headers.CacheControl = "no-store";
        response.Headers.Vary = "Accept-Language";
        response.StatusCode = status;
        response.ContentType = "text/html; charset=utf-8";
        var (language, home) = BrowserLanguage.IsEnglish(context.Request)
            ? ("en", "Party building in science societies")
            : ("zh-CN", "科技社团党建组织图谱");
        return HttpMethods.IsHead(context.Request.Method)
            ? Task.CompletedTask
            : response.WriteAsync(
                $"""
                <!doctype html>
                <html lang="{language}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
                <meta name="color-scheme" content="light dark"><title>{title} · {home}</title><link rel="icon" href="{ProxyPath.Of(
                    context.Request,
                    "/favicon.svg"
                )}" type="image/svg+xml">
                <link rel="stylesheet" href="{ProxyPath.Of(context.Request, StylePath)}"></head>
                <body><main><p class="quiet">{home}</p><h1>{title}</h1>{body}</main></body></html>
                """,
                context.RequestAborted
            );
    }

    private static readonly Lazy<string> Style = new(() =>
    {
        using var reader = new StreamReader(Assembly.GetExecutingAssembly().GetManifestResourceStream("SignIn.css")!);
        return reader.ReadToEnd();
    });
}
