using System.Net;
using SocietyParty.Graph.Tests.Etl.Generate;

namespace SocietyParty.Graph.Tests.Service.Http.Exports;

/// <summary>Groups of lists as files: what <c>by</c> in an address asks for.</summary>
public sealed class ExportGroupsTests(CityFixture city) : IClassFixture<CityFixture>
{
    [Fact]
    public async Task Groups_of_a_list_are_a_list()
    {
        const string where = "{level:{eq:MUNICIPAL}}";
        var data = await city.DataAsync(
            $"{{ societies(where: {where}) {{ groups(by: [KIND], order: [{{ count: DESC }}]) {{ nodes {{ key {{ kind }} count }} }} }} }}"
        );
        var groups = data.GetProperty("societies").GetProperty("groups").GetProperty("nodes");
        var file = await FileAsync($"societies?by=KIND&where={where}&order={{count:DESC}}&format=jsonl&columns=key.kind,count");
        ExportFile
            .Text(file)
            .Split('\n', StringSplitOptions.RemoveEmptyEntries)
            .ShouldBe(groups.EnumerateArray().Select(node => node.GetRawText()));
        groups.GetArrayLength().ShouldBeGreaterThan(2);
    }

    [Fact]
    public async Task Members_by_age_and_sex_are_a_file_that_hides_few_people()
    {
        var file = await FileAsync("register?kind=MEMBER&by=AGE_BAND,SEX&columns=key.ageBand,key.sex,count,isSuppressed");
        var records = ExportFile.Csv(file);
        records[0].ShouldBe(["年龄段", "性别", "数量", "是否隐去"]);
        records.Count.ShouldBeGreaterThan(5);
        records.Skip(1).Select(record => record[2] == "").Distinct().Count().ShouldBe(2);
        using var alone = await city.Client.GetAsync("/export/register?kind=MEMBER");
        alone.StatusCode.ShouldNotBe(HttpStatusCode.OK);
    }

    [Fact]
    public async Task Groups_of_all_kinds_have_the_pages_of_a_list()
    {
        var file = await FileAsync("branches?by=CATEGORY,FORM");
        var data = await city.DataAsync("{ branches { groups(by: [CATEGORY, FORM]) { totalCount } } }");
        var count = data.GetProperty("branches").GetProperty("groups").GetProperty("totalCount").GetInt32();
        ExportFile.Csv(file).Count.ShouldBe(count + 1);
    }

    private async Task<byte[]> FileAsync(string path)
    {
        using var response = await city.Client.GetAsync($"/export/{path}");
        var file = await response.Content.ReadAsByteArrayAsync();
        response.StatusCode.ShouldBe(HttpStatusCode.OK, ExportFile.Text(file));
        return file;
    }
}
