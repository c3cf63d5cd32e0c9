namespace SocietyParty.Rules.Coverage;

/// <summary>目标任务 How a target of coverage stands on a day (002 §2).</summary>
public enum TargetState
{
    /// <summary>Not met, and its last day has not passed.</summary>
    Open,
    Met,
    Late,
}

public static class TargetProgress
{
    /// <summary>Null where nobody is to be covered: neither met nor late.</summary>
    public static TargetState? StateOf(int covered, int societies, TargetRule target, DateOnly day) =>
        societies switch
        {
            0 => null,
            _ when covered >= target.Share * societies => TargetState.Met,
            _ => day > target.DueOn ? TargetState.Late : TargetState.Open,
        };
}
