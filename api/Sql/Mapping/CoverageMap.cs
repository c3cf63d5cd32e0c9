namespace SocietyParty.Sql.Mapping;

/// <summary>Coverage of single societies, their ledgers and targets, and the loads of the warehouse.</summary>
internal static class CoverageMap
{
    public static void Add(GraphMapBuilder map) =>
        map.Entity("SocietyCoverage", "graph.society_coverage", "society_id")
            .Entity("UncoveredSociety", "graph.uncovered_society", "society_id", onDay: "graph.uncovered_society_on")
            .Entity("UncoveredReason", "graph.uncovered_reason", "id")
            .Entity("Clarity", "graph.society_clarity", key: null)
            .Entity("LedgerState", "graph.society_ledger", "society_id")
            .Entity("LedgerEntry", "graph.ledger_entry", "id")
            .Entity("SyncPoint", "graph.sync_point", "id")
            .Entity("Veto", "graph.veto", "id")
            .Entity("InstructorAssignment", "graph.instructor_assignment", "id")
            .Entity("CoverageTarget", "graph.coverage_target", key: null, new() { ["clauses"] = Relations.Clauses("source") })
            .Entity(
                "CoverageLoad",
                "mart.coverage_load",
                "id",
                new()
                {
                    ["ruleSets"] = Relations.Children("CoverageRuleSet", "mart.coverage_load_rule_set", "load_id", new ListOrder("code")),
                }
            )
            .Entity("CoverageRuleSet", "mart.coverage_load_rule_set", key: null)
            .Extend("Society", OfSociety())
            .Extend("Committee", OfCommittee());

    private static Dictionary<string, FieldMap> OfSociety() =>
        new()
        {
            ["coverage"] = new ToOneMap("SocietyCoverage", new(new JoinStep("graph.society_coverage", "society_id", "id"))),
            ["uncoveredReason"] = new ToOneMap("UncoveredReason", new(Dated("graph.uncovered_reason"))),
            ["clarities"] = Relations.Children("Clarity", "graph.society_clarity", "society_id", new ListOrder("position")),
            ["ledger"] = new ToOneMap("LedgerState", new(new JoinStep("graph.society_ledger", "society_id", "id"))),
            ["ledgerEntries"] = new ToManyMap("LedgerEntry", new(Dated("graph.ledger_entry")), [new ListOrder("aspect")]),
            ["ledgerHistory"] = Relations.Children(
                "LedgerEntry",
                "graph.ledger_entry",
                "society_id",
                new("valid_from", Descending: true),
                new("aspect")
            ),
            ["syncPoints"] = Relations.Children(
                "SyncPoint",
                "graph.sync_point",
                "society_id",
                new("held_on", Descending: true),
                new("occasion")
            ),
            ["veto"] = new ToOneMap("Veto", new(Dated("graph.veto"))),
            ["vetoHistory"] = Relations.Children("Veto", "graph.veto", "society_id", new ListOrder("raised_on", Descending: true)),
            ["instructors"] = new ToManyMap(
                "InstructorAssignment",
                new(Dated("graph.instructor_assignment")),
                [new ListOrder("instructor_ref")]
            ),
        };

    private static Dictionary<string, FieldMap> OfCommittee() =>
        new()
        {
            ["coverageTargets"] = new ToManyMap(
                "CoverageTarget",
                new(new JoinStep("graph.coverage_target", "committee_id", "id", DateRange: "valid_during")),
                [new ListOrder("position")]
            ),
        };

    private static JoinStep Dated(string table) => new(table, "society_id", "id", DateRange: "valid_during");
}
