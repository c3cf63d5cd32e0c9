using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.DependencyInjection;
using SocietyParty.Etl.Import.Sheets;
using SocietyParty.Graph.Tests.Etl.Import.Sheets;
using SocietyParty.Service.Http;
using SocietyParty.Service.Options;

namespace SocietyParty.Graph.Tests.Service.Http.Imports;

/// <summary>Templates and imports over HTTP.</summary>
public sealed class SheetEndpointsTests
{
    private const string Csv = "text/csv";
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    [Fact]
    public async Task A_template_that_is_filled_in_is_imported_and_its_errors_have_their_places()
    {
        await using var graph = await SheetGraph.NewAsync();
        await using var app = WebHost.Build(
            graph.ConnectionString,
            "http://127.0.0.1:0",
            options: new ServiceOptions { Http = new(ImportBytesMax: 20_000) }
        );
        await app.StartAsync();
        using var client = new HttpClient
        {
            BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()),
        };

        foreach (var kind in SheetKind.All)
        {
            foreach (var (extension, media) in ((string, string)[])[("csv", Csv), ("xlsx", Xlsx)])
            {
                using var template = await client.GetAsync($"/templates/{kind.Name}.{extension}");
                (template.IsSuccessStatusCode, template.Content.Headers.ContentType!.MediaType).ShouldBe((true, media));
                Workbooks
                    .Read(kind, await template.Content.ReadAsByteArrayAsync())
                    .Problems.ShouldHaveSingleItem()
                    .Code.ShouldBe("SP-IMPORT-106");
            }
        }
        ((int)(await client.GetAsync("/templates/societies.doc")).StatusCode).ShouldBe(404);

        var file = Workbooks.OfRows(["社团名称", "层级"], ["合成甲学会", "市级"]);
        var dry = await PostAsync(client, "/import/societies?dryRun=true", file, Xlsx);
        (dry.Status, dry.Body.GetProperty("inserted").GetInt32(), dry.Body.GetProperty("run").ValueKind).ShouldBe(
            (200, 1, JsonValueKind.Null)
        );
        var real = await PostAsync(client, "/import/societies?committee=410400&fileName=C%3A%5Ctmp%5Clist.xlsx", file, Xlsx);
        (real.Status, real.Body.GetProperty("inserted").GetInt32(), real.Body.GetProperty("fileName").GetString()).ShouldBe(
            (200, 1, "list.xlsx")
        );
        (await graph.RowsAsync("SELECT source_name FROM graph.import_run")).ShouldBe(["list.xlsx"]);

        var wrong = await PostAsync(client, "/import/societies", Workbooks.OfRows(["社团名称", "层级"], ["合成乙学会", "乡级"]), Xlsx);
        wrong.Status.ShouldBe(422);
        var error = wrong.Body.GetProperty("errors")[0];
        (
            error.GetProperty("code").GetString(),
            error.GetProperty("sheet").GetString(),
            error.GetProperty("row").GetInt32(),
            error.GetProperty("column").GetInt32(),
            error.GetProperty("address").GetString(),
            error.GetProperty("header").GetString()
        ).ShouldBe(("SP-IMPORT-125", "表", 2, 2, "B2", "层级"));
        (await graph.RowsAsync("SELECT name FROM graph.society")).ShouldBe(["合成甲学会"]);

        (int Status, string Path, byte[] Body, string? Type)[] refused =
        [
            (404, "/import/rosters", file, Xlsx),
            (415, "/import/societies", file, "text/plain"),
            (415, "/import/societies", file, "multipart/form-data"),
            (415, "/import/societies", file, "application/x-www-form-urlencoded"),
            (415, "/import/societies", file, null),
            (413, "/import/societies", new byte[20_001], Csv),
            (400, "/import/societies?dryRun=perhaps", file, Xlsx),
            (422, "/import/societies?committee=none", file, Xlsx),
        ];
        foreach (var (status, path, body, type) in refused)
        {
            var answer = await PostAsync(client, path, body, type);
            answer.Status.ShouldBe(status, $"{path} {type}");
            answer.Body.GetProperty("errors")[0].GetProperty("message").GetString().ShouldNotBeNullOrEmpty();
        }

