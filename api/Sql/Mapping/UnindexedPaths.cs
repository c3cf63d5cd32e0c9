using System.Collections.Frozen;

namespace SocietyParty.Sql.Mapping;

/// <summary>
/// Everything that can be filtered and ordered by has an index, except what stands here with the reason why. A test walks the
/// contract, asks PostgreSQL, and fails for what is missing here and for what stands here without need. An order by a related
/// thing's field or by an aggregate sorts what the filter leaves: no index spans two tables.
/// </summary>
public static class UnindexedPaths
{
    private const string Category =
        "Today's category is that of the period that holds, or UNCLASSIFIED without one. Asking the periods first was measured: "
        + "64 ms instead of "
        + "140 ms for all of 55,000 branches, but 20 to 40 ms instead of 3 ms for those of a committee, which is what is asked for.";

    private const string CreditCode = "A credit code is known whole or by its beginning, and both have an index.";

    private const string Reference = "A reference is known whole or by its beginning, and both have an index.";

    private const string Reason = "A note for people, read where the alias was found.";

    private const string ItemCode = "A score has one of a scheme's few codes, known whole; in takes several.";

    private const string EvidenceKind = "A kind is one of a rule set's few codes, known whole or by its beginning.";

    private const string IsMet = "About half of all records; what is asked for is those of a kind, which has an index.";

    private const string EvidenceDue =
        "What is due is derived from the kinds that have a cadence, their subjects and the records of each, and kept nowhere. Those of one "
        + "committee or kind are what is asked for, of two years at most.";

    private const string LeadingGroupBreach =
        "A breach is computed from all that it is about. Those of one committee or society, which is what is asked for, read "
        + "its own groups alone.";

    private const string DoneOn =
        "Whether a duty is done is read off what was done, for the duties that its days, its kind or its committee leave, which "
        + "have indexes.";

    private const string Uncovered =
        "Who is uncovered is computed by the rules of each committee. Those of a committee and all below it, which is what is asked for, "
        + "are found by an index first; by reason over all, they are the warehouse's register.";

    private const string Stage = "Entries of a round, which have an index, are what is asked for in this order.";

    private const string DutyPeriod = "A period is known whole or by its year, and both have an index.";

    /// <summary>Tables that stay so small that reading all of them is nothing, each with its bound.</summary>
    public static readonly FrozenDictionary<string, string> SmallTables = new Dictionary<string, string>
    {
        ["committee"] = "One per science association: about 3,000.",
        ["committee_parent"] = "About one row per committee.",
        ["branch_parent"] = "Few societies have a party committee or general branch: about 3,000 organizations stand under one.",
        ["region"] = "GB/T 2260 has about 3,200 regions.",
        ["discipline"] = "A dozen.",
        ["policy_document"] = "Documents that state rules or lists: hundreds.",
        ["indicator"] = "A file each: dozens.",
        ["dim_rule_set"] = "One per rule set and wording: dozens.",
        ["roster"] = "Published lists: hundreds.",
        ["roster_count"] = "Four per list.",
        ["roster_entry"] = "About a hundred lines per list.",
        ["veto"] = "Raised by hand: a few per committee.",
        ["assessment_round"] = "One per committee and year: 3,000 a year.",
        ["leading_group"] = "Few councils have party members enough: about 3,300.",
        ["leading_group_composition"] = "One or two per group.",
        ["leading_group_seat"] = "About four per group.",
        ["leading_group_meeting"] = "Two a year and group: about 10,000.",
        ["affiliation_transfer"] = "A member changes its place seldom: about 9,000 in the generated nation.",
        ["branch_alias"] = "Names that branches had: a few in a hundred branches.",
        ["committee_alias"] = "Names that committees had: hundreds.",
        ["applicant"] = "One in ten branches cultivates one: about 5,400.",
        ["discrepancy"] = "A handful per list.",
        ["mended_record"] = "Slips that somebody repaired: one record in a thousand.",
    }.ToFrozenDictionary(StringComparer.Ordinal);

    /// <summary>Lists that are computed whole, whatever is asked of them.</summary>
    public static readonly FrozenDictionary<string, string> ComputedLists = new Dictionary<string, string>
    {
        ["evidenceDue"] = EvidenceDue,
    }.ToFrozenDictionary(StringComparer.Ordinal);

    private const string Regions = "3,700 regions, the same for a city and the nation: to read them all takes a millisecond.";

    /// <summary>
    /// By type, field and operation (<c>eq</c>, <c>gt</c>, <c>contains</c>, <c>startsWith</c>, <c>endsWith</c>, or <c>order</c>).
    /// </summary>
    public static readonly FrozenDictionary<string, string> Reasons = new Dictionary<string, string>
    {
        ["Branch.category eq"] = Category,
        ["Region.code eq"] = Regions,
        ["Region.code contains"] = Regions,
        ["Region.code endsWith"] = Regions,
        ["Region.name eq"] = Regions,
        ["Region.name contains"] = Regions,
        ["Region.name startsWith"] = Regions,
        ["Region.name endsWith"] = Regions,
        ["Region.listedFrom eq"] = Regions,
        ["Region.listedFrom gt"] = Regions,
        ["Region.listedTo eq"] = Regions,
        ["Region.listedTo gt"] = Regions,
        ["Region.formerNames eq"] = Regions,
        ["Region.formerNames contains"] = Regions,
        ["Region.formerNames startsWith"] = Regions,
        ["Region.formerNames endsWith"] = Regions,
        ["Branch.category order"] = Category,
        ["Person.reference contains"] = Reference,
        ["Person.reference endsWith"] = Reference,
        ["Society.creditCode contains"] = CreditCode,
        ["Society.creditCode endsWith"] = CreditCode,
        ["SupportingUnit.creditCode contains"] = CreditCode,
        ["SupportingUnit.creditCode endsWith"] = CreditCode,
        ["SocietyAlias.reason eq"] = Reason,
        ["SocietyAlias.reason contains"] = Reason,
        ["SocietyAlias.reason startsWith"] = Reason,
        ["SocietyAlias.reason endsWith"] = Reason,
        ["UncoveredSociety.since order"] = Uncovered,
        ["AssessmentEntry.stage order"] = Stage,
        ["Duty.doneOn eq"] = DoneOn,
        ["Duty.doneOn gt"] = DoneOn,
        ["Duty.state eq"] = DoneOn,
        ["Duty.period contains"] = DutyPeriod,
        ["Duty.period endsWith"] = DutyPeriod,
        ["AssessmentItemScore.itemCode contains"] = ItemCode,
        ["AssessmentItemScore.itemCode endsWith"] = ItemCode,
        ["EvidenceDue.dueOn order"] = EvidenceDue,
        ["EvidenceRecord.kind contains"] = EvidenceKind,
        ["EvidenceRecord.kind endsWith"] = EvidenceKind,
        ["EvidenceRecord.isMet eq"] = IsMet,
        ["LeadingGroupBreach.code eq"] = LeadingGroupBreach,
        ["LeadingGroupBreach.severity eq"] = LeadingGroupBreach,
        ["LeadingGroupBreach.since eq"] = LeadingGroupBreach,
        ["LeadingGroupBreach.since gt"] = LeadingGroupBreach,
        ["LeadingGroupBreach.since order"] = LeadingGroupBreach,
        ["LeadingGroupBreach.until eq"] = LeadingGroupBreach,
        ["LeadingGroupBreach.until gt"] = LeadingGroupBreach,
    }.ToFrozenDictionary(StringComparer.Ordinal);
}
