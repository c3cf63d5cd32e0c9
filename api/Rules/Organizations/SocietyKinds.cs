namespace SocietyParty.Rules.Organizations;

/// <summary>类型 What kind of society it is.</summary>
public enum SocietyKind
{
    LearnedSociety,
    Association,
    ResearchSociety,
    PromotionSociety,
    Federation,
    PrivateNonEnterprise,
    Foundation,
    Institute,
}

/// <summary>The kind that a society's name states: one answer for mutations, sheets and lists.</summary>
public static class SocietyKinds
{
    private static readonly (string Suffix, SocietyKind Kind)[] Suffixes =
    [
        ("研究会", SocietyKind.ResearchSociety),
        ("促进会", SocietyKind.PromotionSociety),
        ("联合会", SocietyKind.Federation),
        ("基金会", SocietyKind.Foundation),
        ("研究院", SocietyKind.Institute),
        ("学会", SocietyKind.LearnedSociety),
        ("协会", SocietyKind.Association),
    ];

    /// <summary>By the name's suffix; null where it states none.</summary>
    public static SocietyKind? Of(string name)
    {
        foreach (var (suffix, kind) in Suffixes)
        {
            if (name.EndsWith(suffix, StringComparison.Ordinal))
            {
                return kind;
            }
        }

        return null;
    }
}
