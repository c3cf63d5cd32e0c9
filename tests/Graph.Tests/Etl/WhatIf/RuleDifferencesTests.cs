using System.Text.Json;
using System.Text.Json.Nodes;
using SocietyParty.Etl.Run;
using SocietyParty.Etl.WhatIf;
using SocietyParty.Graph.Tests.Schema;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Graph.Tests.Etl.WhatIf;

/// <summary><c>rules diff</c>: every value that differs, with both clauses, in words.</summary>
public sealed class RuleDifferencesTests : IDisposable
{
    private readonly TemporaryFolder folder = new();

    public void Dispose() => folder.Dispose();

    private static JsonElement Shipped(string code) =>
        RuleSetFile.Embedded().Select(file => JsonElement.Parse(file.Text)).Single(set => set.GetProperty("code").GetString() == code);

    private static JsonElement Changed(string code, Action<JsonNode> change)
    {
        var set = JsonNode.Parse(Shipped(code).GetRawText())!;
        change(set);
        return JsonElement.Parse(set.ToJsonString());
    }

    private static string[] Lines(JsonElement old, JsonElement @new) =>
        [
            .. RuleDifferences
                .Between(old, @new)
                .Select(one => $"{one.Section} {one.Path}: {one.Old} [{one.OldSource}] → {one.New} [{one.NewSource}]"),
        ];

    [Fact]
    public void A_rule_set_does_not_differ_from_itself()
    {
        foreach (var file in RuleSetFile.Embedded())
        {
            RuleDifferences.Between(JsonElement.Parse(file.Text), JsonElement.Parse(file.Text)).ShouldBeEmpty(file.Path);
        }
    }

    [Fact]
    public void A_value_has_both_clauses_and_a_clause_alone_is_a_difference()
    {
        var draft = Changed("chongqing-2020", set =>
        {
            var band = set["assessment"]!["grades"]!["bands"]![0]!["from"]!;
            (band["value"], band["source"]) = (85, "草案 第三条");
            set["assessment"]!["total"]!["source"] = "草案 第一条";
        });
        Lines(Shipped("chongqing-2020"), draft)
            .ShouldBe([
                "assessment $.assessment.total.source: 004 第五条 [004 第五条] → 草案 第一条 [草案 第一条]",
                "assessment $.assessment.grades.bands[0].from.value: 90 [本软件: 004 未规定] → 85 [草案 第三条]",
            ]);
    }

    [Fact]
    public void Things_of_a_list_are_compared_by_their_codes()
    {
        var draft = Changed("chongqing-2020", set =>
        {
            var rules = set["assessment"]!["failRules"]!.AsArray();
            rules.RemoveAt(0);
            rules.Insert(0, JsonNode.Parse("""{ "code": "NO_PLAN", "text": "没有计划", "clause": "草案" }"""));
            var items = set["assessment"]!["sections"]![0]!["items"]!.AsArray();
            var last = items[3]!;
            items.RemoveAt(3);
            items.Insert(0, last);
            last["maximum"]!["value"] = 7;
        });
        Lines(Shipped("chongqing-2020"), draft)
            .ShouldBe([
                "assessment $.assessment.sections[0].items[0].maximum.value: 8 [004 政治建设-4] → 7 [004 政治建设-4]",
                """assessment $.assessment.sections[0].items: ["POLITICAL_1","POLITICAL_2","POLITICAL_3","POLITICAL_4"] [] → """
                    + """["POLITICAL_4","POLITICAL_1","POLITICAL_2","POLITICAL_3"] []""",
                $"assessment $.assessment.failRules[0]:  [] → {draft.GetProperty("assessment").GetProperty("failRules")[0]} [草案]",
                "assessment $.assessment.failRules[0]: "
                    + Shipped("chongqing-2020").GetProperty("assessment").GetProperty("failRules")[0]
                    + " [004 第五条（七）1] →  []",
            ]);
    }

    [Fact]
    public void Sections_that_one_lacks_are_one_difference_each()
    {
        var found = RuleDifferences.Between(Shipped("chongqing-2020"), Shipped("chongqing-2022"));
        found
            .Where(one => one.Path.Count(letter => letter == '.') == 1 && one.Section.Length > 0)
            .Select(one => $"{one.Path} {one.Old is not null} {one.New is not null}")
            .ShouldBe(["$.coverage False True", "$.categories False True", "$.assessment True False", "$.evidence True False"]);
        found.Where(one => one.Section.Length == 0).Select(one => one.Path).ShouldContain("$.document.number");
    }

