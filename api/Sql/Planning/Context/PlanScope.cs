namespace SocietyParty.Sql.Planning.Context;

/// <summary>Whose rows the caller of a statement sees. Policies decide it; a plan only knows the way to the rows.</summary>
public enum PlanScope
{
    /// <summary>Everybody's.</summary>
    Everything,

    /// <summary>One committee's and those of the committees below it: lists of the root begin there.</summary>
    Committee,

    /// <summary>Some branches': sums by committee are not theirs.</summary>
    Branches,
}
