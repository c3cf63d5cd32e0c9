using System.Text.Json.Nodes;
using SocietyParty.Etl.Run;
using SocietyParty.Rules.Sentences;

namespace SocietyParty.Graph.Tests.Etl.Load;

/// <summary>A rule set cites clauses that there are, and its words describe what it says.</summary>
public sealed class RuleSetCitationsTests
{
    [Theory]
    [InlineData("001 §7, 002 §8, 003 第二条", "")]
    [InlineData("004 第五条（七）1", "")]
    [InlineData("001 §5, 002 §3；人数按章程", "")]
    [InlineData("组织法第三条", "")]
    // A document that is not here may have whatever it says.
    [InlineData("017 §99", "")]
    [InlineData("001 §99", "001 §99")]
    [InlineData("001 §7, §77", "001 §77")]
    [InlineData("003 第二十九条, 004 组织建设-2", "003 第二十九条")]
    [InlineData("004 组织建设-22；004 第五条（九）1", "004 组织建设-22; 004 第五条（九）1")]
    [InlineData("000 §九", "000 §九")]
    public void A_source_cites_clauses_that_the_document_has(string source, string missing) =>
        string.Join("; ", RuleSetCitations.Missing(source).Select(cited => $"{cited.Document} {cited.Clause}")).ShouldBe(missing);

    [Fact]
    public void The_shipped_rule_sets_cite_what_there_is() =>
        RuleSetCitations
            .Problems(RuleSetCheck.Read(RuleSetFile.Embedded()))
            .Select(problem => problem.In(Language.English))
            .ShouldBeEmpty();

    [Fact]
    public void A_definition_that_was_copied_beside_another_denominator_is_found_and_a_wrong_clause_with_its_place()
    {
        var usual = RuleSetFile.Embedded().Single(file => file.Path.EndsWith("/default.json", StringComparison.Ordinal));
        var own = JsonNode.Parse(usual.Text)!.AsObject();
        own["code"] = "synthetic-city";
        own["jurisdiction"] = "330100";
        own["default"] = false;
        own["effectiveFrom"] = "2024-02-29";
        string[] Found()
        {
            var read = RuleSetCheck.Read([.. RuleSetFile.Embedded(), new RuleSetFile("/own.json", own.ToJsonString())]);
            return [.. RuleSetCitations.Problems(read).Select(problem => $"{problem.File} {problem.Path} {problem.Problem.Key}")];
        }

        Found().ShouldBeEmpty();
        own["coverage"]!["denominator"]!["value"] = "OPERATING";
        Found().ShouldBe(["/own.json $.coverage.organization.definition Rules.CopiedDefinition"]);
        own["coverage"]!["organization"]!["definition"] = "有已成立党组织的科技社团 ÷ 正常运行的科技社团";
        Found().ShouldBeEmpty();
        own["leadingGroups"]!["approval"]!["source"] = "002 §22（1）";
        Found().ShouldBe(["/own.json $.leadingGroups.approval.source Rules.NoClause"]);
    }
}
