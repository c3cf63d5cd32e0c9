using SocietyParty.Etl.Run;
using SocietyParty.Graph.Tests.Rules;
using SocietyParty.Graph.Tests.Schema;
using SocietyParty.Rules.Sentences;
using SocietyParty.Schema.Database;

namespace SocietyParty.Graph.Tests.Etl.Load;

/// <summary>A city is a file in a folder, without a build; what is wrong with it is named before anything is written.</summary>
public sealed class RuleFolderTests : IDisposable
{
    // A county: of all rules it has one of its own.
    private const string County = """
        {
          "$schema": "./rule-set.schema.json", "code": "made-up-county", "title": "合成县办法", "jurisdiction": "331003", "default": false, "effectiveFrom": "2024-02-29",
          "effectiveTo": null, "document": null,
          "leadingGroups": SECTION
        }
        """;

    private readonly TemporaryFolder folder = new();

    private static readonly System.Text.Json.JsonElement City = System.Text.Json.JsonElement.Parse(MadeUpCityTests.Text);

    public void Dispose() => folder.Dispose();

    private static string CountyWith(int sizeMaximum)
    {
        var section = System.Text.Json.Nodes.JsonNode.Parse(City.GetProperty("leadingGroups").GetRawText())!;
        section["sizeMaximum"]!["value"] = sizeMaximum;
        return County.Replace("SECTION", section.ToJsonString());
    }

    private static string Odd(string county) => county.Replace("\"parity\":{\"value\":\"ANY\"", "\"parity\":{\"value\":\"ODD\"");

    private void Write(string path, string text)
    {
        var full = Path.Combine(folder.Path, path);
        Directory.CreateDirectory(Path.GetDirectoryName(full)!);
        File.WriteAllText(full, text);
    }

    [Fact]
    public async Task A_city_and_a_county_are_files()
    {
        Write("410400/city.json", MadeUpCityTests.Text);
        Write("331003/county.json", CountyWith(5));
        Write("rule-set.schema.json", "{}");
        await using var database = await LoadDatabase.CreateAsync();
        var report = await RuleSetLoader.LoadAsync(database.Source, RuleFolder.Files(folder.Path));
        report.Problems.ShouldBeEmpty();
        report.Written.ShouldBe(["made-up-county", "made-up-city"]);
        const string maximum =
            "SELECT concat_ws(' ', graph.rule_section('410400', 'leadingGroups', '2026-01-01') #>> '{sizeMaximum,value}', "
            + "graph.rule_section('331003', 'leadingGroups', '2024-02-29') #>> '{sizeMaximum,value}', "
            + "coalesce(graph.rule_section('331003', 'leadingGroups', '2024-02-28') #>> '{sizeMaximum,value}', 'any'), "
            + "coalesce(graph.rule_section('331004', 'leadingGroups', '2026-01-01') #>> '{sizeMaximum,value}', 'any'))";
        (await database.ScalarAsync<string>(maximum)).ShouldBe("9 5 any any");
        // Without the folder they stay: a rule set does not go because a start forgot it.
        (await RuleSetLoader.LoadAsync(database.Source, RuleSetFile.Embedded())).Written.ShouldBeEmpty();
        (await database.ScalarAsync<string>(maximum)).ShouldBe("9 5 any any");
    }

    [Fact]
    public void Form_and_content_are_told_at_once_in_both_languages()
    {
        // The title is missing, and the number of seats is even.
        Write("a.json", Odd(CountyWith(6)).Replace("\"title\"", "\"titel\""));
        var problems = RuleSetCheck.Read(RuleFolder.Files(folder.Path)).Problems;
        problems.Select(problem => problem.Path).ShouldBe(["$.title", "$.titel", "$.leadingGroups.sizeMaximum.value"], ignoreOrder: true);
        problems
            .Select(problem => problem.In(Language.Chinese)[(Path.Combine(folder.Path, "a.json").Length + 1)..].Split('；')[0])
            .ShouldBe(
                ["$.title：缺少这一项", "$.titel：这里没有这一项", "$.leadingGroups.sizeMaximum.value：填的是6，是偶数，但人数应为单数"],
                ignoreOrder: true
            );
        problems.Select(problem => problem.Message).ShouldContain("is 6, an even number, but groups must be odd");
        // What has no right form is not read.
        Write("a.json", Odd(CountyWith(6)).Replace("\"value\":6,", "\"value\":\"6\","));
        RuleSetCheck
            .Read(RuleFolder.Files(folder.Path))
            .Problems.ShouldHaveSingleItem()
            .In(Language.Chinese)
            .ShouldEndWith("应为整数或空（null），不能是文字");
    }

