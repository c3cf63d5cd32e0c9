namespace SocietyParty.Scenarios;

/// <summary>
/// A clerk's year with ten slips. Two offices keep the same year in two copies of the same city: one makes no slip, the other one makes
/// ten and mends each. After each repair all figures of both are the same, and who mended what, when and why is kept.
/// </summary>
public sealed partial class Slips : IAsyncLifetime
{
    private readonly Office careful = new("细心的办事员");
    private readonly Office hasty = new("粗心的办事员");
    private readonly Acts acts;

    public Slips()
    {
        acts = new Acts();
        var before = new List<string>();
        foreach (var (name, play) in Story())
        {
            // After an act that failed the two offices differ in more than the next slip.
            acts.Add(name, play, [.. before]);
            before.Add(name);
        }
    }

    public static IEnumerable<string> Names => new Slips().acts.Names;

    public Task PlayAsync(string act) => acts.PlayAsync(act);

    public async Task InitializeAsync()
    {
        await careful.InitializeAsync();
        await hasty.InitializeAsync();
    }

    public async Task DisposeAsync()
    {
        await careful.DisposeAsync();
        await hasty.DisposeAsync();
    }

    private IEnumerable<(string Name, Func<Task> Play)> Story() =>
        [
            ("A society and its branch are founded with a slip in each name", NamesAreMendedAsync),
            ("An activity has a wrong day, and another one never was", WrongDayIsMendedAsync),
            ("An activity is entered twice", SecondEntryIsRefusedAsync),
            ("A check-in has a wrong community and year", CheckInIsMendedAsync),
            ("Dues have a wrong amount, wrong months and a wrong payer", DuesAreMendedAsync),
            ("The ledger counts ten times the members", LedgerIsMendedAsync),
            ("The wrong member is said to have left", MembershipIsRestoredAsync),
            ("A secretary is transferred and nobody follows", SecretaryIsReplacedAsync),
            ("A meeting has no quorum, and the next one is called for a wrong day", MeetingComesAgainAsync),
            ("Wrong scores are confirmed, and a branch hands in nothing", ReviewIsMendedAsync),
            ("An issued result fails the wrong branch", ResultIsMendedAsync),
        ];

    private async Task BothAsync(Func<Office, Task> step)
    {
        await step(careful);
        await step(hasty);
    }

    /// <summary>The slip changed a figure, or nothing would be shown by its repair.</summary>
    private async Task ShouldBeSeenAsync() => (await hasty.FiguresAsync()).ShouldNotBe(await careful.FiguresAsync());

    /// <summary>All figures are what they would be without the slip.</summary>
    private async Task ShouldBeMendedAsync() => (await hasty.FiguresAsync()).ShouldBe(await careful.FiguresAsync());
}
