using NpgsqlTypes;

namespace SocietyParty.Service.Model.Members;

/// <summary>Row of <c>graph.dues_standard</c>.</summary>
public sealed class DuesStandard : IRow
{
    public long Id { get; init; }
    public required long MemberId { get; init; }

    /// <summary>Yuan.</summary>
    public required decimal MonthlyAmount { get; init; }
    public required NpgsqlRange<DateOnly> ValidDuring { get; set; }
}
