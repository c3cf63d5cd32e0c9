namespace SocietyParty.Rules.Categories;

/// <summary>000 §三: what a branch of a category may not do is refused with the clause.</summary>
public static class CategoryPermission
{
    /// <summary>Null where the category allows it.</summary>
    /// <param name="path">Field of the input that names the branch or the member.</param>
    public static Breach? Check(Category category, Permission permission, CategoryRules rules, string path)
    {
        var rule = rules.Of(category, permission);
        return rule.Value ? null : new Breach(CodeOf(permission), [("category", category)], rule.Source, Severity.Error, path);
    }

    private static string CodeOf(Permission permission) =>
        permission switch
        {
            Permission.DevelopMembers => "CATEGORY_FORBIDS_DEVELOPING_MEMBERS",
            Permission.ConvertProbationary => "CATEGORY_FORBIDS_CONVERTING_PROBATIONARY",
            Permission.CollectDues => "CATEGORY_FORBIDS_COLLECTING_DUES",
            _ => "CATEGORY_FORBIDS_CULTIVATING_APPLICANTS",
        };
}
