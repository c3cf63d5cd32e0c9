using SocietyParty.Service.Access;

namespace SocietyParty.Service.Http.SignIn;

/// <summary>How a request showed who asks.</summary>
internal enum SignInWay
{
    /// <summary>A token of this service.</summary>
    Token,

    /// <summary>A token of the organization's provider.</summary>
    Provider,

    /// <summary>A browser's cookie.</summary>
    Session,

    /// <summary>A trusted proxy's header.</summary>
    Proxy,
}

/// <summary>A role that an account holds today.</summary>
/// <param name="Id">Key of the grant.</param>
/// <param name="Role">The role.</param>
/// <param name="Subject">Key of what it is about; null: nothing in particular.</param>
/// <param name="SubjectType">Type of that in the contract.</param>
/// <param name="SubjectName">What that is called.</param>
/// <param name="From">First day.</param>
/// <param name="To">First day after it; null: it lasts.</param>
internal sealed record HeldRole(
    long Id,
    AccessRole Role,
    long? Subject,
    string? SubjectType,
    string? SubjectName,
    DateOnly From,
    DateOnly? To
);

/// <summary>Who asks, and until when that holds.</summary>
/// <param name="Way">How that was shown.</param>
/// <param name="Account">Key of the account.</param>
/// <param name="Name">By which changes name it.</param>
/// <param name="Role">The role of the request; null where a browser has not chosen one of several.</param>
/// <param name="Hash">Of the token or cookie; null where the database keeps none.</param>
/// <param name="EndsAt">From when it must be shown anew; null: never.</param>
internal sealed record SignedIn(SignInWay Way, long Account, string Name, HeldRole? Role, byte[]? Hash, DateTimeOffset? EndsAt)
{
    /// <summary>As people call the account; null: not stated.</summary>
    public string? DisplayName { get; init; }

    /// <summary>As the rest of the service sees it.</summary>
    public RequestAccess Access => new(Name, Role!.Role, Role.Subject);
}
