namespace SocietyParty.Rules.Assessments;

/// <summary>A bonus claim of the year, of this branch or another one.</summary>
/// <param name="Entry">Key of the entry that claims.</param>
public sealed record KnownClaim(long Entry, string Branch, string Item, string Level, string Evidence);

/// <summary>
/// 佐证材料 One piece of evidence counts once (004 第五条（六）), however it is written: full-width and half-width, with spaces or without.
/// Another branch may rest on it too, as of a common event; the committee sees it then.
/// </summary>
public static class BonusEvidence
{
    private const string Clause = "004 第五条（六）";

    /// <summary>The evidence as the branch wrote it before, so that all claims on it are one; else as it is written now.</summary>
    public static string Spelling(long entry, string evidence, IEnumerable<KnownClaim> known) =>
        known.FirstOrDefault(claim => claim.Entry == entry && PlainText.Same(claim.Evidence, evidence))?.Evidence ?? evidence;

    public static IEnumerable<Breach> Breaches(KnownClaim claim, IReadOnlyList<KnownClaim> known)
    {
        var same = known.Where(other => PlainText.Same(other.Evidence, claim.Evidence)).ToList();
        if (same.Exists(other => other.Entry == claim.Entry && other.Item == claim.Item && other.Level == claim.Level))
        {
            yield return new("BONUS_CLAIMED_ALREADY", [], Clause, Path: ["evidenceRef"]);
        }

        var others = same.Where(other => other.Entry != claim.Entry).Select(other => other.Branch).Distinct().ToList();
        if (others.Count > 0)
        {
            yield return new(
                "EVIDENCE_OF_ANOTHER_BRANCH",
                [("evidence", claim.Evidence), ("branches", others)],
                Clause,
                Severity.Warning,
                "evidenceRef"
            );
        }
    }

    /// <summary>A warning where the evidence is accepted for another item of the branch already.</summary>
    public static Breach? CountsOnce(string evidence, bool isAccepted) =>
        isAccepted ? new("EVIDENCE_COUNTS_ONCE", [("evidenceRef", evidence)], Clause, Severity.Warning, "claim") : null;
}
