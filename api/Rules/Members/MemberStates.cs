namespace SocietyParty.Rules.Members;

/// <summary>What a change of a member, an applicant or an affiliation begins from.</summary>
public static class MemberStates
{
    public static Breach? IsProbationary(bool isProbationary) =>
        isProbationary ? null : new("WRONG_STAGE.ConvertMember", [], null, Path: ["member"]);

    /// <summary>An application ends once: with membership or without.</summary>
    public static Breach? IsCultivated(bool isCultivated, Enum state, DateOnly? closedOn) =>
        isCultivated ? null : new("WRONG_STAGE.ApplicantStates", [("state", state), ("closedOn", closedOn)], null, Path: ["applicant"]);

    /// <summary>A transfer ends once (002 §5).</summary>
    public static Breach? TransferIsOpen(bool isOpen, Enum state, DateOnly? closedOn) =>
        isOpen ? null : new("WRONG_STAGE.TransferStates", [("state", state), ("closedOn", closedOn)], "002 §5", Path: ["transfer"]);

    /// <summary>A member shares the life of a further branch, not of its own (002 §5).</summary>
    public static Breach? IsFurtherBranch(bool isOwn) => isOwn ? new("MEMBER_BELONGS_TO_BRANCH", [], "002 §5", Path: ["branch"]) : null;

    public static Breach? SharesLife(bool shares) => shares ? null : Breach.OfInput("NO_ORGANIZATION_LIFE", [], "leftOn");

    public static Breach? IsEmployed(bool isEmployed) => isEmployed ? null : Breach.OfInput("NO_EMPLOYMENT", [], "endedOn");
}
