using SocietyParty.Rules.Sentences;

namespace SocietyParty.Etl.Run;

/// <summary>How a load goes, decided before its first step.</summary>
/// <param name="RunId">Key of the load.</param>
/// <param name="Reason">Why everything is loaded; null for a load of what changed.</param>
/// <param name="Published">The generation of facts that readers see.</param>
/// <param name="IsFirst">Whether nothing was published before.</param>
/// <param name="Touched">How many subjects changed since the last load; of a load of everything 0.</param>
internal sealed record LoadPlan(long RunId, Sentence? Reason, int Published, bool IsFirst, long Touched)
{
    /// <summary>
    /// Whether the load brings a month: a condition. Tables by month are analyzed then: of a month that it has not heard of the planner
    /// expects one row, and whoever asks for the newest month waits while its thousands are looked up one by one. It is too little for
    /// autovacuum.
    /// </summary>
    public const string BringsMonth = "EXISTS (SELECT FROM load_month WHERE is_new)";

    /// <summary>Whether everything is computed and a new generation filled.</summary>
    public bool IsFull => Reason is not null;

    /// <summary>The generation that this load writes to.</summary>
    public int Generation => IsFull ? Published + 1 : Published;
}
