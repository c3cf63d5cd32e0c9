namespace SocietyParty.Service.Access;

/// <summary>Who asks, and of what that role may see anything: a request has one, from its first line to the database.</summary>
/// <param name="Actor">By which changes and the audit name who did it.</param>
/// <param name="Subject">Key of the committee, branch, team or member that the role is about; null where it is about none.</param>
public sealed record RequestAccess(string Actor, AccessRole Role, long? Subject = null)
{
    /// <summary>By which of the database's policies it is answered.</summary>
    public AccessClass Class =>
        Role switch
        {
            AccessRole.SystemAdministrator => AccessClass.Everywhere,
            AccessRole.CommitteeAdministrator => AccessClass.Committee,
            AccessRole.Supervisor or AccessRole.BranchSecretary => AccessClass.Branch,
            AccessRole.Member => AccessClass.Self,
            _ => AccessClass.Research,
        };

    /// <summary>Whether answers that are not made row by row, such as reports and imports, are for the role.</summary>
    public bool SeesEverything => Class == AccessClass.Everywhere;

    /// <summary>Whether a draft of rules is replayed for the role: on all committees, or on one and those below it.</summary>
    public bool MayReplay => Class is AccessClass.Everywhere or AccessClass.Committee;

    /// <summary>Of whom nothing is known: who forgets to say who asks gives nobody more than that.</summary>
    public static RequestAccess Nobody { get; } = new("", AccessRole.Anonymous);

    /// <summary>Of whoever reaches a service in which nobody signs in.</summary>
    /// <param name="actor">As a proxy says.</param>
    public static RequestAccess Open(string actor) => new(actor, AccessRole.SystemAdministrator);
}
