using System.ComponentModel.DataAnnotations.Schema;
using SocietyParty.Rules.WorkPoints;

namespace SocietyParty.Service.Model.WorkPoints;

/// <summary>Row of <c>graph.rectification</c>. Its stage is the last one of its history, which the database sees to.</summary>
public sealed class Rectification : IVersioned
{
    public long Id { get; init; }
    public required long CommitteeId { get; init; }
    public long? SocietyId { get; init; }
    public long? BranchId { get; init; }
    public required string Problem { get; init; }
    public required DateOnly FoundOn { get; init; }

    /// <summary>Null where nobody classified it.</summary>
    public ProblemKind? Kind { get; set; }

    [DatabaseGenerated(DatabaseGeneratedOption.Computed)]
    public RectificationStage Stage { get; init; }

    public int Version { get; init; }
}
