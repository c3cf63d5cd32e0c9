using System.Text.Json.Nodes;

namespace SocietyParty.Rules.Evidence;

/// <summary>达标 Whether a record meets what its kind asks for.</summary>
public static class EvidenceMet
{
    /// <param name="content">As <see cref="EvidenceFields"/> reads it. What it does not state does not hold.</param>
    public static bool Of(EvidenceKind kind, JsonObject content) =>
        kind.Met.All(condition => Holds(condition, kind.Field(condition.Field)!, content[condition.Field]));

    private static bool Holds(MetCondition condition, EvidenceField field, JsonNode? value) =>
        value is not null
        && (field.Type != EvidenceType.Boolean || value.GetValue<bool>())
        && (condition.AtLeast is not { } least || value.GetValue<decimal>() >= least)
        && (condition.OneOf is not { } codes || codes.Contains(value.GetValue<string>()));
}
