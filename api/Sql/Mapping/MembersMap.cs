namespace SocietyParty.Sql.Mapping;

/// <summary>People, applicants, members, their affiliations and dues.</summary>
internal static class MembersMap
{
    private const string GroupMembers = "graph.party_group_member";

    public static void Add(GraphMapBuilder map) =>
        map.Entity(
                "Person",
                "graph.person",
                "id",
                new()
                {
                    ["reference"] = new ColumnMap("person_ref", SqlType.Text),
                    ["member"] = new ToOneMap("Member", new(new JoinStep("graph.member", "person_id", "id"))),
                    ["applications"] = Relations.Children(
                        "Applicant",
                        "graph.applicant",
                        "person_id",
                        new ListOrder("id", Descending: true)
                    ),
                }
            )
            .Entity(
                "Member",
                "graph.member",
                "id",
                new()
                {
                    ["affiliation"] = new ToOneMap(
                        "Affiliation",
                        new(new JoinStep("graph.affiliation", "member_id", "id", DateRange: "valid_during"))
                    ),
                    ["affiliationHistory"] = Relations.Children("Affiliation", "graph.affiliation", "member_id", LatestFirst),
                    ["transfers"] = Relations.Children(
                        "AffiliationTransfer",
                        "graph.affiliation_transfer",
                        "member_id",
                        new ListOrder("id", Descending: true)
                    ),
                    ["end"] = new ToOneMap(
                        "EndedMembership",
                        new(new JoinStep("graph.ended_membership", "member_id", "id", Flag: "is_open"))
                    ),
                    ["ends"] = Relations.Children(
                        "EndedMembership",
                        "graph.ended_membership",
                        "member_id",
                        new ListOrder("ended_on", Descending: true),
                        new ListOrder("id", Descending: true)
                    ),
                    ["partyGroup"] = new ToOneMap(
                        "PartyGroupMember",
                        new(new JoinStep(GroupMembers, "member_id", "id", DateRange: "valid_during"))
                    ),
                    ["organizationLives"] = Relations.Children("OrganizationLife", "graph.organization_life", "member_id", LatestFirst),
                    ["statusHistory"] = Relations.Children("MemberStatusPeriod", "graph.member_status_history", "member_id", LatestFirst),
                },
                onDay: "graph.member_on"
            )
            .Entity("EndedMembership", "graph.ended_membership", "member_id")
            .Entity("MemberStatusPeriod", "graph.member_status_history", key: null)
            .Entity("Affiliation", "graph.affiliation", "member_id")
            .Entity("AffiliationTransfer", "graph.affiliation_transfer", "id")
            .Entity("OrganizationLife", "graph.organization_life", key: null)
            .Entity("Applicant", "graph.applicant", "id")
            .Entity(
                "PartyGroup",
                "graph.party_group",
                "id",
                new()
                {
                    ["leader"] = new ToOneMap(
                        "PartyGroupMember",
                        new(new JoinStep(GroupMembers, "party_group_id", "id", DateRange: "valid_during", Flag: "is_leader"))
                    ),
                    ["members"] = new ToManyMap(
                        "PartyGroupMember",
                        new(new JoinStep(GroupMembers, "party_group_id", "id", DateRange: "valid_during")),
                        [new ListOrder("is_leader", Descending: true), LatestFirst, new ListOrder("id")]
                    ),
                    ["memberHistory"] = Relations.Children(
                        "PartyGroupMember",
                        GroupMembers,
                        "party_group_id",
                        LatestFirst,
                        new ListOrder("id")
                    ),
                }
            )
            .Entity("PartyGroupMember", GroupMembers, "id")
            .Entity("DuesQuarter", "graph.branch_dues", key: null)
            .Extend("Branch", OfBranch);

    private static Dictionary<string, FieldMap> OfBranch =>
        new()
        {
            ["partyGroups"] = new ToManyMap(
                "PartyGroup",
                new(new JoinStep("graph.party_group", "branch_id", "id", DateRange: "valid_during")),
                [new ListOrder("name")]
            ),
            ["applicants"] = Relations.Children("Applicant", "graph.applicant", "branch_id", new ListOrder("id", Descending: true)),
            ["guests"] = new ToManyMap(
                "Member",
                new(
                    new JoinStep("graph.organization_life", "branch_id", "id", DateRange: "valid_during"),
                    new JoinStep("graph.member", "id", "member_id")
                ),
                [new ListOrder("id")]
            ),
            ["members"] = new ToManyMap("Member", new(new JoinStep("graph.member", "branch_id", "id", Flag: "is_present")), [])
            {
                OnDay = new(
                    new JoinStep("graph.membership", "branch_id", "id", DateRange: "valid_during"),
                    new JoinStep("graph.member", "id", "member_id")
                ),
            },
            ["dues"] = Relations.Children(
                "DuesQuarter",
                "graph.branch_dues",
                "branch_id",
                new ListOrder("year", Descending: true),
                new ListOrder("quarter", Descending: true)
            ),
        };

    private static ListOrder LatestFirst => new("valid_from", Descending: true, NullsLast: true);
}