    [Theory]
    [InlineData("zh", "等次 › 等次标准 优秀 › 起始分", "原：90（本软件: 004 未规定）", "新：85（草案 第三条）")]
    [InlineData("en", "grades › bands Excellent › from", "old: 90 (本软件: 004 未规定)", "new: 85 (草案 第三条)")]
    public async Task A_committee_reads_it_in_its_language(string language, string place, string old, string @new)
    {
        await using var process = EtlProcess.Start("rules", "diff", "chongqing-2020", Draft(), "--lang", language);
        (await process.EndAsync()).ShouldBe(0, process.Output);
        process.Output.ShouldContain(place);
        process.Output.ShouldContain("$.assessment.grades.bands[0].from.value");
        process.Output.ShouldContain(old);
        process.Output.ShouldContain(@new);
    }

    [Fact]
    public async Task Json_has_paths_values_and_clauses()
    {
        await using var process = EtlProcess.Start("rules", "diff", "chongqing-2020", Draft(), "--json", "--lang", "zh");
        (await process.EndAsync()).ShouldBe(0, process.Output);
        var differences = JsonElement.Parse(process.Output).GetProperty("differences");
        var band = differences.EnumerateArray().Single(one => one.GetProperty("section").GetString() == "assessment");
        band.GetProperty("path").GetString().ShouldBe("$.assessment.grades.bands[0].from.value");
        (band.GetProperty("old").GetInt32(), band.GetProperty("new").GetInt32()).ShouldBe((90, 85));
        band.GetProperty("newSource").GetString().ShouldBe("草案 第三条");
        band.GetProperty("place").GetString().ShouldBe("等次 › 等次标准 优秀 › 起始分");
    }

    [Theory]
    [InlineData("none-2020", "SP-RULES-005", "Known are chongqing-2020, chongqing-2022")]
    [InlineData("none.json", "SP-RULES-005", "There is no file \"none.json\".")]
    public async Task What_is_not_there_is_named(string asked, string code, string told)
    {
        await using var process = EtlProcess.Start("rules", "diff", "default", asked);
        (await process.EndAsync()).ShouldBe(1, process.Output);
        process.Output.ShouldContain(code);
        process.Output.ShouldContain(told);
    }

    [Fact]
    public async Task A_file_that_is_no_rule_set_is_named()
    {
        var path = Path.Combine(folder.Path, "list.json");
        await File.WriteAllTextAsync(path, "[]");
        await using var process = EtlProcess.Start("rules", "diff", "default", path);
        (await process.EndAsync()).ShouldBe(1, process.Output);
        process.Output.ShouldContain($"SP-RULES-006 {path} is no rule set.");
    }

    /// <summary>Every key of a rule set's file has words, so that no committee reads one.</summary>
    [Fact]
    public void Every_key_has_words_in_both_languages()
    {
        var schema = JsonElement.Parse(
            File.ReadAllText(Path.Combine(SocietyParty.Tests.Support.Golden.ProjectFolder(), "../../schema/rules/rule-set.schema.json"))
        );
        var keys = Keys(schema).Where(key => key != "$schema").ToHashSet();
        keys.Count.ShouldBeGreaterThan(150);
        foreach (var language in Enum.GetValues<Language>())
        {
            keys.Where(key => !SentenceBook.Of(language).Texts.ContainsKey("RuleKey." + key)).ShouldBeEmpty($"{language}");
        }

        SentenceBook
            .Of(Language.English)
            .Texts.Keys.Where(key => key.StartsWith("RuleKey.", StringComparison.Ordinal) && !keys.Contains(key["RuleKey.".Length..]))
            .ShouldBeEmpty();
    }

    private static IEnumerable<string> Keys(JsonElement schema) =>
        schema.ValueKind switch
        {
            JsonValueKind.Object => schema
                .EnumerateObject()
                .SelectMany(member =>
                    member.Name == "properties"
                        ? member
                            .Value.EnumerateObject()
                            .Select(property => property.Name)
                            .Concat(member.Value.EnumerateObject().SelectMany(property => Keys(property.Value)))
                        : Keys(member.Value)
                ),
            JsonValueKind.Array => schema.EnumerateArray().SelectMany(Keys),
            _ => [],
        };

    private string Draft()
    {
        var path = Path.Combine(folder.Path, "draft.json");
        File.WriteAllText(
            path,
            Changed("chongqing-2020", set =>
                {
                    set["code"] = "chongqing-2027";
                    var band = set["assessment"]!["grades"]!["bands"]![0]!["from"]!;
                    (band["value"], band["source"]) = (85, "草案 第三条");
                })
                .GetRawText()
        );
        return path;
    }
}
