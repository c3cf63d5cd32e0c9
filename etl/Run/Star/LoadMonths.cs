namespace SocietyParty.Etl.Run.Star;

/// <summary>What is asked of the months of a load.</summary>
internal static class LoadMonths
{
    /// <summary>
    /// Whether the load brings a month. Tables by month are analyzed then: of a month that it has not heard of the planner expects one row,
    /// and whoever asks for the newest month waits while its thousands are looked up one by one. What changes is too little for autovacuum.
    /// </summary>
    public const string IsAnyNew = "EXISTS (SELECT FROM load_month WHERE is_new)";
}
