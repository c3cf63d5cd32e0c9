namespace SocietyParty.Service.Options;

/// <summary>Whether people and programs say who they are.</summary>
public enum AccessMode
{
    /// <summary>Whoever reaches the service may do everything: for one's own machine.</summary>
    Open,

    /// <summary>Who has not signed in, and shows no token, gets nothing.</summary>
    SignIn,
}

/// <summary>Who may come in, and how.</summary>
/// <param name="Mode">Whether anybody has to sign in.</param>
/// <param name="ProxySecret">What a trusted proxy shows in <c>X-Proxy-Secret</c>; null: no header says who asks, or from where.</param>
/// <param name="SessionMinutes">Minutes without a request after which a browser has to sign in again.</param>
/// <param name="SessionHours">Hours after which it has to in any case.</param>
/// <param name="MetricsSecret">What a collector shows at <c>/metrics</c> as <c>Authorization: Bearer …</c>; null: there is no such
/// place.</param>
public sealed record AccessSettings(
    AccessMode Mode = AccessMode.Open,
    string? ProxySecret = null,
    int SessionMinutes = 60,
    int SessionHours = 12,
    string? MetricsSecret = null
)
{
    /// <summary>The organization's own provider.</summary>
    public ProviderSettings Provider { get; init; } = new();

    /// <summary>Characters of a secret, at the least.</summary>
    public const int SecretLengthMin = 32;
}

/// <summary>An OpenID Connect provider.</summary>
/// <param name="Authority">Its address, which is the issuer of its tokens; null: none.</param>
/// <param name="ClientId">As which this service is registered there; null: nobody signs in to the pages by it.</param>
/// <param name="ClientSecret">Shown to the provider; from the environment or the settings' file.</param>
/// <param name="Audience">What tokens of programs must be made for; null: no token of the provider is taken.</param>
public sealed record ProviderSettings(
    string? Authority = null,
    string? ClientId = null,
    string? ClientSecret = null,
    string? Audience = null
);
