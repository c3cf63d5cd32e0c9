using NpgsqlTypes;

namespace SocietyParty.Service.Model.Coverage;

/// <summary>Row of <c>graph.instructor_assignment</c>.</summary>
public sealed class InstructorAssignment : IVersioned, IDatedOfSociety
{
    public long Id { get; init; }
    public required long SocietyId { get; init; }
    public required string InstructorRef { get; init; }
    public required NpgsqlRange<DateOnly> ValidDuring { get; set; }
    public int Version { get; init; }
}
