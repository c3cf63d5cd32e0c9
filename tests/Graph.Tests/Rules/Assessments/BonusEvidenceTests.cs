using SocietyParty.Rules.Assessments;

namespace SocietyParty.Graph.Tests.Rules.Assessments;

/// <summary>Branch 1 claimed BONUS_2 with 文章2 before (004 第五条（六）).</summary>
public sealed class BonusEvidenceTests
{
    private static readonly KnownClaim[] Known = [new(1, "合成一支部", "BONUS_2", "MUNICIPAL", "文章2")];

    [Theory]
    [InlineData(1, "MUNICIPAL", "文章2", "BONUS_CLAIMED_ALREADY Error")]
    [InlineData(1, "MUNICIPAL", "文章２", "BONUS_CLAIMED_ALREADY Error")]
    [InlineData(1, "MUNICIPAL", "文章　2 ", "BONUS_CLAIMED_ALREADY Error")]
    [InlineData(1, "CENTRAL", "文章２", "")]
    [InlineData(1, "MUNICIPAL", "文章3", "")]
    [InlineData(2, "MUNICIPAL", "文章２", "EVIDENCE_OF_ANOTHER_BRANCH Warning")]
    [InlineData(2, "CENTRAL", "文章2", "EVIDENCE_OF_ANOTHER_BRANCH Warning")]
    [InlineData(2, "MUNICIPAL", "文章22", "")]
    public void One_piece_of_evidence_is_found(long entry, string level, string evidence, string expected)
    {
        var breaches = BonusEvidence.Breaches(new(entry, "", "BONUS_2", level, evidence), Known);
        string.Join("; ", breaches.Select(breach => $"{breach.Code} {breach.Severity}")).ShouldBe(expected, "004 第五条（六）");
    }

    [Theory]
    [InlineData(1, "文章２", "文章2")]
    [InlineData(1, "报道a", "报道a")]
    [InlineData(2, "文章２", "文章２")]
    public void A_branch_writes_one_piece_of_evidence_in_one_way(long entry, string evidence, string kept) =>
        BonusEvidence.Spelling(entry, evidence, Known).ShouldBe(kept);
}
