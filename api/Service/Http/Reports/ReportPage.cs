using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using SocietyParty.Etl.Report.Editions;
using SocietyParty.Etl.Report.Model;

namespace SocietyParty.Service.Http.Reports;

/// <summary>The page of reports, in the browser's language, without scripts; and what it says when something cannot be done.</summary>
internal static class ReportPage
{
    private const string Policy =
        "default-src 'none'; style-src 'unsafe-inline'; img-src 'self'; form-action 'self'; base-uri 'none'; frame-ancestors 'none'";

    private static readonly HtmlEncoder Html = HtmlEncoder.Create(UnicodeRanges.All);

    private static readonly Dictionary<string, string> MediaTypes = new(StringComparer.Ordinal)
    {
        [".docx"] = "application/vnd.openxmlformats-officedocument.wordprocessingml.document",
        [".xlsx"] = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet",
        [".json"] = "application/json",
        [".csv"] = "text/csv; charset=utf-8",
    };

    public static Task SendAsync(HttpContext context, IReadOnlyList<IssuedEdition> editions, DraftChoices choices) =>
        WriteAsync(
            context,
            StatusCodes.Status200OK,
            BrowserLanguage.Say(context.Request, "年度报告", "Annual reports"),
            Issued(editions, BrowserLanguage.IsEnglish(context.Request)) + Draft(choices, BrowserLanguage.IsEnglish(context.Request))
        );

    public static Task RefuseAsync(HttpContext context, int status, string code, string chinese, string english)
    {
        var message = BrowserLanguage.Say(context.Request, chinese, english);
        return ReportJson.IsWanted(context.Request)
            ? ReportJson.RefuseAsync(context, status, code, message)
            : WriteAsync(
                context,
                status,
                BrowserLanguage.Say(context.Request, "没有完成", "Not done"),
                $"<p>{Html.Encode(message)}</p><p class=\"quiet\">{code}</p><p><a href=\"{context.Request.PathBase}/reports\">"
                    + $"{BrowserLanguage.Say(context.Request, "返回年度报告", "Back to the annual reports")}</a></p>"
            );
    }

    public static Task SendFileAsync(HttpContext context, ReportFile file, string prefix)
    {
        context.Response.ContentType = MediaTypes[Path.GetExtension(file.Name)];
        context.Response.Headers.ContentDisposition = $"attachment; filename=\"{prefix}{file.Name.Replace('/', '-')}\"";
        context.Response.ContentLength = file.Content.Length;
        return context.Response.Body.WriteAsync(file.Content, context.RequestAborted).AsTask();
    }

    /// <summary>What a clerk can do about it.</summary>
    public static string Chinese(ReportException refused) =>
        refused.Code switch
        {
            "SP-REPORT-101" => "还没有数据入库，请等入库后再来。",
            "SP-REPORT-102" => "上次入库以后数据有变动，要等下次入库后才能生成报告，使所有数字说的是同一时刻。",
            "SP-REPORT-103" => "所选年份没有入库的月份，请换一个年份。",
            // Both name committees to choose from.
            "SP-REPORT-104" or "SP-REPORT-105" => refused.Problem.Chinese + refused.Remedy.Chinese,
            _ => refused.Message,
        };

    private static string Issued(IReadOnlyList<IssuedEdition> editions, bool english)
    {
        var text = new StringBuilder(english ? "<section><h2>Issued editions</h2>" : "<section><h2>已发布的版次</h2>");
        if (editions.Count == 0)
        {
            return text.Append(
                    english
                        ? "<p>Nothing is issued yet. An administrator issues with the command <code>report issue</code>.</p></section>"
                        : "<p>还没有发布的版次。管理员用命令 <code>report issue</code> 发布。</p></section>"
                )
                .ToString();
        }

        text.Append("<ul class=\"cards\">");
        foreach (var edition in editions.Reverse())
        {
            text.Append(english ? English(edition) : Chinese(edition));
        }

        return text.Append("</ul></section>").ToString();
    }

