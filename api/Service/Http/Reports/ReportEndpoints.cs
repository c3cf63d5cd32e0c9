using System.Globalization;
using System.Text.Json;
using Npgsql;
using SocietyParty.Etl.Report.Collect;
using SocietyParty.Etl.Report.Editions;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Schema.Database;
using SocietyParty.Service.Queries;

namespace SocietyParty.Service.Http.Reports;

/// <summary>
/// <c>GET /reports</c>, a page for the office; <c>GET /reports/editions</c>, what that page lists, as JSON; <c>POST /reports/editions</c>,
/// which issues one; <c>GET /reports/{key}/{file}</c>, a file of an issued edition;
/// <c>GET /reports/draft/{file}?year=…&amp;committee=…&amp;language=…</c>, a draft of now.
/// </summary>
internal sealed partial class ReportEndpoints(ReportAccess reports, ILogger<ReportEndpoints> log) : IDisposable
{
    private const int WaitSecondsMax = 60;
    private const int IssuerMax = 100;
    private const string Forever = "private, max-age=31536000, immutable";

    // A report reads the whole warehouse; a second one waits for it.
    private readonly SemaphoreSlim gate = new(1);

    /// <param name="api">Of sessions in a role; null: as the graph's.</param>
    public static void Add(IServiceCollection services, string graph, string? api = null)
    {
        services.AddKeyedSingleton(NamedPool.Reports, (_, _) => NamedPool.Create(Connection(graph).ConnectionString, NamedPool.Reports));
        services.AddKeyedSingleton(NamedPool.Reports, (provider, _) =>
            SessionSources.Of(
                provider.GetRequiredKeyedService<NpgsqlDataSource>(NamedPool.Reports),
                Connection(api ?? graph),
                isLogin: false,
                NamedPool.Reports
            )
        );
        services.AddSingleton(provider => new ReportAccess(
            provider.GetRequiredKeyedService<NpgsqlDataSource>(NamedPool.Reports),
            provider.GetRequiredKeyedService<SessionSources>(NamedPool.Reports)
        ));
        services.AddSingleton<ReportEndpoints>();
    }

    public static void Map(WebApplication app)
    {
        var endpoints = app.Services.GetRequiredService<ReportEndpoints>();
        app.MapMethods("/reports", Pages.Reading, context =>
            Pages.HasOffice && Pages.IsWanted(context.Request)
                ? Pages.SendAsync(context, Pages.Office)
                : endpoints.AnswerAsync(context, endpoints.SendPageAsync)
        );
        app.MapMethods(ReportJson.Path, Pages.Reading, context => endpoints.AnswerAsync(context, endpoints.SendListAsync));
        app.MapPost(ReportJson.Path, context => endpoints.AnswerAsync(context, endpoints.IssueAsync));
        app.MapMethods("/reports/draft/{file}", Pages.Reading, context => endpoints.AnswerAsync(context, endpoints.SendDraftAsync));
        app.MapMethods("/reports/{key:long}/{**file}", Pages.Reading, context => endpoints.AnswerAsync(context, endpoints.SendIssuedAsync));
    }

    public void Dispose() => gate.Dispose();

    // A report makes temporary tables, and an edition that is issued is kept, so its sessions are not read-only.
    private static NpgsqlConnectionStringBuilder Connection(string database) =>
        new(database)
        {
            ApplicationName = "SocietyParty.Graph API, reports",
            Options = "-c jit=off -c TimeZone=Asia/Shanghai",
            MaxPoolSize = 2,
        };

    private async Task AnswerAsync(HttpContext context, Func<HttpContext, Task> answer)
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
        if (!ReportAccess.AreFor(context.Access()))
        {
            await ReportPage.RefuseAsync(
                context,
                StatusCodes.Status403Forbidden,
                "SP-ACCESS-113",
                "报告汇总党委的数据，您的角色不能查看。",
                "Reports are about committees, and your role does not see their numbers."
            );
            return;
        }

