namespace SocietyParty.Etl.Run.Star;

/// <summary>A fact of the star. Its transform, <c>facts/NAME.sql</c>, selects what its rows in the load's scope should be.</summary>
/// <param name="Name">Name of its table in <c>dw</c>.</param>
/// <param name="Scopes">Which subjects its rows belong to; a row that belongs to one of them in scope is computed again.</param>
/// <param name="ByMonth">Whether its grain has months: then only those in question are computed again.</param>
internal sealed record FactTable(string Name, IReadOnlyList<FactScope> Scopes, bool ByMonth = false)
{
    /// <summary>The transform that selects its rows.</summary>
    public string Transform => $"facts/{Name}";

    /// <summary>All facts in the order in which they are loaded.</summary>
    public static IReadOnlyList<FactTable> All { get; } =
    [
        new("fct_coverage_monthly", [FactScope.Society], ByMonth: true),
        new("fct_branch_monthly", [FactScope.Branch], ByMonth: true),
        new("fct_activity", [FactScope.Branch]),
        new("fct_category_change", [FactScope.Branch]),
        new("fct_assessment", [FactScope.Branch]),
        new("fct_assessment_item", [FactScope.BranchByYear]),
        new("fct_bonus", [FactScope.Branch]),
        new("fct_member_count", [FactScope.Branch]),
        new("fct_meeting", [FactScope.Society, FactScope.CommitteeAlone]),
        new("fct_event_filing", [FactScope.Society]),
        new("fct_rectification", [FactScope.Society, FactScope.Branch]),
        new("fct_target_progress", [FactScope.Committee], ByMonth: true),
        new("fct_evidence_due", [FactScope.Evidence]),
    ];
}

/// <summary>How a row of a fact is found by the subjects of a load.</summary>
/// <param name="Table">The subjects in scope.</param>
/// <param name="Key">The column of both that says which.</param>
/// <param name="Condition">What else must hold of the fact's row <c>o</c>.</param>
internal sealed record FactScope(string Table, string Key, string Condition = "true")
{
    public static readonly FactScope Society = new("scope_society", "society_id");
    public static readonly FactScope Branch = new("scope_branch", "branch_id");
    public static readonly FactScope Committee = new("scope_committee", "committee_id");

    /// <summary>Rows of a year, which no change from a later day on is about.</summary>
    public static readonly FactScope BranchByYear = Branch with { Condition = "o.year >= s.from_month_key / 10000" };

    /// <summary>Rows of a committee, branch, society or leading group.</summary>
    public static readonly FactScope Evidence = new("scope_evidence", "subject_id", "o.subject_kind = s.subject_kind");

    /// <summary>Rows of a committee itself, where others belong to one of its societies.</summary>
    public static readonly FactScope CommitteeAlone = new("scope_committee", "committee_id", "o.society_id = 0");
}