    private static string Chinese(IssuedEdition edition) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <li><h3>{Html.Encode(edition.CommitteeName)}　{edition.Year}年　第{edition.Number}版{(edition.Language == "en" ? "（英文）" : "")}</h3>
            <p class="quiet">数据截至{edition.AsOf:yyyy-MM-dd}，第{edition.LoadId}次装载；{Html.Encode(
                edition.IssuedBy
            )}于{Beijing(edition.IssuedAt):yyyy-MM-dd HH:mm}（北京时间）发布</p>
            <p>{Files(edition, "报告（Word）", "数据（Excel）", "数据（JSON）")}</p></li>
            """
        );

    private static string English(IssuedEdition edition) =>
        string.Create(
            CultureInfo.InvariantCulture,
            $"""
            <li><h3>{Html.Encode(edition.CommitteeName)} {edition.Year}, edition {edition.Number}{(edition.Language == "en" ? " (in English)" : "")}</h3>
            <p class="quiet">Data up to {edition.AsOf:yyyy-MM-dd}, load {edition.LoadId}; issued by {Html.Encode(
                edition.IssuedBy
            )} at {Beijing(edition.IssuedAt):yyyy-MM-dd HH:mm} (Beijing time)</p>
            <p>{Files(edition, "Report (Word)", "Data (Excel)", "Data (JSON)")}</p></li>
            """
        );

    private static string Files(IssuedEdition edition, string word, string excel, string json)
    {
        var files = $"reports/{Number(edition.Id)}";
        return $"""<a href="{files}/report.docx">{word}</a><a href="{files}/report.xlsx">{excel}</a><a href="{files}/report.json">{json}</a>""";
    }

    private static string Draft(DraftChoices choices, bool english)
    {
        string Say(string chinese, string inEnglish) => english ? inEnglish : chinese;
        if (choices.Years.Count == 0)
        {
            return $"<section><h2>{Say("生成草稿", "Draft")}</h2><p>{Say("还没有数据入库。", "The warehouse has no data yet.")}</p></section>";
        }

        var text = new StringBuilder(
            $"""
            <section><h2>{Say("生成草稿", "Draft")}</h2><p>{Say(
                "草稿按最近一次入库的数据生成，封面标明“征求意见稿”。",
                "A draft is made of the last load's data; its cover says that it is one."
            )}</p>
            <form method="get" action="reports/draft/report.docx"><label>{Say("年份", "Year")}<select name="year">
            """
        );
        foreach (var year in choices.Years)
        {
            text.Append(CultureInfo.InvariantCulture, $"<option>{year}</option>");
        }

        text.Append("</select></label>");
        if (choices.HasMore)
        {
            var words = Say("科技社团党委（名称或其一部分；留空为全国）", "Committee (its name or a part of it; empty: the nation)");
            text.Append(CultureInfo.InvariantCulture, $"<label>{words}<input name=\"committee\" maxlength=\"200\"></label>");
        }
        else
        {
            text.Append(
                    CultureInfo.InvariantCulture,
                    $"<label>{Say("科技社团党委（含下级）", "Committee (with those below)")}<select name=\"committee\">"
                )
                .Append(CultureInfo.InvariantCulture, $"<option value=\"\">{Say("全部", "All")}</option>");
            foreach (var (id, name) in choices.Committees)
            {
                text.Append(CultureInfo.InvariantCulture, $"<option value=\"{id}\">{Html.Encode(name)}</option>");
            }

            text.Append("</select></label>");
        }

        var (zh, en) = english ? ("", " selected") : (" selected", "");
        text.Append(
            CultureInfo.InvariantCulture,
            $"""
            <label>{Say("语言", "Language")}<select name="language"><option value="zh"{zh}>{Say(
                "中文",
                "Chinese"
            )}</option><option value="en"{en}>{Say("英文", "English")}</option></select></label>
            <p><button>{Say("报告（Word）", "Report (Word)")}</button><button formaction="reports/draft/report.xlsx">{Say(
                "数据（Excel）",
                "Data (Excel)"
            )}</button>
            <button formaction="reports/draft/report.json">{Say("数据（JSON）", "Data (JSON)")}</button></p></form></section>
            """
        );
        return text.ToString();
    }

    private static Task WriteAsync(HttpContext context, int status, string title, string body)
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = Policy;
        context.Response.Headers.CacheControl = "no-store";
        context.Response.Headers["Referrer-Policy"] = "no-referrer";
        context.Response.Headers.Vary = "Accept-Language";
        var (language, home) = BrowserLanguage.IsEnglish(context.Request)
            ? ("en", "Party building in science societies")
            : ("zh-CN", "科技社团党建组织图谱");
        return context.Response.WriteAsync(
            $$"""
            <!doctype html>
            <html lang="{{language}}"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark"><title>{{title}} · {{home}}</title><link rel="icon" href="{{context.Request.PathBase}}/favicon.svg" type="image/svg+xml">
            <style>
            :root { --ground: #f4f5f7; --card: #fff; --text: #1b1f24; --quiet: #58616b; --line: #d9dde2; --edge: #858e98; --link: #0a5ca8; }
            @media (prefers-color-scheme: dark) { :root { --ground: #13161a; --card: #1b1f24; --text: #e8eaed; --quiet: #a7b0ba; --line: #353c45; --edge: #7d8893; --link: #79b8f3; } }
            body { margin: 0; background: var(--ground); color: var(--text); font: 14px/1.6 "PingFang SC", "Microsoft YaHei UI", "Noto Sans CJK SC", system-ui, sans-serif; }
            header, main { max-width: 960px; margin: 0 auto; padding: 12px 16px; }
            h1 { font-size: 22px; margin: 8px 0; } h2 { font-size: 18px; } h3 { font-size: 16px; margin: 0; overflow-wrap: anywhere; }
            a { color: var(--link); margin-right: 16px; white-space: nowrap; } .quiet { color: var(--quiet); margin: 4px 0; }
            section, .cards li { background: var(--card); border: 1px solid var(--line); border-radius: 6px; padding: 12px 16px; margin: 0 0 16px; }
            .cards { list-style: none; margin: 0; padding: 0; }
            label { display: block; margin: 0 0 12px; } select, input, button { font: inherit; color: inherit; }
            select, input { display: block; width: 100%; max-width: 100%; box-sizing: border-box; padding: 6px; background: var(--ground); border: 1px solid var(--edge); border-radius: 6px; }
            button { padding: 8px 16px; margin: 0 8px 8px 0; background: var(--card); border: 1px solid var(--edge); border-radius: 6px; cursor: pointer; }
            </style></head>
            <body><header><a href="{{context.Request.PathBase}}/">{{home}}</a><h1>{{title}}</h1></header><main>{{body}}</main></body></html>
            """,
            context.RequestAborted
        );
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static DateTime Beijing(DateTime moment) =>
        TimeZoneInfo.ConvertTimeFromUtc(moment, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
}
