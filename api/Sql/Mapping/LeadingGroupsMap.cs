namespace SocietyParty.Sql.Mapping;

/// <summary>Tables of leading groups (003).</summary>
internal static class LeadingGroupsMap
{
    private const string Group = "graph.leading_group";
    private const string Composition = "graph.leading_group_composition";
    private const string Meeting = "graph.leading_group_meeting";
    private const string Breach = "graph.leading_group_breach";

    public static void Add(GraphMapBuilder map) =>
        map.Entity(
                "LeadingGroup",
                Group,
                "id",
                new()
                {
                    ["society"] = new ToOneMap(
                        "Society",
                        new(new JoinStep("graph.council_term", "id", "council_term_id"), new JoinStep("graph.society", "id", "society_id"))
                    ),
                    ["contact"] = ToPerson("contact_person_id"),
                    ["seats"] = new ToManyMap(
                        "LeadingGroupSeat",
                        new(
                            new JoinStep(Composition, "leading_group_id", "id", DateRange: "valid_during"),
                            new JoinStep("graph.leading_group_seat", "composition_id", "id")
                        ),
                        [new ListOrder("id")]
                    ),
                    ["compositions"] = Relations.Children(
                        "LeadingGroupComposition",
                        Composition,
                        "leading_group_id",
                        new ListOrder("number", Descending: true)
                    ),
                    ["history"] = Relations.Children(
                        "LeadingGroupStage",
                        "graph.leading_group_stage",
                        "leading_group_id",
                        new ListOrder("id")
                    ),
                    ["localRules"] = Relations.Children(
                        "LeadingGroupLocalRule",
                        "graph.leading_group_local_rule",
                        "leading_group_id",
                        new ListOrder("filed_on"),
                        new ListOrder("id")
                    ),
                    ["meetings"] = Relations.Children("LeadingGroupMeeting", Meeting, "leading_group_id"),
                }
            )
            .Entity(
                "LeadingGroupSeat",
                "graph.leading_group_seat",
                "id",
                new()
                {
                    ["leadingGroup"] = new ToOneMap("LeadingGroup", new(ToComposition, new JoinStep(Group, "id", "leading_group_id"))),
                    ["validFrom"] = new JoinedColumnMap(new(ToComposition), "valid_from", SqlType.Date, Fallback: null),
                    ["validTo"] = new JoinedColumnMap(new(ToComposition), "valid_to", SqlType.Date, Fallback: null),
                }
            )
            .Entity(
                "LeadingGroupComposition",
                Composition,
                key: null,
                new()
                {
                    ["seats"] = Relations.Children("LeadingGroupSeat", "graph.leading_group_seat", "composition_id", new ListOrder("id")),
                }
            )
            .Entity("LeadingGroupStage", "graph.leading_group_stage", key: null)
            .Entity("LeadingGroupLocalRule", "graph.leading_group_local_rule", key: null)
            .Entity(
                "LeadingGroupMeeting",
                Meeting,
                "id",
                new()
                {
                    ["chair"] = ToSeat("chair_seat_id"),
                    ["minutesKeeper"] = ToPerson("minutes_keeper_id"),
                    ["minutesSigner"] = ToSeat("minutes_signer_seat_id"),
                    ["agenda"] = Relations.Children(
                        "LeadingGroupAgendaItem",
                        "graph.leading_group_agenda_item",
                        "meeting_id",
                        new ListOrder("position")
                    ),
                    ["attendance"] = Relations.Children(
                        "LeadingGroupAttendance",
                        "graph.leading_group_attendance",
                        "meeting_id",
                        new ListOrder("seat_id")
                    ),
                    ["writtenOpinions"] = Relations.Children(
                        "LeadingGroupWrittenOpinion",
                        "graph.leading_group_written_opinion",
                        "meeting_id",
                        new ListOrder("id")
                    ),
                    ["observers"] = Relations.Children(
                        "LeadingGroupObserver",
                        "graph.leading_group_observer",
                        "meeting_id",
                        new ListOrder("person_id")
                    ),
                }
            )
            .Entity(
                "LeadingGroupAgendaItem",
                "graph.leading_group_agenda_item",
                "id",
                new()
                {
                    ["continuedBy"] = new ToOneMap(
                        "LeadingGroupAgendaItem",
                        new(new JoinStep("graph.leading_group_agenda_item", "continues_id", "id"))
                    ),
                }
            )
            .Entity("LeadingGroupAttendance", "graph.leading_group_attendance", key: null, new() { ["seat"] = ToSeat("seat_id") })
            .Entity("LeadingGroupWrittenOpinion", "graph.leading_group_written_opinion", key: null, new() { ["seat"] = ToSeat("seat_id") })
            .Entity("LeadingGroupObserver", "graph.leading_group_observer", key: null)
            .Entity(
                "LeadingGroupBreach",
                Breach,
                "key",
                new()
                {
                    ["meeting"] = new ToOneMap("LeadingGroupMeeting", new(new JoinStep(Meeting, "id", "meeting_id"))),
                    ["clauses"] = Relations.Clauses("clause"),
                    ["message"] = new LocalizedMap("message_zh", "message"),
                }
            )
            .Extend("Society", OfSociety)
            .Extend("Committee", new() { ["leadingGroupBreaches"] = Relations.Children("LeadingGroupBreach", Breach, "committee_id") });

    private static Dictionary<string, FieldMap> OfSociety =>
        new()
        {
            // The group of the council's term that holds on the day.
            ["leadingGroup"] = new ToOneMap(
                "LeadingGroup",
                new(
                    new JoinStep("graph.council_term", "society_id", "id", DateRange: "term_during"),
                    new JoinStep(Group, "council_term_id", "id", DateRange: "valid_during")
                )
            ),
            ["leadingGroups"] = new ToManyMap(
                "LeadingGroup",
                new(new JoinStep("graph.council_term", "society_id", "id"), new JoinStep(Group, "council_term_id", "id")),
                [new ListOrder("discussed_on", Descending: true), new ListOrder("id")]
            ),
            ["leadingGroupBreaches"] = new ToManyMap(
                "LeadingGroupBreach",
                new(new JoinStep(Breach, "society_id", "id", DateRange: "valid_during")),
                [new ListOrder("since"), new ListOrder("key")]
            ),
        };

    private static JoinStep ToComposition => new(Composition, "id", "composition_id");

    private static ToOneMap ToPerson(string column) => new("Person", new(new JoinStep("graph.person", "id", column)));

    private static ToOneMap ToSeat(string column) => new("LeadingGroupSeat", new(new JoinStep("graph.leading_group_seat", "id", column)));
}
