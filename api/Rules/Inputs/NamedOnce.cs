namespace SocietyParty.Rules.Inputs;

/// <summary>What a list names.</summary>
public enum NamedThing
{
    Branch,
    Consortium,
    Seat,
    Observer,
    AttendingMember,
    SeatedPerson,
}

/// <summary>A list names a thing once.</summary>
public static class NamedOnce
{
    public static Breach? Check(NamedThing thing, string? name, bool isNamedBefore, params IReadOnlyList<string> path) =>
        isNamedBefore ? Twice(thing, name) with { Path = path } : null;

    private static Breach Twice(NamedThing thing, string? name) =>
        thing switch
        {
            NamedThing.Branch => Breach.OfInput("BRANCH_NAMED_TWICE", [("branch", name)]),
            NamedThing.Consortium => Breach.OfInput("RANKING_REPEATS", [("consortium", name)]),
            NamedThing.Seat => Breach.OfInput("SEAT_NAMED_TWICE", []),
            NamedThing.Observer => Breach.OfInput("OBSERVER_NAMED_TWICE.CallLeadingGroupMeeting", []),
            NamedThing.AttendingMember => Breach.OfInput("ATTENDANCE_GIVEN_TWICE.SameMember", []),
            NamedThing.SeatedPerson => Breach.OfInput("PERSON_SEATED_TWICE", []),
            _ => throw new ArgumentOutOfRangeException(nameof(thing), thing, "Nobody says how this is named twice."),
        };
}
