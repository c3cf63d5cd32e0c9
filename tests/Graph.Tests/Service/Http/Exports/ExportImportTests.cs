using System.Text;
using Npgsql;
using SocietyParty.Etl.Import;
using SocietyParty.Etl.Import.Sheets;
using SocietyParty.Graph.Tests.Etl.Generate;
using SocietyParty.Graph.Tests.Etl.Import.Sheets;

namespace SocietyParty.Graph.Tests.Service.Http.Exports;

/// <summary>Export, edit, import: what was exported is imported as it is, and only what was edited changes.</summary>
public sealed class ExportImportTests(CityFixture city) : IClassFixture<CityFixture>
{
    public static TheoryData<string, string> Sheets
    {
        get
        {
            var sheets = new TheoryData<string, string>();
            foreach (var kind in (string[])["societies", "branches", "members", "supporting-units"])
            {
                sheets.Add(kind, "csv");
                sheets.Add(kind, "xlsx");
            }

            return sheets;
        }
    }

    [Theory, MemberData(nameof(Sheets))]
    public async Task What_was_exported_is_imported_without_a_change(string kind, string format)
    {
        await using var source = NpgsqlDataSource.Create(await City.ConnectionStringAsync());
        var committees = (await city.DataAsync("{ committees { nodes { id region { code } } } }"))
            .GetProperty("committees")
            .GetProperty("nodes");
        var read = 0;
        // What differs between the formats differs in every committee.
        foreach (var committee in committees.EnumerateArray().Take(format == "csv" ? int.MaxValue : 1))
        {
            var of = Uri.EscapeDataString(committee.GetProperty("id").GetString()!);
            var path = kind == "supporting-units" ? "/export/supporting-units?" : $"/export/{kind}?of={of}&";
            var file = await city.Client.GetByteArrayAsync($"{path}format={format}");
            var report = await SheetImporter.ImportAsync(
                source,
                Workbooks.Read(SheetKind.Find(kind)!, file, $"{kind}.{format}"),
                committee.GetProperty("region").GetProperty("code").GetString(),
                new ImportOptions(IsDryRun: true)
            );
            report.Problems.ShouldBeEmpty();
            (report.InsertedCount, report.UpdatedCount, report.UnchangedCount).ShouldBe((0, 0, report.ReadCount));
            read += report.ReadCount;
        }

        read.ShouldBeGreaterThan(40);
    }

