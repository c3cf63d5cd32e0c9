using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authentication.JwtBearer;
using Microsoft.AspNetCore.Authentication.OpenIdConnect;
using Microsoft.IdentityModel.JsonWebTokens;
using Microsoft.IdentityModel.Protocols;
using Microsoft.IdentityModel.Protocols.OpenIdConnect;
using Microsoft.IdentityModel.Tokens;
using SocietyParty.Rules.Sentences;
using SocietyParty.Service.Options;

namespace SocietyParty.Service.Http.SignIn;

/// <summary>The organization's own OpenID Connect provider: people sign in there, programs show its tokens.</summary>
internal static class ProviderServices
{
    /// <summary>The scheme of tokens of programs.</summary>
    public const string Tokens = "provider-tokens";

    /// <summary>The scheme of people with a browser.</summary>
    public const string Pages = "provider-pages";

    // The framework wants a place for who was found; ours is a session in the database.
    private const string Unused = "provider-unused";

    private static readonly string[] Algorithms =
    [
        SecurityAlgorithms.RsaSha256,
        SecurityAlgorithms.RsaSsaPssSha256,
        SecurityAlgorithms.EcdsaSha256,
    ];

    private static readonly TimeSpan Skew = TimeSpan.FromSeconds(30);

    // A key that the provider has withdrawn is not taken longer than this; an unknown one is asked for at once, this often at the most.
    private static readonly TimeSpan KeysKept = TimeSpan.FromMinutes(10);
    private static readonly TimeSpan KeysAskedFor = TimeSpan.FromSeconds(10);

    public static void Add(IServiceCollection services, ProviderSettings settings)
    {
        if (settings.Authority is not { } authority)
        {
            return;
        }

        var isHttps = authority.StartsWith("https:", StringComparison.OrdinalIgnoreCase);
        var configuration = new ConfigurationManager<OpenIdConnectConfiguration>(
            authority.TrimEnd('/') + "/.well-known/openid-configuration",
            new OpenIdConnectConfigurationRetriever(),
            new HttpDocumentRetriever { RequireHttps = isHttps }
        )
        {
            AutomaticRefreshInterval = KeysKept,
            RefreshInterval = KeysAskedFor,
            // Else keys that were withdrawn would be tried for another hour.
            UseLastKnownGoodConfiguration = false,
        };
        var authentication = services.AddAuthentication();
        if (settings.Audience is { } audience)
        {
            authentication.AddJwtBearer(Tokens, options =>
            {
                options.ConfigurationManager = configuration;
                options.RequireHttpsMetadata = isHttps;
                options.MapInboundClaims = false;
                options.TokenValidationParameters = new TokenValidationParameters
                {
                    ValidAudience = audience,
                    // To the letter: "graph-api/" is somebody else.
                    IgnoreTrailingSlashWhenValidatingAudience = false,
                    ValidAlgorithms = Algorithms,
                    // Of an access token, RFC 9068, and of providers from before it.
                    ValidTypes = ["at+jwt", "application/at+jwt", "JWT"],
                    RequireExpirationTime = true,
                    RequireSignedTokens = true,
                    ClockSkew = Skew,
                };
                options.Events = new JwtBearerEvents
                {
                    OnMessageReceived = context =>
                    {
                        context.Token = context.HttpContext.Features.Get<ShownToken>()?.Text;
                        if (context.Token is { } token && !JwtShape.Fits(token))
                        {
                            context.Fail("The token's form is not taken.");
                        }

                        return Task.CompletedTask;
                    },
                };
            });
        }

        if (settings.ClientId is { } client)
        {
            AddPages(services, authentication, settings, client, configuration, isHttps);
        }
    }

    private static void AddPages(
        IServiceCollection services,
        AuthenticationBuilder authentication,
        ProviderSettings settings,
        string client,
        ConfigurationManager<OpenIdConnectConfiguration> configuration,
        bool isHttps
    )
    {
        ProtectionKeys.Add(services);
        authentication.AddCookie(Unused);
        authentication.AddOpenIdConnect(Pages, options =>
        {
            options.ConfigurationManager = configuration;
            options.Authority = settings.Authority;
            options.RequireHttpsMetadata = isHttps;
            options.ClientId = client;
            options.ClientSecret = settings.ClientSecret;
            options.SignInScheme = Unused;
            options.CallbackPath = SignInPage.CallbackPath;
            options.ResponseType = OpenIdConnectResponseType.Code;
            // In a form of another site browsers send no cookies over http.
            options.ResponseMode = OpenIdConnectResponseMode.Query;
            options.UsePkce = true;
            options.MapInboundClaims = false;
            options.Scope.Clear();
            options.Scope.Add("openid");
            options.TokenValidationParameters = new TokenValidationParameters
            {
                ValidAlgorithms = Algorithms,
                RequireExpirationTime = true,
                RequireSignedTokens = true,
                ClockSkew = Skew,
            };
            options.NonceCookie.SameSite = options.CorrelationCookie.SameSite = SameSiteMode.Lax;
            options.NonceCookie.SecurePolicy = options.CorrelationCookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
            options.Events = new OpenIdConnectEvents { OnTicketReceived = ReceiveAsync, OnRemoteFailure = FailAsync };
        });
    }

    private static async Task ReceiveAsync(TicketReceivedContext received)
    {
        received.HandleResponse();
        var context = received.HttpContext;
        var claims = received.Principal!;
        var (issuer, subject) = (
            claims.FindFirst(JwtRegisteredClaimNames.Sub)?.Issuer,
            claims.FindFirst(JwtRegisteredClaimNames.Sub)?.Value
        );
        var services = context.RequestServices;
        if (
            issuer is null
            || subject is null
            || await services.GetRequiredService<SignInStore>().OfIssuerAsync(issuer, subject, context.RequestAborted) is not { } who
        )
        {
            var said = new Sentence("SP-ACCESS-007", [("issuer", issuer), ("subject", subject)]);
            await services.GetRequiredService<AccessLog>().WriteFailedAsync(context, "");
            await SignInPage.SendMessageAsync(context, StatusCodes.Status403Forbidden, "SP-ACCESS-007", said);
            return;
        }

        await services
            .GetRequiredService<SignInEndpoints>()
            .BeginAsync(context, who.Account, who.Name, "PROVIDER", SignInPage.Local(context.Request, received.ReturnUri));
    }

    private static async Task FailAsync(RemoteFailureContext failed)
    {
        failed.HandleResponse();
        await failed.HttpContext.RequestServices.GetRequiredService<AccessLog>().WriteFailedAsync(failed.HttpContext, "");
        await SignInPage.SendMessageAsync(failed.HttpContext, StatusCodes.Status401Unauthorized, "SP-ACCESS-002", AccessRefusal.NotTaken);
    }
}
