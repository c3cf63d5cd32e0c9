using NpgsqlTypes;

namespace SocietyParty.Service.Model;

/// <summary>A row that holds on some days, with who entered it and who entered its end.</summary>
public interface IEnteredPeriod : IRow
{
    NpgsqlRange<DateOnly> ValidDuring { get; set; }

    /// <summary>Null of what no mutation entered.</summary>
    string? EnteredBy { get; }

    DateTimeOffset? EnteredAt { get; }

    /// <summary>Null while it lasts, and where no mutation ended it.</summary>
    string? EndedBy { get; set; }

    DateTimeOffset? EndedAt { get; set; }
}
