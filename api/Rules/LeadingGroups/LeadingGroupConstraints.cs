namespace SocietyParty.Rules.LeadingGroups;

/// <summary>What the tables of leading groups refuse: two callers at once, mostly.</summary>
public sealed class LeadingGroupConstraints : IConstraintErrors
{
    public IEnumerable<ConstraintError> All =>
        [
            new("leading_group_once_a_term", "LEADING_GROUP_EXISTS", [], "003 第六条", "society"),
            new("leading_group_days_in_order", "DATE_TOO_EARLY.LeadingGroupDaysInOrder", [], "003 第五条, 003 第六条"),
            new("leading_group_seat_once", "PERSON_SEATED_TWICE", [], "003 第五条", "seats"),
            new("leading_group_seat_one_leader", "LEADERS_SEVERAL", [], "003 第五条", "seats"),
            new(
                "leading_group_composition_one_submitted",
                "WRONG_STAGE.LeadingGroupCompositionOneSubmitted",
                [],
                "003 第六条",
                "leadingGroup"
            ),
            new(
                "leading_group_composition_one_at_a_time",
                "DATE_TOO_EARLY.LeadingGroupCompositionOneAtATime",
                [],
                "003 第六条",
                "approvedOn"
            ),
            new("leading_group_local_rule_once", "LOCAL_RULES_FILED", [], "003 第二十一条", "title"),
            new("leading_group_written_opinion_once", "OPINION_GIVEN", [], "003 第十八条", "seat"),
            new("leading_group_observer_pkey", "OBSERVER_NAMED_TWICE.LeadingGroupObserverPkey", [], "003 第十九条", "observers"),
            new("leading_group_voter_is_present", "VOTER_NOT_PRESENT.LeadingGroupVoterIsPresent", [], "003 第十八条", "voters"),
        ];
}
