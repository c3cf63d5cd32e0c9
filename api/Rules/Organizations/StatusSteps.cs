namespace SocietyParty.Rules.Organizations;

/// <summary>What a list says of somebody or something, beside what is known.</summary>
/// <param name="Name">Whom it is about.</param>
/// <param name="Before">What is known: the name of a value, such as <c>ESTABLISHED</c>.</param>
/// <param name="After">What the list says.</param>
/// <param name="Day">From when on, by the row or by the list's document; null: nobody says so.</param>
/// <param name="Words">How a value is said: by its name as <see cref="Sentences.EnumWords.OfName"/> has it.</param>
public sealed record ListedStatus(string Name, string Before, string After, DateOnly? Day, Func<string, object> Words);

/// <summary>
/// What a list changes. A form has a change for each step, which names the step and its day; a list states what holds, so it is asked
/// whether one leads there and when it was taken.
/// </summary>
public static class StatusSteps
{
    // Each status and those that may follow it, however far.
    private static readonly Dictionary<string, string[]> Order = new()
    {
        ["BranchStatus"] = ["PROPOSED", "ESTABLISHED", "DISSOLVED"],
        ["MemberStatus"] = ["PROBATIONARY", "FULL"],
    };

    /// <summary>Null where the status goes forward on a day, or stays (002 §3, 002 §5).</summary>
    /// <param name="step">The change.</param>
    /// <param name="type">The statuses' type in the contract: <c>BranchStatus</c> or <c>MemberStatus</c>.</param>
    public static Breach? Status(ListedStatus step, string type)
    {
        var (before, after) = (step.Words(step.Before), step.Words(step.After));
        var order = Order[type].Select(step.Words).ToArray();
        return (Array.IndexOf(Order[type], step.After) - Array.IndexOf(Order[type], step.Before)) switch
        {
            < 0 => Breach.OfInput(
                "WRONG_STAGE.GoesBack",
                [("name", step.Name), ("before", before), ("after", after), ("order", order)],
                "status"
            ),
            > 0 when step.Day is null => Breach.OfInput(
                "STATUS_NEEDS_DATE",
                [("name", step.Name), ("before", before), ("after", after)],
                "statusSince"
            ),
            _ => null,
        };
    }

    /// <summary>Null where a day says since when another category holds (000 §四): else nobody knows when the one before ended.</summary>
    /// <param name="step">The change: another category, or the same one again after it ended.</param>
    public static Breach? Category(ListedStatus step) =>
        step.Day is null
            ? Breach.OfInput(
                "CATEGORY_NEEDS_DATE",
                [("name", step.Name), ("before", step.Words(step.Before)), ("after", step.Words(step.After))],
                "categoryFrom"
            )
            : null;
}