        try
        {
            await answer(context);
        }
        catch (OperationCanceledException) when (context.RequestAborted.IsCancellationRequested)
        {
            // The client left; a report keeps nothing.
        }
        catch (ReportException refused)
        {
            await ReportPage.RefuseAsync(
                context,
                StatusCodes.Status422UnprocessableEntity,
                refused.Code,
                ReportPage.Chinese(refused),
                refused.Message
            );
        }
        catch (NpgsqlException failure)
        {
            Failed(log, failure);
            await ReportPage.RefuseAsync(
                context,
                StatusCodes.Status503ServiceUnavailable,
                "SP-DATABASE-001",
                "连接不到数据库，或数据库出错；请稍后再试。",
                "The database cannot be reached, or failed. Try again later."
            );
        }
    }

    private async Task SendPageAsync(HttpContext context) =>
        await ReportPage.SendAsync(
            context,
            await reports.ListAsync(context.Access(), context.RequestAborted),
            await reports.ChoicesAsync(context.Access(), context.RequestAborted)
        );

    private async Task IssueAsync(HttpContext context)
    {
        if (!ReportJson.IsSent(context.Request))
        {
            await ReportPage.RefuseAsync(
                context,
                StatusCodes.Status415UnsupportedMediaType,
                "SP-REPORT-112",
                "请以 application/json 提交。",
                "Send application/json."
            );
            return;
        }

        IssueRequest asked;
        try
        {
            asked = await ReportJson.ReadAsync(context.Request, context.RequestAborted);
        }
        catch (JsonException wrong)
        {
            // Where it stands is what helps: "$" is the whole.
            var place = wrong.Path is { Length: > 0 } path ? path : "$";
            await ReportPage.RefuseAsync(
                context,
                StatusCodes.Status400BadRequest,
                "SP-REPORT-112",
                $"提交的内容在 {place} 处读不懂。应为 JSON，例如 {ReportJson.Example("zh", "党建处")}。",
                $"What was sent cannot be read at {place}. It is JSON such as {ReportJson.Example("en", "Office")}."
            );
            return;
        }

        var actor = context.Access().Actor;
        var issuer = string.IsNullOrWhiteSpace(asked.IssuedBy) ? actor : asked.IssuedBy.Trim();
        if (issuer == Actors.Unknown || issuer.Length > IssuerMax)
        {
            await ReportPage.RefuseAsync(
                context,
                StatusCodes.Status422UnprocessableEntity,
                "SP-REPORT-111",
                $"请写明由谁发布（issuedBy，不超过{IssuerMax}字）；发布人与版次一起保存。",
                $"Say who issues it (issuedBy, up to {IssuerMax} characters): it is kept with the edition."
            );
            return;
        }

        if (asked.Year is not { } year || (asked.Language ?? "zh") is not ("zh" or "en"))
        {
            await ReportPage.RefuseAsync(
                context,
                StatusCodes.Status400BadRequest,
                "SP-REPORT-108",
                "请给出年份（year）；语言（language）只有 zh 和 en。",
                "Give a year; the languages are zh and en."
            );
            return;
        }

        await InTurnAsync(context, async ct =>
        {
            var request = new ReportRequest(
                year,
                string.IsNullOrWhiteSpace(asked.Committee) ? null : asked.Committee,
                asked.Language ?? "zh"
            );
            var snapshot = await reports.CollectAsync(context.Access(), request, ct);
            // What is frozen has its page numbers.
            var (edition, _) = await reports.IssueAsync(snapshot, Style(request.Language) with { WithPageNumbers = true }, issuer, ct);
            await ReportJson.SendIssuedAsync(context, edition);
        });
    }

    private static ReportStyle Style(string language) =>
        new($"report.{language}.md", ReportSentences.Shipped(language), Template: null, WithByteOrderMark: true);

    private async Task InTurnAsync(HttpContext context, Func<CancellationToken, Task> work)
    {
        var ct = context.RequestAborted;
        if (!await gate.WaitAsync(TimeSpan.FromSeconds(WaitSecondsMax), ct))
        {
            context.Response.Headers.RetryAfter = "60";
            await ReportPage.RefuseAsync(
                context,
                StatusCodes.Status503ServiceUnavailable,
                "SP-REPORT-109",
                "另一份报告正在生成，请稍后再试。",
                "Another report is being made. Try again later."
            );
            return;
        }

        try
        {
            await work(ct);
        }
        finally
        {
            gate.Release();
        }
    }

    private async Task SendListAsync(HttpContext context) =>
        await ReportJson.SendAsync(
            context,
            await reports.ListAsync(context.Access(), context.RequestAborted),
            await reports.ChoicesAsync(context.Access(), context.RequestAborted)
        );

    private async Task SendIssuedAsync(HttpContext context)
    {
        var key = long.Parse((string)context.Request.RouteValues["key"]!, CultureInfo.InvariantCulture);
        var name = (string?)context.Request.RouteValues["file"];
        if (await reports.FileAsync(context.Access(), key, name ?? "", context.RequestAborted) is not { } file)
        {
            await ReportPage.RefuseAsync(
                context,
                StatusCodes.Status404NotFound,
                "SP-REPORT-106",
                "没有这个版次或文件；/reports 列出了已发布的版次。",
                "There is no such edition or file; /reports lists those that were issued."
            );
            return;
        }

        // It never changes.
        context.Response.Headers.CacheControl = Forever;
        await ReportPage.SendFileAsync(context, file, string.Create(CultureInfo.InvariantCulture, $"report-{key}-"));
    }

    private async Task SendDraftAsync(HttpContext context)
    {
        var query = context.Request.Query;
        if (!int.TryParse(query["year"], NumberStyles.None, CultureInfo.InvariantCulture, out var year))
        {
            await ReportPage.RefuseAsync(
                context,
                StatusCodes.Status400BadRequest,
                "SP-REPORT-108",
                "请给出年份，例如 ?year=2026。",
                "Give a year, such as ?year=2026."
            );
            return;
        }

        var language = query["language"].ToString() is { Length: > 0 } asked ? asked : BrowserLanguage.Say(context.Request, "zh", "en");
        if (language is not ("zh" or "en"))
        {
            await ReportPage.RefuseAsync(
                context,
                StatusCodes.Status400BadRequest,
                "SP-REPORT-108",
                "语言只有 zh 和 en。",
                "The languages are zh and en."
            );
            return;
        }

        await InTurnAsync(context, async ct =>
        {
            var committee = query["committee"].ToString() is { Length: > 0 } one ? one : null;
            var snapshot = await reports.CollectAsync(context.Access(), new ReportRequest(year, committee, language), ct);
            var name = (string)context.Request.RouteValues["file"]!;
            var files = await ReportFiles.MakeAsync(snapshot, Style(language), ct: ct);
            if (files.FirstOrDefault(file => file.Name == name) is not { } wanted)
            {
                var names = files.Where(file => !file.Name.Contains('/')).Select(file => file.Name).ToList();
                await ReportPage.RefuseAsync(
                    context,
                    StatusCodes.Status404NotFound,
                    "SP-REPORT-108",
                    $"没有这个文件；草稿有 {string.Join("、", names)}。",
                    $"There is no such file; a draft has {string.Join(", ", names)}."
                );
                return;
            }

            context.Response.Headers.CacheControl = "no-store";
            await ReportPage.SendFileAsync(context, wanted, string.Create(CultureInfo.InvariantCulture, $"draft-{year}-"));
        });
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A report failed")]
    private static partial void Failed(ILogger log, Exception error);
}
