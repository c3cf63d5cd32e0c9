using System.Text.Json;
using System.Text.RegularExpressions;
using SocietyParty.Graph.Tests.Etl.Generate;
using SocietyParty.GraphQL.TypeSystem;
using SocietyParty.Service.Http;
using SocietyParty.Service.Http.Exports;
using SocietyParty.Sql.Planning.Values;

namespace SocietyParty.Graph.Tests.Service.Http.Exports;

/// <summary>What an office that works in Chinese finds in a file, and in what comes instead of one.</summary>
public sealed partial class ExportChineseTests(CityFixture city) : IClassFixture<CityFixture>
{
    [Fact]
    public void No_header_and_no_value_of_an_enum_is_English()
    {
        var schema = WebHost.SchemaOfContract();
        var catalogue = new ExportCatalogue(schema, suggests: false);
        var lists = schema.Query.Fields.Where(field => IsList(field)).Select(field => catalogue.Find(field.Name, null));
        var groups = schema
            .Query.Fields.Where(field => IsList(field) && field.Type.Named is FieldsType page && page.Field("groups") is not null)
            .Select(field => catalogue.Find(field.Name, null, isGrouped: true));
        // Lists of one thing, such as a branch's activities.
        var things = schema
            .Types.OfType<ObjectType>()
            .Where(type => type.Field("id") is not null)
            .SelectMany(type => type.Fields.Where(field => IsList(field)).Select(field => (type, field)))
            .Select(one => catalogue.Find(one.field.Name, GlobalId.Format(one.type.Name, 1)));
        ExportList[] all = [.. lists, .. things, .. groups, catalogue.Find("members", null), catalogue.Indicator("I01")];
        all.Length.ShouldBeGreaterThan(40);
        var paths = all.SelectMany(list => FieldPaths.All(list.Item, list.Whole).Select(path => (list.FileName, Path: path))).ToList();
        all.SelectMany(list =>
                FieldPaths.Columns(FieldPaths.All(list.Item, list.Whole)).Select(field => $"{list.FileName}: {field.Column.Header}")
            )
            .Where(header => English().IsMatch(header[header.IndexOf(' ')..]) || header.EndsWith(": 转", StringComparison.Ordinal))
            .Distinct()
            .ShouldBeEmpty();
        paths
            .Select(one => one.Path[^1].Type.Named)
            .OfType<EnumType>()
            .Distinct()
            .SelectMany(type => type.Values.Where(value => ContractWords.Of(value) is null).Select(value => $"{type.Name}.{value.Name}"))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Sentences_within_a_file_are_Chinese()
    {
        var breaches = ExportFile.Text(await FileAsync("leadingGroupBreaches"));
        breaches.ShouldNotContain("Nobody is named");
        breaches.ShouldNotContain("WARNING");
        var rows = ExportFile.Csv(await FileAsync("leadingGroupBreaches"));
        rows.Count.ShouldBeGreaterThan(1);
        var identities = rows[0]
            .Select((header, column) => (header, column))
            .Where(one => one.header.EndsWith("标识", StringComparison.Ordinal) && one.header != "标识")
            .Select(one => one.column)
            .ToHashSet();
        rows.SelectMany(row => row.Where((_, column) => !identities.Contains(column)))
            .Where(cell => English().IsMatch(cell) || cell.Contains('§', StringComparison.Ordinal))
            .Distinct()
            .ShouldBeEmpty();
        rows[0].Take(2).ShouldBe(["标识", "规则"]);
        rows.Skip(1).ShouldAllBe(row => row[0].StartsWith(row[1] + ":", StringComparison.Ordinal));
        // Programs read the code.
        ExportFile.Text(await FileAsync("leadingGroupBreaches?format=jsonl")).ShouldMatch("\"key\":\"[A-Z_]+:[0-9]+\"");
        var duties = ExportFile.Csv(await FileAsync("duties"));
        var period = duties[0].ToList().IndexOf("期间");
        period.ShouldBeGreaterThan(-1);
        duties.Skip(1).Select(row => row[period]).Where(text => text.Any(char.IsAsciiLetterLower)).ShouldBeEmpty();
        duties.Skip(1).Select(row => row[period]).ShouldNotContain("LEDGERED");
        duties.Skip(1).Select(row => row[period]).ShouldNotContain("CLOSED");
    }

    /// <summary>A code stands under a heading that says so, beside a column with its word.</summary>
    [Theory]
    [InlineData("evidenceRecords")]
    [InlineData("evidenceDue")]
    [InlineData("indicators")]
    [InlineData("assessmentRounds")]
    public async Task A_column_with_codes_is_called_so(string list)
    {
        var rows = ExportFile.Csv(await FileAsync(list));
        rows.Count.ShouldBeGreaterThan(1);
        rows[0]
            .Select((header, column) => (header, Cell: rows.Skip(1).Select(row => row[column]).FirstOrDefault(IsCode().IsMatch)))
            .Where(one => one.Cell is not null && !IsForPrograms().IsMatch(one.header))
            .ShouldBeEmpty();
    }

    [Fact]
    public async Task Reasons_citations_and_categories_are_as_an_office_writes_them()
    {
        var branches = ExportFile.Csv(
            await FileAsync("branches?columns=derivedCategory.category,derivedCategory.reason,derivedCategory.clause")
        );
        branches.Count.ShouldBeGreaterThan(2);
        foreach (var row in branches.Skip(1).Where(row => row[0].Length > 0))
        {
            row[0].ShouldBeOneOf("A类（直管）", "B类（双重管理）", "C类（功能型特设）", "未分类");
            row[1].ShouldMatch("^党员 [0-9]+ 名的组织关系：");
            row[2].ShouldStartWith("《");
            row[2].ShouldNotContain("§");
        }

        var groups = ExportFile.Text(await FileAsync("branches?by=CATEGORY"));
        groups.ShouldContain("C类（功能型特设）");
    }

    [Theory]
    [InlineData("foo")]
    [InlineData("societies?of=1")]
    [InlineData("societies?of=U29jaWV0eTox")]
    [InlineData("societies?format=pdf")]
    [InlineData("societies?by=FOO")]
    [InlineData("societies?columns=nam")]
    [InlineData("societies?columns=branches.name")]
    [InlineData("societies?first=3")]
    [InlineData("societies?bom=perhaps")]
    [InlineData("societies?where={")]
    [InlineData("societies?where={}&where={}")]
    [InlineData("societies?where={nam:{eq:1}}")]
    [InlineData("indicators/I99")]
    public async Task Refusals_are_Chinese(string path)
    {
        using var response = await SendAsync(path);
        response.IsSuccessStatusCode.ShouldBeFalse();
        using var body = JsonDocument.Parse(await response.Content.ReadAsStringAsync());
        Chinese().IsMatch(body.RootElement.GetProperty("errors")[0].GetProperty("message").GetString()!).ShouldBeTrue();
    }

    private async Task<byte[]> FileAsync(string path)
    {
        using var response = await SendAsync(path);
        response.EnsureSuccessStatusCode();
        return await response.Content.ReadAsByteArrayAsync();
    }

    private async Task<HttpResponseMessage> SendAsync(string path)
    {
        using var request = new HttpRequestMessage(HttpMethod.Get, $"/export/{path}");
        request.Headers.AcceptLanguage.ParseAdd("zh-CN");
        return await city.Client.SendAsync(request);
    }

    private static bool IsList(FieldDefinition field) =>
        Visibility.IsPublic(field)
        && field.Argument("after") is not null
        && field.Type.Named is FieldsType page
        && page.Field("nodes") is not null;

    [GeneratedRegex("[A-Za-z]{2,}")]
    private static partial Regex English();

    // CHARTER_CLAUSE, OrganizationCoverageRate, synthetic, society × month.
    [GeneratedRegex("^[A-Za-z][A-Za-z_]{3,}(/|$)|[a-z] × [a-z]")]
    private static partial Regex IsCode();

    [GeneratedRegex("标识$|代码$|^程序名称$|^英文")]
    private static partial Regex IsForPrograms();

    // The sentence itself, not a word within it.
    [GeneratedRegex(@"^(\p{IsCJKUnifiedIdeographs}|“)|[\u4E00-\u9FFF]{3}")]
    private static partial Regex Chinese();
}
