using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Unicode;
using SocietyParty.Etl.Report.Editions;
using SocietyParty.Etl.Report.Model;

namespace SocietyParty.Service.Http.Reports;

/// <summary>The page of reports, in Chinese, without scripts; and what it says when something cannot be done.</summary>
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
        WriteAsync(context, StatusCodes.Status200OK, "年度报告", $"{Issued(editions)}{Draft(choices)}");

    public static Task RefuseAsync(HttpContext context, int status, string code, string message) =>
        ReportList.IsWanted(context.Request)
            ? ReportList.RefuseAsync(context, status, code, message)
            : WriteAsync(
                context,
                status,
                "没有完成",
                $"<p>{Html.Encode(message)}</p><p class=\"quiet\">{code}</p><p><a href=\"/reports\">返回年度报告</a></p>"
            );

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
            "SP-REPORT-101" => "数据仓库还没有装载数据，请先装载。",
            "SP-REPORT-102" => "上次装载以后数据有变动，请先重新装载，再生成报告，使所有数字说的是同一时刻。",
            "SP-REPORT-103" => "所选年份没有装载的月份，请换一个年份，或先装载该年的数据。",
            "SP-REPORT-104" => "没有这个科技社团党委，请检查名称。",
            "SP-REPORT-105" => "有多个科技社团党委的名称含有这些字，请写全名称，或从列表中选。",
            _ => refused.Message,
        };

    private static string Issued(IReadOnlyList<IssuedEdition> editions)
    {
        var text = new StringBuilder("<section><h2>已发布的版次</h2>");
        if (editions.Count == 0)
        {
            return text.Append("<p>还没有发布的版次。管理员用命令 <code>report issue</code> 发布。</p></section>").ToString();
        }

        text.Append("<ul class=\"cards\">");
        foreach (var edition in editions.Reverse())
        {
            var files = $"/reports/{Number(edition.Id)}";
            text.Append(
                CultureInfo.InvariantCulture,
                $"""
                <li><h3>{Html.Encode(edition.CommitteeName)}　{edition.Year}年　第{edition.Number}版{(edition.Language == "en" ? "（英文）" : "")}</h3>
                <p class="quiet">数据截至{edition.AsOf:yyyy-MM-dd}，第{edition.LoadId}次装载；{Html.Encode(
                    edition.IssuedBy
                )}于{Beijing(edition.IssuedAt):yyyy-MM-dd HH:mm}（北京时间）发布</p>
                <p><a href="{files}/report.docx">报告（Word）</a><a href="{files}/report.xlsx">数据（Excel）</a><a href="{files}/report.json">数据（JSON）</a></p></li>
                """
            );
        }

        return text.Append("</ul></section>").ToString();
    }

    private static string Draft(DraftChoices choices)
    {
        if (choices.Years.Count == 0)
        {
            return "<section><h2>生成草稿</h2><p>数据仓库还没有装载数据。</p></section>";
        }

        var text = new StringBuilder(
            """
            <section><h2>生成草稿</h2><p>草稿按最近一次装载的数据生成，封面标明“征求意见稿”。</p>
            <form method="get" action="/reports/draft/report.docx"><label>年份<select name="year">
            """
        );
        foreach (var year in choices.Years)
        {
            text.Append(CultureInfo.InvariantCulture, $"<option>{year}</option>");
        }

        text.Append("</select></label>");
        if (choices.HasMore)
        {
            text.Append("<label>科技社团党委（名称或其一部分；留空为全国）<input name=\"committee\" maxlength=\"200\"></label>");
        }
        else
        {
            text.Append("<label>科技社团党委（含下级）<select name=\"committee\"><option value=\"\">全部</option>");
            foreach (var (id, name) in choices.Committees)
            {
                text.Append(CultureInfo.InvariantCulture, $"<option value=\"{id}\">{Html.Encode(name)}</option>");
            }

            text.Append("</select></label>");
        }

        text.Append(
            """
            <label>语言<select name="language"><option value="zh">中文</option><option value="en">英文</option></select></label>
            <p><button>报告（Word）</button><button formaction="/reports/draft/report.xlsx">数据（Excel）</button>
            <button formaction="/reports/draft/report.json">数据（JSON）</button></p></form></section>
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
        return context.Response.WriteAsync(
            $$"""
            <!doctype html>
            <html lang="zh-CN"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width, initial-scale=1">
            <meta name="color-scheme" content="light dark"><title>{{title}} · 科技社团党建</title><link rel="icon" href="/favicon.svg" type="image/svg+xml">
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
            <body><header><a href="/">科技社团党建组织图谱</a><h1>{{title}}</h1></header><main>{{body}}</main></body></html>
            """,
            context.RequestAborted
        );
    }

    private static string Number(long number) => number.ToString(CultureInfo.InvariantCulture);

    private static DateTime Beijing(DateTime moment) =>
        TimeZoneInfo.ConvertTimeFromUtc(moment, TimeZoneInfo.FindSystemTimeZoneById("Asia/Shanghai"));
}