    /// <summary>The generator's rows are judged as any office's are: as lists of an empty graph.</summary>
    [Fact]
    public async Task A_generated_city_breaks_no_rule_of_lists()
    {
        await using var source = NpgsqlDataSource.Create(await City.ConnectionStringAsync());
        await using var empty = await SheetGraph.NewAsync();
        var committees = new List<(string Id, string Name, string Region)>();
        var nodes = (await city.DataAsync("{ committees { nodes { id name region { code } } } }"))
            .GetProperty("committees")
            .GetProperty("nodes");
        foreach (var node in nodes.EnumerateArray())
        {
            var region = node.GetProperty("region").GetProperty("code").GetString()!;
            committees.Add((node.GetProperty("id").GetString()!, node.GetProperty("name").GetString()!, region));
        }

        // Regions of the generator's own, which no list of the country has.
        await using (
            var made = source.CreateCommand(
                "SELECT string_agg(format('(%L, %L, %L)', code, name, parent_code), ',' ORDER BY code) FROM graph.region"
            )
        )
        {
            await empty.RowsAsync(
                $"INSERT INTO graph.region (code, name, parent_code) VALUES {await made.ExecuteScalarAsync()} "
                    + "ON CONFLICT DO NOTHING RETURNING code"
            );
        }

        foreach (var committee in committees)
        {
            await empty.RowsAsync(
                $"INSERT INTO graph.committee (name, region_code) VALUES ('{committee.Name}', '{committee.Region}') RETURNING name"
            );
        }

        var read = 0;
        foreach (var kind in (string[])["societies", "branches", "supporting-units", "members"])
        {
            foreach (var committee in kind == "supporting-units" ? committees.Take(1) : committees)
            {
                var path =
                    kind == "supporting-units" ? "/export/supporting-units?" : $"/export/{kind}?of={Uri.EscapeDataString(committee.Id)}&";
                var report = await SheetImporter.ImportAsync(
                    empty.Source,
                    Workbooks.Read(SheetKind.Find(kind)!, await city.Client.GetByteArrayAsync($"{path}format=csv"), $"{kind}.csv"),
                    committee.Name
                );
                report.Problems.ShouldBeEmpty($"{kind} of {committee.Name}");
                report.InsertedCount.ShouldBe(report.ReadCount);
                read += report.ReadCount;
            }
        }

        read.ShouldBeGreaterThan(1_000);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Activities_of_a_branch_that_were_exported_are_imported_without_a_change(string format)
    {
        await using var source = NpgsqlDataSource.Create(await City.ConnectionStringAsync());
        var branch = (
            await city.DataAsync("{ branches(first: 1, where: { category: { eq: A } }) { nodes { id committee { region { code } } } } }")
        )
            .GetProperty("branches")
            .GetProperty("nodes")[0];
        var of = Uri.EscapeDataString(branch.GetProperty("id").GetString()!);
        var report = await SheetImporter.ImportAsync(
            source,
            Workbooks.Read(
                SheetKind.Find("activities")!,
                await city.Client.GetByteArrayAsync($"/export/activities?of={of}&format={format}"),
                $"activities.{format}"
            ),
            branch.GetProperty("committee").GetProperty("region").GetProperty("code").GetString(),
            new ImportOptions(IsDryRun: true)
        );
        report.Problems.ShouldBeEmpty();
        (report.InsertedCount, report.UpdatedCount, report.UnchangedCount).ShouldBe((0, 0, report.ReadCount));
        report.ReadCount.ShouldBeGreaterThan(4);
    }

    [Theory]
    [InlineData("csv")]
    [InlineData("xlsx")]
    public async Task Texts_that_look_like_formulas_or_have_separators_come_back_as_they_were(string format)
    {
        string[] names =
        [
            "=1+1学会",
            "＝甲学会",
            "+86学会",
            "-1学会",
            "@学会",
            "'=甲学会",
            "'学会",
            "甲、乙；丙学会",
            "\"丁\"学会",
            "戊\"；\"己学会",
            "_x0041_学会",
        ];
        await using var graph = await SheetGraph.NewAsync(societies: names);
        await using (
            var aliased = graph.Source.CreateCommand(
                "UPDATE graph.society SET kind = 'LEARNED_SOCIETY'; INSERT INTO graph.society_alias (society_id, alias) "
                    + "SELECT s.id, a FROM graph.society s, unnest(ARRAY['别、名', '=2', '\"引；号\"', '又名']) AS a "
                    + "WHERE s.id = 1"
            )
        )
        {
            await aliased.ExecuteNonQueryAsync();
        }

        (
            await graph.ImportAsync(
                "branches",
                "党组织名称,组织形式,所属学会\n联合党支部甲,联合党支部,\"\"\"甲、乙；丙学会\"\"；=1+1学会；\"\"戊\"\"\"\"；\"\"\"\"己学会\"\"\"\n"
            )
        ).Problems.ShouldBeEmpty();
        await using var service = await ServiceRun.StartAsync(new(), graph.ConnectionString);
        var files = new Dictionary<string, byte[]>();
        foreach (var kind in (string[])["societies", "branches"])
        {
            files[kind] = await service.Client.GetByteArrayAsync($"/export/{kind}?format={format}");
        }

        // Who takes a file is recorded, so this is as it was afterwards.
        var before = await graph.FingerprintAsync();
        foreach (var (kind, file) in files)
        {
            var report = await graph.ImportAsync(kind, file);
            report.Problems.ShouldBeEmpty();
            (report.InsertedCount, report.UpdatedCount, report.UnchangedCount).ShouldBe((0, 0, kind == "branches" ? 1 : names.Length));
        }

        (await graph.FingerprintAsync()).ShouldBe(before);
        var text = Encoding.UTF8.GetString(await service.Client.GetByteArrayAsync("/export/societies?columns=name&format=csv"));
        foreach (var shown in (string[])["'=1+1学会", "'＝甲学会", "'+86学会", "'-1学会", "'@学会", "''=甲学会", "'学会"])
        {
            text.Split("\r\n").ShouldContain(shown);
        }

        // In a workbook a text is typed as one, and needs no mark.
        var workbook = await service.Client.GetByteArrayAsync("/export/societies?columns=name&format=xlsx&order={id:ASC}");
        ExportFile.Sheets(workbook).First().Value[1].ShouldBe(["s =1+1学会"]);
    }

    [Fact]
    public async Task Only_what_was_edited_changes()
    {
        await using var graph = await SheetGraph.NewAsync(societies: ["合成甲学会", "合成乙学会"]);
        await using var service = await ServiceRun.StartAsync(new(), graph.ConnectionString);
        var text = await service.Client.GetStringAsync("/export/societies");
        text.ShouldBe(
            "社团名称,类型,层级,学科,统一社会信用代码,运行状态,成立日期,注销日期,别名\r\n合成甲学会,,市级,,,,,,\r\n合成乙学会,,市级,,,,,,\r\n"
        );
        var report = await graph.ImportAsync(
            "societies",
            text.Replace("合成乙学会,,市级", "合成乙学会,学会,县级", StringComparison.Ordinal)
        );
        report.Problems.ShouldBeEmpty();
        (await graph.RowsAsync("SELECT concat_ws(' ', name, kind, level) FROM graph.society ORDER BY id")).ShouldBe([
            "合成甲学会 LEARNED_SOCIETY MUNICIPAL",
            "合成乙学会 LEARNED_SOCIETY COUNTY",
        ]);
    }

    [Fact]
    public async Task A_branch_of_many_societies_names_the_one_that_leads_first()
    {
        string[] names = ["合成甲学会", "合成乙学会", "合成丙学会"];
        await using var graph = await SheetGraph.NewAsync(societies: names);
        (
            await graph.ImportAsync(
                "branches",
                "党组织名称,组织形式,所属学会\n合成联合党支部,联合党支部,合成丙学会；合成甲学会；合成乙学会\n"
            )
        ).Problems.ShouldBeEmpty();
        await using var service = await ServiceRun.StartAsync(new(), graph.ConnectionString);
        (await service.Client.GetStringAsync("/export/branches"))
            .Split("\r\n")[1]
            .ShouldBe("合成联合党支部,联合党支部,已成立,,合成丙学会；合成甲学会；合成乙学会,,,,学会本身,,");
    }
}
