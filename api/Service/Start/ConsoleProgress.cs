using System.Diagnostics;
using System.Globalization;
using SocietyParty.Schema.Database;
using Spectre.Console;

namespace SocietyParty.Service.Start;

/// <summary>Shows the steps of the set-up as they go, each with the time it took.</summary>
internal sealed class ConsoleProgress(IAnsiConsole console, StatusContext? status) : IStartupProgress
{
    // A step that nobody would wait for is not worth a line.
    private static readonly TimeSpan Noticeable = TimeSpan.FromMilliseconds(20);

    private string? current;
    private long since;

    /// <summary>Runs the work with a spinner where there is a terminal, with plain lines elsewhere.</summary>
    public static Task<T> RunAsync<T>(IAnsiConsole console, Func<ConsoleProgress, Task<T>> work) =>
        console.Profile.Capabilities.Interactive
            ? console.Status().Spinner(Spinner.Known.Dots).StartAsync("Starting", status => work(new ConsoleProgress(console, status)))
            : work(new ConsoleProgress(console, status: null));

    public void Step(string text)
    {
        Finish();
        (current, since) = (text, Stopwatch.GetTimestamp());
        status?.Status(Markup.Escape(text));
    }

    public void Note(string text) => console.MarkupLineInterpolated($"[grey]  {text}[/]");

    /// <summary>Ends the last step.</summary>
    public void Finish()
    {
        if (current is null)
            return;
        var took = Stopwatch.GetElapsedTime(since);
        if (took >= Noticeable)
            console.MarkupLineInterpolated($"[green]✓[/] {current} [grey]{took.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s[/]");
        current = null;
    }
}
