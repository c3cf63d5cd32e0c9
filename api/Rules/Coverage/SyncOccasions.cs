namespace SocietyParty.Rules.Coverage;

/// <summary>三同步 Party building is looked at on the occasions that the rule set names (002 §3, §10).</summary>
public static class SyncOccasions
{
    public static Breach? Of(SyncOccasion occasion, SyncPointRule rules) =>
        rules.Occasions.Contains(occasion)
            ? null
            : new("SYNC_OCCASION_UNKNOWN", [("occasion", occasion), ("occasions", rules.Occasions)], rules.Source, Path: ["occasion"]);
}
