using SocietyParty.Etl.Import;
using SocietyParty.Etl.Run;
using SocietyParty.Graph.Tests.Etl.Load;
using SocietyParty.Schema.Database;

namespace SocietyParty.Graph.Tests.Etl;

/// <summary>Regions are looked up, and a newer list is taken whole or not at all.</summary>
public sealed class RegionCommandTests
{
    private static readonly DateOnly Later = new(2025, 12, 31);

    [Theory]
    [InlineData(new[] { "find", "黄岩" }, 0, "331003  浙江省台州市黄岩区")]
    [InlineData(new[] { "find", "330185", "--lang", "zh" }, 0, "330185  浙江省杭州市临安市  （2020-12以前的表里有）")]
    [InlineData(new[] { "find", "陵水", "--lang", "en" }, 0, "469034  海南省陵水黎族自治县  (lists before 2007-12)")]
    [InlineData(new[] { "find", "乌有", "--lang", "zh" }, 1, "行政区划表里没有“乌有”。")]
    [InlineData(new[] { "load", "no-such-file.csv", "--as-of", "2025-12-31" }, 1, "SP-REGIONS-001")]
    [InlineData(new[] { "load", "no-such-file.csv", "--as-of", "2025-13-31" }, 2, "SP-REGIONS-004")]
    public async Task Regions_are_looked_up_by_code_and_name(string[] arguments, int code, string expected)
    {
        await using var process = EtlProcess.Start(["regions", .. arguments]);
        (await process.EndAsync()).ShouldBe(code, process.Output);
        process.Output.ShouldContain(expected);
    }

    [Fact]
    public void The_list_has_every_level_and_each_region_its_place()
    {
        var list = RegionList.Embedded();
        var codes = list.Regions.Select(region => region.Code).ToHashSet();
        codes.Count.ShouldBe(list.Regions.Count);
        list.Regions.Where(region => region.Code != Region.Country)
            .Where(region => !codes.Contains(Region.Parent(region.Code, codes)!))
            .ShouldBeEmpty();
        // 31 provinces, autonomous regions and cities of the mainland, 台湾, 香港 and 澳门.
        list.Regions.Count(region => region.ListedTo is null && region.Code.EndsWith("0000", StringComparison.Ordinal)).ShouldBe(35);
        list.Regions.Count(region => region.ListedTo is not null).ShouldBeGreaterThan(400);
        // Counties of Chongqing stand under it, those of Hainan without a city under the province.
        Region.Parent("500153", codes).ShouldBe("500000");
        Region.Parent("469023", codes).ShouldBe("460000");
        Region.Parent("410402", codes).ShouldBe("410400");
    }

    [Fact]
    public async Task A_newer_list_adds_renames_and_ends()
    {
        await using var database = await LoadDatabase.CreateAsync();
        var today = RegionList
            .Embedded()
            .Regions.Where(region => region.ListedTo is null && region.Code != Region.Country)
            .Select(region => (region.Code, region.Name))
            .ToList();
        var newer = today
            .Where(region => region.Code != "330106")
            .Select(region => region.Code == "330108" ? (region.Code, "合成区") : region)
            .Append(("330199", "合成新区"))
            .ToList();
        var report = await RegionUpdate.TakeAsync(database.Source, newer, Later, default);
        report.ShouldBe(new RegionReport(newer.Count, 1, 1, 1));
        const string read =
            "SELECT string_agg(concat_ws(' ', code, name, parent_code, listed_from, listed_to, former_names), '; ' ORDER BY code) "
            + "FROM graph.region WHERE code IN ('330106', '330108', '330199')";
        (await database.ScalarAsync<string>(read)).ShouldBe(
            "330106 西湖区 330100 2025-12-01; 330108 合成区 330100 滨江区; 330199 合成新区 330100 2025-12-01"
        );

        // An older list, and a part of one, change nothing; nor does the program's own at the next start.
        var older = await Should.ThrowAsync<DatabaseSetupException>(RegionUpdate.TakeAsync(database.Source, today, Later, default));
        older.Code.ShouldBe("SP-REGIONS-002");
        var part = await Should.ThrowAsync<DatabaseSetupException>(
            RegionUpdate.TakeAsync(database.Source, [.. newer.Take(100)], Later.AddDays(1), default)
        );
        part.Code.ShouldBe("SP-REGIONS-003");
        await new MigrationRunner(database.Source).RunAsync();
        (await database.ScalarAsync<string>(read)).ShouldEndWith("330199 合成新区 330100 2025-12-01");
    }

    [Theory]
    [InlineData("代码,名称\n110000,北京市\n110100,市辖区\n110101,东城区\n", "110000 北京市; 110101 东城区")]
    [InlineData("行政区划代码,单位名称\n110000,北京市\n1101,东城区\n", "SP-REGIONS-001 Line 3")]
    [InlineData("110000,北京市\n110000,北京市\n", "SP-REGIONS-001 Line 2")]
    [InlineData("名称\n", "")]
    public void A_list_is_read_without_its_groupings(string text, string expected)
    {
        using var folder = new Schema.TemporaryFolder();
        var file = Path.Combine(folder.Path, "regions.csv");
        File.WriteAllText(file, text);
        string read;
        try
        {
            read = string.Join("; ", RegionListFile.Read(file).Select(region => $"{region.Code} {region.Name}"));
        }
        catch (DatabaseSetupException failure)
        {
            read = failure.Message;
        }

        read.ShouldStartWith(expected);
    }
}
