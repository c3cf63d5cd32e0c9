namespace SocietyParty.Service.Model.WorkPoints;

/// <summary>What kind of problem an inspection found; the contract says what each is.</summary>
public enum ProblemKind
{
    PoliticalBuilding,
    Ideology,
    Charter,
    TeamBuilding,
    Coverage,
    OrganizationBuilding,
    OrganizationLife,
    MemberManagement,
    Ledger,
    SocialGovernance,
    Discipline,
    Other,
}
