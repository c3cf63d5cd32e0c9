using System.Collections.Immutable;

namespace SocietyParty.GraphQL.TypeSystem.Derivation;

/// <summary>What the items of a connection can be grouped by, and what can be measured of a group.</summary>
/// <param name="Item">The type of the items.</param>
/// <param name="Keys">Never empty: what nothing can be grouped by has no groups.</param>
public sealed record Grouping(string Item, ImmutableArray<GroupingKey> Keys, ImmutableArray<GroupingMeasure> Measures)
{
    /// <summary>The type of one group.</summary>
    public string Group => Item + "Group";

    /// <summary>
    /// The type of a measure's object, for example <c>BranchSums</c>; of a reference's numbers <c>BranchLatestAssessmentSums</c>.
    /// </summary>
    internal string TypeOf(GroupingFunction function, string? reference = null) =>
        Item
        + Words.Pascal(reference ?? "")
        + function switch
        {
            GroupingFunction.Sum => "Sums",
            GroupingFunction.Avg => "Averages",
            GroupingFunction.Min => "Minimums",
            _ => "Maximums",
        };
}

/// <summary>One value of <c>by</c>.</summary>
/// <param name="Value">Name in the enum, for example <c>SOCIETY_KIND</c>.</param>
/// <param name="Field">Name in a group's <c>key</c>, for example <c>societyKind</c>.</param>
/// <param name="Path">Fields from the item on: one, or a reference and a field of what it refers to.</param>
/// <param name="Part">What of a date counts.</param>
/// <param name="Type">The type of the key's value.</param>
public sealed record GroupingKey(
    string Value,
    string Field,
    ImmutableArray<string> Path,
    GroupingPart Part,
    string Type,
    string Description
);

public enum GroupingPart
{
    Whole,
    Year,

    /// <summary>As the first day of the month.</summary>
    Month,
}

/// <summary>A function over the values of one field in the rows of a group.</summary>
/// <param name="Path">Fields from the item on: one, or a reference and a field of what it refers to.</param>
/// <param name="Type">The type of the result.</param>
public sealed record GroupingMeasure(GroupingFunction Function, ImmutableArray<string> Path, string Type, string Description);

/// <summary>Named as the field of a group that holds its results, in lower case.</summary>
public enum GroupingFunction
{
    Sum,
    Avg,
    Min,
    Max,
}
