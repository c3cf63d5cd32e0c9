using System.ComponentModel.DataAnnotations.Schema;
using SocietyParty.Rules.WorkPoints;

namespace SocietyParty.Service.Model.WorkPoints;

/// <summary>Row of <c>graph.rectification_stage</c>: who moved a rectification on, when, from what to what. Never changed.</summary>
[Table("rectification_stage", Schema = "graph")]
public sealed class RectificationMove : IRow
{
    public long Id { get; init; }
    public required long RectificationId { get; init; }
    public RectificationStage? FromStage { get; init; }
    public required RectificationStage ToStage { get; init; }
    public required DateOnly MovedOn { get; init; }
    public string? Note { get; init; }
    public required string Actor { get; init; }
}
