using System.Globalization;
using Npgsql;
using SocietyParty.Etl.Report.Collect;
using SocietyParty.Etl.Report.Editions;
using SocietyParty.Etl.Report.Model;
using SocietyParty.Etl.Run;
using SocietyParty.Schema.Database;

namespace SocietyParty.Service.Http.Reports;

/// <summary>
/// <c>GET /reports</c>, a page for the office; <c>GET /reports/{key}/{file}</c>, a file of an issued edition;
/// <c>GET /reports/draft/{file}?year=…&amp;committee=…&amp;language=…</c>, a draft of now. Issuing needs a person who is known, so it is
/// the command line's until people sign in.
/// </summary>
internal sealed partial class ReportEndpoints(
    [FromKeyedServices(NamedPool.Reports)] NpgsqlDataSource database,
    ILogger<ReportEndpoints> log
) : IDisposable
{
    private const int WaitSecondsMax = 60;
    private static readonly string[] Reading = [HttpMethods.Get, HttpMethods.Head];
    private const string Forever = "private, max-age=31536000, immutable";

    // A report reads the whole warehouse; a second one waits for it.
    private readonly SemaphoreSlim gate = new(1);

    public static void Add(IServiceCollection services, string graph)
    {
        // A report makes temporary tables, so its sessions are not read-only; it ends without a commit.
        services.AddKeyedSingleton(NamedPool.Reports, (_, _) => NamedPool.Create(
                new NpgsqlConnectionStringBuilder(graph)
                {
                    ApplicationName = "SocietyParty.Graph API, reports",
                    Options = "-c jit=off -c TimeZone=Asia/Shanghai",
                    MaxPoolSize = 2,
                }.ConnectionString,
                NamedPool.Reports
            ));
        services.AddSingleton<ReportEndpoints>();
    }

    public static void Map(WebApplication app)
    {
        var endpoints = app.Services.GetRequiredService<ReportEndpoints>();
        app.MapMethods("/reports", Reading, context => endpoints.AnswerAsync(context, endpoints.SendPageAsync));
        app.MapMethods("/reports/draft/{file}", Reading, context => endpoints.AnswerAsync(context, endpoints.SendDraftAsync));
        app.MapMethods("/reports/{key:long}/{**file}", Reading, context => endpoints.AnswerAsync(context, endpoints.SendIssuedAsync));
    }

    public void Dispose() => gate.Dispose();

    private async Task AnswerAsync(HttpContext context, Func<HttpContext, Task> answer)
    {
        context.Response.Headers.XContentTypeOptions = "nosniff";
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
            await EditionStore.ListAsync(database, context.RequestAborted),
            await DraftChoices.ReadAsync(database, context.RequestAborted)
        );

    private async Task SendIssuedAsync(HttpContext context)
    {
        var key = long.Parse((string)context.Request.RouteValues["key"]!, CultureInfo.InvariantCulture);
        var name = (string?)context.Request.RouteValues["file"];
        if (await EditionStore.FileAsync(database, key, name ?? "", context.RequestAborted) is not { } file)
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
        var ct = context.RequestAborted;
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
            var committee = query["committee"].ToString() is { Length: > 0 } one ? one : null;
            var snapshot = await ReportCollector.CollectAsync(database, new ReportRequest(year, committee, language), ct: ct);
            var style = new ReportStyle(
                $"report.{language}.md",
                ReportSentences.Shipped(language),
                Template: null,
                WithByteOrderMark: true
            );
            var name = (string)context.Request.RouteValues["file"]!;
            var files = await ReportFiles.MakeAsync(snapshot, style, ct: ct);
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
        }
        finally
        {
            gate.Release();
        }
    }

    [LoggerMessage(Level = LogLevel.Error, Message = "A report failed")]
    private static partial void Failed(ILogger log, Exception error);
}
