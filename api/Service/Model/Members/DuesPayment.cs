namespace SocietyParty.Service.Model.Members;

/// <summary>Row of <c>graph.dues_payment</c>.</summary>
public sealed class DuesPayment : IRow
{
    public long Id { get; init; }
    public required long MemberId { get; init; }
    public required long BranchId { get; init; }

    /// <summary>First day of the first paid month.</summary>
    public required DateOnly FirstMonth { get; init; }
    public required int MonthCount { get; init; }

    /// <summary>Yuan.</summary>
    public required decimal Amount { get; init; }
    public required DateOnly PaidOn { get; init; }
}
