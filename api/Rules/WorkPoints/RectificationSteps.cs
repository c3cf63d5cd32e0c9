namespace SocietyParty.Rules.WorkPoints;

/// <summary>整改阶段 (001 §7).</summary>
public enum RectificationStage
{
    Found,
    Ledgered,
    Closed,
    Notified,
}

/// <summary>整改 A problem is found, entered in the ledger, closed and notified, in this order (001 §7).</summary>
public static class RectificationSteps
{
    private const string Clause = "001 §7";

    /// <param name="rules">Null: no rule set says how long a step may take. They follow each other all the same.</param>
    public static IEnumerable<Breach> Breaches(
        RectificationStage present,
        DateOnly since,
        RectificationStage next,
        DateOnly day,
        RectificationRule? rules
    )
    {
        if (next != present + 1)
        {
            yield return new(
                "WRONG_STAGE.RectificationSteps",
                [("present", present), ("next", next), ("before", next - 1)],
                rules?.Source ?? Clause,
                Path: ["rectification"]
            );
        }
        else if (day < since)
        {
            yield return new("STAGE_DATE_TOO_EARLY", [("present", present), ("since", since)], rules?.Source ?? Clause, Path: ["on"]);
        }
    }

    /// <summary>The stage that is due after this one, and its last day; null after the last, and where no rule set says by when.</summary>
    public static (RectificationStage Stage, DateOnly DueOn)? NextDue(
        RectificationStage present,
        DateOnly since,
        RectificationRule? rules
    ) =>
        rules is null
            ? null
            : present switch
            {
                RectificationStage.Found => (RectificationStage.Ledgered, since.AddDays(rules.LedgerDays.Value)),
                RectificationStage.Ledgered => (RectificationStage.Closed, since.AddDays(rules.CloseDays.Value)),
                RectificationStage.Closed => (RectificationStage.Notified, since.AddDays(rules.NotifyDays.Value)),
                _ => null,
            };
}
