namespace SocietyParty.Faults;

/// <summary>Something that goes wrong, and what a supervisor, an administrator or time does about it.</summary>
/// <param name="name">For <c>--only</c>.</param>
/// <param name="what">For people.</param>
internal abstract class Fault(string name, string what)
{
    public string Name => name;

    public string What => what;

    /// <summary>What it needs around the system.</summary>
    public virtual Scene Scene => Scene.Plain;

    /// <summary>Whether nothing else can be tried on what it leaves behind.</summary>
    public virtual bool LeavesRuins => false;

    /// <summary>How long it lasts until it is mended.</summary>
    public virtual TimeSpan Lasts => TimeSpan.Zero;

    /// <summary>Why it cannot be tried here; null where it can.</summary>
    public virtual string? Obstacle() => null;

    /// <summary>What has to be arranged before clients begin to work.</summary>
    public virtual Task PrepareAsync(Stage stage, CancellationToken ct) => Task.CompletedTask;

    public abstract Task StrikeAsync(Stage stage, Random random, CancellationToken ct);

    /// <summary>What must hold afterwards besides the callers' books, once nobody changes anything any more.</summary>
    /// <exception cref="FaultException">It does not hold.</exception>
    public virtual Task VerifyAsync(Stage stage, CancellationToken ct) => Task.CompletedTask;

    /// <summary>Mends it, as whoever is there to mend it does.</summary>
    public virtual Task MendAsync(Stage stage, CancellationToken ct) => Task.CompletedTask;
}
