namespace SocietyParty.Rules.Coverage;

/// <summary>未建党组织原因 A reason for having no organization is given for a society that has none (002 §2).</summary>
public static class UncoveredReasons
{
    public static Breach? Of(bool hasOrganization, DateOnly day) =>
        hasOrganization ? new("SOCIETY_IS_COVERED", [("day", day)], "002 §2", Path: ["society"]) : null;
}
