namespace SocietyParty.Service.Access;

/// <summary>
/// For whom the database has policies: one of its roles each, in which a session is from its start. A session that changed its role
/// would plan every statement anew.
/// </summary>
public enum AccessClass
{
    /// <summary>Everything.</summary>
    Everywhere,

    /// <summary>Organizations, and people nowhere.</summary>
    Research,

    /// <summary>A committee and those below it.</summary>
    Committee,

    /// <summary>Some branches.</summary>
    Branch,

    /// <summary>One member.</summary>
    Self,
}

public static class AccessClasses
{
    /// <summary>The database's name of the role.</summary>
    public static string RoleName(this AccessClass of) =>
        of switch
        {
            AccessClass.Everywhere => "api_everywhere",
            AccessClass.Research => "api_research",
            AccessClass.Committee => "api_committee",
            AccessClass.Branch => "api_branch",
            _ => "api_self",
        };
}
