using NpgsqlTypes;

namespace SocietyParty.Service.Model;

/// <summary>A row that says something of a society on some days.</summary>
public interface IDatedOfSociety : IRow
{
    long SocietyId { get; }
    NpgsqlRange<DateOnly> ValidDuring { get; set; }
}
