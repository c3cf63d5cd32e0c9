namespace SocietyParty.Etl.Run.Star;

/// <summary>A dimension with versions. Its transform, <c>dimensions/NAME.sql</c>, selects the versions of the subjects in scope.</summary>
/// <param name="Name">Name of its table in <c>dw</c>.</param>
/// <param name="Thing">What a version is one of: the column <c>THING_id</c>, and the version's own key <c>THING_key</c>.</param>
/// <param name="InScope">Condition on its row <c>o</c>: the load looks at it.</param>
/// <param name="AnyInScope">Whether the load looks at any.</param>
internal sealed record DimensionTable(string Name, string Thing, string InScope, string AnyInScope)
{
    /// <summary>The transform that selects its versions.</summary>
    public string Transform => $"dimensions/{Name}";

    /// <summary>All versioned dimensions in the order in which they are loaded.</summary>
    public static IReadOnlyList<DimensionTable> All { get; } =
    [
        Of("committee"),
        new(
            "dim_supporting_unit",
            "supporting_unit",
            "((SELECT is_full FROM load) OR o.supporting_unit_id IN "
                + "(SELECT subject_id FROM touched_subject WHERE subject = 'SUPPORTING_UNIT'))",
            "(SELECT is_full FROM load) OR EXISTS (SELECT FROM touched_subject WHERE subject = 'SUPPORTING_UNIT')"
        ),
        Of("society"),
        Of("branch"),
    ];

    private static DimensionTable Of(string thing) =>
        new($"dim_{thing}", thing, $"o.{thing}_id IN (SELECT {thing}_id FROM scope_{thing})", $"EXISTS (SELECT FROM scope_{thing})");
}
