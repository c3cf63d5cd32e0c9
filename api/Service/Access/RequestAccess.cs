namespace SocietyParty.Service.Access;

/// <summary>Who asks, and of what that role may see anything: a request has one, from its first line to the database.</summary>
/// <param name="Actor">By which changes and the audit name who did it.</param>
/// <param name="Subject">Key of the committee, branch, team or member that the role is about; null where it is about none.</param>
public sealed record RequestAccess(string Actor, AccessRole Role, long? Subject = null)
{
    /// <summary>Of whoever reaches a service in which nobody signs in.</summary>
    /// <param name="actor">As a proxy says.</param>
    public static RequestAccess Open(string actor) => new(actor, AccessRole.SystemAdministrator);
}
