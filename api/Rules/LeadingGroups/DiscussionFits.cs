namespace SocietyParty.Rules.LeadingGroups;

/// <summary>
/// A group that was returned is submitted again as it was discussed, or after a new discussion that follows the return (003 第六条).
/// </summary>
public static class DiscussionFits
{
    /// <summary>Null where the day of the discussion is possible.</summary>
    /// <param name="before">Day of the discussion whose outcome was returned.</param>
    /// <param name="returnedOn">Null: it was not returned.</param>
    public static Breach? Check(DateOnly before, DateOnly? returnedOn, DateOnly discussedOn) =>
        returnedOn is not { } returned || discussedOn == before || discussedOn >= returned
            ? null
            : new("DISCUSSED_BEFORE_RETURN", [("discussedOn", before), ("returnedOn", returned)], "003 第六条", Path: ["discussedOn"]);
}
