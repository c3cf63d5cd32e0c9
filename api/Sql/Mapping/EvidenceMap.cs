namespace SocietyParty.Sql.Mapping;

/// <summary>What is recorded with what proves it, and the kinds that rule sets define.</summary>
internal static class EvidenceMap
{
    private const string Record = "graph.evidence_record";

    public static void Add(GraphMapBuilder map) =>
        map.Entity(
                "EvidenceRecord",
                Record,
                "id",
                new()
                {
                    ["fields"] = Relations.Children("EvidenceField", "graph.evidence_field", "record_id", new("position"), new("name")),
                    ["ruleSet"] = new ColumnMap("rule_set_code", SqlType.Text),
                }
            )
            .Entity("EvidenceField", "graph.evidence_field", key: null)
            .Entity(
                "EvidenceKind",
                "graph.evidence_kind",
                "id",
                new()
                {
                    ["ruleSet"] = new ColumnMap("rule_set_code", SqlType.Text),
                    ["fields"] = Relations.Children(
                        "EvidenceKindField",
                        "graph.evidence_kind_field",
                        "definition_id",
                        new ListOrder("position")
                    ),
                }
            )
            .Entity(
                "EvidenceKindField",
                "graph.evidence_kind_field",
                key: null,
                new()
                {
                    ["choices"] = Relations.Children("EvidenceChoice", "graph.evidence_kind_choice", "field_id", new ListOrder("position")),
                }
            )
            .Entity(
                "EvidenceDue",
                "graph.evidence_due",
                "reference",
                new()
                {
                    ["definition"] = new ToOneMap("EvidenceKind", new(new JoinStep("graph.evidence_kind", "id", "definition_id"))),
                    ["clauses"] = Relations.Clauses("clause"),
                },
                onDay: "graph.evidence_due_on"
            )
            .Entity("EvidenceChoice", "graph.evidence_kind_choice", key: null)
            .Extend("Committee", OfCommittee())
            .Extend("Branch", Of("branch_id"))
            .Extend("Society", Of("society_id"))
            .Extend("LeadingGroup", Of("leading_group_id"))
            .Extend("Person", Of("person_id"));

    private static Dictionary<string, FieldMap> Of(string subject) =>
        new()
        {
            ["evidence"] = new ToManyMap("EvidenceRecord", new(new JoinStep(Record, subject, "id", DateRange: "valid_during")), []),
            ["evidenceHistory"] = Relations.Children("EvidenceRecord", Record, subject),
        };

    private static Dictionary<string, FieldMap> OfCommittee() =>
        new(Of("committee_id"))
        {
            ["evidenceKinds"] = new ToManyMap(
                "EvidenceKind",
                new(
                    new JoinStep("graph.committee_evidence_kind", "committee_id", "id", DateRange: "valid_during"),
                    new JoinStep("graph.evidence_kind", "id", "definition_id")
                ),
                [new ListOrder("position"), new ListOrder("code")]
            ),
            ["evidenceDue"] = Relations.Children("EvidenceDue", "graph.evidence_due", "committee_id"),
        };
}
