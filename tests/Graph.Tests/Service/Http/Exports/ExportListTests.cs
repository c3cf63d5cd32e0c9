using System.Net;
using System.Text.Json;
using SocietyParty.Graph.Tests.Etl.Generate;

namespace SocietyParty.Graph.Tests.Service.Http.Exports;

/// <summary>Lists of the contract as files, over HTTP.</summary>
public sealed class ExportListTests(CityFixture city) : IClassFixture<CityFixture>
{
    private const string Xlsx = "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet";

    /// <summary>Every list of the contract's root, with the arguments that it must have.</summary>
    public static TheoryData<string, string> Lists
    {
        get
        {
            var lists = new TheoryData<string, string>();
            foreach (var root in ServicePipeline.Schema.Query.Fields.Where(one => one.Argument("after") is not null))
            {
                lists.Add(
                    root.Name,
                    root.Name == "register" ? "kind=UNCOVERED_SOCIETY"
                        : root.Argument("by") is null ? ""
                        : "by=CATEGORY"
                );
            }

            return lists;
        }
    }

    [Theory, MemberData(nameof(Lists))]
    public async Task A_list_has_all_its_rows_in_every_format(string name, string arguments)
    {
        var given = arguments.Length == 0 ? "" : $"({arguments.Replace("=", ": ", StringComparison.Ordinal)})";
        var data = await city.DataAsync($"{{ {name}{given} {{ totalCount }} }}");
        var count = data.GetProperty(name).GetProperty("totalCount").GetInt32();

        var (csv, csvType) = await FileAsync($"/export/{name}?{arguments}");
        csvType.ShouldBe("text/csv; charset=utf-8; header=present");
        var records = ExportFile.Csv(csv);
        records.Count.ShouldBe(count + 1);
        records[0].ShouldBeUnique();
        records.ShouldAllBe(record => record.Length == records[0].Length);

        var (xlsx, xlsxType) = await FileAsync($"/export/{name}?{arguments}&format=xlsx");
        xlsxType.ShouldBe(Xlsx);
        ExportFile.Errors(xlsx).ShouldBeEmpty();
        ExportFile.IsHeaderFrozen(xlsx).ShouldBeTrue();
        var sheets = ExportFile.Sheets(xlsx);
        sheets.Count.ShouldBe(2);
        var rows = sheets.First().Value;
        rows.Count.ShouldBe(count + 1);
        rows[0].ShouldBe(records[0].Select(header => "s " + header));

        var (lines, linesType) = await FileAsync($"/export/{name}?{arguments}&format=jsonl");
        linesType.ShouldBe("application/jsonl; charset=utf-8");
        ExportFile.Text(lines).Split('\n', StringSplitOptions.RemoveEmptyEntries).Length.ShouldBe(count);
    }

