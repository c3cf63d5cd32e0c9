using SocietyParty.Service.Mutations.Running;

namespace SocietyParty.Service.Mutations.LeadingGroups.Shared;

/// <summary>What the tables of leading groups refuse: two callers at once, mostly.</summary>
internal sealed class LeadingGroupConstraints : IConstraintErrors
{
    public IEnumerable<ConstraintError> All =>
        [
            new(
                "leading_group_once_a_term",
                "LEADING_GROUP_EXISTS",
                "The council has a leading group in this term already.",
                "003 第六条",
                "society"
            ),
            new("leading_group_seat_once", SeatList.SeatedTwice, "One person has two seats.", "003 第五条", "seats"),
            new("leading_group_seat_one_leader", "LEADERS_SEVERAL", "The group has more than one leader.", "003 第五条", "seats"),
            new(
                "leading_group_composition_one_submitted",
                "WRONG_STAGE",
                "Seats of the group wait for the committee already.",
                "003 第六条",
                "leadingGroup"
            ),
            new(
                "leading_group_composition_one_at_a_time",
                "DATE_TOO_EARLY",
                "Other seats of the group hold on that day.",
                "003 第六条",
                "approvedOn"
            ),
            new("leading_group_local_rule_once", "LOCAL_RULES_FILED", "Rules of that title are filed already.", "003 第二十一条", "title"),
            new(
                "leading_group_written_opinion_once",
                "OPINION_GIVEN",
                "The member has given an opinion on the item already.",
                "003 第十八条",
                "seat"
            ),
            new("leading_group_observer_pkey", "OBSERVER_NAMED_TWICE", "One person is asked twice to sit in.", "003 第十九条", "observers"),
            new(
                "leading_group_voter_is_present",
                "VOTER_NOT_PRESENT",
                "The member is not there; who is not there has no vote.",
                "003 第十八条",
                "voters"
            ),
        ];
}
