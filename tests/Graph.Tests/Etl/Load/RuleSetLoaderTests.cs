using SocietyParty.Etl.Run;

namespace SocietyParty.Graph.Tests.Etl.Load;

public sealed class RuleSetLoaderTests
{
    private static readonly string Default = RuleSetFile.Embedded().Single(file => file.Path == "rules/default.json").Text;

    [Fact]
    public async Task The_shipped_rule_sets_are_loaded_once()
    {
        await using var database = await LoadDatabase.CreateAsync();
        (
            await database.LinesAsync(
                "SELECT concat_ws(' ', r.code, region_code, is_default, document_number) FROM graph.rule_set r LEFT JOIN "
                    + "graph.policy_document d ON d.id = r.policy_document_id ORDER BY 1"
            )
        ).ShouldBe([
            "chongqing-2020 500000 f 渝科协社党发〔2020〕23号",
            "chongqing-2022 500000 f 渝科协社党发〔2022〕10号",
            "chongqing-2023 500000 f 渝科协社党发〔2023〕11号",
            "default 100000 t",
            "pingdingshan-2019 410400 f",
            "suzhou-2020 320500 f 苏科社党委〔2020〕3号",
        ]);

        const string versions =
            "SELECT string_agg(xmin || ' ' || ctid::text, ',') FROM (SELECT xmin, ctid FROM graph.rule_set UNION ALL SELECT "
            + "xmin, ctid FROM graph.policy_document) AS row";
        var before = await database.ScalarAsync<string>(versions);
        var report = await RuleSetLoader.LoadAsync(database.Source, RuleSetFile.Embedded());
        report.Written.ShouldBeEmpty();
        report.Unchanged.ShouldBe(RuleSetFile.Embedded().Count);
        (await database.ScalarAsync<string>(versions)).ShouldBe(before);
    }

    [Fact]
    public async Task A_changed_file_replaces_its_rule_set_and_a_new_default_takes_over()
    {
        await using var database = await LoadDatabase.CreateAsync();
        var files = new[]
        {
            new RuleSetFile("rules/default.json", Default.Replace("\"default\": true", "\"default\": false")),
            new RuleSetFile(
                "rules/second.json",
                Default
                    .Replace("\"code\": \"default\"", "\"code\": \"second\"")
                    .Replace("\"effectiveFrom\": null", "\"effectiveFrom\": \"2022-01-01\"")
            ),
        };
        (await RuleSetLoader.LoadAsync(database.Source, files)).Written.ShouldBe(["default", "second"]);
        (
            await database.LinesAsync(
                "SELECT concat_ws(' ', code, is_default, effective_from) FROM graph.rule_set WHERE code IN ('default', 'second') ORDER BY 1"
            )
        ).ShouldBe(["default f", "second t 2022-01-01"]);
    }

    [Fact]
    public async Task A_document_that_an_import_wrote_keeps_its_words()
    {
        await using var database = await LoadDatabase.CreateAsync();
        await database.ExecuteAsync(
            """
            DELETE FROM graph.rule_set; DELETE FROM graph.policy_clause; DELETE FROM graph.policy_document;
            INSERT INTO graph.policy_document (title, document_number) VALUES ('名单', '渝科协社党发〔2022〕10号');
            """
        );
        await RuleSetLoader.LoadAsync(database.Source, RuleSetFile.Embedded());
        (
            await database.LinesAsync(
                "SELECT concat_ws(' ', code, title, issuer) FROM graph.policy_document WHERE document_number LIKE '%10号'"
            )
        ).ShouldBe(["000 名单 中共重庆市科学技术协会科技社团委员会"]);
    }

