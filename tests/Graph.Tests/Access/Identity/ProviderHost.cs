using System.Security.Claims;
using System.Security.Cryptography;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Options;
using Microsoft.IdentityModel.Tokens;
using OpenIddict.Abstractions;
using OpenIddict.Server;
using static OpenIddict.Server.OpenIddictServerEvents;

namespace SocietyParty.Graph.Tests.Access.Identity;

/// <summary>A real OpenID Connect provider (OpenIddict) on a socket, with keys that tests may use, and change.</summary>
internal sealed class ProviderHost : IAsyncDisposable
{
    public const string Client = "graph";
    public const string ClientSecret = "a secret of the tests";
    public const string Audience = "graph-api";

    private readonly WebApplication app;

    private ProviderHost(WebApplication app) => this.app = app;

    /// <summary>As the provider writes it into its tokens.</summary>
    public string Issuer => Address + "/";

    public string Address => app.Urls.Single();

    public RSA Rsa { get; private init; } = null!;

    public ECDsa Ec { get; private init; } = null!;

    public const string RsaKey = "rsa-1";
    public const string EcKey = "ec-1";

    /// <summary>Who is signed in there.</summary>
    public static string Subject => "subject-1";

    public static async Task<ProviderHost> StartAsync()
    {
        var (rsa, ec) = (RSA.Create(2048), ECDsa.Create(ECCurve.NamedCurves.nistP256));
        var builder = WebApplication.CreateSlimBuilder();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Logging.ClearProviders();
        builder.Services.AddAuthentication();
        builder
            .Services.AddOpenIddict()
            .AddServer(options =>
            {
                options.EnableDegradedMode();
                options.SetAuthorizationEndpointUris("/authorize").SetTokenEndpointUris("/token");
                options.AllowAuthorizationCodeFlow().AllowClientCredentialsFlow().RequireProofKeyForCodeExchange();
                options.AddEphemeralEncryptionKey().DisableAccessTokenEncryption();
                options.AddSigningKey(new RsaSecurityKey(rsa) { KeyId = RsaKey });
                options.AddSigningKey(new ECDsaSecurityKey(ec) { KeyId = EcKey });
                options.UseAspNetCore().DisableTransportSecurityRequirement();
                options.AddEventHandler<ValidateAuthorizationRequestContext>(handler =>
                    handler.UseInlineHandler(context =>
                    {
                        if (
                            context.ClientId != Client
                            || context.RedirectUri?.EndsWith("/sign-in/callback", StringComparison.Ordinal) != true
                        )
                        {
                            context.Reject(OpenIddictConstants.Errors.InvalidClient);
                        }

                        return default;
                    })
                );
                options.AddEventHandler<ValidateTokenRequestContext>(handler =>
                    handler.UseInlineHandler(context =>
                    {
                        if (context.ClientId != Client || context.ClientSecret != ClientSecret)
                        {
                            context.Reject(OpenIddictConstants.Errors.InvalidClient);
                        }

                        return default;
                    })
                );
                options.AddEventHandler<HandleAuthorizationRequestContext>(handler =>
                    handler.UseInlineHandler(context =>
                    {
                        context.SignIn(Principal(context.Request));
                        return default;
                    })
                );
                options.AddEventHandler<HandleTokenRequestContext>(handler =>
                    handler.UseInlineHandler(context =>
                    {
                        if (context.Request.IsClientCredentialsGrantType())
                        {
                            context.SignIn(Principal(context.Request));
                        }

                        return default;
                    })
                );
            });
        var app = builder.Build();
        app.UseAuthentication();
        await app.StartAsync();
        return new ProviderHost(app) { Rsa = rsa, Ec = ec };
    }

    /// <summary>Signs with another key from now on, and names the one before no more.</summary>
    public void Rotate(RSA next, string name)
    {
        var options = app.Services.GetRequiredService<IOptionsMonitor<OpenIddictServerOptions>>().CurrentValue;
        options.SigningCredentials.RemoveAll(credentials => credentials.Key.KeyId == RsaKey);
        options.SigningCredentials.Insert(
            0,
            new SigningCredentials(new RsaSecurityKey(next) { KeyId = name }, SecurityAlgorithms.RsaSha256)
        );
    }

    public async ValueTask DisposeAsync()
    {
        await app.DisposeAsync();
        Rsa.Dispose();
        Ec.Dispose();
    }

    private static ClaimsPrincipal Principal(OpenIddictRequest request)
    {
        var identity = new ClaimsIdentity("tests");
        identity.AddClaim(new Claim(OpenIddictConstants.Claims.Subject, Subject));
        var principal = new ClaimsPrincipal(identity);
        principal.SetScopes(request.GetScopes());
        principal.SetResources(Audience);
        return principal;
    }
}