    [Theory]
    [InlineData("text/csv", "text/csv")]
    [InlineData(Xlsx, Xlsx)]
    [InlineData("application/jsonl", "application/jsonl")]
    [InlineData("text/html, */*;q=0.8", "text/csv")]
    [InlineData("text/csv;q=0.5, application/jsonl;q=0.6", "application/jsonl")]
    [InlineData("text/*", "text/csv")]
    [InlineData("text/csv;q=0, */*", Xlsx)]
    public async Task The_accepted_type_chooses_the_format(string accepted, string media)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/export/committees");
        request.Headers.TryAddWithoutValidation("Accept", accepted);
        using var response = await city.Client.SendAsync(request);
        (response.StatusCode, response.Content.Headers.ContentType!.MediaType).ShouldBe((HttpStatusCode.OK, media));
        response.Headers.Vary.ShouldBe(["Accept", "Accept-Language"]);
    }

    [Theory]
    [InlineData("""{"name":{"contains":"医"}}""", """[{"kind":"DESC"},{"name":"ASC"}]""")]
    [InlineData("""{name:{contains:"医"}}""", "[{kind: DESC}, {name: ASC}]")]
    [InlineData("""{ or: [{ level: { eq: COUNTY } }, { kind: { eq: null } }] }""", "{ name: DESC }")]
    public async Task Rows_and_their_order_are_those_of_GraphQL(string where, string order)
    {
        var (file, _) = await FileAsync(
            $"/export/societies?format=jsonl&columns=name,kind,level&where={Escaped(where)}&order={Escaped(order)}"
        );
        var lines = ExportFile.Text(file).Split('\n', StringSplitOptions.RemoveEmptyEntries);

        var asked = await city.DataAsync(
            $"{{ societies(first: 500, where: {Literal(where)}, order: {Literal(order)}) {{ nodes {{ name kind level }} }} }}"
        );
        var nodes = asked.GetProperty("societies").GetProperty("nodes").EnumerateArray().Select(node => node.GetRawText()).ToList();
        nodes.Count.ShouldBeGreaterThan(10);
        lines.ShouldBe(nodes);
    }

    [Fact]
    public async Task Columns_are_chosen_and_named()
    {
        var (file, _) = await FileAsync("/export/societies?columns=name,committee.name,committee,kind,aliases.alias&bom=true");
        file[..3].ShouldBe([0xEF, 0xBB, 0xBF]);
        ExportFile.Text(file)[1..].Split("\r\n")[0].ShouldBe("名称,科技社团党委,科技社团党委标识,类型,别名");
        ExportFile.Text(file).EndsWith("\r\n", StringComparison.Ordinal).ShouldBeTrue();
        (await FileAsync("/export/societies?columns=name")).File[0].ShouldNotBe<byte>(0xEF);
    }

    [Fact]
    public async Task Cells_of_a_workbook_have_types()
    {
        var (file, _) = await FileAsync("/export/duties?format=xlsx&columns=kind,dueOn,doneOn,progress&order={id:ASC}");
        var rows = ExportFile.Sheets(file)["应办事项"];
        var node = (await city.DataAsync("{ duties(first: 1, order: [{ id: ASC }]) { nodes { dueOn progress } } }"))
            .GetProperty("duties")
            .GetProperty("nodes")[0];
        var due = DateOnly.Parse(node.GetProperty("dueOn").GetString()!, System.Globalization.CultureInfo.InvariantCulture);
        rows[1][0].ShouldStartWith("s ");
        rows[1][1].ShouldBe($"d {due.ToDateTime(TimeOnly.MinValue).ToOADate()}");
        rows[1][3].ShouldBe($"n {node.GetProperty("progress").GetInt32()}");
        ExportFile.Sheets((await FileAsync("/export/evidenceRecords?format=xlsx&columns=isMet")).File).First().Value[1].ShouldBe(["b 1"]);
    }

    [Fact]
    public async Task A_list_of_one_thing_is_named_by_its_identity()
    {
        var data = await city.DataAsync("{ committees(first: 1) { nodes { id societies { totalCount } } } }");
        var committee = data.GetProperty("committees").GetProperty("nodes")[0];
        var (file, _) = await FileAsync($"/export/societies?of={Escaped(committee.GetProperty("id").GetString()!)}");
        ExportFile.Csv(file).Count.ShouldBe(committee.GetProperty("societies").GetProperty("totalCount").GetInt32() + 1);
    }

    [Fact]
    public async Task An_indicator_is_a_list_of_values_with_its_definition()
    {
        const string values =
            "{ indicator(id: \"I01\") { nameZh clauses { citation } values(by: [COMMITTEE, MONTH], first: 500) { nodes { key { "
            + "committee { name } } periodFrom numerator denominator value } } } }";
        var indicator = (await city.DataAsync(values)).GetProperty("indicator");
        var nodes = indicator.GetProperty("values").GetProperty("nodes");
        var (csv, _) = await FileAsync(
            "/export/indicators/I01?by=COMMITTEE,MONTH&columns=key.committee.name,periodFrom,numerator,denominator,value"
        );
        var records = ExportFile.Csv(csv);
        records[0].ShouldBe(["科技社团党委", "期间首日", "分子", "分母", "数值"]);
        nodes.GetArrayLength().ShouldBe(42);
        records.Skip(1).ShouldBe(nodes.EnumerateArray().Select(Record));

        var (xlsx, _) = await FileAsync("/export/indicators/I01?by=COMMITTEE,MONTH&format=xlsx");
        var sheets = ExportFile.Sheets(xlsx);
        var facts = sheets["说明"].Where(row => row.Length == 2).ToDictionary(row => row[0], row => row[1]);
        facts["s 名称"].ShouldBe("s " + indicator.GetProperty("nameZh").GetString());
        facts["s 依据"]
            .ShouldBe(
                "s "
                    + string.Join(
                        '；',
                        indicator.GetProperty("clauses").EnumerateArray().Select(clause => clause.GetProperty("citation").GetString())
                    )
            );
        facts["s 行数"].ShouldBe("s 42");
        facts["s 分组 by"].ShouldBe("""s ["COMMITTEE","MONTH"]""");

        static string[] Record(JsonElement node) =>
            [
                node.GetProperty("key").GetProperty("committee").GetProperty("name").GetString()!,
                node.GetProperty("periodFrom").GetString()!,
                node.GetProperty("numerator").GetRawText(),
                node.GetProperty("denominator").GetRawText(),
                node.GetProperty("value").GetRawText(),
            ];
    }

    [Fact]
    public async Task What_GraphQL_hides_of_few_people_an_export_hides_too()
    {
        // X01 is a share of members: some groups of the city have fewer than five people.
        const string by = "COMMITTEE,AGE_BAND,SEX,MEMBER_STATUS";
        var nodes = (
            await city.DataAsync(
                $"{{ indicator(id: \"X01\") {{ values(by: [{by}], first: 500) {{ nodes {{ isSuppressed numerator denominator value "
                    + "} } } }"
            )
        )
            .GetProperty("indicator")
            .GetProperty("values")
            .GetProperty("nodes");
        var (file, _) = await FileAsync($"/export/indicators/X01?by={by}&format=jsonl&columns=isSuppressed,numerator,denominator,value");
        var lines = ExportFile.Text(file).Split('\n', StringSplitOptions.RemoveEmptyEntries);
        lines.ShouldBe(nodes.EnumerateArray().Select(node => node.GetRawText()));
        lines.ShouldContain("{\"isSuppressed\":true,\"numerator\":null,\"denominator\":null,\"value\":null}");
    }

    [Fact]
    public async Task A_file_has_a_name_in_Chinese_and_one_for_old_clients()
    {
        foreach (var method in (HttpMethod[])[HttpMethod.Get, HttpMethod.Head])
        {
            using var request = new HttpRequestMessage(method, "/export/branches?format=xlsx");
            using var response = await city.Client.SendAsync(request);
            var disposition = response.Content.Headers.ContentDisposition!;
            (disposition.DispositionType, disposition.FileName, disposition.FileNameStar).ShouldBe(
                ("attachment", "branches.xlsx", "党组织.xlsx")
            );
            response.Content.Headers.ContentType!.MediaType.ShouldBe(Xlsx);
            ((await response.Content.ReadAsByteArrayAsync()).Length > 0).ShouldBe(method == HttpMethod.Get);
        }

        using var asked = new HttpRequestMessage(HttpMethod.Options, "/export/branches");
        using var allowed = await city.Client.SendAsync(asked);
        (allowed.StatusCode, string.Join(", ", allowed.Content.Headers.Allow)).ShouldBe((HttpStatusCode.NoContent, "GET, HEAD, OPTIONS"));
        using var posted = await city.Client.PostAsync("/export/branches", null);
        posted.StatusCode.ShouldBe(HttpStatusCode.MethodNotAllowed);
    }

    [Theory]
    [InlineData(404, "SP-EXPORT-001", "/export/nothing")]
    [InlineData(404, "SP-EXPORT-001", "/export/node")]
    [InlineData(404, "SP-EXPORT-001", "/export/mutation")]
    [InlineData(400, "SP-EXPORT-002", "/export/societies?of=1")]
    [InlineData(404, "SP-EXPORT-001", "/export/societies?of=U29jaWV0eTox")]
    [InlineData(400, "SP-EXPORT-003", "/export/societies?columns=nam")]
    [InlineData(400, "SP-EXPORT-003", "/export/societies?columns=branches.name")]
    [InlineData(400, "SP-EXPORT-003", "/export/societies?columns=aliases")]
    [InlineData(400, "SP-EXPORT-003", "/export/societies?columns=name.name")]
    [InlineData(400, "SP-EXPORT-004", "/export/societies?first=3")]
    [InlineData(400, "SP-EXPORT-004", "/export/societies?having={}")]
    [InlineData(400, "SP-EXPORT-005", "/export/societies?by=COLOUR")]
    [InlineData(400, "SP-EXPORT-005", "/export/societies?where={")]
    [InlineData(400, "SP-EXPORT-005", "/export/societies?where={name:{eq:$a}}")]
    [InlineData(400, "SP-EXPORT-005", "/export/societies?where={}&where={}")]
    [InlineData(400, "SP-EXPORT-006", "/export/societies?format=pdf")]
    [InlineData(400, "SP-EXPORT-007", "/export/societies?bom=perhaps")]
    [InlineData(404, "SP-EXPORT-008", "/export/indicators/I99")]
    [InlineData(404, "SP-EXPORT-008", "/export/societies?of=Q29tbWl0dGVlOjk5OTk=")]
    [InlineData(400, "SP-VARIABLE-001", "/export/societies?where={nam:{eq:\"a\"}}")]
    [InlineData(400, "SP-VARIABLE-001", "/export/societies?order={name:SIDEWAYS}")]
    [InlineData(400, "SP-EXPORT-005", "/export/coverage?by=COLOUR")]
    public async Task What_cannot_be_exported_is_refused(int status, string code, string path)
    {
        using var response = await city.Client.GetAsync(path);
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        ((int)response.StatusCode, body.RootElement.GetProperty("errors")[0].GetProperty("code").GetString()).ShouldBe((status, code));
        response.Content.Headers.ContentDisposition.ShouldBeNull();
    }

    [Fact]
    public async Task A_service_that_answers_registered_documents_only_exports_nothing()
    {
        await using var service = await ServiceRun.StartAsync(new() { Trusted = new(Only: true) }, await City.ConnectionStringAsync());
        using var refused = await service.Client.GetAsync("/export/societies");
        refused.StatusCode.ShouldBe(HttpStatusCode.BadRequest);
        (await refused.Content.ReadAsStringAsync()).ShouldContain("SP-TRUST-003");
    }

    [Fact]
    public async Task Without_introspection_no_name_is_suggested()
    {
        await using var service = await ServiceRun.StartAsync(
            new() { Switches = new(Introspection: false) },
            await City.ConnectionStringAsync()
        );
        foreach (var path in (string[])["/export/nothing", "/export/societies?columns=nam", "/export/societies?where={nam:null}"])
        {
            var text = await (await service.Client.GetAsync(path)).Content.ReadAsStringAsync();
            text.ShouldContain("\"code\"");
            text.ShouldNotContain("societies,");
            text.ShouldNotContain("Did you mean");
        }

        (await service.Client.GetAsync("/export/societies")).StatusCode.ShouldBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task A_database_that_is_not_there_is_told()
    {
        await using var service = await ServiceRun.StartAsync(new(), "Host=127.0.0.1;Port=1;Username=a;Database=b");
        using var failed = await service.Client.GetAsync("/export/societies");
        failed.StatusCode.ShouldBe(HttpStatusCode.ServiceUnavailable);
        (await failed.Content.ReadAsStringAsync()).ShouldContain("SP-DATABASE-001");
        failed.Content.Headers.ContentDisposition.ShouldBeNull();
    }

    [Fact]
    public async Task A_format_that_nobody_accepts_is_refused()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/export/societies");
        request.Headers.TryAddWithoutValidation("Accept", "text/html");
        using var response = await city.Client.SendAsync(request);
        response.StatusCode.ShouldBe(HttpStatusCode.NotAcceptable);
    }

    [Fact]
    public async Task Who_takes_a_file_is_recorded_where_nobody_signs_in_too()
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, "/export/committees");
        request.Headers.Add("X-Actor", Uri.EscapeDataString("王办事员"));
        using var answer = await city.Client.SendAsync(request);
        answer.StatusCode.ShouldBe(HttpStatusCode.OK);
        using var record = JsonDocument.Parse(await city.Client.GetStringAsync("/audit?actor=" + Escaped("王办事员")));
        record
            .RootElement.GetProperty("events")
            .EnumerateArray()
            .Select(one => $"{one.GetProperty("action")} {one.GetProperty("subject")}")
            .ShouldBe(["EXPORT committees"]);
    }

    private async Task<(byte[] File, string Type)> FileAsync(string path)
    {
        using var response = await city.Client.GetAsync(path);
        var file = await response.Content.ReadAsByteArrayAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, ExportFile.Text(file));
        return (file, response.Content.Headers.ContentType!.ToString());
    }

    private static string Escaped(string text) => Uri.EscapeDataString(text);

    // JSON's names in quotation marks and its enums are no GraphQL.
    private static string Literal(string text) =>
        System.Text.RegularExpressions.Regex.Replace(
            System.Text.RegularExpressions.Regex.Replace(text, "\"(\\w+)\":", "$1:"),
            "\"(ASC|DESC)\"",
            "$1"
        );
}
