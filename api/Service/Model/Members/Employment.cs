using NpgsqlTypes;

namespace SocietyParty.Service.Model.Members;

/// <summary>Row of <c>graph.employment</c>.</summary>
public sealed class Employment : IRow
{
    public long Id { get; init; }
    public required long PersonId { get; init; }
    public required long SupportingUnitId { get; init; }
    public required NpgsqlRange<DateOnly> ValidDuring { get; set; }
}
