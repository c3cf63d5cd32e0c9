using System.Globalization;
using System.Text.Json.Nodes;
using SocietyParty.Rules.Evidence;

namespace SocietyParty.Graph.Tests.Rules.Evidence;

public sealed class EvidenceFitsTests
{
    private static readonly EvidenceRules Rules = RuleFiles.Usual<EvidenceRules>();
    private static readonly JsonObject Content = new() { ["included"] = true };

    private static DateOnly? Day(string? text) =>
        text is null ? null : DateOnly.ParseExact(text, "yyyy-MM-dd", CultureInfo.InvariantCulture);

    [Theory]
    [InlineData(EvidenceSubject.Society, "2024-05-01", null, null, "", "001 §7, 002 §10, 004 政治建设-2")]
    [InlineData(EvidenceSubject.Branch, "2024-05-01", null, null, "EVIDENCE_SUBJECT_WRONG branch", "001 §7, 002 §10, 004 政治建设-2")]
    [InlineData(EvidenceSubject.LeadingGroup, "2024-05-01", null, null, "EVIDENCE_SUBJECT_WRONG leadingGroup", "as above")]
    [InlineData(EvidenceSubject.Society, "2024-05-01", "2024-05-01", null, "", "its first day")]
    [InlineData(EvidenceSubject.Society, "2024-05-01", "2024-05-02", null, "EVIDENCE_TOO_EARLY heldOn", "before it")]
    [InlineData(EvidenceSubject.Society, "2024-05-01", null, "2024-05-02", "", "its last day")]
    [InlineData(EvidenceSubject.Society, "2024-05-01", null, "2024-05-01", "EVIDENCE_TOO_LATE heldOn", "after it")]
    [InlineData(
        EvidenceSubject.Person,
        "2024-07-01",
        "2024-08-01",
        null,
        "EVIDENCE_SUBJECT_WRONG person, EVIDENCE_TOO_EARLY heldOn",
        "several together"
    )]
    public void A_record_is_of_the_right_subject_on_a_day_of_its_time(
        EvidenceSubject subject,
        string heldOn,
        string? began,
        string? ended,
        string expected,
        string why
    ) => Shown(Rules.Kinds[0], new(subject, Day(heldOn)!.Value, Day(began), Day(ended), Content, [])).ShouldBe(expected, why);

    [Theory]
    [InlineData(EvidenceNature.State, "", "")]
    [InlineData(EvidenceNature.State, """{"included":false}""", "EVIDENCE_RECORDED heldOn")]
    [InlineData(EvidenceNature.State, """{"included":true}""", "EVIDENCE_RECORDED heldOn")]
    [InlineData(EvidenceNature.Event, "", "")]
    [InlineData(EvidenceNature.Event, """{"included":false}""", "")]
    [InlineData(EvidenceNature.Event, """{"included":true}""", "EVIDENCE_RECORDED heldOn")]
    public void A_day_has_one_state_and_no_event_twice(EvidenceNature nature, string sameDay, string expected) =>
        Shown(
                Rules.Kinds[0] with
                {
                    Nature = nature,
                },
                new(
                    EvidenceSubject.Society,
                    new(2024, 5, 1),
                    null,
                    null,
                    Content,
                    sameDay.Length == 0 ? [] : [JsonNode.Parse(sameDay)!.AsObject()]
                )
            )
            .ShouldBe(expected);

    [Fact]
    public void An_unknown_kind_is_refused_with_those_that_are_known()
    {
        EvidenceFits.Unknown("SIX_HAVES", Rules.Kinds, new(2024, 5, 1)).ShouldBeNull();
        EvidenceFits
            .Unknown("六有", Rules.Kinds, new(2024, 5, 1))!
            .Sentence.ToString()
            .ShouldBe(
                "\"六有\" is no kind of evidence here on 2024-05-01. There are: CHARTER_CLAUSE 党建入章, SIX_HAVES 六有, "
                    + string.Join(", ", Rules.Kinds.Skip(2).Select(kind => $"{kind.Code} {kind.Name}"))
                    + "."
            );
    }

    [Fact]
    public void A_record_is_declared_void_once()
    {
        EvidenceFits.Void(null).ShouldBeNull();
        EvidenceFits.Void(new(2024, 5, 1))!.Code.ShouldBe("EVIDENCE_VOID");
    }

    private static string Shown(EvidenceKind kind, EvidenceFacts facts) =>
        string.Join(", ", EvidenceFits.Breaches(kind, facts).Select(breach => $"{breach.Code} {string.Join('.', breach.Path)}"));
}
