namespace SocietyParty.Rules.Coverage;

/// <summary>台账重复 An aspect has one entry a day (002 §2): a second one would take the first one's place without a trace.</summary>
public static class LedgerOnce
{
    /// <param name="entered">Days of the entries of the society and aspect.</param>
    public static Breach? Check(DateOnly day, IEnumerable<DateOnly> entered) =>
        entered.Contains(day) ? new("DUPLICATE_LEDGER_ENTRY", [("day", day)], "002 §2", Path: ["recordedOn"]) : null;
}
