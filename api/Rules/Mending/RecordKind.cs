namespace SocietyParty.Rules.Mending;

/// <summary>Records that can be corrected or declared void.</summary>
public enum RecordKind
{
    Activity,
    YearPlan,
    CheckIn,
    CommitteeMeeting,
    FundReport,
    EventFiling,
    LedgerEntry,
    DuesPayment,
    BonusClaim,
    LeadingGroupMeeting,
    SyncPoint,
    UncoveredReason,
    ContactPoint,
}

/// <summary>What was done to a record.</summary>
public enum MendingAction
{
    Corrected,
    Moved,
    Voided,
}
