using SocietyParty.Rules.Evidence;

namespace SocietyParty.Graph.Tests.Rules.Evidence;

/// <summary>结果运用: what came from a result is of whom the result is, and after its issue (004 第七条).</summary>
public sealed class EvidenceResultsTests
{
    private static readonly EvidenceField Field = RuleFiles
        .Usual<EvidenceRules>()
        .Kinds.Single(kind => kind.Code == "RESULT_AWARD")
        .Field("result")!;

    [Theory]
    [InlineData(true, "2026-04-20", "2026-04-20", "")]
    [InlineData(true, "2026-04-20", "2026-04-19", "EVIDENCE_BEFORE_RESULT 004 第七条 heldOn")]
    [InlineData(true, null, "2020-01-01", "")]
    [InlineData(false, "2026-04-20", "2026-04-20", "EVIDENCE_RESULT_OF_OTHER 004 第七条 fields.0.value")]
    public void A_record_comes_from_an_issued_result_of_its_own(bool isOfSubject, string? issuedOn, string heldOn, string expected)
    {
        var result = new NamedResult(Field, 2025, issuedOn is null ? null : DateOnly.Parse(issuedOn, null), isOfSubject);
        var breach = EvidenceResults.Check(result, DateOnly.Parse(heldOn, null), "004 第七条", "0");
        (breach is null ? "" : $"{breach.Code} {breach.Clause} {string.Join('.', breach.Path)}").ShouldBe(expected);
    }

    /// <summary>评优评先, 党建经费, 学会考评: the three uses that the clause names.</summary>
    [Fact]
    public void The_default_rules_have_the_three_uses_that_the_clause_names() =>
        RuleFiles
            .Usual<EvidenceRules>()
            .Kinds.Where(kind => kind.Fields.Any(field => field is { Type: EvidenceType.Result, Required: true }))
            .Select(kind => $"{kind.Code} {kind.Subject} {kind.Source}")
            .ShouldBe(["RESULT_AWARD Branch 004 第七条", "RESULT_FUNDS Branch 004 第七条", "SOCIETY_APPRAISAL Society 004 第七条"]);
}
