namespace SocietyParty.Rules.Organizations;

/// <summary>
/// A post in a party organization begins with the organization at the earliest and ends with it at the latest; one that ended before is
/// part of its past.
/// </summary>
public static class PostInBranch
{
    /// <summary>Null where the organization stands on all days of the post.</summary>
    /// <param name="isDissolved">Whether it is dissolved.</param>
    /// <param name="dissolvedOn">Since when; null where that is not stated.</param>
    /// <param name="until">First day no longer in the post; null: still in it.</param>
    public static Breach? Check(string branch, bool isDissolved, DateOnly? dissolvedOn, DateOnly? until) =>
        !isDissolved || until <= dissolvedOn
            ? null
            : new("BRANCH_DISSOLVED.PostInBranch", [("branch", branch), ("dissolvedOn", dissolvedOn)], null, Path: ["branch"]);

    /// <summary>Null where the organization is there on the post's first day, or nobody says since when it is.</summary>
    /// <param name="begun">First day on which it is known, proposed or established; null: it is not stated.</param>
    /// <param name="from">First day in the post.</param>
    public static Breach? Begins(string branch, DateOnly? begun, DateOnly from) =>
        from < begun ? new("POST_BEFORE_BRANCH", [("branch", branch), ("begun", begun)], null, Path: ["validFrom"]) : null;
}
