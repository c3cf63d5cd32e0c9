using System.Text.Json;
using Npgsql;
using SocietyParty.Service.Access;
using SocietyParty.Service.Http.Subscriptions;

namespace SocietyParty.Service.Http.SignIn;

/// <summary>
/// Ends connections that stay open when who opened them may no more: the database tells of each change on a channel, and a clock of each
/// end that was known. After a loss of the channel all are looked at again.
/// </summary>
internal sealed class LiveSignIns
{
    // Timers take no longer time.
    private static readonly TimeSpan LookMax = TimeSpan.FromDays(1);

    private readonly Lock gate = new();
    private readonly HashSet<LiveSignIn> all = [];
    private readonly EventFeed feed;
    private readonly SignInSource source;
    private readonly SignInStore store;
    private readonly TimeProvider clock;

    public LiveSignIns(EventFeed feed, SignInSource source, SignInStore store, TimeProvider clock)
    {
        (this.feed, this.source, this.store, this.clock) = (feed, source, store, clock);
        feed.AccessChanged = Look;
    }

    /// <summary>Connections that are watched.</summary>
    public int Count
    {
        get
        {
            lock (gate)
            {
                return all.Count;
            }
        }
    }

    /// <summary>Who a socket's first message says it is; null where that is not taken.</summary>
    /// <param name="context">Of the request that opened the socket.</param>
    /// <param name="payload">What the message holds.</param>
    /// <param name="ct">Gives up.</param>
    public async Task<LiveSignIn?> AdmitAsync(HttpContext context, JsonElement? payload, CancellationToken ct)
    {
        if (context.Features.Get<PendingSignIn>() is not null)
        {
            if (
                BearerOf(payload) is not { } header
                || await source.OfBearerAsync(context, header) is not { } found
                || (await source.InRoleAsync(context, found)).Who is not { } who
            )
            {
                return null;
            }

            context.Features.Set<PendingSignIn>(null);
            context.Features.Set(who);
            context.Features.Set<RequestAccess>(who.Access);
        }

        return await HoldAsync(context, ct);
    }

    /// <summary>Watches whoever asked; null where they may no more already.</summary>
    public async Task<LiveSignIn?> HoldAsync(HttpContext context, CancellationToken ct)
    {
        if (context.Features.Get<SignedIn>() is not { } who)
        {
            return null;
        }

        await feed.ListenAsync(ct);
        var live = new LiveSignIn(who, Leave);
        lock (gate)
        {
            all.Add(live);
        }

        // What happened before the channel was heard has been told to nobody.
        if (!await HoldsAsync(live, ct))
        {
            live.Dispose();
            return null;
        }

        return live;
    }

    private static string? BearerOf(JsonElement? payload) =>
        payload is { ValueKind: JsonValueKind.Object } given
        && (given.TryGetProperty("authorization", out var header) || given.TryGetProperty("Authorization", out header))
        && header.ValueKind == JsonValueKind.String
            ? header.GetString()
            : null;

    private void Look(long? account)
    {
        List<LiveSignIn> concerned;
        lock (gate)
        {
            concerned = [.. all.Where(live => account is null || live.Who.Account == account)];
        }

        foreach (var live in concerned)
        {
            LookLater(live);
        }
    }

    // The channel's own flow must not wait.
    private void LookLater(LiveSignIn live) => Task.Run(() => LookAsync(live));

    private async Task LookAsync(LiveSignIn live)
    {
        try
        {
            if (!await HoldsAsync(live, CancellationToken.None))
            {
                live.End();
            }
        }
        catch (Exception failure) when (failure is NpgsqlException or ObjectDisposedException)
        {
            // Lost with the database, and looked at again when the channel is back; what has ended has ended.
            if (live.Who.EndsAt <= clock.GetUtcNow())
            {
                live.End();
            }
        }
    }

    private async Task<bool> HoldsAsync(LiveSignIn live, CancellationToken ct)
    {
        if (await store.AgainAsync(live.Who, ct) is not { } who || who.EndsAt <= clock.GetUtcNow())
        {
            return false;
        }

        if (who.EndsAt is { } end)
        {
            var wait = end - clock.GetUtcNow();
            // The clock may have jumped past the end since it was looked at.
            wait =
                wait < TimeSpan.Zero ? TimeSpan.Zero
                : wait < LookMax ? wait
                : LookMax;
            live.Watch(clock.CreateTimer(_ => LookLater(live), null, wait, Timeout.InfiniteTimeSpan));
        }

        return true;
    }

    private void Leave(LiveSignIn live)
    {
        lock (gate)
        {
            all.Remove(live);
        }
    }
}

/// <summary>A connection that stays open; disposing of it ends the watch.</summary>
internal sealed class LiveSignIn(SignedIn who, Action<LiveSignIn> leave) : IDisposable
{
    private readonly CancellationTokenSource over = new();
    private readonly Lock gate = new();
    private ITimer? timer;
    private bool isDisposed;

    public SignedIn Who => who;

    /// <summary>Cancelled when who holds the connection may no more.</summary>
    public CancellationToken Over => over.Token;

    public void Watch(ITimer next)
    {
        lock (gate)
        {
            timer?.Dispose();
            timer = next;
            if (isDisposed)
            {
                next.Dispose();
            }
        }
    }

    // The source of cancellation is left to the collector: a look that runs may end it late.
    public void End() => over.Cancel();

    public void Dispose()
    {
        leave(this);
        lock (gate)
        {
            isDisposed = true;
            timer?.Dispose();
        }
    }
}
