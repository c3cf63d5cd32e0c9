using System.Collections;

namespace SocietyParty.Scenarios;

/// <summary>
/// Acts of a story. Each is played once, after all before it, whichever is asked for first. An act that builds on one that failed is not
/// played and says so; others are.
/// </summary>
internal sealed class Acts : IEnumerable
{
    private readonly List<Act> acts = [];

    public IEnumerable<string> Names => acts.Select(act => act.Name);

    /// <param name="name">A sentence, which tests are named by.</param>
    /// <param name="play">Goes on where the acts before ended.</param>
    /// <param name="needs">Names of earlier acts without whose state this one cannot be played.</param>
    public void Add(string name, Func<Task> play, params IReadOnlyList<string> needs)
    {
        var before = acts.ToArray();
        var needed = needs.Select(Find).ToArray();
        acts.Add(new Act(name, new Lazy<Task>(() => PlayAsync(before, needed, play))));
    }

    /// <summary>Plays what comes before, then the act.</summary>
    /// <exception cref="InvalidOperationException">An act that it needs failed; the message names it.</exception>
    public Task PlayAsync(string name) => Find(name).Playing.Value;

    IEnumerator IEnumerable.GetEnumerator() => acts.GetEnumerator();

    private static async Task PlayAsync(Act[] before, Act[] needed, Func<Task> play)
    {
        foreach (var act in before)
        {
            // Its failure is its own test's.
            await act.Playing.Value.ConfigureAwait(ConfigureAwaitOptions.SuppressThrowing);
        }

        foreach (var act in needed)
        {
            if (act.Playing.Value.Exception?.InnerException is { } failure)
            {
                throw new InvalidOperationException($"Not played: it needs \"{act.Name}\", which failed: {failure.Message}", failure);
            }
        }

        await play();
    }

    private Act Find(string name) =>
        acts.Find(act => act.Name == name) ?? throw new ArgumentException($"No act is called \"{name}\".", nameof(name));

    private sealed record Act(string Name, Lazy<Task> Playing);
}
