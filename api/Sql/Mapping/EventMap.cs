using System.Collections.Frozen;

namespace SocietyParty.Sql.Mapping;

/// <summary>Values that events carry, and where the fields of a change stand: in a row made of those values.</summary>
public static class EventMap
{
    /// <summary>Key of what changed; null where many did.</summary>
    public const string Changed = "changed_key";

    /// <summary>Key of the branch; null where many changed.</summary>
    public const string Branch = "branch_id";

    /// <summary>Name of a <c>ChangeKind</c>.</summary>
    public const string Kind = "kind";

    /// <summary>Key of the load.</summary>
    public const string Load = "load_id";

    internal static readonly FrozenDictionary<string, FieldMap> BranchChange = new Dictionary<string, FieldMap>
    {
        ["kind"] = new ColumnMap(Kind, SqlType.Text),
        ["id"] = new ReferenceMap("Branch", Branch),
        ["branch"] = new ToOneMap("Branch", new(new JoinStep("graph.branch", "id", Branch))),
    }.ToFrozenDictionary(StringComparer.Ordinal);

    internal static readonly FrozenDictionary<string, FieldMap> ActivityChange = Of("Activity", "activity", "graph.activity");

    internal static readonly FrozenDictionary<string, FieldMap> AssessmentChange = Of("AssessmentEntry", "entry", "graph.assessment_entry");

    internal static readonly FrozenDictionary<string, FieldMap> DutiesChange = Of("Committee", "committee", "graph.committee");

    private static FrozenDictionary<string, FieldMap> Of(string type, string field, string table) =>
        new Dictionary<string, FieldMap>
        {
            ["kind"] = new ColumnMap(Kind, SqlType.Text),
            ["id"] = new ReferenceMap(type, Changed),
            [field] = new ToOneMap(type, new(new JoinStep(table, "id", Changed))),
        }.ToFrozenDictionary(StringComparer.Ordinal);
}