        client.DefaultRequestHeaders.AcceptLanguage.ParseAdd("zh-CN");
        (int Refused, string Code, string Said)[] chinese =
        [
            (0, "SP-HTTP-021", "没有这种表格。有：societies、"),
            (4, "SP-HTTP-022", "只能导入 CSV 或 Excel"),
            (5, "SP-HTTP-023", "文件超过20000字节"),
            (6, "SP-HTTP-024", "dryRun 只能填"),
        ];
        foreach (var (index, code, said) in chinese)
        {
            var (_, path, body, type) = refused[index];
            var told = (await PostAsync(client, path, body, type)).Body.GetProperty("errors")[0];
            told.GetProperty("code").GetString().ShouldBe(code);
            told.GetProperty("message").GetString().ShouldNotBeNull().ShouldStartWith(said);
        }
    }

    [Fact]
    public async Task A_published_list_is_imported_with_its_header_from_the_file_or_the_address()
    {
        await using var graph = await SheetGraph.NewAsync();
        await using var app = WebHost.Build(graph.ConnectionString, "http://127.0.0.1:0");
        await app.StartAsync();
        using var client = new HttpClient
        {
            BaseAddress = new Uri(app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single()),
        };
        var list = Encoding.UTF8.GetBytes("A类党支部：\n合成甲学会党支部\nB类党支部：\n合成乙协会党支部\n");
        const string Header = "committee=%E5%90%88%E6%88%90%E5%85%9A%E5%A7%94&region=410400&title=T&document-title=D";
        const string Octets = "application/octet-stream";
        var bare = await PostAsync(client, "/import/roster?dryRun=true", list, Octets);
        (bare.Status, bare.Body.GetProperty("kind").GetString()).ShouldBe((422, "roster"));

        var dry = await PostAsync(client, $"/import/roster?{Header}&dryRun=true", list, Octets);
        (dry.Status, dry.Body.GetProperty("inserted").GetInt32() > 0, dry.Body.GetProperty("run").ValueKind).ShouldBe(
            (200, true, JsonValueKind.Null)
        );
        (await graph.RowsAsync("SELECT name FROM graph.branch")).ShouldBeEmpty();
        var real = await PostAsync(client, $"/import/roster?{Header}&fileName=list.txt", list, Octets);
        (real.Status, real.Body.GetProperty("fileName").GetString()).ShouldBe((200, "list.txt"));
        (await graph.RowsAsync("SELECT name FROM graph.branch ORDER BY name")).ShouldBe(["合成乙协会党支部", "合成甲学会党支部"]);

        var headed = Encoding.UTF8.GetBytes(
            "# committee: 合成党委\n# region: 410400\n# document-title: D\n# title: T\nA类党支部：\n合成甲学会党支部（不知道什么）\n"
        );
        var wrong = await PostAsync(client, "/import/roster", headed, "text/csv");
        (wrong.Status, wrong.Body.GetProperty("errors")[0].GetProperty("row").GetInt32()).ShouldBe((422, 6));
        // What a form can send is none of it.
        (await PostAsync(client, "/import/roster", list, "text/plain")).Status.ShouldBe(415);
        (await PostAsync(client, "/import/roster?dryRun=perhaps", list, Octets)).Status.ShouldBe(400);
    }

    private static async Task<(int Status, JsonElement Body)> PostAsync(HttpClient client, string path, byte[] body, string? type)
    {
        using var content = new ByteArrayContent(body);
        content.Headers.ContentType = type is null ? null : new MediaTypeHeaderValue(type);
        using var response = await client.PostAsync(path, content);
        return ((int)response.StatusCode, await response.Content.ReadFromJsonAsync<JsonElement>());
    }
}
