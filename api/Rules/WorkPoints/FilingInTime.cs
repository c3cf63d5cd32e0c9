namespace SocietyParty.Rules.WorkPoints;

/// <summary>论坛报备 An event is filed before it is held (004 政治建设-4).</summary>
public static class FilingInTime
{
    public static DateOnly DueOn(DateOnly heldOn, FilingRule rules) => heldOn.AddDays(-rules.DaysBefore.Value);

    /// <param name="filedOn">Null: not filed yet, which is no breach by itself.</param>
    /// <param name="rules">Null: no rule set says by when.</param>
    public static Breach? Of(DateOnly heldOn, DateOnly? filedOn, FilingRule? rules) =>
        rules is null || filedOn is null || filedOn <= DueOn(heldOn, rules)
            ? null
            : new(
                "FILED_LATE",
                [("filedOn", filedOn), ("heldOn", DueOn(heldOn, rules))],
                rules.DaysBefore.Source,
                rules.Late.Value,
                "filedOn"
            );
}
