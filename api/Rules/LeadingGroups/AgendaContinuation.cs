namespace SocietyParty.Rules.LeadingGroups;

/// <summary>What is known of an item that comes again on an agenda.</summary>
/// <param name="IsOfGroup">Whether it is the same group's.</param>
/// <param name="HeldOn">Day of its meeting.</param>
/// <param name="IsDeferred">Whether that meeting deferred it.</param>
/// <param name="WasInquorate">Whether that meeting could not begin.</param>
/// <param name="IsContinued">Whether it came again already.</param>
public sealed record ContinuedItem(bool IsOfGroup, DateOnly HeldOn, bool IsDeferred, bool WasInquorate, bool IsContinued);

/// <summary>
/// 暂缓议题 An item that was deferred, or not reached for want of a quorum, comes again once, at a later meeting (003 第十六条, 第十八条).
/// </summary>
public static class AgendaContinuation
{
    private const string Clause = "003 第十六条";

    /// <param name="heldOn">Day of the meeting at which it comes again.</param>
    public static Breach? Breach(ContinuedItem item, DateOnly heldOn) =>
        !item.IsOfGroup ? new("AGENDA_ITEM_OF_ANOTHER_GROUP", [], Clause)
        : item.IsContinued ? new("AGENDA_ITEM_CONTINUED_ALREADY", [], Clause)
        : !item.IsDeferred && !item.WasInquorate ? new("AGENDA_ITEM_NOT_PUT_OFF", [], Clause)
        : heldOn <= item.HeldOn ? new("AGENDA_ITEM_CONTINUED_TOO_EARLY", [("heldOn", item.HeldOn)], Clause)
        : null;
}
