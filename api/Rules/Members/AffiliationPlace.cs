namespace SocietyParty.Rules.Members;

/// <summary>An affiliation lies in one place and is transferred to one other, one transfer at a time (002 §5).</summary>
public static class AffiliationPlace
{
    /// <param name="places">How many are given.</param>
    public static Breach? AtMostOne(int places) => places > 1 ? new("AFFILIATION_TWICE", [], "002 §5", Path: ["affiliationPlace"]) : null;

    /// <param name="places">How many are given.</param>
    /// <param name="isThere">Whether the affiliation lies there already.</param>
    public static Breach? Destination(int places, bool isThere) =>
        places != 1 ? new("TRANSFER_DESTINATION", [], "002 §5", Path: ["toPlace"])
        : isThere ? Breach.OfInput("TRANSFER_GOES_NOWHERE", [], "member")
        : null;

    public static Breach? NoneOpen(bool isOpen) => isOpen ? new("TRANSFER_OPEN", [], "002 §5", Path: ["member"]) : null;
}
