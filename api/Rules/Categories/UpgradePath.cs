namespace SocietyParty.Rules.Categories;

/// <param name="Count">How many members lack it; 1 where it is not about members.</param>
public sealed record LackingCondition(Condition Condition, int Count, string Clause);

/// <summary>000 §四: what a branch lacks to become an A, in the order in which the rules name it.</summary>
public static class UpgradePath
{
    public static IReadOnlyList<LackingCondition> Of(BranchMembership branch, CategoryRules rules) =>
        [
            .. rules
                .Upgrade.Value.Select(condition => new LackingCondition(condition, branch.Lacking(condition, rules), rules.Upgrade.Source))
                .Where(lacking => lacking.Count > 0),
        ];
}
