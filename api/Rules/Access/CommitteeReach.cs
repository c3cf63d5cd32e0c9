namespace SocietyParty.Rules.Access;

/// <summary>
/// Whoever administers one committee changes what is below it. Where that committee itself stands, and what stands beside it, is for those
/// who administer what is above.
/// </summary>
public static class CommitteeReach
{
    /// <param name="seesEverything">Whether the role reaches all committees.</param>
    /// <param name="isOwn">Whether it is the committee that the role is about.</param>
    /// <param name="hasUpper">Whether it is to stand under a committee of the role's.</param>
    public static Breach? Places(bool seesEverything, bool isOwn, bool hasUpper) =>
        seesEverything || (hasUpper && !isOwn) ? null : new("COMMITTEE_BEYOND_ROLE", [], null, Path: ["parent"]);
}
