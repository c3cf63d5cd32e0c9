namespace SocietyParty.Etl.Run.Star;

/// <summary>A dimension with versions. Its transform, <c>dimensions/NAME.sql</c>, selects the versions of the subjects in scope.</summary>
/// <param name="Name">Name of its table in <c>dw</c>.</param>
/// <param name="Thing">What a version is one of: the column <c>THING_id</c>, and the version's own key <c>THING_key</c>.</param>
/// <param name="InScope">Condition on its row <c>o</c>: the load looks at it.</param>
internal sealed record DimensionTable(string Name, string Thing, string InScope)
{
    /// <summary>The transform that selects its versions.</summary>
    public string Transform => $"dimensions/{Name}";

    /// <summary>All versioned dimensions in the order in which they are loaded.</summary>
    public static IReadOnlyList<DimensionTable> All { get; } =
    [
        new("dim_committee", "committee", "o.committee_id IN (SELECT committee_id FROM scope_committee)"),
        new(
            "dim_supporting_unit",
            "supporting_unit",
            "((SELECT is_full FROM load) OR o.supporting_unit_id IN "
                + "(SELECT subject_id FROM touched_subject WHERE subject = 'SUPPORTING_UNIT'))"
        ),
        new("dim_society", "society", "o.society_id IN (SELECT society_id FROM scope_society)"),
        new("dim_branch", "branch", "o.branch_id IN (SELECT branch_id FROM scope_branch)"),
    ];
}
