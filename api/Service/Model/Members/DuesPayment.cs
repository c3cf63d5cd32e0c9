namespace SocietyParty.Service.Model.Members;

/// <summary>Row of <c>graph.dues_payment</c>.</summary>
public sealed class DuesPayment : IRow
{
    public long Id { get; init; }
    public required long MemberId { get; init; }
    public required long BranchId { get; set; }

    /// <summary>First day of the first paid month.</summary>
    public required DateOnly FirstMonth { get; set; }
    public required int MonthCount { get; set; }

    /// <summary>Yuan.</summary>
    public required decimal Amount { get; set; }
    public required DateOnly PaidOn { get; set; }
}