    [Fact]
    public void Two_sets_of_one_region_section_and_day_are_refused()
    {
        Write("a.json", CountyWith(5));
        Write("b.json", CountyWith(9).Replace("made-up-county", "made-up-rival"));
        var problem = RuleSetCheck.Read(RuleFolder.Files(folder.Path)).Problems.ShouldHaveSingleItem().ToString();
        problem.ShouldStartWith(
            $"{Path.Combine(folder.Path, "b.json")} $.leadingGroups: stands in {Path.Combine(folder.Path, "a.json")} too"
        );
        Write("b.json", CountyWith(9).Replace("made-up-county", "made-up-rival").Replace("2024-02-29", "2024-03-01"));
        RuleSetCheck.Read(RuleFolder.Files(folder.Path)).Problems.ShouldBeEmpty();
    }

    [Theory]
    [InlineData(
        "\"EXCELLENT\", \"from\": { \"value\": 190",
        "\"EXCELLENT\", \"from\": { \"value\": 400",
        "no branch can have more than 230"
    )]
    [InlineData("\"CENTRAL\", \"points\": { \"value\": 10", "\"CENTRAL\", \"points\": { \"value\": 1", "gives 1 at Central, less than")]
    [InlineData("\"jurisdiction\": \"410400\"", "\"jurisdiction\": \"999999\"", "is 999999, which no list of regions has")]
    [InlineData("\"code\": \"made-up-city\"", "\"code\": \"default\"", "$.code: is \"default\" as in schema/rules/default.json")]
    [InlineData("\"title\"", "\"titel\"", "$.title: is missing")]
    [InlineData("{", "", "is not JSON: line 2, column 12 cannot be read")]
    public async Task What_is_wrong_with_a_file_is_named_with_its_place(string found, string replaced, string expected)
    {
        var at = MadeUpCityTests.Text.IndexOf(found, StringComparison.Ordinal);
        at.ShouldBeGreaterThanOrEqualTo(0, "the made-up city has it");
        Write("city.json", MadeUpCityTests.Text[..at] + replaced + MadeUpCityTests.Text[(at + found.Length)..]);
        await using var process = EtlProcess.Start("rules", "check", folder.Path);
        (await process.EndAsync()).ShouldBe(1, process.Output);
        process.Output.ShouldContain("SP-RULES-001 " + Path.Combine(folder.Path, "city.json"));
        process.Output.ShouldContain(expected);
    }

    [Fact]
    public async Task A_file_that_is_no_JSON_is_named_with_its_place_in_Chinese()
    {
        Write("city.json", "{\n  \"title\": \"合成市\" \"code\"\n}");
        await using var process = EtlProcess.Start("rules", "check", folder.Path, "--lang", "zh");
        (await process.EndAsync()).ShouldBe(1, process.Output);
        process.Output.ShouldContain("不是 JSON 格式：第 2 行第 18 列无法读取，请检查这里和前面的引号、逗号、括号。");
    }

    [Fact]
    public async Task A_file_that_is_right_is_said_to_be()
    {
        Write("city.json", MadeUpCityTests.Text);
        await using var process = EtlProcess.Start("rules", "check", folder.Path, "--lang", "zh");
        (await process.EndAsync()).ShouldBe(0, process.Output);
        process.Output.ShouldContain("没有问题，共检查 1 套规则。");
    }

    [Fact]
    public async Task An_import_that_keeps_nothing_keeps_no_rule_set_either()
    {
        Write("city.json", MadeUpCityTests.Text);
        var list = Path.Combine(folder.Path, "list.csv");
        await File.WriteAllTextAsync(list, "社团名称\n合成学会\n");
        await using var database = await LoadDatabase.CreateAsync();
        await database.ExecuteAsync(
            "INSERT INTO graph.committee (name, region_code) VALUES ('合成党委', '500000'); DELETE FROM graph.rule_set"
        );
        string[] import = ["import", "societies", list, "--rules", folder.Path, "--connection", database.ConnectionString];
        (await ImportAsync([.. import, "--dry-run"])).ShouldBe("0 0");
        (await ImportAsync(import)).ShouldBe("1 1");

        async Task<string> ImportAsync(string[] arguments)
        {
            await using var process = EtlProcess.Start(arguments);
            (await process.EndAsync()).ShouldBe(0, process.Output);
            return await database.ScalarAsync<string>(
                "SELECT (SELECT count(*) FROM graph.society) || ' ' || count(*) FROM graph.rule_set WHERE code = 'made-up-city'"
            );
        }
    }

    [Fact]
    public void A_file_in_another_encoding_is_refused()
    {
        File.WriteAllBytes(Path.Combine(folder.Path, "gbk.json"), [.. "{ \"title\": \""u8, 0xBB, 0xC6, 0xD1, 0xD2, .. "\" }"u8]);
        Should.Throw<DatabaseSetupException>(() => RuleFolder.Files(folder.Path)).Code.ShouldBe("SP-RULES-004");
    }

    [Fact]
    public void A_folder_that_is_not_there_is_named() =>
        Should.Throw<DatabaseSetupException>(() => RuleFolder.Files(Path.Combine(folder.Path, "none"))).Code.ShouldBe("SP-RULES-002");
}