    [Theory]
    [InlineData(
        "\"title\": \"默认口径\"",
        "\"titel\": \"默认口径\"",
        "$.titel is not known here; known: $schema, code, title, jurisdiction, default, effectiveFrom, effectiveTo, document, "
            + "coverage, categories, leadingGroups, assessment, evidence, organizations, workPoints",
        "$.title is missing"
    )]
    [InlineData(
        "\"FUNCTIONAL_BRANCH\"]",
        "\"WORKGROUP\", \"BRANCH\"]",
        "$.coverage.organization.forms[5] repeats \"BRANCH\"",
        "$.coverage.organization.forms[4] must be one of PARTY_COMMITTEE, GENERAL_BRANCH, BRANCH, JOINT_BRANCH, "
            + "FUNCTIONAL_BRANCH, not \"WORKGROUP\""
    )]
    [InlineData(
        "[\"ESTABLISHED\"]",
        "[\"DISSOLVED\"]",
        "$.coverage.organization.statuses[0] must be one of PROPOSED, ESTABLISHED, not \"DISSOLVED\""
    )]
    [InlineData("[\"ESTABLISHED\"]", "[]", "$.coverage.organization.statuses must not be empty")]
    [InlineData("\"instructor\": true", "\"instructor\": \"yes\"", "$.coverage.work.instructor must be boolean, not string")]
    [InlineData("\"source\": \"001 §7, 002 §8, 003 第二条\"", "\"source\": \"\"", "$.coverage.work.source must not be empty")]
    [InlineData(
        "\"effectiveFrom\": null",
        "\"effectiveFrom\": \"2022-02-30\"",
        "$.effectiveFrom must be a date such as 2022-06-30, not \"2022-02-30\""
    )]
    [InlineData(
        "\"effectiveFrom\": null,\n  \"effectiveTo\": null",
        "\"effectiveFrom\": \"2022-02-01\",\n  \"effectiveTo\": \"2022-02-01\"",
        "$.effectiveTo must come after effectiveFrom, 2022-02-01"
    )]
    [InlineData(
        "\"code\": \"default\"",
        "\"code\": \"Default\"",
        "$.code must be small letters and digits, joined by hyphens, such as chongqing-2022; \"Default\" is not"
    )]
    [InlineData(
        "\"jurisdiction\": \"100000\"",
        "\"jurisdiction\": \"990000\"",
        "$.jurisdiction is 990000, which graph.region does not have"
    )]
    [InlineData("\"default\": true", "\"default\": false", "$.default is true in no file; one rule set must be the default")]
    public async Task Every_problem_is_listed_with_its_place_and_nothing_is_written(string found, string replaced, params string[] expected)
    {
        await using var database = await LoadDatabase.CreateAsync();
        var text = Default.Replace(found, replaced);
        text.ShouldNotBe(Default);
        var report = await RuleSetLoader.LoadAsync(database.Source, [new RuleSetFile("rules/x.json", text)]);

        report.Problems.Select(problem => $"{problem.Path} {problem.Message}").ShouldBe(expected, ignoreOrder: true);
        report.Written.ShouldBeEmpty();
        (await database.ScalarAsync<long>("SELECT count(*) FROM graph.rule_set WHERE is_default")).ShouldBe(1);
    }

    [Theory]
    [InlineData("支部书记", true)]
    [InlineData("纪检委员", false)]
    [InlineData("第一书记", false)]
    public void An_own_post_that_is_called_as_a_usual_one_is_told(string name, bool isTold)
    {
        var own =
            """{ "posts": [{ "post": "BRANCH_COMMITTEE_MEMBER", "code": "OWN", "name": "NAME", "englishName": "Own", "source": "002 §3" }] }""";
        var text = Default.Replace("\"effectiveFrom\": null", $"\"organizations\": {own.Replace("NAME", name)}, \"effectiveFrom\": null");
        RuleSetCheck
            .Read([new RuleSetFile("rules/x.json", text)])
            .Problems.Select(problem => problem.Path)
            .ShouldBe(isTold ? ["$.organizations.posts[0].name"] : []);
    }

    [Fact]
    public void Every_pattern_is_said_in_words()
    {
        var patterns = RuleSetFile
            .Files("rules/")
            .Where(file => file.Path.EndsWith(".schema.json", StringComparison.Ordinal))
            .SelectMany(file => System.Text.RegularExpressions.Regex.Matches(file.Text, "\"pattern\": \"([^\"]+)\""))
            .Select(match => match.Groups[1].Value)
            .Distinct()
            .ToList();
        patterns.Count.ShouldBeGreaterThan(8);
        patterns
            .Select(pattern => JsonShape.Form(pattern).In(SocietyParty.Rules.Sentences.Language.Chinese))
            .ShouldAllBe(form => form.Contains("例如", StringComparison.Ordinal));
    }

    [Fact]
    public async Task Problems_between_files_and_broken_JSON_are_listed_too()
    {
        await using var database = await LoadDatabase.CreateAsync();
        var twice = await RuleSetLoader.LoadAsync(
            database.Source,
            [new RuleSetFile("rules/a.json", Default), new RuleSetFile("rules/b.json", Default)]
        );
        twice
            .Problems.Select(problem => problem.ToString())
            .ShouldBe([
                "schema/rules/b.json $.code: is \"default\" as in schema/rules/a.json",
                "schema/rules/b.json $.default: is true in schema/rules/a.json too; one rule set is the default",
            ]);

        var broken = await RuleSetLoader.LoadAsync(
            database.Source,
            [
                new RuleSetFile("rules/a.json", "{"),
                new RuleSetFile("rules/b.json", Default.Replace("\"code\": \"default\"", "\"code\": \"a\", \"code\": \"b\"")),
            ]
        );
        broken.Problems.Select(problem => problem.File).ShouldBe(["rules/a.json", "rules/b.json"]);
        broken.Problems[0].Message.ShouldStartWith("is not JSON: line 1, column ");
        broken.Problems[1].ToString().ShouldEndWith(" $: names code more than once");
        broken.Problems[1].In(SocietyParty.Rules.Sentences.Language.Chinese).ShouldContain("“code”出现了不止一次");
    }
}
