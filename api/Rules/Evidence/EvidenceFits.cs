using System.Text.Json.Nodes;

namespace SocietyParty.Rules.Evidence;

/// <summary>What is known of a record before it is kept.</summary>
/// <param name="Subject">Whom it is about.</param>
/// <param name="BeganOn">First day of the subject; null where nobody keeps it.</param>
/// <param name="EndedOn">First day without the subject; null while it lasts, or where nobody keeps it.</param>
/// <param name="SameDay">What stands of that kind, subject and day already.</param>
public sealed record EvidenceFacts(
    EvidenceSubject Subject,
    DateOnly HeldOn,
    DateOnly? BeganOn,
    DateOnly? EndedOn,
    JsonObject Content,
    IReadOnlyList<JsonObject> SameDay
);

/// <summary>A record is one of a known kind, of the right subject, on a day that was, and not there yet.</summary>
public static class EvidenceFits
{
    /// <param name="kinds">Kinds in effect where and when it is recorded.</param>
    public static Breach? Unknown(string kind, IReadOnlyList<EvidenceKind> kinds, DateOnly day) =>
        kinds.Any(known => known.Code == kind)
            ? null
            : new(
                "EVIDENCE_KIND_UNKNOWN",
                [("kind", kind), ("day", day), ("known", kinds.Select(known => $"{known.Code} {known.Name}"))],
                null,
                Path: ["kind"]
            );

    public static IEnumerable<Breach> Breaches(EvidenceKind kind, EvidenceFacts facts)
    {
        if (facts.Subject != kind.Subject)
        {
            yield return new(
                "EVIDENCE_SUBJECT_WRONG",
                [("kind", kind.Name), ("subject", kind.Subject), ("given", facts.Subject)],
                kind.Source,
                Path: [Field(facts.Subject)]
            );
        }

        if (facts.HeldOn < facts.BeganOn)
        {
            yield return Day("EVIDENCE_TOO_EARLY", [("subject", facts.Subject), ("beganOn", facts.BeganOn)]);
        }

        if (facts.HeldOn >= facts.EndedOn)
        {
            yield return Day("EVIDENCE_TOO_LATE", [("subject", facts.Subject), ("endedOn", facts.EndedOn)]);
        }

        if (
            kind.Nature == EvidenceNature.State
                ? facts.SameDay.Count > 0
                : facts.SameDay.Any(known => JsonNode.DeepEquals(known, facts.Content))
        )
        {
            yield return Day("EVIDENCE_RECORDED.SameDay", [("kind", kind.Name), ("heldOn", facts.HeldOn)]);
        }

        Breach Day(string key, IReadOnlyList<(string, object?)> arguments) => new(key, arguments, kind.Source, Path: ["heldOn"]);
    }

    /// <summary>A record is declared void once.</summary>
    public static Breach? Void(DateOnly? voidedOn) =>
        voidedOn is null ? null : new("EVIDENCE_VOID", [("voidedOn", voidedOn)], null, Path: ["record"]);

    private static string Field(EvidenceSubject subject) =>
        subject == EvidenceSubject.LeadingGroup ? "leadingGroup" : subject.ToString().ToLowerInvariant();
}
