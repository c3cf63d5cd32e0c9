using System.Diagnostics;
using System.Globalization;
using SocietyParty.Schema.Database;
using Spectre.Console;

namespace SocietyParty.Etl.Output;

/// <summary>Shows the steps of a piece of work as they go, each with the time it took.</summary>
public sealed class ConsoleProgress : IStartupProgress
{
    // A step that nobody would wait for is not worth a line.
    private static readonly TimeSpan Noticeable = TimeSpan.FromMilliseconds(20);

    private readonly IAnsiConsole console;
    private readonly Words words;
    private readonly StatusContext? status;
    private string? current;
    private long since;

    private ConsoleProgress(IAnsiConsole console, Words words, StatusContext? status)
    {
        this.console = console;
        this.words = words;
        this.status = status;
    }

    /// <summary>Runs the work with a spinner where there is a terminal, with plain lines elsewhere.</summary>
    public static async Task<T> RunAsync<T>(IAnsiConsole console, Words words, Func<ConsoleProgress, Task<T>> work)
    {
        async Task<T> FinishedAsync(StatusContext? status)
        {
            var progress = new ConsoleProgress(console, words, status);
            var result = await work(progress);
            progress.Finish();
            return result;
        }

        return console.Profile.Capabilities.Interactive
            ? await console.Status().Spinner(Spinner.Known.Dots).StartAsync("…", FinishedAsync)
            : await FinishedAsync(status: null);
    }

    public void Step(SetupText text) => Step(text.In(words.IsChinese));

    public void Note(SetupText text) => Note(text.In(words.IsChinese));

    public void Step(string text)
    {
        Finish();
        (current, since) = (text, Stopwatch.GetTimestamp());
        status?.Status(Markup.Escape(text));
    }

    public void Note(string text) => console.MarkupLineInterpolated($"[grey]  {text}[/]");

    private void Finish()
    {
        if (current is null)
        {
            return;
        }

        var took = Stopwatch.GetElapsedTime(since);
        if (took >= Noticeable)
        {
            console.MarkupLineInterpolated(
                $"[green]✓[/] {current} [grey]{took.TotalSeconds.ToString("0.0", CultureInfo.InvariantCulture)} s[/]"
            );
        }

        current = null;
    }
}
