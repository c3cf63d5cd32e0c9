using System.Threading.RateLimiting;
using Microsoft.AspNetCore.RateLimiting;
using SocietyParty.Etl.Access;
using SocietyParty.Rules.Sentences;
using SocietyParty.Service.Health;
using SocietyParty.Service.Http.SignIn;
using SocietyParty.Service.Options;

namespace SocietyParty.Service.Http.Edge;

/// <summary>
/// How often one token, one session and one address may ask, whatever they ask; before it is looked up who they are. A minute's worth may
/// come at once and grows back each second.
/// </summary>
internal sealed class RateGate(RateLimits limits) : IDisposable
{
    private const int SecondsOfMinute = 60;

    private readonly PartitionedRateLimiter<HttpContext> callers = Limiter(limits.PerCaller, CallerOf);
    private readonly PartitionedRateLimiter<HttpContext> addresses = Limiter(limits.PerAddress, context =>
        context.Connection.RemoteIpAddress?.ToString() ?? ""
    );

    public static void Use(WebApplication app)
    {
        if (app.Services.GetService<RateGate>() is not { } gate)
        {
            return;
        }

        app.UseRateLimiter(
            new RateLimiterOptions
            {
                GlobalLimiter = PartitionedRateLimiter.CreateChained(gate.addresses, gate.callers),
                OnRejected = (refused, _) => new ValueTask(RefuseAsync(refused.HttpContext, gate.Said(refused.Lease))),
            }
        );
    }

    /// <summary>Counts an operation over a connection that is open; what is said where it is one too many, else null.</summary>
    public Sentence? Count(HttpContext opening)
    {
        using var lease = callers.AttemptAcquire(opening);
        return lease.IsAcquired ? null : Said(lease);
    }

    public void Dispose()
    {
        callers.Dispose();
        addresses.Dispose();
    }

    private static PartitionedRateLimiter<HttpContext> Limiter(int perMinute, Func<HttpContext, string?> keyOf) =>
        PartitionedRateLimiter.Create<HttpContext, string>(context =>
            perMinute == 0 || HealthEndpoints.IsProbe(context.Request.Path) || keyOf(context) is not { } key
                ? RateLimitPartition.GetNoLimiter("")
                : RateLimitPartition.GetTokenBucketLimiter(key, _ => new TokenBucketRateLimiterOptions
                {
                    TokenLimit = perMinute,
                    TokensPerPeriod = Math.Max(1, perMinute / SecondsOfMinute),
                    ReplenishmentPeriod =
                        perMinute < SecondsOfMinute ? TimeSpan.FromSeconds((double)SecondsOfMinute / perMinute) : TimeSpan.FromSeconds(1),
                    AutoReplenishment = true,
                })
        );

    /// <summary>What tells callers apart: who a socket's first message said it is, or else the secret that is shown, as a hash.</summary>
    private static string? CallerOf(HttpContext context)
    {
        if (context.Features.Get<SignedIn>() is { } who)
        {
            return $"account {who.Account}";
        }

        var shown = context.Request.Headers.Authorization.ToString();
        return shown.Length > 0 ? Convert.ToBase64String(Secret.Hash(shown))
            : SessionCookie.HashOf(context.Request) is { } cookie ? Convert.ToBase64String(cookie)
            : null;
    }

    private static Task RefuseAsync(HttpContext context, Sentence said)
    {
        context.Response.Headers.RetryAfter = said.Arguments.Single(one => one.Name == "seconds").Value!.ToString();
        return AccessRefusal.SendAsync(context, StatusCodes.Status429TooManyRequests, said);
    }

    private Sentence Said(RateLimitLease lease)
    {
        var wait = lease.TryGetMetadata(MetadataName.RetryAfter, out var after) ? Math.Max(1, (int)Math.Ceiling(after.TotalSeconds)) : 1;
        return new("SP-LIMIT-108", [("caller", limits.PerCaller), ("address", limits.PerAddress), ("seconds", wait)]);
    }
}
