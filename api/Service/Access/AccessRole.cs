namespace SocietyParty.Service.Access;

/// <summary>In which role somebody asks; a person may hold several, a request has one.</summary>
public enum AccessRole
{
    /// <summary>Nobody who is known.</summary>
    Anonymous,

    /// <summary>Own records.</summary>
    Member,

    /// <summary>One branch.</summary>
    BranchSecretary,

    /// <summary>The branches that one supervision team is assigned, and of them the assessment.</summary>
    Supervisor,

    /// <summary>A committee and those below it.</summary>
    CommitteeAdministrator,

    /// <summary>Organizations and numbers everywhere, people nowhere.</summary>
    Researcher,

    /// <summary>Everything.</summary>
    SystemAdministrator,
}
