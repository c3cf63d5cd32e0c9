using System.Collections.Frozen;
using SocietyParty.Rules.Days;

namespace SocietyParty.Service.Mutations.Inputs;

/// <summary>
/// What the days of inputs say. A day is one on which something happened unless its field stands here, so that a new field cannot forget
/// to say that it is not to come.
/// </summary>
internal static class InputDays
{
    // Fields of this name, or of one input.
    private static readonly FrozenSet<string> Hold = FrozenSet.Create(
        StringComparer.Ordinal,
        "CutOffOn",
        "EffectiveOn",
        "EndsOn",
        "FirstMonth",
        "ValidFrom",
        "ValidTo",
        // A meeting is called and an event is filed before it is held.
        "CallLeadingGroupMeetingInput.HeldOn",
        "MoveLeadingGroupMeetingInput.HeldOn",
        "FileEventInput.HeldOn",
        "CorrectEventFilingInput.HeldOn",
        "PlanActivityInput.PlannedOn",
        "MoveActivityInput.PlannedOn",
        // Of dues, which may be paid ahead.
        "CorrectDuesInput.Month",
        "VoidDuesInput.Month"
    );

    // Societies of science are older than the Party.
    private static readonly FrozenSet<string> OfSociety = FrozenSet.Create(
        StringComparer.Ordinal,
        "CancelSocietyInput.CancelledOn",
        "FoundSocietyInput.FoundedOn",
        "UpdateSocietyInput.FoundedOn"
    );

    public static DayMeaning MeaningOf(Type input, string field) =>
        Hold.Contains(field) || Hold.Contains($"{input.Name}.{field}") ? DayMeaning.Holds
        : OfSociety.Contains($"{input.Name}.{field}") ? DayMeaning.HappenedToSociety
        : DayMeaning.Happened;

    /// <summary>The fields, for a test that asks whether each is one of an input.</summary>
    internal static IEnumerable<string> Fields => Hold.Concat(OfSociety);
}
